"""C3: however a question is mistyped, the same entries are found."""

import random
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from faq_index import SHOW, Entry
from tests.unit.faq_index.test_sample_faq import FAQ, SEED

Slip = Callable[[str, random.Random], str]


def _swapped(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _missing(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1 :]


def _doubled(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text) - 1)
    return text[:at] + text[at] + text[at:]


def _decomposed(text: str, _: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def _plain_letters(text: str, _: random.Random) -> str:
    """As people type who lack a key: no accents, ß as ss."""
    bare = unicodedata.normalize("NFD", text.replace("ß", "ss"))
    return "".join(each for each in bare if not unicodedata.combining(each)).upper()


SLIPS: Final[tuple[Slip, ...]] = (_swapped, _missing, _doubled, _decomposed, _plain_letters)
PAIRS: Final = 200


def pairs() -> Iterator[tuple[Entry, str]]:
    chance = random.Random(2026)
    for number in range(PAIRS):
        entry = SEED.entries[number % len(SEED.entries)]
        yield entry, SLIPS[number % len(SLIPS)](entry.question, chance)


def test_the_entry_that_was_meant_stands_first() -> None:
    first = [FAQ.search(typed, language=each.language)[0].entry == each for each, typed in pairs()]
    assert sum(first) >= 0.99 * PAIRS


def test_and_is_shown() -> None:
    shown = [
        any(match.entry == each for match in FAQ.search(typed, language=each.language, floor=SHOW))
        for each, typed in pairs()
    ]
    assert sum(shown) >= 0.99 * PAIRS
