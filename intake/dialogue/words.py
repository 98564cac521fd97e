"""Words as they come from people: made storable, and understood where they stand for a button."""

import re
import unicodedata
from typing import Final

from intake.dialogue.playbook import Playbook

LONGEST: Final = 40_000
"""Characters kept of one message; no platform of ours sends more in one."""
LONGEST_NAME: Final = 80

MARKS: Final = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
"""Marks of direction, which ride along when people copy from a chat."""

_KEPT_CONTROLS: Final = "\n\t"
_EDGES: Final = re.compile(r"^\W+|\W+$")
_LONGEST_PHRASE: Final = 40


def clean(text: str) -> str:
    """The same words without what no database or screen can hold (B3).

    Control characters go, lone surrogates and non-characters become U+FFFD. Nothing else changes.
    """
    if text.isascii() and text.isprintable():
        return text
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_storable, unified))


def name(text: str) -> str:
    """A person's name for one line: no breaks, no controls, not endless."""
    return " ".join(clean(text).split())[:LONGEST_NAME]


def meaning(text: str, language: str, playbook: Playbook) -> str:
    """The button or command that a short phrase stands for, or nothing.

    English phrases are understood in every language.
    """
    if len(text) > _LONGEST_PHRASE:
        return ""
    phrase = _EDGES.sub("", " ".join(text.translate(MARKS).casefold().split()))
    for tongue in (language, "en"):
        if found := playbook.spoken.get(tongue, {}).get(phrase):
            return found
    return ""


def _storable(character: str) -> str:
    if character in _KEPT_CONTROLS:
        return character
    match unicodedata.category(character):
        case "Cc":
            return ""
        case "Cs":
            return "\ufffd"
        case "Cn" if ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
            return "\ufffd"
        case _:
            return "" if character == "\ufeff" else character
