"""A migration that is killed at its first statement, then another at its second, and so on:
`python -m tests.faults.dying_migration FILE FOLDER`. Each leaves its database in the folder."""

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event

from bot.storage import migrate

MOST: Final = 500


def die_at(number: int) -> None:
    """Kill this process when it is about to run that statement."""
    seen = count(1)

    def look(*_: Any) -> None:
        if next(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    # Of these, the commit is told before it happens: that is a place to die as well.
    event.listen(Engine, "before_cursor_execute", look)
    event.listen(Engine, "commit", look)


def main(file: Path, folder: Path) -> None:
    for number in range(1, MOST):
        mine = folder / f"{number:03}" / "tidings.db"
        mine.parent.mkdir()
        shutil.copyfile(file, mine)
        child = os.fork()
        if not child:
            die_at(number)
            migrate(f"sqlite:///{mine}")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(os.waitstatus_to_exitcode(status))
    sys.exit("it never ends")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
