"""What of a message is to the point: without greetings, thanks, urgency and signature."""

import re
from typing import Final

from faq_index.common_words import is_common
from faq_index.stems import stem
from faq_index.text import sentences, words

MARK: Final = re.compile(r"<[a-z-]{2,12}>")
"""What stands where something personal was."""
_MOST_CLAUSES: Final = 3


def gist(text: str, language: str, longest: int) -> str:
    """The sentences that say something, as typed; all of them where none does.

    Longer than `longest` characters it is cut between two words.
    """
    pointed = [said for each in sentences(text) if (said := _pointed(each, language))]
    whole = " ".join(" ".join(pointed or sentences(text)).split())
    if len(whole) <= longest:
        return whole
    return whole[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def unmarked(text: str, language: str) -> str:
    """The words as if nothing personal had been said: without the sentences that hold a mark of it
    where others say something, and without the marks."""
    free = [each for each in sentences(text) if not MARK.search(each)]
    kept = " ".join(free) if any(telling_words(each, language) for each in free) else text
    plain = re.sub(r"\s+([.,;!?)])", r"\1", " ".join(MARK.sub(" ", kept).split()))
    return plain.rstrip(" ,;:")


def telling_words(text: str, language: str) -> list[str]:
    """The folded words that everyday speech does not explain, in order."""
    said = words(MARK.sub(" ", text), language)
    return [word for word in said if not is_common(stem(word, language), language)]


def _pointed(sentence: str, language: str) -> str:
    """The sentence without clauses such as "Hello team," in front; nothing where no other is."""
    rest = sentence.strip()
    for _ in range(_MOST_CLAUSES):
        clause, comma, behind = rest.partition(",")
        if telling_words(clause, language):
            return rest
        if not comma:
            return ""
        rest = behind.strip()
    return rest if telling_words(rest, language) else ""
