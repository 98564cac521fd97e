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
from bot.storage.keeping import Keep, Keeping, kept
from bot.storage.postgresql import take_turns
from bot.storage.soundness import demand_tables, look, reason
from intake.errors import IntakeError

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


class SchemaTooNew(IntakeError):
    """A newer release has changed this database; start that release, or restore a backup."""


class SchemaTooOld(IntakeError):
    """An older release made this database; bring it up to date first: `tidings migrate`."""


def migrate(url: str, keeping: Keeping = kept) -> None:
    """Run the missing migrations in one transaction: all of them happen, or none.

    Processes that start together wait for each other. A SQLite file is copied before it changes.
    Raises SchemaTooNew for a revision that this release does not know, DatabaseRefused for what is
    not a whole database of ours, StoreUnavailable, and UnusableDatabase.
    """
    engine = make_engine(url)
    try:
        look(engine)
        with keeping() as keep, for_writing(engine).begin() as connection:
            take_turns(connection)
            _upgrade(connection, keep)
    except SQLAlchemyError as error:
        raise reason(error) from error
    finally:
        engine.dispose()


def demand_current(connection: Connection) -> str:
    """The revision, if it is this release's. Raises SchemaTooNew, SchemaTooOld, TablesMissing."""
    known = ScriptDirectory.from_config(_config())
    if _present(connection, known) != set(known.get_heads()):
        raise SchemaTooOld
    demand_tables(connection)
    return "-".join(known.get_heads())


def _upgrade(connection: Connection, keep: Keep) -> None:
    config = _config()
    known = ScriptDirectory.from_config(config)
    present = _present(connection, known)
    if present != set(known.get_heads()):
        if present:
            keep(connection, "-".join(known.get_heads()))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    demand_tables(connection)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _present(connection: Connection, known: ScriptDirectory) -> set[str]:
    present = set(MigrationContext.configure(connection).get_current_heads())
    if not present <= {revision.revision for revision in known.walk_revisions()}:
        raise SchemaTooNew
    return present
