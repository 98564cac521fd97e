"""Brings a database to the schema of this release, once, at the start."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.engine import for_writing, make_engine
from intake.errors import IntakeError
from intake.ports import StoreUnavailable

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


class SchemaTooNew(IntakeError):
    """A newer release has changed this database; start that release, or restore a backup."""


def migrate(url: str) -> None:
    """Run the missing migrations in one transaction: all of them happen, or none.

    Processes that start together wait for each other. Raises SchemaTooNew for a revision that this
    release does not know, StoreUnavailable, and UnusableDatabase.
    """
    engine = make_engine(url)
    try:
        with for_writing(engine).begin() as connection:
            _upgrade(connection)
    except SQLAlchemyError as error:
        raise StoreUnavailable from error
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_heads()
    if not set(present) <= {revision.revision for revision in known.walk_revisions()}:
        raise SchemaTooNew
    if set(present) != set(known.get_heads()):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
