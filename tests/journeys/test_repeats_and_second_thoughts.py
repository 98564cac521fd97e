"""What platforms and people do twice, late or in the wrong order happens once."""

import pytest

from tests.journeys.journey import Journey
from tests.journeys.people import Person
from tests.journeys.telling import (
    COVERED,
    ODD,
    TO_THE_ADDRESS,
    TO_THE_REVIEW,
    WHITE,
    files_a_ticket,
)


@pytest.fixture
def ana(chat: Journey) -> Person:
    return chat.person("ana")


async def test_a6_everything_delivered_three_times_happens_once(chat: Journey, ana: Person) -> None:
    chat.troubled.repeats(3)
    tid = await files_a_ticket(ana)
    [ticket] = await chat.desk.tickets()
    assert ticket.tid == tid
    assert [len(act.shown) for act in ana.acts] == [3, *[1] * (len(ana.acts) - 1)]


async def test_a6_a7_all_of_it_again_even_after_a_restart_changes_nothing(
    chat: Journey, ana: Person
) -> None:
    tid = await files_a_ticket(ana)
    await chat.troubled.repeats_all()
    await ana.looks()
    assert ana.screen == ""
    await chat.closes()
    chat.clock.passes(hours=24)
    await chat.opens()
    await chat.troubled.repeats_all()
    await ana.says("my tickets")
    assert ana.tid == tid
    assert len(await chat.desk.tickets()) == 1


async def test_a8_messages_in_the_wrong_order_are_all_taken(chat: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_REVIEW)
    chat.troubled.holds()
    for words in ("It began on Monday", "Only in Firefox", "Nobody changed anything"):
        await ana.says(words)
    await chat.troubled.lets_go()
    await ana.looks()
    ana.reads("Please check this", "Nobody changed anything")
    await ana.presses("File the ticket")
    ticket = await chat.desk.ticket(ana.tid)
    lines = ticket.value("problem").split("\n")
    assert lines[0].startswith(ODD)
    assert sorted(lines[1:]) == [
        "It began on Monday",
        "Nobody changed anything",
        "Only in Firefox",
    ]


async def test_a11_b16_ten_taps_are_one_answer_and_one_ticket(chat: Journey, ana: Person) -> None:
    await ana.says(ODD)
    await ana.presses(COVERED)
    await ana.presses("No", times=10)
    assert len(ana.acts[-1].shown) == 1
    ana.reads("On which page")
    await ana.says(f"https://shop.example.org/{'a' * 30}")
    await ana.says("20.5")
    await ana.presses("Start", times=2)
    await ana.says("ana@example.org")
    for _ in range(4):
        await ana.presses("Skip")
    await ana.presses("File the ticket", times=10)
    assert len(ana.acts[-1].shown) == 1
    [ticket] = await chat.desk.tickets()
    assert ticket.tid == ana.tid


async def test_a_button_of_a_question_that_has_passed_says_so(ana: Person) -> None:
    await ana.says(WHITE)
    await ana.says("none of these")
    ana.reads("Is what you need covered")
    await ana.presses("This helped")
    ana.reads("That question has passed", "Is what you need covered")


async def test_a9_an_edited_message_corrects_the_answer_it_gave(chat: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_ADDRESS)
    await ana.says("shop.example.org")
    await ana.says("20.5")
    await ana.edits("shop.example.org", "shop.example.com")
    ana.reads("Your correction is noted: Site address", "Which edition")
    await ana.edits("20.5", "no idea at all")
    ana.reads("This does not look like a version")
    draft = (await chat.desk.state(ana.conversation)).draft
    assert draft is not None
    assert (draft.value("url"), draft.value("version")) == ("https://shop.example.com", "20.5")


async def test_a9_an_edit_after_filing_is_noted_on_the_ticket(chat: Journey, ana: Person) -> None:
    tid = await files_a_ticket(ana)
    first = ana.acts[0].done
    await ana.edits(first, f"{first}, since Monday")
    ana.reads("Your change is noted on the ticket", tid)
    ticket = await chat.desk.ticket(tid)
    assert ticket.value("problem") == first
    assert [post.text for post in ticket.posts] == [f"* {first}, since Monday"]


async def test_b15_whoever_floods_is_told_once_and_others_are_served(chat: Journey) -> None:
    ana, bob = chat.person("ana"), chat.person("bob")
    await ana.says("The checkout button does nothing at all")
    await ana.presses(COVERED)
    draft = (await chat.desk.state(ana.conversation)).draft
    chat.clock.stands = True
    for number in range(60):
        await ana.says(f"and it lost article number {number}")
    told = [act for act in ana.acts if "faster than I can read" in str(act.shown)]
    assert len(told) == 1
    await bob.says("The site shows a white page after an update")
    bob.reads("white page")
    chat.clock.stands = False
    chat.clock.passes(seconds=10)
    assert (await chat.desk.state(ana.conversation)).draft == draft
    await ana.presses("No")
    ana.reads("On which page")
