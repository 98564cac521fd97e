"""A draft that nobody goes on with: its owner is reminded once, in the end it is closed (B14)."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from intake.dialogue import form, telling
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, Say
from intake.dialogue.state import Draft, Idle, Replying, Sorting, State
from intake.dialogue.turn import Turn, anytime

LATE: Final = timedelta(hours=2)
"""Whoever wrote at three in the afternoon was awake at three: later than this, the reminder waits
for that hour to come again. So nobody is woken, whatever zone they live in."""


def expecting(state: State, scene: Scene) -> State:
    """The state after its person has said something: what waits for them waits anew."""
    waits, after = state.draft or state.report, scene.playbook.policy.thresholds.remind_draft
    remind_at = scene.now + after if waits else None
    if remind_at == state.remind_at and not state.reminded:
        return state
    return replace(state, remind_at=remind_at, reminded=False)


def remind(state: State, scene: Scene) -> Turn:
    """The word that is due to somebody who has not gone on; nothing to whoever has."""
    due, draft = state.remind_at, state.draft
    if due is None or (draft is None and state.report is None):
        return Turn(replace(state, remind_at=None))
    late = scene.now - due
    if late < timedelta():
        return Turn(state)
    # Nobody said that the desk may have it (R10).
    state = replace(state, report=None)
    if draft is None:
        return Turn(replace(state, remind_at=None))
    if late > LATE:
        return Turn(replace(state, remind_at=due + timedelta(days=late.days + 1)))
    if state.reminded:
        return _close(state)
    after = scene.playbook.policy.thresholds
    end = due + after.close_draft - after.remind_draft
    waits = replace(state, reminded=True, remind_at=end)
    return Turn(waits, (_reminder(draft, scene),))


def _reminder(draft: Draft, scene: Scene) -> Say:
    done, of = form.progress(draft, scene.playbook.policy)
    choices = (anytime("resume", "button-resume"), anytime("drop", "button-drop"))
    return Say("draft-reminder", f"{done}/{of}", choices)


def _close(state: State) -> Turn:
    """The draft goes; a talk about a ticket, which may have begun meanwhile, goes on."""
    closed = replace(state, draft=None, parked=False, remind_at=None, reminded=False)
    if not isinstance(state.stage, Replying | Sorting):
        closed = replace(closed, stage=Idle(), screen=state.screen if state.is_writing else ())
    choices: tuple[Choice, ...] = (anytime("new", "button-new"),)
    if state.draft and telling.went_in_vain(state):
        choices = (*choices, telling.can_be_told(state.draft))
    return Turn(closed, (Say("draft-closed", choices=choices),))
