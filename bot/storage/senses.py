"""What a model says that entries mean, as rows."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Final

from sqlalchemy import and_, bindparam, delete, insert, or_, select

from bot.storage.faq import entry_of
from bot.storage.faq_tables import faq_entries, faq_meanings
from bot.storage.transaction import Transaction
from faq_index import EntryId
from intake.ports import Meant, Unread

_of_entry: Final = and_(
    faq_meanings.c.entry == faq_entries.c.id, faq_meanings.c.model == bindparam("model")
)
_UNREAD: Final = (
    select(faq_entries)
    .outerjoin(faq_meanings, _of_entry)
    .where(
        faq_entries.c.id > bindparam("after"),
        faq_entries.c.published == 1,
        or_(faq_meanings.c.id.is_(None), faq_meanings.c.version < faq_entries.c.version),
    )
    .order_by(faq_entries.c.id)
    .limit(bindparam("limit"))
)
_MEANINGS: Final = (
    select(faq_meanings)
    .where(faq_meanings.c.model == bindparam("model"), faq_meanings.c.id > bindparam("after"))
    .order_by(faq_meanings.c.id)
    .limit(bindparam("limit"))
)
_FORGET: Final = delete(faq_meanings).where(
    faq_meanings.c.entry == bindparam("of"), faq_meanings.c.model == bindparam("by")
)
_PUT: Final = insert(faq_meanings)


class SenseRows(Transaction):
    """`SenseReading`."""

    def unread(self, model: str, after: EntryId, limit: int) -> Sequence[Unread]:
        rows = self._all(_UNREAD, {"model": model, "after": after, "limit": limit})
        return [Unread(entry_of(row), row.version) for row in rows]

    def meanings(self, model: str, after: int, limit: int) -> Sequence[Meant]:
        rows = self._all(_MEANINGS, {"model": model, "after": after, "limit": limit})
        return [Meant(row.entry, row.version, b64decode(row.vector), row.id) for row in rows]


class SenseChanges(SenseRows):
    """`SenseKeeping`."""

    def put_meanings(self, model: str, meant: Sequence[Meant]) -> None:
        if not meant:
            return
        # Whoever reads what came after a number must not miss one that is committed later.
        self._alone("faq-meanings")
        latest = {each.entry: each for each in meant}
        self._run(_FORGET, [{"of": entry, "by": model} for entry in latest])
        self._run(
            _PUT,
            [
                {
                    "entry": each.entry,
                    "model": model,
                    "version": each.version,
                    # As text: both databases and a backup carry that as it is.
                    "vector": b64encode(each.vector).decode("ascii"),
                }
                for each in latest.values()
            ],
        )
