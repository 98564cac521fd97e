"""Chance for TIDs, from the one source that nobody can guess."""

import secrets
from collections.abc import Iterator
from typing import Final

from intake.tid import RANDOM_BITS

_TURNS: Final = 500
"""Fetched at once: each look at the system's source lets another thread in between."""


def chances() -> Iterator[int]:
    """Numbers of `RANDOM_BITS` bits, one for each turn."""
    size = RANDOM_BITS // 8
    while True:
        fetched = secrets.token_bytes(_TURNS * size)
        for at in range(0, len(fetched), size):
            yield int.from_bytes(fetched[at : at + size])
