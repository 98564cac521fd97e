"""What a model says that the entries of the FAQ mean: kept, so that it is worked out only once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from faq_index import Entry, EntryId


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that the model has yet to read, and the FAQ's version that it is of."""

    entry: Entry
    version: int


@dataclass(frozen=True, slots=True)
class Meant:
    """What an entry of that version means; `number` rises with every one that is kept."""

    entry: EntryId
    version: int
    vector: bytes
    number: int = 0


class SenseReading(Protocol):
    """What is asked of the meanings. Those of two models have nothing to do with each other."""

    def unread(self, model: str, after: EntryId, limit: int) -> Sequence[Unread]:
        """Published entries, by id and from `after` on, whose meaning is missing or of an older
        version. Looks at entries one by one: to be asked once for each change of the FAQ."""
        ...

    def meanings(self, model: str, after: int, limit: int) -> Sequence[Meant]:
        """What was kept since the one of that number, in that order."""
        ...


class SenseKeeping(SenseReading, Protocol):
    """What may be done to them."""

    def put_meanings(self, model: str, meant: Sequence[Meant]) -> None:
        """Keep them in place of what was kept of the same entries."""
        ...
