"""What holds after every turn of a talk, whatever was said."""

from intake.dialogue.entry_writing import is_empty
from intake.dialogue.environment import taken_out
from intake.dialogue.messages import Correction, Files, Pressed, Said, Text
from intake.dialogue.replies import Say
from intake.dialogue.state import (
    Asking,
    Draft,
    DraftFile,
    Redeeming,
    Reviewing,
    Sorting,
    State,
    Suggesting,
)
from intake.dialogue.turn import CountOutcome, FileTicket
from intake.regulations.policy import Condition, Policy
from intake.tickets import Ticket
from tests.unit.intake.talk import SCOPED, Talk


def may_be_silent(state: State, said: Said) -> bool:
    """A second tap, the next part of an album or of a report, and an edit that changes nothing need
    no answer."""
    match said:
        case Pressed(token):
            return token == f"{state.answered}:{state.choice}"
        case Files(album=album):
            return bool(album) and any(file.album == album for file in _files(state.draft))
        case Correction():
            return True
        case Text(text):
            # The next part of a report that is asked about already.
            return state.report is not None and not taken_out(text, goes_on=True)[0]
        case _:
            return False


def _files(draft: Draft | None) -> tuple[DraftFile, ...]:
    return draft.files if draft else ()


def is_complete(state: State) -> bool:
    """Where a question is on screen, there are buttons and a draft to go with it."""
    if state.is_writing:
        return bool(state.screen)
    if isinstance(state.stage, Suggesting | Asking | Reviewing | Redeeming):
        return bool(state.screen) and state.draft is not None
    return bool(state.screen) or not isinstance(state.stage, Sorting)


def lost(before: Talk, after: Talk) -> set[str]:
    """The answers that were in the draft and are gone, though it was neither filed nor solved."""
    draft = before.state.draft
    ended = any(
        isinstance(effect, FileTicket)
        or (isinstance(effect, CountOutcome) and effect.outcome == "helped")
        for effect in after.effects
    )
    if draft is None or ended:
        return set()
    kept = after.state.draft
    # A draft that was laid aside makes room for a new problem, as the person was told.
    if before.state.parked and kept and kept.id != draft.id:
        return set()
    return {answer.field for answer in draft.answers if not (kept and kept.answer(answer.field))}


def unwritten(before: Talk, after: Talk, said: Said) -> bool:
    """Whether what was being written for the FAQ is gone, though nobody kept or dropped it."""
    writing, left = before.state.writing, after.state.writing
    if writing is None or is_empty(writing) or left is not None:
        return False
    is_same = any(isinstance(each, Say) and each.key == "faq-unchanged" for each in after.replies)
    return said != Pressed("*:faq-drop") and not (after.effects or is_same)


def given_up(said: Said) -> set[str]:
    """What this input asks to forget."""
    match said:
        case Pressed("*:drop"):
            return {"problem", *(field.id for field in SCOPED.form)}
        case Pressed(token) if token.endswith(":skip"):
            return {field.id for field in SCOPED.form if not field.required}
        case Text("skip"):
            return {field.id for field in SCOPED.form if not field.required}
        case _:
            return set()


def missing_on(ticket: Ticket, policy: Policy) -> list[str]:
    """The fields that the policy requires of a ticket and that this one lacks."""
    values = {filled.field: filled.value for filled in ticket.fields}
    return [
        field.id
        for field in policy.form
        if field.required and not values.get(field.id) and _holds(field.required_if, ticket)
    ]


def _holds(condition: Condition | None, ticket: Ticket) -> bool:
    return condition is None or ticket.value(condition.field) == condition.value
