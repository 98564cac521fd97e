"""What a file is by its content, for whoever has to be told that it is not taken."""

import re
from typing import Final

import puremagic

_NAME: Final = re.compile(r"\.([a-z0-9]{2,5})")


def name_of(head: bytes) -> str:
    """The usual ending of files that begin so, such as "PDF" or "HEIC"; nothing where unknown."""
    try:
        found = _NAME.fullmatch(puremagic.from_string(head).lower())
    except (puremagic.PureError, ValueError):
        return ""
    return found[1].upper() if found else ""
