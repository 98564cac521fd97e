"""Takes access data out of what people write, before it is kept anywhere (R11)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from intake.access_data import hide, opens_after
from intake.dialogue import form, identifying
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    Files,
    Message,
    Said,
    Text,
)
from intake.dialogue.playbook import Playbook
from intake.dialogue.state import Redeeming, Reviewing, Sorting, State, Suggesting

_PROVING: Final = frozenset({CommandName.VERIFY, CommandName.START, CommandName.COUPON})
_BEFORE: Final = 100
"""Characters of it: whoever sends "My password is" sends the rest next."""
Seal = Callable[[str], str]


def sealed(message: Message, playbook: Playbook) -> Message:
    """The message as it may be kept, with the kinds of what was hidden in it.

    A single word may be the answer to a question of ours, and staff may be writing for the FAQ:
    those wait for `sealed_in_talk`.
    """
    return message if _is_to_wait(message, playbook) else _sealed(message)


def sealed_in_talk(message: Message, playbook: Playbook, state: State) -> Message:
    """The same, where the talk has to be looked at first: what staff order, and what they write
    for the FAQ, is the desk's own."""
    is_staff = message.speaker.id in playbook.staff
    is_ours = is_staff and (state.is_writing or isinstance(message.said, Command))
    is_ours = is_ours or isinstance(state.stage, Redeeming)
    # What proves who somebody is, or gives a right, is kept as a keyed hash only.
    is_ours = is_ours or identifying.proves(message.said, state)
    if is_ours or not _is_to_wait(message, playbook):
        return message
    alone, before, said = _sealed(message), _said_before(state), message.said
    if alone is message and before and isinstance(said, Text) and opens_after(before, said.text):
        return replace(message, said=Text("<password>"), hidden=("password",))
    return alone


def _said_before(state: State) -> str:
    """The end of what a person said, where their next words join it."""
    match state.stage:
        case Suggesting() | Reviewing() if state.draft:
            return state.draft.value(form.PROBLEM)[-_BEFORE:]
        case Sorting(words=words):
            return words.text[-_BEFORE:]
        case _:
            return ""


def _is_to_wait(message: Message, playbook: Playbook) -> bool:
    said = message.said
    if isinstance(said, Command) and said.name in _PROVING:
        return True
    is_alone = isinstance(said, Text) and len(said.text.split()) == 1
    return is_alone or message.speaker.id in playbook.staff


def _sealed(message: Message) -> Message:
    kinds: dict[str, None] = dict.fromkeys(message.hidden)

    def seal(text: str) -> str:
        hidden = hide(text)
        kinds.update(dict.fromkeys(hidden.kinds))
        return hidden.text

    said = _said(message.said, seal)
    return message if said == message.said else replace(message, said=said, hidden=tuple(kinds))


def _said(said: Said, seal: Seal) -> Said:
    match said:
        case Text(text):
            return Text(seal(text))
        case Correction(text):
            return Correction(seal(text))
        case Command(name, argument):
            return Command(name, seal(argument))
        case Files():
            return replace(said, caption=seal(said.caption))
        case _:
            return said
