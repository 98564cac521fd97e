"""One answer of the FAQ as its staff wrote it, with the ways people ask for it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, NewType, get_args

EntryId = NewType("EntryId", str)
Kind = Literal["faq", "documentation", "forum", "video"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question, its answer and where to read on.

    `url` is empty or absolute http(s), `language` an ISO 639-1 code, `wordings` are other ways of
    asking the same: they are searched like the question and never shown instead of it. An entry
    without a `product` belongs to every product. What is not `published`, not yet valid or no
    longer valid is never found; both days count as valid, in the desk's calendar.
    """

    id: EntryId
    question: str
    answer: str = ""
    url: str = ""
    language: str = "en"
    tags: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    kind: Kind = "faq"
    product: str = ""
    published: bool = True
    valid_from: date | None = None
    valid_until: date | None = None

    def is_valid(self, on: date) -> bool:
        """Whether it holds on that day."""
        return (self.valid_from or on) <= on <= (self.valid_until or on)

    def also_asked(self, *wordings: str) -> "Entry":
        """With these other ways of asking too, each once."""
        every = dict.fromkeys((*self.wordings, *wordings))
        return replace(self, wordings=tuple(each for each in every if each != self.question))
