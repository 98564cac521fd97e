"""A model of the tests' own, small enough to be understood: it knows a few words that mean the
same, and of all others only their spelling. What a real one finds is shown by the real one
(tests/semantic)."""

import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np

from faq_index.meaning import Vectors
from faq_index.text import words

WIDTH: Final = 200
_SAME: Final = (
    ("car", "automobile", "vehicle", "auto", "fahrzeug"),
    ("rent", "hire", "lease", "mieten"),
    ("money", "cash", "geld"),
)
_MEANS: Final = {word: group[0] for group in _SAME for word in group}


class Synonyms:
    """Texts are as alike as the things they speak of."""

    name = "synonyms"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([_row(text) for text in texts], np.float32).reshape(len(texts), WIDTH)


def _row(text: str) -> Vectors:
    row = np.zeros(WIDTH, np.float32)
    for word in words(text):
        seed = zlib.crc32(_MEANS.get(word, word).encode())
        row += np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32)
    return row
