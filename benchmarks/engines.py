"""What a desk would pick instead of our search, each behind the same two methods."""

import sqlite3
from collections.abc import Sequence
from typing import Final, Protocol

import bm25s  # type: ignore[import-untyped]  # it ships no types
import numpy as np
from rapidfuzz import fuzz, process

from faq_index import Entry, FaqIndex
from faq_index.entry import EntryId
from faq_index.stems import stem
from faq_index.text import words

MOST_TERMS: Final = 120
"""Terms of one SQLite query: beyond, its expression gets too deep."""

Scored = list[tuple[EntryId, float]]
"""Entries, best first, each once, with a score that may be compared between queries."""


class Engine(Protocol):
    """A search: built once over the entries of one FAQ, then asked."""

    def build(self, entries: Sequence[Entry]) -> None: ...

    def search(self, query: str, language: str) -> Scored: ...


class Ours:
    """faq_index."""

    def build(self, entries: Sequence[Entry]) -> None:
        self._index = FaqIndex.build(entries)

    def search(self, query: str, language: str) -> Scored:
        found = self._index.search(query, language=language)
        return [(match.entry.id, match.confidence) for match in found]


class _ByLine:
    """The others rank lines: every wording is one, and an entry is as good as its best."""

    def _lines(self, entries: Sequence[Entry]) -> list[str]:
        pairs = [(entry, text) for entry in entries for text in (entry.question, *entry.wordings)]
        self._owners = [entry.id for entry, _ in pairs]
        self._language = entries[0].language
        return [text for _, text in pairs]

    def _entries(self, lines: Sequence[int], scores: Sequence[float]) -> Scored:
        best: dict[EntryId, float] = {}
        for line, score in zip(lines, scores, strict=True):
            best.setdefault(self._owners[line], float(score))
        return list(best.items())


class TokenSet(_ByLine):
    """rapidfuzz.fuzz.token_set_ratio over folded words."""

    def build(self, entries: Sequence[Entry]) -> None:
        self._folded = [" ".join(words(line)) for line in self._lines(entries)]

    def search(self, query: str, language: str) -> Scored:
        asked = " ".join(words(query, language))
        found = process.extract(asked, self._folded, scorer=fuzz.token_set_ratio, limit=50)
        return self._entries([at for *_, at in found], [score for _, score, _ in found])


class Fts5(_ByLine):
    """SQLite's full-text index with bm25, by `porter` stems or by `trigram`."""

    def __init__(self, tokenizer: str) -> None:
        self._tokenizer = tokenizer

    def build(self, entries: Sequence[Entry]) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute(f"CREATE VIRTUAL TABLE line USING fts5(x, tokenize='{self._tokenizer}')")
        rows = ((at, " ".join(words(line))) for at, line in enumerate(self._lines(entries)))
        self._db.executemany("INSERT INTO line(rowid, x) VALUES (?, ?)", rows)

    def search(self, query: str, language: str) -> Scored:
        asked = words(query, language)
        if self._tokenizer == "trigram":
            joined = " ".join(asked)
            asked = [joined[at : at + 3] for at in range(len(joined) - 2)]
        terms = " OR ".join(f'"{term}"' for term in list(dict.fromkeys(asked))[:MOST_TERMS])
        if not terms:
            return []
        select = "SELECT rowid, -rank FROM line WHERE line MATCH ? ORDER BY rank LIMIT 50"
        found = self._db.execute(select, (terms,)).fetchall()
        return self._entries([at for at, _ in found], [score for _, score in found])


class Bm25s(_ByLine):
    """bm25s over the same stems as ours."""

    def build(self, entries: Sequence[Entry]) -> None:
        lines = self._lines(entries)
        self._bm25 = bm25s.BM25(method="lucene")
        self._bm25.index([self._stems(line) or ["_"] for line in lines], show_progress=False)

    def search(self, query: str, language: str) -> Scored:  # noqa: ARG002 (one language an index)
        known = [term for term in self._stems(query) if term in self._bm25.vocab_dict]
        if not known:
            return []
        most = min(50, len(self._owners))
        found, scores = self._bm25.retrieve([known], k=most, show_progress=False)
        held = np.flatnonzero(scores[0] > 0)
        return self._entries(found[0][held].tolist(), scores[0][held].tolist())

    def _stems(self, line: str) -> list[str]:
        return [stem(word, self._language) for word in words(line, self._language)]


def engines() -> dict[str, Engine]:
    """Every engine by the name it has in the table, ours first."""
    return {
        "tidings": Ours(),
        "rapidfuzz token_set_ratio": TokenSet(),
        "SQLite FTS5 porter": Fts5("porter unicode61 remove_diacritics 2"),
        "SQLite FTS5 trigram": Fts5("trigram"),
        "bm25s": Bm25s(),
    }
