"""An entry of the FAQ is written: question by question, or changed from its card; then it is kept.

Whatever else the agent is in the middle of waits as it is, and is put back on screen afterwards.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from faq_index import Entry, EntryId
from faq_index.misses import Cluster
from intake.dialogue import entry_keeping, entry_lessons, screens
from intake.dialogue.answers import Rejected
from intake.dialogue.entry_form import FIELDS, LONGEST, emptied, fill, lacking, merged, read, stamp
from intake.dialogue.entry_screens import SURE, ask, form, found, look, show, shown_now, written
from intake.dialogue.messages import Submitted
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Reply, Say
from intake.dialogue.state import Describing, State, Writing
from intake.dialogue.turn import ChangeEntry, Turn, anytime
from intake.dialogue.words import meaning

MOST_WORDINGS: Final = 5
"""Of people's own ways to ask, to begin with."""


def blank(state: State) -> Entry:
    """A new entry; its id is given when it is kept."""
    return Entry(id=EntryId(""), question="", language=state.language)


def is_empty(writing: Writing) -> bool:
    """Nothing would be lost with it."""
    entry = writing.entry
    return entry == writing.base if writing.base else not (entry.question or entry.answer)


def begin(state: State, scene: Scene, typed: Mapping[str, str]) -> Turn:
    """A new entry, of which this much has been typed: ask for what is missing or wrong."""
    entry, wrong = fill(blank(state), typed)
    writing = Writing(entry, twin=_twin(entry, scene))
    if not wrong:
        return show(replace(state, writing=writing), scene)
    if set(typed) == {"question"} and "question" not in wrong:
        asked = replace(state, writing=replace(writing, field="answer"))
        return show(asked, scene).after(shown_now(scene, entry))
    return _ask_again(replace(state, writing=writing), scene, wrong)


def begin_from(state: State, scene: Scene, asked: Cluster) -> Turn:
    """A new entry that answers what people asked in vain, in their words as far as those go."""
    question = asked.sample[: LONGEST["question"]]
    others = [each.words for each in asked.asked if each.words != asked.sample]
    wordings = tuple(dict.fromkeys(others))[:MOST_WORDINGS]
    entry = replace(blank(state), question=question, language=asked.language, wordings=wordings)
    writing = Writing(entry, field="answer", miss=str(asked.number), twin=_twin(entry, scene))
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
    return _take(state, scene, read(writing.entry, writing.field, text))


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
        return _back_to_talk(state, scene, Say("faq-cancelled"))
    choices = (anytime("faq-resume", "button-faq-resume"), anytime("faq-drop", "button-faq-drop"))
    return back_to_talk(laid_aside(state), scene).after(Say("faq-aside", choices=choices))


def laid_aside(state: State) -> State:
    """The state in which words are no longer for the FAQ."""
    return replace(state, writing=replace(written(state), aside=True), screen=())


def back_to_talk(state: State, scene: Scene) -> Turn:
    """What the agent was in the middle of is put on screen again; a greeting is not."""
    if isinstance(state.stage, Describing) and not state.draft:
        return Turn(state)
    return screens.show(state, scene)


def save(state: State, scene: Scene) -> Turn:
    """Keep the entry, unless something is missing or somebody has changed it meanwhile."""
    writing = written(state)
    if missing := lacking(writing.entry):
        return _ask_again(state, scene, {missing[0]: missing[1]})
    base = writing.base
    current = scene.facts.entries.get(base.id) if base else None
    if base and current and current != base:
        return _changed_meanwhile(state, scene, current)
    if writing.entry == current:
        return _back_to_talk(state, scene, Say("faq-unchanged", writing.entry.question))
    entry = writing.entry if base else replace(writing.entry, id=_id(scene))
    return _kept(state, scene, ChangeEntry(entry, current), "faq-saved")


def add_wording(state: State, scene: Scene) -> Turn:
    """The question becomes another wording of the entry that answers it already."""
    writing = written(state)
    twin = scene.facts.entries.get(writing.twin) if writing.twin else None
    if twin is None:
        return show(replace(state, writing=replace(writing, twin=None)), scene)
    more = dict.fromkeys([*twin.wordings, writing.entry.question, *writing.entry.wordings])
    entry = replace(twin, wordings=tuple(each for each in more if each != twin.question))
    return _kept(state, scene, ChangeEntry(entry, twin), "faq-wording-added")


def submitted(state: State, scene: Scene, filled: Submitted) -> Turn:
    """A form that was filled in: kept at once, unless there is something to be said first."""
    base = scene.facts.entries.get(filled.entry)
    entry, wrong = fill(base or blank(state), dict(filled.values))
    writing = Writing(entry, base, miss=filled.miss, twin=None if base else _twin(entry, scene))
    taken = replace(state, writing=writing, screen=())
    if wrong:
        return _ask_again(taken, scene, wrong)
    if base and stamp(base) != filled.stamp:
        return _theirs(taken, scene, base)
    if writing.twin:
        return show(taken, scene)
    turn = save(taken, scene)
    return _with_other(turn, state.writing, filled.entry)


def _take(state: State, scene: Scene, taken: Entry | Rejected) -> Turn:
    if isinstance(taken, Rejected):
        return ask(state, scene, taken)
    return _onward(replace(state, writing=replace(written(state), entry=taken)), scene)


def _onward(state: State, scene: Scene) -> Turn:
    """The next question, or the card."""
    writing = written(state)
    field, told = writing.field, tuple[Reply, ...]()
    if field == "question" and not writing.base:
        writing = replace(writing, twin=_twin(writing.entry, scene))
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


def _ask_again(state: State, scene: Scene, wrong: Mapping[str, Rejected]) -> Turn:
    """The first field that is wrong; everything else that was written stays."""
    field = next(each for each in FIELDS if each in wrong)
    writing = replace(written(state), field=field, editing=True)
    return ask(replace(state, writing=writing), scene, wrong[field])


def _changed_meanwhile(state: State, scene: Scene, theirs: Entry) -> Turn:
    """Somebody else was faster: their text is shown, and mine becomes a change of that."""
    writing = written(state)
    base = writing.base or theirs
    mine = replace(writing, entry=merged(base, writing.entry, theirs), base=theirs, field="")
    return _theirs(replace(state, writing=mine), scene, theirs)


def _theirs(state: State, scene: Scene, theirs: Entry) -> Turn:
    return show(state, scene).after(look(theirs, "changed", (), scene.facts.changes))


def _kept(state: State, scene: Scene, change: ChangeEntry, key: str) -> Turn:
    answers = entry_lessons.answered_by(change.entry.id, written(state).miss, scene)
    key = "faq-saved-answer" if answers and key == "faq-saved" else key
    turn = _back_to_talk(state, scene, entry_keeping.kept_words(change.entry, key))
    return replace(turn, effects=(change, *answers))


def _back_to_talk(state: State, scene: Scene, said: Say) -> Turn:
    return back_to_talk(replace(state, writing=None, screen=()), scene).after(said)


def _with_other(turn: Turn, other: Writing | None, id: EntryId) -> Turn:
    """What was being written of another entry stays, laid aside."""
    if other is None or (other.base.id if other.base else "") == id:
        return turn
    return replace(turn, state=replace(turn.state, writing=replace(other, aside=True)))


def _twin(entry: Entry, scene: Scene) -> EntryId | None:
    """The entry that people with this question are answered with already."""
    matches = found(scene, entry.question, entry.language, 1, SURE)
    return matches[0].id if matches else None


def _id(scene: Scene) -> EntryId:
    """The same for the same message, however often it is decided on."""
    return EntryId(f"q-{hashlib.sha256(scene.message.id.encode()).hexdigest()[:12]}")


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
