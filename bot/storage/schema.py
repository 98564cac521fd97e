"""All tables together."""

from bot.storage import faq_tables, identity_tables, lesson_tables, notices, tables
from bot.storage.columns import metadata

__all__ = ["faq_tables", "identity_tables", "lesson_tables", "metadata", "notices", "tables"]
