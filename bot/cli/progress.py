"""Bars on stderr, where that is a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

Tell = Callable[[str, int, int], None]
"""What is done, how much of it, and of how much; of 0 means that nobody knows."""


@contextmanager
def bars() -> Iterator[Tell]:
    """A bar for each thing that is done."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:>16}"), BarColumn(), MofNCompleteColumn())
    shown: dict[str, TaskID] = {}
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        def tell(name: str, done: int, of: int) -> None:
            if name not in shown:
                shown[name] = progress.add_task(name, total=of or None)
            progress.update(shown[name], completed=done, total=of or None)

        yield tell
