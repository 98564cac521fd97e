"""While somebody writes for the FAQ: what is for it, and what ends it for now."""

from typing import Final

from intake.dialogue import entry_writing
from intake.dialogue.entry_screens import show
from intake.dialogue.messages import Command, CommandName, Correction, Files, Pressed, Spoken, Text
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.dialogue.turn import Turn, anytime
from intake.dialogue.words import LONGEST

REMINDER: Final = Say("faq-left", choices=(anytime("faq-resume", "button-faq-resume"),))

_LEAVING: Final = frozenset({"*:new", "*:resume", "*:drop"})


def heard(state: State, scene: Scene, said: Spoken) -> Turn | None:
    """What is for the FAQ; None for what means the same as at any other moment."""
    match said:
        case Text(text):
            return entry_writing.typed(state, scene, text[: LONGEST + 1])
        case Correction(text):
            return entry_writing.corrected(state, scene, text)
        case Command(CommandName.CANCEL):
            return entry_writing.cancel(state, scene)
        case Files():
            return show(state, scene).after(Say("faq-no-files"))
        case _:
            return None


def leaves(said: Spoken) -> bool:
    """Whether the person turns to something of their own."""
    match said:
        case Command(CommandName.NEW | CommandName.START):
            return True
        case Pressed(token):
            return token in _LEAVING or token.startswith("*:reply.")
        case _:
            return False
