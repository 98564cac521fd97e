"""All tables together."""

from bot.storage import clock_tables, faq_tables, identity_tables, lesson_tables, notices, tables
from bot.storage.columns import metadata

__all__ = [
    "clock_tables",
    "faq_tables",
    "identity_tables",
    "lesson_tables",
    "metadata",
    "notices",
    "tables",
]
