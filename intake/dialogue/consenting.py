"""A report about somebody's server goes to the desk with a yes only, and as a file (R10)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from intake.dialogue import beginning, corresponding, form
from intake.dialogue.environment import taken_out
from intake.dialogue.messages import (
    WRITTEN,
    Correction,
    FileId,
    Files,
    IncomingFile,
    Spoken,
    Text,
)
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import FilesTaken, Say
from intake.dialogue.screens import proceed, show
from intake.dialogue.state import (
    Answer,
    Asking,
    Describing,
    DraftFile,
    Idle,
    Part,
    Replying,
    Report,
    Sorting,
    State,
)
from intake.dialogue.turn import FetchFiles, Turn, anytime
from intake.dialogue.words import LONGEST, meaning
from intake.regulations.policy import FieldId
from intake.tid import Tid

CONFIGURATION: Final = FieldId("configuration")
"""The field of the form that asks for it, where the policy's form has it."""
NAME: Final = "server-report.txt"
_LEFT_OUT: Final = Say("report-left-out")


def heard(
    state: State, scene: Scene, said: Spoken, answer: Callable[[State, Scene, Spoken], Turn]
) -> Turn:
    """What `answer` makes of the words without the report, and what becomes of that."""
    rest, text = _split(said, goes_on=state.report is not None)
    if not text:
        word = _in_words(state, scene, said)
        if state.report and word:
            return decided(state, scene, word, state.report.tid)
        return _settled(answer(_passed(state), scene, said), scene)
    goes_on = state.report is not None and rest is None
    turn = Turn(state) if rest is None else answer(state, scene, rest)
    held = _holding(turn.state, scene, text)
    known = held.report
    if goes_on or known is None:
        return _settled(replace(turn, state=held), scene)
    choices = tuple(
        anytime(f"report-{word}.{known.tid}", f"button-report-{word}") for word in ("yes", "no")
    )
    shown = replace(turn, state=held) if turn.replies else show(held, scene)
    settled = _settled(shown, scene)
    if settled.state.report is None:
        return settled
    asked = Say("report-found", choices=choices)
    return replace(settled, replies=(*settled.replies, asked))


def decided(state: State, scene: Scene, word: str, about: str) -> Turn:
    """The person says whether the desk may have what they pasted."""
    report = state.report
    if report is None or report.tid != about:
        return show(state, scene).after(Say("question-passed"))
    if report.tid:
        return _decided_for_ticket(replace(state, report=None), scene, word, report)
    if state.draft and scene.playbook.policy.field(CONFIGURATION):
        said = Answer(CONFIGURATION, (Part(scene.message.ref, word),))
        state = replace(state, draft=form.answered(state.draft, said))
        is_asked = state.stage == Asking(CONFIGURATION)
        return _settled(proceed(state, scene) if is_asked else show(state, scene), scene)
    return _concluded(show(state, scene), scene, word)


def _in_words(state: State, scene: Scene, said: Spoken) -> str:
    if state.report is None or not state.report.at_hand or not isinstance(said, Text):
        return ""
    word = meaning(said.text, state.language, scene.playbook)
    return word if word in {"yes", "no"} else ""


def _passed(state: State) -> State:
    """Something else was said: the buttons about it still count, words do not."""
    report = state.report
    if report is None or not report.at_hand:
        return state
    return replace(state, report=replace(report, at_hand=False))


def _split(said: Spoken, goes_on: bool) -> tuple[Spoken | None, str]:
    """What was said without the report, None where nothing is left; and the report."""
    match said:
        case Text(text) | Correction(text):
            rest, report = taken_out(text, goes_on)
            return (replace(said, text=rest) if rest else None), report
        case Files(caption=caption):
            rest, report = taken_out(caption, goes_on)
            return replace(said, caption=rest), report
        case _:
            return said, ""


def _holding(state: State, scene: Scene, text: str) -> State:
    """The state with the report, for the ticket that the talk is about, or else for the draft."""
    stage, known = state.stage, state.report
    about = stage.tid if isinstance(stage, Replying | Sorting) else ""
    if known and known.tid == about:
        text = f"{known.text}\n{text}"[:LONGEST]
    held = replace(state, report=Report(text, about))
    if about or (state.draft and not state.parked):
        return held
    stage = Describing() if isinstance(stage, Idle) else stage
    return replace(held, draft=beginning.drafting(state, scene), parked=False, stage=stage)


def _settled(turn: Turn, scene: Scene) -> Turn:
    """The turn, after a yes or a no that the form, or the ticket, has already."""
    state = turn.state
    if state.report is None:
        return turn
    if state.report.tid:
        ticket = scene.facts.tickets.get(Tid(state.report.tid))
        if ticket is None or ticket.value(CONFIGURATION) != "yes":
            return turn
        on = _decided_for_ticket(replace(state, report=None), scene, "yes", state.report)
        return on.after(*turn.replies, effects=turn.effects)
    word = state.draft.value(CONFIGURATION) if state.draft else "no"
    return _concluded(turn, scene, word) if word in {"yes", "no"} else turn


def _concluded(turn: Turn, scene: Scene, word: str) -> Turn:
    """The draft takes the report as a file, or nothing of it is kept."""
    state, report = replace(turn.state, report=None), turn.state.report
    if word != "yes" or state.draft is None or report is None:
        return replace(turn, state=state).after(_LEFT_OUT)
    file = _file(report, scene)
    files = (*state.draft.files, DraftFile(file.id, file.name))
    taken = replace(turn, state=replace(state, draft=replace(state.draft, files=files)))
    fetched = FetchFiles((file,), draft=state.draft.id)
    return taken.after(FilesTaken((file.name,)), effects=(fetched,))


def _decided_for_ticket(state: State, scene: Scene, word: str, report: Report) -> Turn:
    if word != "yes":
        return show(state, scene).after(_LEFT_OUT)
    return corresponding.attach(state, scene, Tid(report.tid), Files((_file(report, scene),)))


def _file(report: Report, scene: Scene) -> IncomingFile:
    """Its bytes come from ourselves, the way that all files come."""
    size = len(report.text.encode())
    return IncomingFile(FileId(f"report:{scene.message.id}"), NAME, size, WRITTEN + report.text)
