"""Staff keep the FAQ from chat: what they write is what people are shown."""

from dataclasses import replace

import pytest

from faq_index import Entry, EntryId
from intake.dialogue.messages import PersonId
from tests.journeys.journey import Journey
from tests.journeys.people import Person, Story
from tests.journeys.telling import ODD, TO_THE_ADDRESS

RESET = "How do I reset my password?"
WRITING: Story = (
    ("says", RESET, "Whoever asks this now is shown nothing", "2 of 8", "the short answer"),
    ("says", "Open Settings and press Reset.", "3 of 8", "Where can people read on"),
    ("says", "our wiki", "no link that people can be shown", "Where can people read on"),
    ("says", "https://docs.example.org/reset", "What does the link lead to"),
    ("presses", "Documentation", "Which product"),
    ("presses", "Skip", "Which words belong to it"),
    ("says", "login, account", "In which language"),
    ("presses", "English", "How else do people ask this"),
    ("says", "I forgot my password", "It is not in the FAQ yet", RESET, "Kind: Documentation"),
    ("presses", "Save", f"“{RESET}” is in the FAQ"),
)


@pytest.fixture
def kim(trip: Journey) -> Person:
    """Staff."""
    return trip.person("kim")


async def hire(trip: Journey, person: Person) -> None:
    """They are of the staff as well from now on."""
    customer = trip.desk.parts.customer
    staff = customer.playbook.staff | {PersonId(person.id)}
    customer.playbook = replace(customer.playbook, staff=staff)


async def entry(trip: Journey) -> Entry:
    """The one about the white page, as it is kept."""
    found = await trip.desk.store.read(lambda reading: reading.entry(EntryId("white")))
    assert found
    return found


async def learns(trip: Journey) -> None:
    """What every process does by itself each second."""
    await trip.desk.parts.worker.refresh_faq()


async def test_an_entry_is_written_in_words_and_people_are_shown_it(
    trip: Journey, ana: Person, kim: Person
) -> None:
    """On Slack a message opens no form, so that the same is asked in words."""
    await kim.says("faq add")
    kim.reads("1 of 8", "Which question does it answer?")
    await kim.plays(WRITING)
    await learns(trip)
    await ana.says("forgot my password")
    ana.reads("This may already answer it", RESET, "Open Settings and press Reset.")


async def test_an_entry_is_written_in_one_message_found_hidden_and_brought_back(
    trip: Journey, ana: Person, kim: Person
) -> None:
    await kim.commands("faq", f"add {RESET} | Open Settings. | https://docs.example.org/reset")
    kim.reads("It is not in the FAQ yet", RESET, "Link: https://docs.example.org/reset")
    await kim.presses("Save")
    kim.reads("People find it within two seconds")
    await learns(trip)
    await kim.commands("faq", "find reset password")
    kim.reads("1. ", RESET, "%", "q-")
    await kim.presses("Hide 1")
    kim.reads("Shall I hide this entry?", RESET, kim.id)
    await kim.presses("Hide it")
    kim.reads("is hidden")
    await learns(trip)
    await ana.says("How can I reset my password")
    ana.reads("I found nothing in the FAQ")
    await kim.says("faq undo")
    kim.reads("The last change is taken back", RESET)
    await learns(trip)
    bob = trip.person("bob")
    await bob.says("How can I reset my password")
    bob.reads("This may already answer it", RESET)


async def test_what_is_answered_already_becomes_a_wording(trip: Journey, kim: Person) -> None:
    await kim.commands("faq", "add White page on the site after an update")
    kim.reads("This seems to be answered already", "The site shows a white page after an update")
    await kim.presses("Add as a wording of that one")
    kim.reads("now answers this question as well")
    changed = (await trip.desk.store.read(lambda reading: reading.entries()))[-1]
    assert changed.wordings[-1] == "White page on the site after an update"
    (noted, *_) = await trip.desk.store.read(lambda reading: reading.history(changed.id, 5))
    assert (noted.by, noted.entry) == (kim.id, changed)


async def test_somebody_else_reads_the_help_and_nothing_of_it(ana: Person) -> None:
    await ana.says("hello")
    await ana.commands("help")
    ordinary = ana.screen
    for argument in ("add", "find mail", "hide mail"):
        await ana.commands("faq", argument)
        assert ana.screen == ordinary


async def test_a_draft_of_ones_own_waits_meanwhile(trip: Journey, kim: Person) -> None:
    await kim.plays(TO_THE_ADDRESS)
    await kim.commands("faq", f"add {RESET} | Open Settings.")
    kim.reads("It is not in the FAQ yet")
    await kim.presses("Save")
    kim.reads("is in the FAQ", "On which page")
    await kim.says("shop.example.org")
    kim.reads("Which version")
    draft = (await trip.desk.state(kim.conversation)).draft
    assert draft
    assert draft.value("problem") == ODD


async def test_g12_of_two_who_change_an_entry_the_second_is_told(trip: Journey) -> None:
    kim, otto = trip.person("kim"), trip.person("otto")
    await hire(trip, otto)
    for person, answer in ((kim, "Clear the cache twice."), (otto, "Ask your host.")):
        await person.says("faq edit white")
        person.reads("Nothing has changed yet", "Turn on error output")
        await person.presses("Edit: Short answer")
        await person.says(answer)
        person.reads("Nothing has changed yet", answer)
    await kim.presses("Save")
    kim.reads("is in the FAQ")
    await otto.presses("Save")
    otto.reads("Somebody has changed this entry meanwhile", "Clear the cache twice.", kim.id)
    otto.reads("Nothing has changed yet", "Ask your host.")
    assert (await entry(trip)).answer == "Clear the cache twice."
    await otto.presses("Save")
    assert (await entry(trip)).answer == "Ask your host."


async def test_what_comes_twice_is_written_once(chat: Journey) -> None:
    """A6, A7."""
    kim = chat.person("kim")
    chat.troubled.repeats(3)
    await kim.commands("faq", f"add {RESET} | Open Settings.")
    await kim.presses("Save", times=3)
    await chat.troubled.repeats_all()
    await chat.settled()
    entries = await chat.desk.store.read(lambda reading: reading.entries())
    assert [each.question for each in entries].count(RESET) == 1
    assert len(entries) == 3
