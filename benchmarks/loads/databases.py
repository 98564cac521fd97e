"""Databases to measure on, as durable as a desk's own."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.postgres import serving

_AS_SHIPPED: Final[Mapping[str, str]] = {
    "fsync": "on",
    "full_page_writes": "on",
    "wal_level": "replica",
    "autovacuum": "on",
    "max_connections": "200",
    "shared_buffers": "256MB",
}


@contextmanager
def database(kind: str) -> Iterator[tuple[str, Path]]:
    """The address of a new, empty database, and a folder beside it."""
    with tempfile.TemporaryDirectory(prefix="load-") as name:
        folder = Path(name)
        if kind == "SQLite":
            yield f"sqlite:///{folder / 'tidings.db'}", folder
        else:
            with serving(_AS_SHIPPED) as server:
                yield server.empty(), folder
