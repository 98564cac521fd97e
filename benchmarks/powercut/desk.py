"""A desk that writes down whom it told what, in a file of the disk that is to be cut off:
`python -m benchmarks.powercut.desk FOLDER PEOPLE [as it is | NORMAL | unsynced files]`."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any, Final

import bot.storage.engine
from bot.storage import SqlStore
from bot.storage.attachments import Attachments
from tests.storage.visitors import Told, Visitors

TOLD: Final = "told"
DATABASE: Final = "var/tidings.db"
FILES: Final = "var/files"
WAYS: Final = ("as it is", "synchronous = NORMAL", "files not synced")


async def serve(folder: Path, people: int) -> None:
    """Everybody at once, so that commits are shared."""
    told = os.open(folder / TOLD, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(each: Told) -> None:
        os.write(told, f"{each.message} {each.tid}\n".encode())

    attachments = Attachments(f"file://{folder}/{FILES}")
    async with SqlStore(f"sqlite:///{folder}/{DATABASE}") as store:
        visitors = Visitors(store, attachments, tell)
        await asyncio.gather(*(visitors.talk(f"telegram:{each}") for each in range(people)))


def spoil(way: str) -> None:
    """Take one of the desk's precautions away, to see that it is missed."""
    if way == "synchronous = NORMAL":
        careful: Any = bot.storage.engine._promise_durability  # noqa: SLF001 - what is spoilt

        def careless(connection: Any, record: Any) -> None:
            careful(connection, record)
            connection.execute("PRAGMA synchronous = NORMAL")

        setattr(bot.storage.engine, careful.__name__, careless)
    elif way == "files not synced":
        # SQLite calls the system's own.
        setattr(os, os.fsync.__name__, lambda _: None)


def main(folder: str, people: str, way: str) -> None:
    spoil(way)
    asyncio.run(serve(Path(folder), int(people)))


if __name__ == "__main__":
    main(*sys.argv[1:])
