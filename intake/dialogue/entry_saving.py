"""What was written for the FAQ is kept, unless there is something to be said first."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from faq_index import Entry, EntryId
from intake.dialogue import entry_keeping, entry_lessons, screens
from intake.dialogue.answers import Rejected
from intake.dialogue.entry_form import FIELDS, fill, lacking, merged, stamp
from intake.dialogue.entry_screens import ask, look, show, twin_of, written
from intake.dialogue.messages import Submitted
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.state import Describing, State, Writing
from intake.dialogue.turn import ChangeEntry, Turn
from intake.regulations.tongues import base


def blank(state: State) -> Entry:
    """A new entry; its id is given when it is kept."""
    return Entry(id=EntryId(""), question="", language=base(state.language))


def back_to_talk(state: State, scene: Scene) -> Turn:
    """What the agent was in the middle of is put on screen again; a greeting is not."""
    if isinstance(state.stage, Describing) and not state.draft:
        return Turn(state)
    return screens.show(state, scene)


def save(state: State, scene: Scene) -> Turn:
    """Keep the entry, unless something is missing or somebody has changed it meanwhile."""
    writing = written(state)
    if missing := lacking(writing.entry):
        return ask_again(state, scene, {missing[0]: missing[1]})
    base = writing.base
    current = scene.facts.entries.get(base.id) if base else None
    if base and current and current != base:
        return _changed_meanwhile(state, scene, current)
    if writing.entry == current:
        return finished(state, scene, Say("faq-unchanged", writing.entry.question))
    entry = writing.entry if base else replace(writing.entry, id=_id(scene))
    return _kept(state, scene, ChangeEntry(entry, current), "faq-saved")


def add_wording(state: State, scene: Scene) -> Turn:
    """The question becomes another wording of the entry that answers it already."""
    writing = written(state)
    twin = scene.facts.entries.get(writing.twin) if writing.twin else None
    if twin is None:
        return show(replace(state, writing=replace(writing, twin=None)), scene)
    entry = twin.also_asked(writing.entry.question, *writing.entry.wordings)
    return _kept(state, scene, ChangeEntry(entry, twin), "faq-wording-added")


def submitted(state: State, scene: Scene, filled: Submitted) -> Turn:
    """A form that was filled in: kept at once, unless there is something to be said first."""
    base = scene.facts.entries.get(filled.entry)
    entry, wrong = fill(base or blank(state), dict(filled.values))
    writing = Writing(entry, base, miss=filled.miss, twin=None if base else twin_of(entry, scene))
    taken = replace(state, writing=writing, screen=())
    if wrong:
        return ask_again(taken, scene, wrong)
    if base and stamp(base) != filled.stamp:
        return _theirs(taken, scene, base)
    if writing.twin:
        return show(taken, scene)
    turn = save(taken, scene)
    return _with_other(turn, state.writing, filled.entry)


def ask_again(state: State, scene: Scene, wrong: Mapping[str, Rejected]) -> Turn:
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
    turn = finished(state, scene, entry_keeping.kept_words(change.entry, key))
    return replace(turn, effects=(change, *answers))


def finished(state: State, scene: Scene, said: Say) -> Turn:
    """Nothing is being written any more."""
    return back_to_talk(replace(state, writing=None, screen=()), scene).after(said)


def _with_other(turn: Turn, other: Writing | None, id: EntryId) -> Turn:
    """What was being written of another entry stays, laid aside."""
    if other is None or (other.base.id if other.base else "") == id:
        return turn
    return replace(turn, state=replace(turn.state, writing=replace(other, aside=True)))


def _id(scene: Scene) -> EntryId:
    """The same for the same message, however often it is decided on."""
    return EntryId(f"q-{hashlib.sha256(scene.message.id.encode()).hexdigest()[:12]}")
