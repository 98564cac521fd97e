"""Where everything is remembered: SQLAlchemy tables behind the desk's `Store` port."""

from bot.storage.engine import UnusableDatabase
from bot.storage.migrate import SchemaTooNew, migrate
from bot.storage.store import SqlStore

__all__ = ["SchemaTooNew", "SqlStore", "UnusableDatabase", "migrate"]
