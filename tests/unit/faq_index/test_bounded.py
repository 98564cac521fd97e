"""What a search reads and compares is bounded, however much is asked and however large the FAQ."""

import sys
from collections import Counter

from faq_index import Entry, FaqIndex
from faq_index.asking import LONGEST_SENTENCE, hear
from faq_index.candidates import MOST, choose
from faq_index.entry import EntryId

FAQ = FaqIndex.build(
    Entry(id=EntryId(str(n)), question=f"How do I renew the licence of part {n}?")
    for n in range(9_000)
)
SHELF = FAQ.shelves["en"]
SAID = "Part 77 lost its licence again, how do I renew it? "


def test_c1_a_message_of_40_000_characters_is_compared_as_one_of_500() -> None:
    short, long = (
        hear(SAID.replace("77", "7.7 ") * times, SHELF.vocabulary) for times in (10, 800)
    )
    many = hear("".join(f"Part {n} lost its licence. " for n in range(1_500)), SHELF.vocabulary)
    assert len(long) == len(short) <= len(many) == 4
    assert len(hear("licence " * 5_000, SHELF.vocabulary)[0].words) <= LONGEST_SENTENCE


def calls(message: str) -> int:
    """How many functions a search calls: what it costs, on any machine."""
    FAQ.search(message, language="en")
    counted: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: counted.update([event]))
    try:
        FAQ.search(message, language="en")
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


def test_c1_a_message_of_40_000_characters_takes_as_many_steps_as_one_of_500() -> None:
    said = [f"Licence of part {n} in the old shop is lost" for n in range(950)]
    most = 1.1 * calls(". ".join(said)[:500])
    assert calls(". ".join(said)[:40_000]) <= most
    assert calls(" ".join(said)[:40_000]) <= most
    assert calls("licence " * 5_000) <= most


def test_c2_of_lines_that_are_all_alike_a_few_are_compared_and_the_right_one_is_among_them() -> (
    None
):
    (asked,) = hear(SAID, SHELF.vocabulary)
    chosen = choose(SHELF, asked)
    assert len(chosen.lines) == MOST
    assert "how do i renew the licence of part 77" in chosen.folded
