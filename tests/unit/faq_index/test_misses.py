"""Similar questions are put together, and a message is cut down to what it is about."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq_index.gist import gist, telling_words, unmarked
from faq_index.likeness import Neighbours, vectors
from faq_index.misses import Asked, Cluster, clusters, joining, together

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

EXPORT = (
    "How do I export my invoices to a spreadsheet?",
    "export invoices as spreadsheet",
    "Can invoices be exported into spreadsheets?",
    "exprt of invoices to a spreadshet",
)
ZEBRA = ("The zebra module does not start", "zebra module won't start after login")


def asked(*words: str, language: str = "en", first: int = 1) -> list[Asked]:
    return [
        Asked(number, said, language, f"p{number}", NOW + timedelta(hours=number))
        for number, said in enumerate(words, first)
    ]


def told(found: tuple[Cluster, ...]) -> list[list[int]]:
    return [[each.number for each in cluster.asked] for cluster in found]


def test_similar_questions_are_together_and_the_most_asked_come_first() -> None:
    found = clusters(asked(ZEBRA[0], *EXPORT, ZEBRA[1], "How do I change the currency?"))
    assert told(found) == [[2, 3, 4, 5], [1, 6], [7]]
    assert [each.number for each in found] == [2, 1, 7]
    assert [each.people for each in found] == [4, 2, 1]
    assert 4 in found[0]
    assert 1 not in found[0]


def test_the_sample_is_the_one_most_like_all_the_others() -> None:
    around = ("invoices export broken today", *EXPORT[:3], "spreadsheet export of invoices fails")
    (cluster,) = clusters(asked(*around))
    assert cluster.sample in EXPORT


def test_what_is_like_the_middle_of_a_cluster_joins_it_though_unlike_its_first() -> None:
    said = (
        "orders spreadsheet export",
        "spreadsheet customers monthly export",
        "spreadsheet customers",
        "spreadsheet download customers monthly",
    )
    assert told(clusters(asked(said[0], said[3]))) == [[1], [2]]
    assert told(clusters(asked(*said))) == [[1, 2, 3, 4]]


def test_a_cluster_keeps_its_name_when_others_join() -> None:
    before = clusters(asked(*EXPORT[:2]))
    after = clusters([*asked(*EXPORT[:2]), *asked(*EXPORT[2:], first=10)])
    assert before[0].number == after[0].number == 1
    assert len(after[0].asked) == 4


def test_the_same_words_from_one_person_are_one_person() -> None:
    twice = [*asked("zebra on fire"), Asked(2, "Zebra, on fire!", "en", "p1", NOW)]
    (cluster,) = clusters(twice)
    assert (len(cluster.asked), cluster.people) == (2, 1)


def test_languages_stay_apart() -> None:
    found = clusters([*asked("zebra module"), *asked("zebra module", language="de", first=2)])
    assert {each.language for each in found} == {"en", "de"}
    assert told(found) == [[1], [2]]


def test_what_stands_for_personal_words_makes_nothing_alike() -> None:
    said = ("<e-mail> gets no invoices", "<e-mail> sees zebra stripes <name>")
    assert len(clusters(asked(*said))) == 2


def test_nothing_asked_and_nothing_said() -> None:
    assert clusters([]) == ()
    assert told(clusters(asked("???", "it does not work"))) == [[1], [2]]


def test_new_questions_join_what_asks_the_same_in_their_language() -> None:
    heads = [*asked(ZEBRA[0], EXPORT[0]), *asked("invoices spreadsheet export", language="de")]
    new = asked(EXPORT[1], ZEBRA[1], "How do I change the currency?", first=10)
    spanish = asked(EXPORT[2], language="es", first=20)
    found = clusters([*new, *spanish])
    joins = dict(zip((each.number for each in found), joining(heads, found), strict=True))
    assert joins == {10: 1, 11: 0, 12: None, 20: None}
    assert joining([], clusters(new)) == [None, None, None]


def test_what_was_put_together_is_one_cluster_whatever_it_says() -> None:
    cluster = together(reversed(asked(ZEBRA[0], *EXPORT)))
    assert [each.number for each in cluster.asked] == [1, 2, 3, 4, 5]
    assert cluster.sample in EXPORT
    (alone,) = asked("???")
    assert together([alone]).sample == "???"


def test_many_questions_are_all_found_again() -> None:
    """More than fit into one round, so that later ones meet leaders of earlier rounds."""
    chance = random.Random(7)
    words = [f"{a}{b}" for a in ("bra", "klu", "sti", "wom") for b in ("nter", "lpos", "gaff", "x")]
    topics = [" ".join(chance.sample(words, 3)) + f" {n}th" for n in range(500)]
    said = [topic for topic in topics for _ in range(2)]
    chance.shuffle(said)
    found = clusters(asked(*said))
    assert sorted(n for each in told(found) for n in each) == list(range(1, 1001))
    for cluster in found:
        for each in cluster.asked:
            assert sum(one.words == each.words for one in cluster.asked) == 2


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_whatever_was_said_each_is_in_one_cluster(said: list[str]) -> None:
    found = clusters(asked(*said))
    assert sorted(n for each in told(found) for n in each) == list(range(1, len(said) + 1))
    assert told(found) == told(clusters(reversed(asked(*said))))


def test_a_vector_is_as_like_itself_as_can_be() -> None:
    one, other, empty = vectors(["zebra module", "invoice export", ""], "en")
    near = Neighbours()
    assert near.nearest(one) == (-1, 0.0)
    near.add(one)
    number, likeness = near.nearest(one)
    assert number == 0
    assert likeness == pytest.approx(1.0)
    assert near.nearest(other)[1] < 0.1
    assert near.nearest(empty) == (-1, 0.0)


@pytest.mark.parametrize(
    ("said", "language", "about"),
    [
        ("Hi team, exports fail. Can somebody please help me?", "en", "exports fail."),
        ("Hola, ¿cómo exporto facturas? ¡Muchas gracias!", "es", "¿cómo exporto facturas?"),
        ("Guten Tag zusammen,\nder Export fehlt\nVielen Dank!", "de", "der Export fehlt"),
        ("Please help!", "en", "Please help!"),
        ("Well, hello, dear team, thanks, zebras escape", "en", "thanks, zebras escape"),
        ("", "en", ""),
    ],
)
def test_a_message_is_cut_down_to_what_it_is_about(said: str, language: str, about: str) -> None:
    assert gist(said, language, 100) == about


def test_a_long_one_is_cut_between_two_words() -> None:
    assert gist("zebra, stripes and hooves", "en", 9) == "zebra …"


def test_words_without_marks_read_as_if_nothing_had_been_there() -> None:
    assert unmarked("write to <e-mail>, please <name>.", "en") == "write to, please."
    assert (
        unmarked("Where are my invoices? I am <name>, <e-mail>", "en") == "Where are my invoices?"
    )
    assert unmarked("Please help! The zebra of <name>,", "en") == "Please help! The zebra of"


def test_what_an_entry_may_say_of_a_cluster_holds_nothing_personal() -> None:
    said = (
        "How do I export invoices? <e-mail>",
        "export of invoices",
        "export of invoices",
        "<name>",
    )
    cluster = Cluster(tuple(asked(*said)), said[0])
    assert cluster.wordings == ("How do I export invoices?", "export of invoices")


def test_telling_words_are_those_that_not_everybody_says() -> None:
    assert telling_words("Please, my <name> zebra does not work", "en") == ["zebra"]
