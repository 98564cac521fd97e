"""The desk stops in the middle of everything, and goes on where it was."""

from intake.dialogue.staffing import Agent
from intake.tid import Tid
from tests.journeys.journey import Journey
from tests.journeys.people import File, Person
from tests.journeys.telling import ODD, TO_THE_ADDRESS, TO_THE_REVIEW, files_a_ticket
from tests.pictures import png

PNG = File("a.png", png())


async def test_b14_a_form_goes_on_after_a_restart(trip: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_ADDRESS)
    await trip.closes()
    trip.clock.passes(days=1)
    await trip.opens()
    await ana.says("shop.example.org")
    ana.reads("Which version")
    await ana.presses("I don't know")
    await trip.closes()
    await trip.opens()
    await ana.says("Business")
    ana.reads("Which e-mail address")
    draft = (await trip.desk.state(ana.conversation)).draft
    assert draft is not None
    assert {answer.field: answer.value for answer in draft.answers} == {
        "problem": ODD,
        "topic": "errors",
        "reproducible": "no",
        "url": "https://shop.example.org",
        "version": "unknown",
        "edition": "business",
    }


async def test_b14_a_button_shown_before_a_restart_still_works(
    chat: Journey,
) -> None:
    ana = chat.person("ana")
    await ana.plays(TO_THE_REVIEW)
    await chat.closes()
    chat.clock.passes(days=1)
    await chat.opens()
    await ana.presses("File the ticket")
    [ticket] = await chat.desk.tickets()
    assert ticket.tid == ana.tid


async def test_replies_that_could_not_leave_are_sent_after_the_next_start(chat: Journey) -> None:
    ana = chat.person("ana")
    await ana.plays(TO_THE_REVIEW)
    chat.troubled.fails()
    await ana.presses("File the ticket")
    assert ana.screen == ""
    [ticket] = await chat.desk.tickets()
    await chat.closes()
    chat.troubled.recovers()
    chat.clock.passes(minutes=10)
    await chat.opens()
    await ana.looks()
    ana.reads("Your request is accepted")
    assert ana.tid == ticket.tid
    await chat.works()
    await ana.looks()
    assert ana.screen == ""


async def test_what_was_said_while_the_desk_was_away_is_heard(chat: Journey) -> None:
    """A20: Telegram keeps it; Slack repeats it for a while."""
    ana = chat.person("ana")
    await ana.plays(TO_THE_ADDRESS)
    chat.troubled.holds()
    await ana.says("shop.example.org")
    await chat.closes()
    await chat.opens()
    await chat.troubled.lets_go()
    await ana.looks()
    ana.reads("Which version")


async def test_an_answer_given_while_the_client_was_away_waits(trip: Journey, ana: Person) -> None:
    tid = await files_a_ticket(ana)
    await trip.desk.agent.answer(Tid(tid), Agent("Kim"), "Please clear the cache.")
    await trip.closes()
    trip.clock.passes(hours=1)
    await trip.opens()
    await ana.looks()
    ana.has_read("Please clear the cache.")


async def test_a_file_announced_before_a_restart_is_fetched_after_it(chat: Journey) -> None:
    ana = chat.person("ana")
    await ana.plays(TO_THE_ADDRESS)
    await ana.sends(PNG)
    assert chat.desk.attached()[0].content == b""
    await chat.closes()
    await chat.opens()
    assert chat.desk.attached()[0].content == PNG.content
