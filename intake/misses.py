"""What the FAQ did not answer, and the words by which it might be found: what staff learn from."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, NewType, TypeAlias

from faq_index import EntryId
from intake.tickets import DraftId

MissId = NewType("MissId", int)
"""Rises with every miss."""
MissRef = NewType("MissRef", str)
"""How a button names a miss; told from others of its conversation by it."""
WordingId = NewType("WordingId", int)

KEPT: Final = timedelta(days=180)
"""How long misses, and wordings that nobody decided on, are kept."""
TOLD_WITHIN: Final = timedelta(days=90)
"""Whoever asked longer ago is not written to any more."""
LONGEST_MISS: Final = 500
LONGEST_WORDING: Final = 200

Why: TypeAlias = Literal["refused", "none-found"]
"""Suggestions were shown and did not help; or there were none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A question that found no answer. Its words hold nothing personal and no access data."""

    id: MissId = MissId(0)
    """Given by whoever keeps it."""
    ref: MissRef
    conversation: str
    """A ConversationId."""
    language: str
    words: str
    why: Why
    shown: tuple[EntryId, ...] = ()
    at: datetime
    wanted_at: datetime | None = None
    """Since when its person wants to be told of an answer; None where they did not ask for it."""
    answered_by: EntryId | None = None
    told_at: datetime | None = None
    grouped: MissId | None = None
    """The group that it was put into, by the number of the oldest question in it then; None where
    nobody has looked at it yet."""


@dataclass(frozen=True, slots=True)
class MissGroup:
    """Questions that were put together; counted are those that are open."""

    group: MissId
    first: Miss
    """The oldest one that is open."""
    people: int
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedWording:
    """Words of a person whom this entry helped: another way to ask for it, if staff agree."""

    id: WordingId = WordingId(0)
    entry: EntryId
    language: str
    words: str
    conversation: str
    """Of whoever said it first: a ConversationId."""
    times: int = 1
    """How often the entry helped somebody who asked in these words."""
    at: datetime
    """When it was said last."""


def reference(draft: DraftId) -> MissRef:
    """The same for the same draft, and short enough for a button."""
    return MissRef(hashlib.sha256(draft.encode("utf-8", "replace")).hexdigest()[:12])
