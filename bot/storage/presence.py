"""The statements by which processes say that they live, and notice who does not any more."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.storage.tables import processes
from bot.storage.transaction import insert


def beat(connection: Connection, name: str, at: datetime) -> Mapping[str, datetime]:
    """Say that `name` lives; returns when each process was last seen."""
    statement = insert(connection.dialect.name, processes).values(name=name, seen_at=at)
    new = statement.excluded
    connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"seen_at": new.seen_at})
    )
    return seen(connection)


def seen(connection: Connection) -> Mapping[str, datetime]:
    """When each process was last seen."""
    rows = connection.execute(select(processes.c.name, processes.c.seen_at))
    return {row.name: row.seen_at for row in rows}


def bury(connection: Connection, name: str, last_seen: datetime) -> bool:
    """Take a process off the list; False where it was seen again, or another one was faster."""
    gone = (
        delete(processes)
        .where(processes.c.name == name, processes.c.seen_at == last_seen)
        .returning(processes.c.name)
    )
    return connection.execute(gone).first() is not None


def leave(connection: Connection, name: str) -> None:
    """The process says itself that it is gone."""
    connection.execute(delete(processes).where(processes.c.name == name))
