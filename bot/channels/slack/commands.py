"""What stands behind ``/ticket``: an order, or simply words."""

from typing import Final

from intake.dialogue.messages import Command, CommandName, Text

NAME: Final = "/ticket"

_ALONE: Final = frozenset(
    {
        CommandName.HELP,
        CommandName.TICKETS,
        CommandName.NEW,
        CommandName.CANCEL,
        CommandName.QUEUE,
        CommandName.START,
    }
)
"""With words behind them these are no orders but the beginning of a sentence."""


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
    if rest and (name in _ALONE or (name is CommandName.LANGUAGE and " " in rest)):
        return Text(words)
    return Command(name, rest)
