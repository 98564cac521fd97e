"""The ticket identifier: made to be read out, typed and mistyped by people."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, NewType

from intake.errors import IntakeError

Tid = NewType("Tid", str)
"""Always in the one written form ``TID-XXX-XXX-XXX``."""

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_BITS: Final = 40
"""What `make` wants: eight symbols of five bits; the ninth symbol checks them."""

_VALUE: Final = {symbol: value for value, symbol in enumerate(ALPHABET)}
_LOOK_ALIKE: Final = str.maketrans("OIL", "011")
# Format characters (zero-width, direction marks) ride along when people copy from a chat.
_INVISIBLE: Final = {"Cf", "Mn"}
_WRITTEN: Final = re.compile(
    r"(?<![0-9A-Z])TID[\s#:._\-]{0,4}((?:[0-9A-TV-Z][ \t._\-]{0,3}){8}[0-9A-TV-Z])(?![0-9A-Z])"
)
_BARE: Final = re.compile(
    r"[ \t#:._\-\[\]]*(?:TID)?[\s#:._\-]*((?:[0-9A-TV-Z][ \t._\-]{0,3}){8}[0-9A-TV-Z])\W*"
)
_TYPOGRAPHIC_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


class NotATid(IntakeError):
    """This is not a TID: the check symbol does not fit, or the length is wrong."""


@dataclass(frozen=True, slots=True)
class Mistyped:
    """Something that was meant as a TID, but whose check symbol does not fit."""

    written: str


def make(random: int) -> Tid:
    """The TID of a number of 40 random bits.

    The check symbol is a weighted sum over GF(32) with a weight of its own for every place, so any
    single wrong symbol and any two symbols swapped are noticed. The result always holds a digit,
    which tells a TID from a word in running text.
    """
    if not 0 <= random < 1 << RANDOM_BITS:
        raise ValueError("a TID is made of 40 bits")
    values = [(random >> shift) & 31 for shift in range(RANDOM_BITS - 5, -1, -5)]
    if min(values) > 9:
        values[0] %= 10
    return _written("".join(ALPHABET[value] for value in [*values, _check(values)]))


def parse(text: str) -> Tid:
    """Read one TID, the prefix optional, in any case, spacing, width or dashes.

    Raises NotATid when the check symbol does not fit or the shape is another.
    """
    match = _BARE.fullmatch(_readable(text))
    if match is None or not _fits(symbols := _symbols(match[1])):
        raise NotATid
    return _written(symbols)


def find(text: str) -> tuple[Tid | Mistyped, ...]:
    """Every TID in running text, in order, each once; also the ones that were mistyped.

    Words that happen to follow "tid" are no TIDs: without a digit, only an unbroken one counts.
    """
    found: dict[Tid | Mistyped, None] = {}
    for match in _WRITTEN.finditer(_readable(text)):
        raw, symbols = match[1], _symbols(match[1])
        has_digit = any(character.isdigit() for character in raw)
        if _fits(symbols) and (has_digit or not re.search(r"\s", raw)):
            found[_written(symbols)] = None
        elif has_digit:
            found[Mistyped(match[0].strip())] = None
    return tuple(found)


def without(text: str) -> str:
    """The text with its TIDs taken out, to see what else was said."""
    return " ".join(re.sub(r"[\[\]#]", " ", _WRITTEN.sub(" ", _readable(text))).split())


def _readable(text: str) -> str:
    if text.isascii():
        return text.upper()
    seen = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHIC_DASHES)
    return "".join(c for c in seen if unicodedata.category(c) not in _INVISIBLE).upper()


def _symbols(raw: str) -> str:
    return re.sub(r"[ \t._\-]", "", raw).translate(_LOOK_ALIKE)


def _written(symbols: str) -> Tid:
    return Tid(f"TID-{symbols[:3]}-{symbols[3:6]}-{symbols[6:]}")


def _fits(symbols: str) -> bool:
    values = [_VALUE[symbol] for symbol in symbols]
    return _check(values[:-1]) == values[-1]


def _check(values: list[int]) -> int:
    # Horner's rule: place i from the right weighs x^i, and x has order 31 in GF(32).
    total = 0
    for value in values:
        total = (total ^ value) << 1
        if total & 32:
            total ^= 0b100101
    return total
