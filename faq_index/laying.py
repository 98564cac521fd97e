"""Lays entries out as numbers, many at once: their lines, and the stems of each of their fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from faq_index.entry import Entry
from faq_index.numbering import NO_WORD, Numbering
from faq_index.postings import HALF, LOW, Integers, Ragged, distinct
from faq_index.text import BREAK, all_words

MOST_OF_ANSWER: Final = 600
"""Characters of an answer that are searched: what follows is detail."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Entries as numbers: each wording is a line, folded, of one entry; then stems by line, and
    those of tags and answers by entry; of a line or field each stem once, sorted."""

    folded: list[str]
    lines_of: Integers
    stems: Ragged
    tags: Ragged
    answers: Ragged


def lay(entries: Sequence[Entry], numbering: Numbering) -> Laid:
    """The entries, numbered from 0 here. A wording that reads like another one is no line."""
    texts = [(at, text) for at, each in enumerate(entries) for text in _asked(each)]
    words = all_words((text for _, text in texts), numbering.language)
    first: dict[tuple[int, str], int] = {}
    for at, ((owner, _), line) in enumerate(zip(texts, words.split(BREAK), strict=False)):
        if folded := " ".join(line.split()):
            first.setdefault((owner, folded), at)
    rows = _stems(words, numbering, len(texts))
    values, sizes = rows.rows(np.fromiter(first.values(), np.int64, len(first)))
    owners = np.fromiter((owner for owner, _ in first), np.int64, len(first))
    tags = all_words((" ".join(each.tags) for each in entries), numbering.language)
    answers = all_words((each.answer[:MOST_OF_ANSWER] for each in entries), numbering.language)
    return Laid(
        folded=[folded for _, folded in first],
        lines_of=np.bincount(owners, minlength=len(entries)).astype(np.int64),
        stems=Ragged.of([values], [sizes]),
        tags=_stems(tags, numbering, len(entries)),
        answers=_stems(answers, numbering, len(entries)),
    )


def _asked(entry: Entry) -> tuple[str, ...]:
    return (entry.question, *entry.wordings)


def _stems(words: str, numbering: Numbering, texts: int) -> Ragged:
    """The stems of each text once, sorted."""
    numbers = numbering.numbers(words)
    within = numbers != NO_WORD
    text = np.cumsum(~within)
    pairs = distinct(text[within], numbers[within])
    sizes = np.bincount((pairs >> HALF).astype(np.int64), minlength=texts).astype(np.int64)
    return Ragged.of([(pairs & LOW).astype(np.int32)], [sizes])
