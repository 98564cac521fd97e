"""What a turn leaves for staff to learn from: questions without an answer, words that found one."""

from typing import Final

from faq_index import Entry, EntryId
from faq_index.gist import gist, telling_words, unmarked
from faq_index.text import words as folded
from intake.access_data import masked
from intake.dialogue import form
from intake.dialogue.playbook import Scene
from intake.dialogue.screens import drafted
from intake.dialogue.state import Draft, State
from intake.dialogue.turn import (
    CountOutcome,
    Effect,
    NoteMiss,
    OfferWording,
)
from intake.misses import LONGEST_MISS, LONGEST_WORDING, Why, reference

SURE: Final = 0.9
"""The confidence from which an entry needs no other wording: it is found by these words."""
_LEAST: Final = 2
"""Letters of a question that says anything: one alone is a slip of the keyboard."""
_READ: Final = 4_000
"""Characters of a problem that are looked at: what it is about is said early."""


def missed(state: State) -> tuple[Effect, ...]:
    """Nothing shown answers it, or nothing was found: counted, and kept for staff to see."""
    draft = drafted(state)
    shown = tuple(each.id for each in draft.shown)
    why: Why = "refused" if shown else "none-found"
    counted = CountOutcome(why, shown)
    words = _about(draft, state.language, LONGEST_MISS)
    if sum(map(str.isalpha, words)) < _LEAST:
        return (counted,)
    return (counted, NoteMiss(reference(draft.id), words, why, shown))


def answered(state: State, scene: Scene, helped: EntryId | None) -> tuple[Effect, ...]:
    """A suggestion helped: counted; its person's words may find it the next time at once."""
    draft = drafted(state)
    counted = CountOutcome("helped", tuple(each.id for each in draft.shown), helped)
    entry = scene.playbook.faq.get(helped) if helped else None
    words = unmarked(_about(draft, state.language, LONGEST_WORDING), state.language)
    if entry is None or not _is_new(words, entry, state.language, scene):
        return (counted,)
    return (counted, OfferWording(entry.id, words))


def _about(draft: Draft, language: str, longest: int) -> str:
    return gist(masked(draft.value(form.PROBLEM)[:_READ]), language, longest)


def _is_new(words: str, entry: Entry, language: str, scene: Scene) -> bool:
    if not telling_words(words, language):
        return False
    said = folded(words, language)
    if any(folded(known, language) == said for known in (entry.question, *entry.wordings)):
        return False
    faq, scope = scene.playbook.faq, scene.scope
    first = next(iter(faq.search(words, language=language, limit=1, floor=SURE, scope=scope)), None)
    return first is None or first.entry.id != entry.id
