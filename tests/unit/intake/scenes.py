"""What the stories of the dialogue begin with."""

from intake import tid
from intake.dialogue.corresponding import told
from intake.dialogue.staffing import Agent, answer
from intake.dialogue.turn import ChangeTicket, Tell
from tests.unit.intake.talk import Talk


def agent_answers(talk: Talk, number: tid.Tid, words: str) -> Tell:
    """An agent answers from another conversation; the owner's state follows."""
    change, tell = answer(talk.tickets[number], Agent("Kim"), words, talk.now)
    assert isinstance(change, ChangeTicket)
    assert isinstance(tell, Tell)
    talk.tickets[number] = change.ticket
    talk.state, talk.replies = told(talk.state, number, talk.now), tell.replies
    return tell
