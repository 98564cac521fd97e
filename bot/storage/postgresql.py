"""How a PostgreSQL server is reached: what may take how long there, and what counts as durable."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

PATIENCE: Final = 5
"""Seconds to wait for a connection, or for what another process holds."""

# https://www.postgresql.org/docs/current/runtime-config-client.html
_SESSION: Final = {
    # A role or a database may have it off: what we acknowledged must stay.
    "synchronous_commit": "on",
    "lock_timeout": f"{PATIENCE}s",
    "statement_timeout": "10s",
    # A process that is halted within a transaction keeps others from what it holds.
    "idle_in_transaction_session_timeout": "10s",
}
# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
_CONNECTION: Final[Mapping[str, str]] = {
    "connect_timeout": str(PATIENCE),
    "application_name": "tidings",
    "client_encoding": "utf8",
    # A server that is gone without a word is noticed before a turn is given up.
    "keepalives_idle": "5",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}
_LOCK: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('tidings.' || :name, 0))")
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_UNDONE: Final = frozenset({"40001", "40P01"})


def make_server_engine(address: URL) -> Engine:
    """An engine for READ COMMITTED transactions; what the address says itself goes before ours."""
    asked = address.query
    session = " ".join(f"-c {name}={value}" for name, value in _SESSION.items())
    options = " ".join([session, *_several(asked.get("options", ()))])
    return create_engine(
        address.set(
            drivername="postgresql+psycopg", query={**_CONNECTION, **asked, "options": options}
        ),
        poolclass=NullPool,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
    )


def alone(connection: Connection, what: str) -> None:
    """From here to the end of the transaction nobody else is at this, in any process.

    SQLite lets only one write in any case.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK, {"name": what})


def be_patient(connection: Connection) -> None:
    """A desk of many years takes longer than a turn may."""
    if connection.dialect.name == "postgresql":
        for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.execute(text(f"SET LOCAL {limit} = 0"))


def take_turns(connection: Connection) -> None:
    """Wait for whoever migrates now, for a minute at most; what we then change is not waited for
    longer than a turn may be, since turns of older processes would queue behind us."""
    if connection.dialect.name == "postgresql":
        be_patient(connection)
        connection.execute(text("SET LOCAL lock_timeout = '60s'"))
        alone(connection, "migrate")
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))


def was_undone(error: Exception) -> bool:
    """Whether a transaction was given up for another one's sake, or with its connection: it can be
    run again. That a COMMIT without an answer never arrived cannot be known from this."""
    if not isinstance(error, DBAPIError):
        return False
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _UNDONE


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
