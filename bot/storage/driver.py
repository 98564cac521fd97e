"""SQL handed to the driver as it is: SQLAlchemy takes longer for a small statement than SQLite."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Parameters: TypeAlias = tuple[Any, ...] | Mapping[str, Any]


def run(connection: Connection, sql: str, parameters: Parameters = ()) -> Sequence[tuple[Any, ...]]:
    """All rows, as the driver gives them; its errors come as SQLAlchemy's own, and whoever listens
    to SQLAlchemy's statements hears of this one too. Raises DBAPIError, without the parameters."""
    driver = connection.connection
    cursor = driver.cursor()
    try:
        for told in connection.dispatch.before_cursor_execute:
            told(connection, cursor, sql, parameters, None, False)
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else ()
    except connection.dialect.loaded_dbapi.Error as error:
        lost = connection.dialect.is_disconnect(error, driver.driver_connection, None)
        raise DBAPIError.instance(
            sql,
            None,
            error,
            connection.dialect.loaded_dbapi.Error,
            connection_invalidated=lost,
            dialect=connection.dialect,
        ) from error
    finally:
        cursor.close()
