"""One turn of the talk: the state and a message in, everything that follows from them out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, assert_never

from intake import tid
from intake.dialogue import (
    asking,
    beginning,
    commands,
    consenting,
    corresponding,
    entry_saving,
    entry_writing,
    flooding,
    form,
    identifying,
    noticing,
    plain_words,
    pressing,
    reminding,
    seeding,
    staffing,
    typed_orders,
    warning,
)
from intake.dialogue.answers import Rejected
from intake.dialogue.messages import (
    STAFF_COMMANDS,
    Command,
    CommandName,
    Correction,
    Files,
    Judged,
    Pressed,
    Spoken,
    Submitted,
    Text,
    Unreadable,
    Waited,
)
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import show
from intake.dialogue.state import (
    Describing,
    Idle,
    Part,
    Redeeming,
    Replying,
    Reviewing,
    Sorting,
    State,
    Suggesting,
)
from intake.dialogue.turn import Turn
from intake.dialogue.words import LONGEST, meaning

MUCH: Final = 20
"""Characters beside a TID that make a message more than a look at a ticket."""

_YES_OR_NO: Final = {
    ("suggesting", "yes"): "helped",
    ("suggesting", "no"): "none",
    ("suggesting", "skip"): "none",
    ("reviewing", "yes"): "file",
    ("sorting", "yes"): "add",
    ("sorting", "no"): "new-problem",
}
"""What a yes, a no or a skip says where the question can be answered by one."""
_ASIDE: Final = {"resume": commands.resume, "drop": commands.drop}
_ASKED_ABOUT_DRAFT: Final = {**_ASIDE, "yes": commands.resume, "no": commands.lay_aside}
_WORD_COMMANDS: Final = frozenset(
    {"cancel", "help", "tickets", "new", "language", "status", "supervisor"}
)


def advance(state: State, scene: Scene) -> Turn:
    """Decide on one message. Pure: the same state and scene give the same turn; never raises,
    whatever a person said."""
    match scene.message.said:
        case Waited():
            return reminding.remind(state, scene)
        case Judged() as judged:
            return beginning.lose_files(_introduced(state, scene), scene, judged)
        case spoken:
            state = flooding.counted(_introduced(state, scene), scene)
            turn = flooding.refused(state, scene) or _complete(state, scene, spoken)
            waits = reminding.expecting(turn.state, scene)
            return turn if waits is turn.state else replace(turn, state=waits)


def _complete(state: State, scene: Scene, said: Spoken | Submitted) -> Turn:
    """With what goes beside any answer: a notice, a code on its way, a warning."""
    turn = noticing.shown(state, _answered(state, scene, said), scene)
    return warning.warned(identifying.expecting(turn, scene), scene)


def _answered(state: State, scene: Scene, said: Spoken | Submitted) -> Turn:
    if isinstance(said, Submitted):
        if scene.is_staff:
            return entry_saving.submitted(state, scene, said)
        return commands.carry_out(state, scene, CommandName.HELP, "")
    if not state.is_writing:
        return consenting.heard(state, scene, said, _said)
    if turn := seeding.heard(state, scene, said):
        return turn
    if seeding.leaves(said):
        # What was asked before can be answered again, in words.
        aside = show(entry_writing.laid_aside(state), scene).state
        return _said(aside, scene, said).after(seeding.REMINDER)
    return _said(state, scene, said)


def _said(state: State, scene: Scene, said: Spoken) -> Turn:
    return identifying.heard(state, scene) or _by_kind(state, scene, said)


def _by_kind(state: State, scene: Scene, said: Spoken) -> Turn:
    match said:
        case Text(text):
            return _hear(state, scene, text)
        case Pressed(token):
            return pressing.press(state, scene, token)
        case Command(name, argument):
            return _command(state, scene, name, argument)
        case Files() as files:
            return _files(state, scene, files)
        case Correction(text):
            return _correct(state, scene, Part(scene.message.ref, text))
        case Unreadable(what):
            return show(state, scene).after(Say(f"unreadable-{what}"))
        case _:
            assert_never(said)


def _introduced(state: State, scene: Scene) -> State:
    """A new person is spoken to in the profile's language; a chosen one stays."""
    speaker = scene.message.speaker
    language = state.language or scene.playbook.language_of(speaker.language)
    staff, zone = speaker.id if scene.is_staff else None, speaker.zone or state.zone
    if (language, zone, staff) == (state.language, state.zone, state.staff):
        return state
    if state.writing and staff is None:
        # Whoever is no longer of the staff writes no more.
        state = replace(state, writing=None, screen=())
    return replace(state, language=language, zone=zone, staff=staff)


def _command(state: State, scene: Scene, name: CommandName, argument: str) -> Turn:
    if name in STAFF_COMMANDS and scene.is_staff:
        return staffing.carry_out(state, scene, name, argument)
    return commands.carry_out(state, scene, name, argument)


def _hear(state: State, scene: Scene, text: str) -> Turn:
    if len(text) > LONGEST:
        return _hear(state, scene, text[:LONGEST]).after(Say("message-cut", str(LONGEST)))
    meant = meaning(text, state.language, scene.playbook)
    if order := _draft_order(state, meant):
        return order(state, scene)
    meant = _YES_OR_NO.get((state.stage.kind, meant), meant) or _numbered(state, text)
    if meant in state.screen:
        return pressing.choose(state, scene, meant)
    if meant in _WORD_COMMANDS:
        return _command(state, scene, CommandName(meant), "")
    if turn := _no_description(state, scene, meant):
        return turn
    if command := typed_orders.about_ticket(text, state.language, scene.playbook):
        return _command(state, scene, *command)
    if found := tid.find(text):
        return _mention(state, scene, text, found)
    return plain_words.take(state, scene, text)


def _numbered(state: State, text: str) -> str:
    """The number of a suggestion says that it helped."""
    name = f"helped.{text.strip()}"
    return name if name in state.screen else ""


def _draft_order(state: State, meant: str) -> Callable[[State, Scene], Turn] | None:
    """What words do to a draft that lies aside, or that the person was just asked about."""
    was_asked = "drop" in state.screen
    if not (state.draft and (state.parked or was_asked)):
        return None
    return (_ASKED_ABOUT_DRAFT if was_asked else _ASIDE).get(meant)


def _no_description(state: State, scene: Scene, meant: str) -> Turn | None:
    """Phrases that are not part of any problem, where a problem's words would be taken."""
    if meant == "thanks" and isinstance(state.stage, Idle | Describing | Replying):
        # Nor a question that would start the desk's clock again.
        return Turn(state, (Say("welcome"),))
    if meant and isinstance(state.stage, Suggesting | Sorting | Reviewing | Redeeming):
        return show(state, scene)
    return None


def _mention(
    state: State, scene: Scene, text: str, found: tuple[tid.Tid | tid.Mistyped, ...]
) -> Turn:
    """A TID anywhere is looked up; what else was said is not lost over it."""
    answers = corresponding.statuses(found, scene)
    if len(tid.without(text)) < MUCH:
        return show(state, scene).after(*answers)
    mine = [each for each in found if isinstance(each, str) and each in scene.facts.tickets]
    words = Part(scene.message.ref, text)
    if isinstance(state.stage, Idle | Describing) and mine:
        return corresponding.sort(state, scene, mine[0], words).after(*answers)
    turn = plain_words.take(state, scene, text)
    if turn.state.draft and mine:
        draft = replace(
            turn.state.draft, related=tuple(dict.fromkeys([*turn.state.draft.related, *mine]))
        )
        turn = replace(turn, state=replace(turn.state, draft=draft))
    return turn.after(*answers)


def _files(state: State, scene: Scene, said: Files) -> Turn:
    stage = state.stage
    if isinstance(stage, Replying | Sorting):
        return corresponding.attach(state, scene, stage.tid, said)
    turn = beginning.take_files(state, scene, said)
    if not said.caption.strip():
        return turn
    # The caption is what is said first, so it meets the stage that the file found.
    spoken = plain_words.take(replace(turn.state, stage=stage), scene, said.caption)
    taken = tuple(reply for reply in turn.replies if reply.kind == "files-taken")
    return spoken.after(*taken, effects=turn.effects)


def _correct(state: State, scene: Scene, words: Part) -> Turn:
    if not words.text.strip():
        return Turn(state)
    if isinstance(state.stage, Sorting) and words.ref and state.stage.words.ref == words.ref:
        return corresponding.sort(state, scene, state.stage.tid, words)
    found = asking.corrected(state.draft, words, scene) if state.draft else None
    if found is None:
        return corresponding.note_correction(state, scene, words)
    draft, field, verdict = found
    if isinstance(verdict, Rejected):
        return Turn(state, (Say(verdict.problem, verdict.about),))
    kept = replace(state, draft=draft)
    if isinstance(state.stage, Suggesting) and field == form.PROBLEM:
        return beginning.suggest(kept, scene, draft.value(form.PROBLEM))
    return show(kept, scene).after(Say("corrected", field))
