"""How the FAQ is kept: what it holds, and who changed what when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from faq_index import Entry, EntryId
from intake.ports.values import Revision


class FaqReading(Protocol):
    """What is asked of the FAQ. Entries are never removed, only hidden (`published` is false)."""

    def entries(self) -> Sequence[Entry]:
        """The whole FAQ, hidden entries too, in the order of the entries' ids."""
        ...

    def entry(self, id: EntryId) -> Entry | None:
        """The entry, hidden or not."""
        ...

    def faq_version(self) -> int:
        """Rises by one with every change of the FAQ, of however many entries."""
        ...

    def entries_since(self, version: int) -> Sequence[Entry]:
        """The entries that changed after that version, hidden ones too, by id; all since -1."""
        ...

    def history(
        self, id: EntryId | None, limit: int, before: int | None = None
    ) -> Sequence[Revision]:
        """What became of an entry, or of any, newest first; only what has a number below `before`.

        Of an entry older than its history, the first row tells what it was then.
        """
        ...

    def entries_before(self, version: int) -> Sequence[Entry]:
        """The entries that the change to this version touched, as they were before it, by id;
        those that were new with it, hidden."""
        ...


class FaqKeeping(FaqReading, Protocol):
    """What may be done to the FAQ."""

    def put_entries(self, entries: Sequence[Entry], at: datetime, by: str) -> int:
        """Add or replace entries by id; where anything differs, raise the FAQ's version once and
        note for each changed entry what it is now and who did it (`cli`, `telegram:123`).

        Returns how many were new or different.
        """
        ...

    def stage_entries(self, batch: int, entries: Sequence[Entry], at: datetime) -> int:
        """Lay entries ready where nobody finds them yet, and what they were before into the
        history; those that are there already as they are, are left out.

        Returns the number of the batch; 0 begins a new one.
        """
        ...

    def put_staged(self, batch: int, at: datetime, by: str) -> int:
        """Everything of the batch becomes the FAQ, as by one `put_entries`, in little time however
        much it is. Nothing else may have changed the FAQ since it was laid ready."""
        ...

    def clear_staged(self, batch: int, limit: int) -> int:
        """Remove what was laid ready in the batch, at most so many; returns how many."""
        ...
