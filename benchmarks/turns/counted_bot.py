"""Our bot, which at its end writes down how often it ran each statement."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from bot import errands, worker
from bot.cli import main
from bot.effects import engine

COUNTS: Final = Path("statements.json")


def count() -> Counter[str]:
    """From now on, in every engine of this process; what the worker does every second, whether
    anybody talks or not, it does once."""
    worker.EVERY = 3600.0  # type: ignore[misc]  # nobody else may
    errands.EVERY = 3600.0  # type: ignore[misc]  # nor of this
    engine.POLL = 3600.0  # type: ignore[misc]  # nor here; DBOS's own looks are few
    counts: Counter[str] = Counter()

    def note(_: Connection, __: Any, statement: str, *___: Any) -> None:
        counts[statement] += 1

    def committed(_: Connection) -> None:
        counts["COMMIT"] += 1

    event.listen(Engine, "before_cursor_execute", note)
    event.listen(Engine, "commit", committed)
    return counts


if __name__ == "__main__":
    counted = count()
    try:
        main()
    finally:
        COUNTS.write_text(json.dumps(counted), "utf-8")
