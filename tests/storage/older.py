"""Databases as earlier releases left them."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

import bot.storage
from bot.storage.engine import for_writing, make_engine

FIRST = "0001"


def config() -> Config:
    made = Config()
    folder = Path(bot.storage.__file__).with_name("migrations")
    made.set_main_option("script_location", str(folder))
    return made


def revisions() -> list[str]:
    """All of them, the first first."""
    return [each.revision for each in ScriptDirectory.from_config(config()).walk_revisions()][::-1]


def bring_to(revision: str, engine: Engine) -> None:
    """As the release of that revision would have done."""
    with for_writing(engine).begin() as connection:
        steps = config()
        steps.attributes["connection"] = connection
        command.upgrade(steps, revision)


def first_release(path: Path) -> Path:
    """A database file of the first release, with somebody's message in it."""
    bring_to(FIRST, make_engine(f"sqlite:///{path}"))
    with sqlite3.connect(path) as old:
        old.execute("INSERT INTO claims VALUES ('telegram:1', 0)")
    old.close()
    return path


def revision_of(path: Path) -> str:
    seen = sqlite3.connect(path)
    ((revision,),) = seen.execute("SELECT version_num FROM alembic_version")
    seen.close()
    return str(revision)


def claims_in(path: Path) -> list[str]:
    seen = sqlite3.connect(path)
    found = [str(each) for (each,) in seen.execute("SELECT id FROM claims ORDER BY id")]
    seen.close()
    return found
