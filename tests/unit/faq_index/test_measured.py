"""The search is held against what a desk would pick instead, on real people's queries."""

import pytest

from benchmarks.engines import Ours, TokenSet
from benchmarks.search import ask, auroc, score
from benchmarks.search_sets import DEFAULT, FaqSet, faq_sets
from faq_index import MAYBE

SETS = faq_sets(DEFAULT)


@pytest.mark.skipif(not SETS, reason=f"no FAQ sets in {DEFAULT}: the search is not measured")
@pytest.mark.parametrize("variant", ["plain", "typo"])
@pytest.mark.parametrize(
    "faq", [each for each in SETS if len(each.queries["plain"]) < 600], ids=lambda faq: faq.name
)
def test_it_beats_token_set_ratio(faq: FaqSet, variant: str) -> None:
    ours, theirs = Ours(), TokenSet()
    for engine in (ours, theirs):
        engine.build(faq.entries)
    found = score(ask(ours, faq.queries[variant]), MAYBE)
    other = score(ask(theirs, faq.queries[variant]), MAYBE)
    assert found.first > other.first
    assert found.third > other.third
    assert found.auroc > other.auroc


def test_auroc_is_the_chance_to_stand_above_and_a_tie_counts_half() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1
    assert auroc([0.1], [0.9]) == 0
    assert auroc([0.5, 0.5], [0.5, 0.1]) == 0.75
