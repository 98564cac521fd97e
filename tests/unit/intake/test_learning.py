"""What a talk leaves for staff to learn from, and what it never leaves."""

from dataclasses import replace

import pytest

from faq_index import Entry, EntryId, FaqIndex
from intake.dialogue.messages import Pressed
from intake.dialogue.replies import Suggestions
from intake.dialogue.turn import CountOutcome, NoteMiss, OfferWording
from intake.misses import LONGEST_MISS, reference
from intake.tickets import DraftId
from tests.unit.intake.talk import Talk

CACHE = "I cannot clear the page cache"
THREE = FaqIndex.build(
    Entry(id=EntryId(id), question=question)
    for id, question in (
        ("linux", "How do I clear the page cache on Linux?"),
        ("mac", "How do I clear the page cache on a Mac?"),
        ("windows", "How do I clear the page cache on Windows?"),
    )
)


@pytest.fixture
def ana() -> Talk:
    return Talk()


@pytest.fixture
def ben() -> Talk:
    """His FAQ holds three entries on one thing."""
    talk = Talk()
    talk.playbook = replace(talk.playbook, faq=THREE)
    return talk


def misses(talk: Talk) -> list[NoteMiss]:
    return [each for each in talk.effects if isinstance(each, NoteMiss)]


def offered(talk: Talk) -> list[OfferWording]:
    return [each for each in talk.effects if isinstance(each, OfferWording)]


def counted(talk: Talk) -> list[CountOutcome]:
    return [each for each in talk.effects if isinstance(each, CountOutcome)]


def test_nothing_found_is_a_miss_without_greeting_and_signature(ana: Talk) -> None:
    ana.says(
        "Hello team, I cannot export invoices as spreadsheets. Thanks!\nBest regards,\nAna Gil"
    )
    (miss,) = misses(ana)
    assert (miss.words, miss.why, miss.shown) == (
        "I cannot export invoices as spreadsheets.",
        "none-found",
        (),
    )
    assert miss.ref == reference(DraftId("telegram:1"))
    assert counted(ana) == [CountOutcome("none-found")]


def test_none_of_these_is_a_miss_with_what_was_shown(ana: Talk) -> None:
    ana.says("The site shows a white page after an update")
    assert counted(ana) == [CountOutcome("shown", (EntryId("white"),))]
    assert misses(ana) == []
    ana.presses("none")
    (miss,) = misses(ana)
    assert (miss.why, miss.shown) == ("refused", ("white",))
    assert counted(ana)[1:] == [CountOutcome("refused", (EntryId("white"),))]


def test_more_words_that_find_nothing_else_are_one_miss(ana: Talk) -> None:
    ana.says("The site shows a white page after an update")
    ana.says("and the zebra enclosure is on fire")
    (miss,) = misses(ana)
    assert (miss.why, miss.shown) == ("refused", ("white",))
    assert "zebra" in miss.words
    assert "white page" in miss.words


def test_a_second_tap_is_no_second_miss(ana: Talk) -> None:
    ana.says("The site shows a white page after an update")
    none = Pressed(ana.token("none"))
    ana.hears(none)
    ana.hears(none)
    assert len(misses(ana)) == 1


@pytest.mark.parametrize("end", ["cancel", "helped"])
def test_nothing_else_is_a_miss(ana: Talk, end: str) -> None:
    ana.says("hello")
    ana.says("The site shows a white page after an update")
    ana.says("help")
    ana.says("thank you")
    if end == "cancel":
        ana.commands("cancel")
    else:
        ana.presses("helped")
    assert misses(ana) == []


def test_r11_a_miss_holds_no_secret_and_nobody(ana: Talk) -> None:
    ana.says(
        "My name is Ana Gil and the zebra module refuses me, password: Sommer2024!, write to "
        "ana@example.org or +49 170 1234567, see https://u:p@shop.example.org/?token=abcd1234"
    )
    (miss,) = misses(ana)
    assert miss.words == (
        "My name is <name> and the zebra module refuses me, password: <password>, write to "
        "<e-mail> or <phone>, see https://<login>@shop.example.org/?token=<token>"
    )


def test_a_long_story_is_cut_and_one_without_a_point_is_kept_as_it_is(ana: Talk) -> None:
    ana.says("zebra enclosure " * 3_000)
    assert len(misses(ana)[0].words) <= LONGEST_MISS + 2
    ben = Talk()
    ben.says("It does not work")
    assert misses(ben)[0].words == "It does not work"


def test_words_that_begin_with_nothing_but_signs_are_counted_only(ana: Talk) -> None:
    ana.says("!" * 5_000 + " zebra")
    assert counted(ana) == [CountOutcome("none-found")]
    ana.says("4711")
    assert misses(ana) == []


def test_a_letter_alone_is_a_slip_and_no_miss(ana: Talk) -> None:
    ana.says("b")
    assert counted(ana) == [CountOutcome("none-found")]
    assert misses(ana) == []


def test_several_suggestions_have_a_button_each_and_one_press_says_which_helped(ben: Talk) -> None:
    ben.says(CACHE)
    (shown,) = (each for each in ben.replies if isinstance(each, Suggestions))
    names = [choice.token.partition(":")[2] for choice in shown.choices]
    assert names == ["helped.1", "helped.2", "helped.3", "none"]
    assert ben.presses("helped.2") == ["helped"]
    second = shown.items[1].id
    ids = tuple(each.id for each in shown.items)
    assert counted(ben)[-1] == CountOutcome("helped", ids, second)
    assert [each.entry for each in offered(ben)] == [second]


def test_its_number_says_which_helped_too(ben: Talk) -> None:
    ben.says(CACHE)
    (shown,) = (each for each in ben.replies if isinstance(each, Suggestions))
    assert ben.says(" 1 ") == ["helped"]
    assert counted(ben)[-1].helped == shown.items[0].id


def test_who_only_says_yes_is_not_asked_which(ben: Talk) -> None:
    ben.says(CACHE)
    assert ben.says("yes") == ["helped"]
    assert counted(ben)[-1].outcome == "helped"
    assert counted(ben)[-1].helped is None
    assert offered(ben) == []


def test_a_number_of_none_of_them_is_part_of_the_story(ben: Talk) -> None:
    ben.says(CACHE)
    assert "helped" not in ben.says("7")


def test_words_that_led_to_an_entry_are_offered_for_it(ana: Talk) -> None:
    ana.says("Hello, my shop is all blank since updating it yesterday ana@example.org")
    ana.presses("helped")
    (wording,) = offered(ana)
    assert wording.entry == "white"
    assert wording.words == "my shop is all blank since updating it yesterday"


@pytest.mark.parametrize(
    "known",
    ["The site shows a white page after an update", "Blank screen, after updating?"],
    ids=["the question", "a wording"],
)
def test_words_that_the_entry_has_are_not_offered(ana: Talk, known: str) -> None:
    ana.says(known)
    ana.presses("helped")
    assert counted(ana)[-1].helped == "white"
    assert offered(ana) == []


def test_words_that_find_it_for_sure_are_not_offered(ana: Talk) -> None:
    ana.says("The site shows a white page after some update")
    ana.presses("helped")
    assert offered(ana) == []


def test_words_that_say_nothing_are_not_offered(ana: Talk) -> None:
    vague = Entry(id=EntryId("vague"), question="It does not work any more")
    ana.playbook = replace(ana.playbook, faq=FaqIndex.build([vague]))
    assert "suggestions" in ana.says("It does not work")
    ana.presses("helped")
    assert counted(ana)[-1].helped == "vague"
    assert offered(ana) == []
