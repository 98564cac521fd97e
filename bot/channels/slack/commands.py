"""What stands behind ``/ticket``: an order, or simply words; behind ``/faq``: an order of staff."""

from typing import Final

from intake.dialogue import identifying, noticing
from intake.dialogue.entry_orders import is_order
from intake.dialogue.messages import Command, CommandName, Text
from intake.dialogue.staffing import queue_of

NAME: Final = "/ticket"
FAQ: Final = "/faq"

_ALONE: Final = frozenset(
    {
        CommandName.HELP,
        CommandName.TICKETS,
        CommandName.NEW,
        CommandName.CANCEL,
        CommandName.START,
    }
)
"""With words behind them these are no orders but the beginning of a sentence."""


_OF_IDENTITY: Final = frozenset({CommandName.VERIFY, CommandName.FORGET, CommandName.COUPON})


def read(command: str, words: str) -> Command | Text | None:
    """None for a command that is not ours."""
    if command == FAQ:
        return Command(CommandName.FAQ, words.strip())
    return ordered(words) if command == NAME else None


def ordered(words: str) -> Command | Text:
    """Read the argument of the command; nothing at all is a greeting.

    `help me with my printer` is a problem in the person's words, `help` an order.
    """
    words = words.strip()
    first, _, rest = words.partition(" ")
    if not words:
        return Command(CommandName.START)
    try:
        name = CommandName(first.lower())
    except ValueError:
        return Text(words)
    rest = rest.strip()
    if name in _OF_IDENTITY:
        return identifying.ordered(words) or Text(words)
    if rest and (name in _ALONE or (name is CommandName.LANGUAGE and " " in rest)):
        return Text(words)
    if name is CommandName.FAQ and not is_order(rest):
        return Text(words)
    if name is CommandName.NOTICE and not noticing.is_order(rest):
        return Text(words)
    if name is CommandName.QUEUE and rest and not queue_of(rest):
        return Text(words)
    return Command(name, rest)
