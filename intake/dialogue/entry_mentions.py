"""Which entries of the FAQ a message of staff is about, told before anything is decided."""

from typing import Final

from faq_index import EntryId
from intake.dialogue.messages import ANYTIME, Command, CommandName, Pressed, Said, Submitted, Text
from intake.dialogue.state import State, Writing

LONGEST_ID: Final = 200

_PREFIX: Final = f"{ANYTIME}:faq-"
_OF_A_MISS: Final = ("answer.", "dismiss.")
_ABOUT_MISSES: Final = (*_OF_A_MISS, "take.", "refuse.")
_STAMPED: Final = frozenset({"gone", "back", "undo"})
"""Buttons that say what the entry was when they were shown: they change nothing else."""


def asked_about(said: Said, state: State) -> tuple[EntryId, ...]:
    """The entries that the turn may need to know as they are now."""
    writing = state.writing
    ids = [_named(said)]
    if writing:
        ids += [writing.base.id if writing.base else "", writing.twin or ""]
    return tuple(dict.fromkeys(EntryId(id) for id in ids if id))


def is_about_changes(said: Said, state: State) -> bool:
    """Whether the turn may need to know who changed what."""
    writing = state.writing
    match said:
        case Command(CommandName.FAQ, argument):
            return parted(argument)[0] in {"undo", "show", "hide"}
        case Pressed(token) if token.startswith(_PREFIX):
            return True
        case Pressed() | Text():
            # It may be kept now, and somebody else may have been faster.
            return writing is not None and writing.base is not None and not writing.field
        case _:
            return isinstance(said, Submitted)


def is_about_misses(said: Said, state: State) -> bool:
    """Whether the turn may need to know what people asked in vain."""
    writing = state.writing
    match said:
        case Command(CommandName.FAQ, argument):
            return parted(argument)[0] == "misses"
        case Pressed(token) if token.startswith(_PREFIX):
            return token.removeprefix(_PREFIX).startswith(_ABOUT_MISSES)
        case Pressed() | Text():
            # It may be kept now.
            return writing is not None and bool(writing.miss and _may_be_kept(writing, said))
        case Submitted(miss=miss):
            return bool(miss)
        case _:
            return False


def miss_asked_about(said: Said, state: State) -> str | None:
    """The number of the question asked in vain that the turn is about; None where it is about all
    of them, and about none where that is empty."""
    match said:
        case Command():
            return None
        case Pressed(token) if token.startswith(_PREFIX):
            verb, _, number = token.removeprefix(_PREFIX).partition(".")
            return number if f"{verb}." in _OF_A_MISS else ""
        case Submitted(miss=miss):
            return miss
        case _:
            return state.writing.miss if state.writing else ""


def _may_be_kept(writing: Writing, said: Pressed | Text) -> bool:
    adds = isinstance(said, Pressed) and said.token.endswith(":wording")
    return adds or not writing.field


def _named(said: Said) -> str:
    match said:
        case Command(CommandName.FAQ, argument):
            return parted(argument)[1][:LONGEST_ID]
        case Pressed(token) if token.startswith(_PREFIX):
            verb, _, what = token.removeprefix(_PREFIX).partition(".")
            return what.partition(".")[2] if verb in _STAMPED else what
        case Submitted(entry):
            return entry
        case _:
            return ""


def parted(argument: str) -> tuple[str, str]:
    verb, *rest = argument.split(maxsplit=1) or [""]
    return verb.casefold(), rest[0].strip() if rest else ""
