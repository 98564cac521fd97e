"""An entry of the FAQ is written: question by question, or changed from its card.

Whatever else the agent is in the middle of waits as it is, and is put back on screen afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from faq_index import Entry
from faq_index.misses import Cluster
from intake.dialogue import entry_saving
from intake.dialogue.answers import Rejected
from intake.dialogue.entry_form import (
    FIELDS,
    LONGEST,
    PREFIX,
    emptied,
    fill,
    read,
)
from intake.dialogue.entry_saving import add_wording, ask_again, back_to_talk, blank, save
from intake.dialogue.entry_screens import ask, form, show, shown_now, twin_of, written
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Reply, Say
from intake.dialogue.state import State, Writing
from intake.dialogue.turn import Turn, anytime
from intake.dialogue.words import meaning

MOST_WORDINGS: Final = 5
"""Of people's own ways to ask, to begin with."""


def is_empty(writing: Writing) -> bool:
    """Nothing would be lost with it."""
    entry = writing.entry
    return entry == writing.base if writing.base else not (entry.question or entry.answer)


def begin(state: State, scene: Scene, typed: Mapping[str, str]) -> Turn:
    """A new entry, of which this much has been typed: ask for what is missing or wrong."""
    entry, wrong = fill(blank(state), typed)
    writing = Writing(entry, twin=twin_of(entry, scene))
    if not wrong:
        return show(replace(state, writing=writing), scene)
    if set(typed) == {"question"} and "question" not in wrong:
        asked = replace(state, writing=replace(writing, field="answer"))
        return show(asked, scene).after(shown_now(scene, entry))
    return ask_again(replace(state, writing=writing), scene, wrong)


def begin_from(state: State, scene: Scene, asked: Cluster) -> Turn:
    """A new entry that answers what people asked in vain, in their words as far as those go."""
    question, *others = asked.wordings or (asked.sample,)
    entry = replace(
        blank(state),
        question=question[: LONGEST["question"]],
        language=asked.language,
        wordings=tuple(others[:MOST_WORDINGS]),
    )
    writing = Writing(entry, field="answer", miss=str(asked.number), twin=twin_of(entry, scene))
    return form(replace(state, writing=writing), scene).after(shown_now(scene, entry))


def typed(state: State, scene: Scene, text: str) -> Turn:
    """Words: the value of the field asked for, or what stands on a button."""
    writing = written(state)
    meant = meaning(text, state.language, scene.playbook)
    if meant == "skip" and "keep" in state.screen:
        meant = "keep"
    if meant in state.screen:
        return chosen(state, scene, meant)
    if not writing.field:
        return show(state, scene).after(Say("faq-press"))
    said = (*writing.said, (writing.field, scene.message.ref))
    known = replace(state, writing=replace(writing, said=said))
    return _take(known, scene, read(writing.entry, writing.field, text))


def corrected(state: State, scene: Scene, text: str) -> Turn | None:
    """An earlier answer was edited; None where the message was none."""
    writing, ref = written(state), scene.message.ref
    field = next((field for field, said in reversed(writing.said) if ref and said == ref), None)
    if field is None:
        return None
    entry = read(writing.entry, field, text)
    if isinstance(entry, Rejected):
        return Turn(state, (Say(entry.problem, entry.about),))
    twin = writing.twin if writing.base else twin_of(entry, scene)
    kept = replace(state, writing=replace(writing, entry=entry, twin=twin))
    return show(kept, scene).after(Say("corrected", PREFIX + field))


def chosen(state: State, scene: Scene, name: str) -> Turn:
    """A button of the question or of the card."""
    state = replace(state, answered=state.serial, choice=name)
    if act := _ACTS.get(name):
        return act(state, scene)
    verb, _, what = name.partition(".")
    writing = written(state)
    if verb == "edit":
        return show(replace(state, writing=replace(writing, field=what, editing=True)), scene)
    return _take(state, scene, read(writing.entry, writing.field, what))


def cancel(state: State, scene: Scene) -> Turn:
    """Stop writing. What was written already is laid aside."""
    if is_empty(written(state)):
        return entry_saving.finished(state, scene, Say("faq-cancelled"))
    choices = (anytime("faq-resume", "button-faq-resume"), anytime("faq-drop", "button-faq-drop"))
    return back_to_talk(laid_aside(state), scene).after(Say("faq-aside", choices=choices))


def laid_aside(state: State) -> State:
    """The state in which words are no longer for the FAQ."""
    return replace(state, writing=replace(written(state), aside=True), screen=())


def _take(state: State, scene: Scene, taken: Entry | Rejected) -> Turn:
    if isinstance(taken, Rejected):
        return ask(state, scene, taken)
    return _onward(replace(state, writing=replace(written(state), entry=taken)), scene)


def _onward(state: State, scene: Scene) -> Turn:
    """The next question, or the card."""
    writing = written(state)
    field, told = writing.field, tuple[Reply, ...]()
    if field == "question" and not writing.base:
        writing = replace(writing, twin=twin_of(writing.entry, scene))
        told = () if writing.editing else (shown_now(scene, writing.entry),)
    rest = FIELDS[FIELDS.index(field) + 1 :]
    following = "" if writing.editing or not rest else rest[0]
    asked = replace(state, writing=replace(writing, field=following, editing=False))
    return show(asked, scene).after(*told)


def _back(state: State, scene: Scene) -> Turn:
    """The question before this one; where it was asked from the card, the card."""
    writing = written(state)
    if writing.editing:
        return _onward(state, scene)
    before = FIELDS[max(0, FIELDS.index(writing.field) - 1)]
    return show(replace(state, writing=replace(writing, field=before)), scene)


def _skip(state: State, scene: Scene) -> Turn:
    writing = written(state)
    return _take(state, scene, emptied(writing.entry, writing.field))


def _done(state: State, scene: Scene) -> Turn:
    """There is enough: the rest stays as it is."""
    return show(replace(state, writing=replace(written(state), field="")), scene)


_ACTS: Final[Mapping[str, Callable[[State, Scene], Turn]]] = {
    "cancel": cancel,
    "back": _back,
    "keep": _onward,
    "skip": _skip,
    "clear": _skip,
    "done": _done,
    "save": save,
    "wording": add_wording,
}
