"""Fills a desk's SQLite file with as many talks and tickets as a desk collects in years."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

_NUMBERS: Final = (
    """WITH RECURSIVE n(i) AS (SELECT ? + 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"""
)
_ID: Final = {
    "claims": {"id": "printf('old:%07d', i)"},
    "conversations": {"id": "printf('telegram:old-%07d', i)"},
    "replies": {"id": "NULL", "conversation": "printf('telegram:old-%07d', i)"},
    "tickets": {
        "id": "NULL",
        "tid": "printf('OLD-%07d', i)",
        "draft": "printf('old-%07d', i)",
        "owner": "printf('telegram:old-%07d', i)",
        "conversation": "printf('telegram:old-%07d', i)",
    },
    "posts": {"tid": "printf('OLD-%07d', i)"},
}
"""What differs from row to row; everything else is as in a true one."""


def fill(database: Path, had: int, wanted: int, tables: Iterable[str] = _ID) -> None:
    """Copy one true row of each table, so that there are not `had` but `wanted` copies."""
    with closing(sqlite3.connect(database)) as connection:
        # Nobody else is there, and a file half filled is of no use: no journal.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = [_ID[table].get(name, f"o.{name}") for name in columns]
            done = "WHERE sent_at IS NOT NULL" if table == "replies" else ""
            true = f"SELECT * FROM {table} {done} ORDER BY rowid DESC LIMIT 1"  # noqa: S608 - names of ours
            connection.execute(
                f"INSERT INTO {table} {_NUMBERS} SELECT {', '.join(values)} FROM n, ({true}) o",  # noqa: S608 - names of ours
                (had, wanted),
            )
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")
