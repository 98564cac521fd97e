"""One answer of the FAQ as its staff wrote it, with the ways people ask for it."""

from dataclasses import dataclass
from typing import NewType

EntryId = NewType("EntryId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question, its answer and where to read on.

    `url` is empty or absolute http(s), `language` an ISO 639-1 code, `wordings` are other ways of
    asking the same: they are searched like the question and never shown instead of it.
    """

    id: EntryId
    question: str
    answer: str = ""
    url: str = ""
    language: str = "en"
    tags: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
