"""What a secret looks like: no word of a language, no version, no address."""

import re
from typing import Final

OPENERS: Final = "\"'«“„`"
_TAIL: Final = ".,;)]"
_ODD: Final = re.compile(
    r"[^\W\d_][^\s]{0,127}[!@#$%^&*+=?~§€|\\]|[!@#$%^&*+=~§€|\\][^\s]{0,127}[^\W_]"
)
_NUMBER: Final = re.compile(r"\d{4,}")
_DIGIT_WITHIN: Final = re.compile(r"[^\W\d_][\W_]{0,9}\d{1,9}[\W_]{0,9}[^\W\d_]")
_SIGN_WITHIN: Final = re.compile(r"\w[!@#$%^&*+=~§€_-]{1,3}\w")
_CAPITAL: Final = re.compile(r"[A-ZÄÖÜÑА-ЯЁ]")
_ADDRESS: Final = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|[\w./\\:-]{0,90}\.[^\W\d_]\w{1,4}"
    r"|(?:\.{0,2}/[\w.-]{1,60}){1,9}/?|\d{1,4}[-–]\w{1,30}",
)
_MODEL: Final = re.compile(r"(?:[^\W\d_]{1,20}-){1,3}\d{1,5}")


def folded(text: str) -> str:
    """In small letters and as long as the text, so that places in both are the same."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small, text))


def _small(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


def trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Where the group `value` is, without quotes around it and stops behind it."""
    start, value = match.start("value"), match["value"]
    if value[0] in OPENERS:
        return start + 1, match.end("value") - 1
    return start, start + len(value.rstrip(_TAIL))


def is_odd(value: str) -> bool:
    """Letters and digits in one word, signs within it, or a long number: no word of a language."""
    inner = value.rstrip("!?")
    digits = sum(map(str.isdigit, inner))
    letters = sum(map(str.isalpha, inner))
    if digits and letters:
        return True
    return bool(_ODD.search(inner)) or bool(_NUMBER.fullmatch(inner))


def is_address(value: str) -> bool:
    """Of mail, of a file, or of a site without its scheme."""
    return bool(_ADDRESS.fullmatch(value))


def is_strong(value: str) -> bool:
    """Odd beyond doubt, as "Windows11" and "COVID-19" are not: where little else tells of it."""
    inner = value.rstrip("!?.,;:)")
    if len(inner) < 5 or is_address(inner) or _MODEL.fullmatch(inner):
        return False
    if _DIGIT_WITHIN.search(inner):
        return True
    has_digit = any(map(str.isdigit, inner))
    return bool(_SIGN_WITHIN.search(inner)) and (has_digit and bool(_CAPITAL.search(inner)))
