"""Whoever floods is told so once, and read again a moment later: nobody waits for them (B15)."""

from dataclasses import replace

from intake.dialogue.messages import Files
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.dialogue.turn import Turn


def counted(state: State, scene: Scene) -> State:
    """The state, with this message in its burst.

    By the platform's time: a backlog that comes all at once was not sent at once. Files are not
    counted, since an album of many comes as many messages.
    """
    limit, at = scene.playbook.limit, scene.message.sent_at
    if limit is None or isinstance(scene.message.said, Files):
        return state
    since = state.heard_since
    if since is None or not since <= at < since + limit.within:
        return replace(state, heard=1, heard_since=at)
    return replace(state, heard=state.heard + 1)


def refused(state: State, scene: Scene) -> Turn | None:
    """What is said to a message too many, once in a burst; None where it is read."""
    limit = scene.playbook.limit
    if limit is None or isinstance(scene.message.said, Files):
        return None
    match state.heard - limit.messages:
        case 1:
            seconds = str(int(limit.within.total_seconds()))
            return Turn(state, (Say("too-fast", seconds),))
        case too_many if too_many > 1:
            return Turn(state)
        case _:
            return None
