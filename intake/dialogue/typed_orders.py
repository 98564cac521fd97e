"""Orders about a ticket, typed in the person's own words with a TID behind them."""

from intake import tid
from intake.dialogue.messages import CommandName
from intake.dialogue.playbook import Playbook
from intake.dialogue.staffing import split
from intake.dialogue.words import meaning


def about_ticket(text: str, language: str, playbook: Playbook) -> tuple[CommandName, str] | None:
    """The command that a word means which has a TID behind it, and what stands there."""
    first, _, rest = text.strip().partition(" ")
    match meaning(first, language, playbook):
        case "status" if _is_tid(rest):
            return CommandName.STATUS, rest
        case "supervisor" if split(rest):
            return CommandName.SUPERVISOR, rest
        case "reopen" if split(rest):
            return CommandName.REOPEN, rest
        case _:
            return None


def _is_tid(text: str) -> bool:
    try:
        tid.parse(text)
    except tid.NotATid:
        return False
    return True
