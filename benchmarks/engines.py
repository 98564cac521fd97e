"""What a desk would pick instead of our search, each behind the same two methods."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, Protocol

import bm25s  # type: ignore[import-untyped]  # it ships no types
import numpy as np
import numpy.typing as npt
import tantivy
from rapidfuzz import fuzz, process

from bot.meaning import loaded
from faq_index import Entry, FaqIndex
from faq_index.entry import EntryId
from faq_index.meaning import Meaning, Meanings, middles
from faq_index.sense import Sense
from faq_index.stems import stem
from faq_index.text import words

OURS: Final = "tidings"
MEANT: Final = "tidings + meaning"
MOST_TERMS: Final = 120
"""Terms of one SQLite query: beyond, its expression gets too deep."""

MOST_ENTRIES: Final = 10
"""Entries asked of our own search; the others give 50 lines, and so about as many entries."""

Floats = npt.NDArray[np.float32]
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
        found = self._index.search(query, language=language, limit=MOST_ENTRIES)
        return [(match.entry.id, match.confidence) for match in found]


class Meant(Ours):
    """faq_index with the model of the optional extra."""

    def __init__(self) -> None:
        self._meaning = loaded("on")

    def build(self, entries: Sequence[Entry]) -> None:
        super().build(entries)
        self._index = replace(self._index, sense=sense_of(self._meaning, entries))


def sense_of(meaning: Meaning | None, entries: Sequence[Entry]) -> Sense | None:
    """What the model says of the entries, read one after the other."""
    if meaning is None:
        return None
    vectors = middles(meaning, entries)
    ids = [entry.id for entry in entries]
    return Sense(meaning, Meanings.of(dict(zip(ids, vectors, strict=True))))


class _ByLine:
    """The others rank lines: every wording is one, and an entry is as good as its best."""

    def _lines(self, entries: Sequence[Entry]) -> list[str]:
        pairs = [(entry, text) for entry in entries for text in (entry.question, *entry.wordings)]
        self._owners = [entry.id for entry, _ in pairs]
        self._language = entries[0].language
        return [text for _, text in pairs]

    def _stems(self, line: str) -> list[str]:
        return [stem(word, self._language) for word in words(line, self._language)]

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


class Tantivy(_ByLine):
    """tantivy (BM25) over the same stems as ours, the longer ones also when one slip away."""

    def build(self, entries: Sequence[Entry]) -> None:
        lines = self._lines(entries)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("x", tokenizer_name="whitespace")
        builder.add_integer_field("at", stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(heap_size=50_000_000, num_threads=1)
        for at, line in enumerate(lines):
            writer.add_document(tantivy.Document(x=" ".join(self._stems(line)), at=at))
        writer.commit()
        index.reload()
        self._searcher = index.searcher()

    def search(self, query: str, language: str) -> Scored:  # noqa: ARG002 (one language an index)
        wanted = []
        for each in list(dict.fromkeys(self._stems(query)))[:MOST_TERMS]:
            wanted.append(tantivy.Query.term_query(self._schema, "x", each))
            if len(each) >= 4:
                near = tantivy.Query.fuzzy_term_query(self._schema, "x", each, distance=1)
                wanted.append(tantivy.Query.boost_query(near, 0.5))
        either = [(tantivy.Occur.Should, each) for each in wanted]
        hits = self._searcher.search(tantivy.Query.boolean_query(either), 50).hits if either else []
        lines = [int(self._searcher.doc(address)["at"][0]) for _, address in hits]
        return self._entries(lines, [score for score, _ in hits])


class CharTfidf(_ByLine):
    """Cosine of TF-IDF over character 3- to 5-grams within words, as scikit-learn's `char_wb`."""

    def build(self, entries: Sequence[Entry]) -> None:
        held = [_grams(" ".join(words(line))) for line in self._lines(entries)]
        self._columns = {gram: at for at, gram in enumerate(dict.fromkeys(chain(*held)))}
        matrix = np.zeros((len(held), len(self._columns)), np.float32)
        for row, counts in zip(matrix, held, strict=True):
            row[[self._columns[gram] for gram in counts]] = list(counts.values())
        self._idf = np.log((1 + len(held)) / (1 + (matrix > 0).sum(axis=0))) + 1
        matrix = _sublinear(matrix) * self._idf
        self._matrix = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)

    def search(self, query: str, language: str) -> Scored:
        asked = np.zeros(len(self._columns), np.float32)
        for gram, count in _grams(" ".join(words(query, language))).items():
            if gram in self._columns:
                asked[self._columns[gram]] = count
        asked = _sublinear(asked) * self._idf
        scores = self._matrix @ (asked / max(float(np.linalg.norm(asked)), 1e-9))
        best = np.argsort(-scores, kind="stable")[:50]
        best = best[scores[best] > 0]
        return self._entries(best.tolist(), scores[best].tolist())


def _grams(text: str) -> Counter[str]:
    padded = [f" {word} " for word in text.split()]
    return Counter(
        w[at : at + n] for w in padded for n in (3, 4, 5) for at in range(len(w) - n + 1)
    )


def _sublinear(counts: Floats) -> Floats:
    logarithms = np.log(counts, out=np.zeros_like(counts), where=counts > 0)
    return np.where(counts > 0, 1 + logarithms, 0)


def engines() -> dict[str, Callable[[], Engine]]:
    """Every engine by the name it has in the table, ours first. The one with the model raises
    SettingsInvalid where the extra is not installed."""
    return {
        OURS: Ours,
        MEANT: Meant,
        "rapidfuzz token_set_ratio": TokenSet,
        "SQLite FTS5 porter": lambda: Fts5("porter unicode61 remove_diacritics 2"),
        "SQLite FTS5 trigram": lambda: Fts5("trigram"),
        "bm25s": Bm25s,
        "tantivy fuzzy": Tantivy,
        "character TF-IDF": CharTfidf,
    }
