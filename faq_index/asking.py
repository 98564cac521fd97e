"""One sentence of a person as the vocabulary of a shelf understands it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from faq_index.common_words import is_common, telling
from faq_index.postings import Keys, Weights
from faq_index.stems import stem
from faq_index.text import words
from faq_index.vocabulary import Near, Vocabulary

LONGEST_SENTENCE: Final = 40
"""Words of a sentence that are looked at: a list of 5,000 costs no more (C1)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`weights` go with `stems`; `terms` are the vocabulary's, sorted, weighted by nearness.

    `point` is what those of its words weigh that the FAQ knows and everyday speech does not.
    """

    folded: str
    telling: str
    stems: tuple[str, ...]
    weights: Weights
    terms: Keys
    term_weights: Weights
    point: float

    @property
    def weight(self) -> float:
        """What all its stems weigh; 0 where nothing was said."""
        return float(self.weights.sum())


def understand(sentence: str, vocabulary: Vocabulary) -> Asked:
    """Reads a sentence: stems, what they weigh, and what mistyped ones may have meant."""
    said = words(sentence, vocabulary.language)[:LONGEST_SENTENCE]
    stems = tuple(dict.fromkeys(stem(word, vocabulary.language) for word in said))
    near = [vocabulary.near(each) for each in stems]
    weights = np.array([vocabulary.weight(s, n) for s, n in zip(stems, near, strict=True)])
    meant = _meant(near, weights)
    return Asked(
        folded=" ".join(said),
        telling=telling(said, vocabulary.language),
        stems=stems,
        weights=weights.astype(np.float64),
        terms=np.array(list(meant), np.uint64),
        term_weights=np.array(list(meant.values()), np.float64),
        point=sum(
            float(weight) * known[0].likeness
            for stem_said, known, weight in zip(stems, near, weights, strict=True)
            if known and not is_common(stem_said, vocabulary.language)
        ),
    )


def _meant(near: list[list[Near]], weights: Weights) -> dict[int, float]:
    meant: dict[int, float] = {}
    for weight, terms in zip(weights, near, strict=True):
        for term in terms:
            meant[term.term] = max(meant.get(term.term, 0.0), float(weight) * term.likeness)
    return dict(sorted(meant.items()))
