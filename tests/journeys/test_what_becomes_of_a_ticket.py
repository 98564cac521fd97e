"""After the TID: where it stands, who may know, and the talk between client and desk."""

from pathlib import Path

import pytest

from intake.dialogue.staffing import Agent
from intake.tickets import Reason, Status
from intake.tid import Tid, make
from tests.journeys.journey import Journey, journey
from tests.journeys.people import Person
from tests.journeys.telling import ODD, TO_THE_ADDRESS, files_a_ticket


@pytest.fixture
def bob(trip: Journey) -> Person:
    return trip.person("bob")


@pytest.fixture
def kim(trip: Journey) -> Person:
    """Staff."""
    return trip.person("kim")


async def test_the_owner_asks_where_it_stands_in_many_ways(ana: Person) -> None:
    """F6."""
    tid = await files_a_ticket(ana)
    symbols = tid[4:].replace("-", "")
    for asked in (tid, f"status {tid.lower()}", f"what about [TID#{symbols}]?", f"tid {symbols}"):
        await ana.says(asked)
        ana.reads(tid, "waits for the desk's answer")
    await ana.commands("status", symbols)
    ana.reads(tid)
    await ana.commands("tickets")
    ana.reads(tid, ODD)
    slip = tid[:-1] + ("2" if tid[-1] != "2" else "3")
    await ana.says(slip)
    ana.reads("There seems to be a slip", slip)


async def test_f1_f3_somebody_else_learns_nothing(ana: Person, bob: Person) -> None:
    """Not theirs and not existing read the same, in whatever way it is asked."""
    theirs, nobodys = await files_a_ticket(ana), make(20_260_302)
    for ask in ("{}", "status {}", "what about {}?", "my ticket {} is urgent, please answer soon"):
        heard = []
        for tid in (theirs, nobodys):
            await bob.commands("cancel")
            await bob.says(ask.format(tid))
            heard.append(bob.reads("I can show you no ticket").replace(tid, "TID"))
        assert heard[0] == heard[1]
        assert ODD not in heard[0]
    await bob.commands("status", theirs)
    bob.reads("I can show you no ticket")
    await bob.commands("tickets")
    bob.reads("You have no tickets yet")
    await bob.commands("answer", f"{theirs} it is solved")
    bob.reads("At any time you can also say")


async def test_the_desk_answers_and_the_client_goes_on(trip: Journey, ana: Person) -> None:
    tid = await files_a_ticket(ana)
    await trip.desk.agent.answer(Tid(tid), Agent("Kim"), "Please clear the cache.")
    await trip.works()
    await ana.looks()
    ana.reads("The desk has answered your ticket", tid, "Kim", "Please clear the cache.")
    await ana.says("I did, and nothing changed")
    ana.reads("I have added this to your ticket", tid)
    ticket = await trip.desk.ticket(tid)
    assert [post.text for post in ticket.posts] == [
        "Please clear the cache.",
        "I did, and nothing changed",
    ]
    assert ticket.status is Status.OPEN
    await trip.desk.agent.close(Tid(tid), Reason.NOT_REPRODUCED)
    await trip.works()
    await ana.looks()
    ana.reads(tid, "is closed", "cannot be reproduced")


async def test_an_answer_does_not_disturb_a_form(trip: Journey, ana: Person) -> None:
    tid = await files_a_ticket(ana)
    await ana.plays(TO_THE_ADDRESS)
    await trip.desk.agent.answer(Tid(tid), Agent("Kim"), "Please clear the cache.")
    await trip.works()
    await ana.looks()
    ana.reads("Please clear the cache.")
    await ana.says("shop.example.org")
    ana.reads("Which version")
    assert len((await trip.desk.ticket(tid)).posts) == 1


async def test_staff_work_from_chat(trip: Journey, ana: Person, kim: Person) -> None:
    tid = await files_a_ticket(ana)
    await kim.commands("queue")
    kim.reads("Tickets that wait for an answer", tid)
    await kim.commands("answer", f"{tid} Please clear the cache.")
    kim.reads("Your answer is on its way", tid)
    trip.clock.passes(seconds=16)
    await ana.looks()
    ana.reads("The desk has answered your ticket", tid, "Please clear the cache.")
    await ana.says("That was it, it works")
    await kim.commands("close", f"{tid} solved")
    kim.reads("is closed, and its owner has been told")
    trip.clock.passes(seconds=16)
    await ana.looks()
    ana.reads(tid, "is closed", "The problem is solved")
    await kim.commands("queue")
    kim.reads("No ticket waits for an answer")


async def test_r20_to_r34_staff_ask_move_and_note_and_the_client_opens_it_again(
    trip: Journey, ana: Person, kim: Person
) -> None:
    tid = await files_a_ticket(ana)
    await kim.commands("note", f"{tid} Seen before in March")
    kim.reads("Noted on", tid, "Only staff see it")
    await kim.commands("ask", f"{tid} Which browser is it?")
    kim.reads("Your question is on its way", tid)
    trip.clock.passes(seconds=16)
    await ana.looks()
    ana.reads(tid, "Which browser is it?")
    await ana.says("Firefox")
    await kim.commands("beyond", f"{tid} This is about your own code.")
    kim.reads("counts as beyond the scope now")
    trip.clock.passes(seconds=16)
    await ana.looks()
    ana.reads(tid, "support does not cover", "beyond the scope", "This is about your own code.")
    assert (await trip.desk.ticket(tid)).level == "beyond-scope"
    await kim.commands("close", f"{tid} solved")
    trip.clock.passes(seconds=16)
    await ana.says(f"reopen {tid} It is not solved")
    ana.reads("is open again", tid)
    ticket = await trip.desk.ticket(tid)
    assert ticket.status is Status.OPEN
    assert [post.text for post in ticket.posts][-1] == "It is not solved"
    assert all("March" not in post.text for post in ticket.posts)


@pytest.mark.parametrize("way", ["telegram-polling", "telegram-webhook"])
async def test_an_answer_given_in_slack_is_read_in_telegram(tmp_path: Path, way: str) -> None:
    """F2: each platform's people are others, whatever their numbers."""
    async with journey(tmp_path, way, "slack-socket") as trip:
        ana, kim = trip.person("ana"), trip.person("kim", way="slack-socket")
        tid = await files_a_ticket(ana)
        await kim.commands("answer", f"{tid} Please clear the cache.")
        await ana.looks()
        ana.reads("The desk has answered your ticket", tid, "Please clear the cache.")
        namesake = trip.person("ana", way="slack-socket")
        await namesake.says(tid)
        namesake.reads("I can show you no ticket")
