"""Puts on screen what somebody of the staff writes, or looks at, in the FAQ."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from faq_index import KINDS, Entry, EntryId, Match
from intake.dialogue.answers import Rejected
from intake.dialogue.entry_form import FIELDS, PREFIX, fits, lacking, stamp, value, values
from intake.dialogue.entry_replies import ChangedBy, EntryCard, EntryForm, Found, FoundEntries, Why
from intake.dialogue.messages import ANYTIME
from intake.dialogue.playbook import Change, Scene
from intake.dialogue.questions import Ask, Choice
from intake.dialogue.state import State, Writing
from intake.dialogue.turn import Offer, Turn, anytime, offering
from intake.regulations.tongues import base

SURE: Final = 80
"""Per cent of confidence from which an entry seems to answer the same question."""
SHOWN: Final = 3
LONGEST_TOKEN: Final = 64
"""Bytes: what every channel takes for a button."""
TOLD: Final = 3
"""Changes told of an entry."""

_USUAL: Final = ("kind", "language")
"""These have a value before anybody gives them one."""


def written(state: State) -> Writing:
    """What is being written, where it is known that something is."""
    if state.writing is None:
        raise ValueError("nothing is being written for the FAQ")
    return state.writing


def show(state: State, scene: Scene) -> Turn:
    """The question that waits for an answer, or the card."""
    return ask(state, scene) if written(state).field else card(state, scene)


def ask(state: State, scene: Scene, wrong: Rejected | None = None) -> Turn:
    """One question, saying first what was wrong with the last answer."""
    writing = written(state)
    field, wrong = writing.field, wrong or Rejected("")
    number = 0 if writing.editing else FIELDS.index(field) + 1
    asked, choices = offering(state, _offers(writing, scene))
    current = _current(writing)
    return Turn(
        asked,
        (Ask(PREFIX + field, number, len(FIELDS), current, wrong.problem, wrong.about, choices),),
    )


def card(state: State, scene: Scene) -> Turn:
    """The whole entry, before it is kept."""
    writing = written(state)
    entry, twin = writing.entry, _title(writing.twin, scene)
    offers = [
        Offer("save", "button-save", emphasis="primary"),
        *([Offer("wording", "button-faq-wording")] if twin else []),
        *(Offer(f"edit.{field}", "button-edit", PREFIX + field) for field in FIELDS),
        Offer("cancel", "button-cancel"),
    ]
    asked, choices = offering(state, offers)
    shown = EntryCard(
        "edited" if writing.base else "new",
        entry.id,
        values(entry),
        hidden=not entry.published,
        shown_now=_shown_now(scene, entry),
        twin=twin,
        choices=choices,
    )
    return Turn(asked, (shown,))


def form(state: State, scene: Scene) -> Turn:
    """All of it at once where the channel has forms, else what `show` puts on screen."""
    turn, writing = show(state, scene), written(state)
    *others, last = turn.replies
    if not (fits(writing.entry) and isinstance(last, Ask | EntryCard)):
        return turn
    base = writing.base
    as_form = EntryForm(
        base.id if base else EntryId(""),
        stamp(base),
        values(writing.entry),
        tuple(dict.fromkeys([writing.entry.language, *_bases(scene)])),
        last,
        writing.miss,
    )
    return replace(turn, replies=(*others, as_form))


def found(scene: Scene, words: str, language: str, limit: int, floor: float) -> tuple[Found, ...]:
    """What the FAQ holds on these words, best first; also what is valid on other days only."""
    matches = scene.playbook.faq.search(words, language=language, limit=limit, floor=floor)
    return tuple(map(_found, matches))


def _found(match: Match) -> Found:
    percent = min(99, max(1, round(match.confidence * 100)))
    return Found(match.entry.id, match.entry.question, match.entry.url, percent)


def twin_of(entry: Entry, scene: Scene) -> EntryId | None:
    """The entry that people with this question are answered with already."""
    matches = _shown_now(scene, entry)
    return matches[0].id if matches and _is_sure(matches[0]) else None


def _shown_now(scene: Scene, entry: Entry) -> tuple[Found, ...]:
    """What a person with this question is answered with."""
    faq, asked = scene.playbook.faq, entry.question
    matches = faq.search(
        asked,
        language=entry.language,
        limit=SHOWN,
        floor=scene.playbook.policy.thresholds.maybe,
        scope=scene.scope,
    )
    return tuple(map(_found, matches))


def _is_sure(item: Found) -> bool:
    return item.percent >= SURE


def shown_now(scene: Scene, entry: Entry) -> FoundEntries:
    """What people are shown now for an entry's question, to whoever has just written it."""
    items = _shown_now(scene, entry)
    is_answered = bool(items) and _is_sure(items[0])
    return FoundEntries("twin" if is_answered else "shown-now", entry.question, items)


def look(entry: Entry, why: Why, choices: Sequence[Choice], changes: Sequence[Change]) -> EntryCard:
    """An entry as it is kept, and who changed it last."""
    return EntryCard(
        why,
        entry.id,
        values(entry),
        hidden=not entry.published,
        changes=tuple(ChangedBy(each.at, each.by) for each in changes[:TOLD]),
        choices=tuple(choices),
    )


def about(verb: str, id: str, label: str, value: str = "") -> tuple[Choice, ...]:
    """A button for an entry that never passes; none where its id is too long for one."""
    name = f"{verb}.{id}"
    if len(f"{ANYTIME}:{name}".encode()) > LONGEST_TOKEN:
        return ()
    return (anytime(name, label, value),)


def _title(id: EntryId | None, scene: Scene) -> str:
    entry = (scene.facts.entries.get(id) or scene.playbook.faq.get(id)) if id else None
    return entry.question if entry else ""


def _current(writing: Writing) -> str:
    """The value so far; none where it is only the usual one."""
    if writing.field in _USUAL and not (writing.editing or writing.base):
        return ""
    return value(writing.entry, writing.field)


def _offers(writing: Writing, scene: Scene) -> Iterator[Offer]:
    field, current = writing.field, _current(writing)
    if field == "answer" and writing.twin and not writing.editing:
        yield Offer("wording", "button-faq-wording")
    yield from _options(field, scene)
    if current:
        yield Offer("keep", "button-keep", emphasis="primary")
    if _may_be_empty(writing):
        yield Offer("clear", "button-clear") if current else Offer("skip", "button-skip")
    if not writing.editing and lacking(writing.entry) is None:
        yield Offer("done", "button-done")
    if writing.editing or field != FIELDS[0]:
        yield Offer("back", "button-back")
    yield Offer("cancel", "button-cancel")


def _options(field: str, scene: Scene) -> Iterator[Offer]:
    if field == "kind":
        yield from (Offer(f"option.{kind}", "button-kind", kind) for kind in KINDS)
    if field == "language":
        for code in _bases(scene):
            yield Offer(f"option.{code}", "button-language", code)


def _may_be_empty(writing: Writing) -> bool:
    """An entry has to hold a question, and an answer or a link."""
    match writing.field:
        case "question":
            return False
        case "answer":
            return bool(writing.entry.url) or not writing.editing
        case "url":
            return bool(writing.entry.answer)
        case field if field in _USUAL:
            return not _current(writing)
        case _:
            return True


def _bases(scene: Scene) -> tuple[str, ...]:
    """What an entry can be written in: Spanish, not the Spanish of a region."""
    return tuple(dict.fromkeys(base(each) for each in scene.playbook.languages))
