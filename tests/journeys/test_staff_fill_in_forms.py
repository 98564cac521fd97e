"""In Slack an entry of the FAQ is a form: opened by an order or a button, kept when submitted."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from faq_index import Entry, EntryId
from intake.dialogue.messages import PersonId
from tests.journeys.journey import Journey, journey
from tests.journeys.on_slack import OnSlack

RESET = {
    "question": "How do I reset my password?",
    "answer": "Open Settings and press Reset.",
    "url": "https://docs.example.org/reset",
    "kind": "documentation",
    "language": "en",
}


@dataclass
class Agent:
    """Somebody of the staff in Slack."""

    trip: Journey
    person: OnSlack

    async def orders(self, argument: str, channel: str | None = None) -> None:
        await self.person.at.commands("/faq", argument, channel)
        await self.settle()

    async def presses(self, label: str) -> None:
        await self.person.presses(label)

    async def submits(self, **values: str) -> None:
        await self.person.at.submits(**{**self.filled, **values})
        await self.settle()

    async def settle(self) -> None:
        await self.person._did("", nothing())  # noqa: SLF001 - what follows from it is read

    @property
    def filled(self) -> Mapping[str, Any]:
        """What stands in the form that is open."""
        modal = self.person.at.modal
        assert modal, "no form is open"
        elements = [block["element"] for block in modal.shown["blocks"]]
        values = {
            each["action_id"]: each.get("initial_value")
            or each.get("initial_option", {}).get("value")
            for each in elements
        }
        return {field: value for field, value in values.items() if value}

    @property
    def sees_a_form(self) -> bool:
        return self.person.at.modal is not None


async def nothing() -> None:
    """What was done has been done already."""


@pytest.fixture(params=["slack-http", "slack-socket"])
async def trip(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journey]:
    async with journey(tmp_path, request.param) as under_way:
        yield under_way


@pytest.fixture
def kim(trip: Journey) -> Agent:
    return agent(trip, "kim")


def agent(trip: Journey, name: str) -> Agent:
    person = trip.person(name)
    assert isinstance(person, OnSlack)
    customer = trip.desk.parts.customer
    staff = customer.playbook.staff | {PersonId(person.id)}
    customer.playbook = replace(customer.playbook, staff=staff)
    return Agent(trip, person)


async def faq(trip: Journey) -> dict[str, Entry]:
    entries = await trip.desk.store.read(lambda reading: reading.entries())
    return {entry.id: entry for entry in entries}


async def test_an_order_opens_a_form_and_what_is_filled_in_is_kept(
    trip: Journey, kim: Agent
) -> None:
    await kim.orders("add")
    assert kim.sees_a_form
    assert kim.person.screen == ""
    await kim.submits(**RESET)
    assert not kim.sees_a_form
    kim.person.reads("“How do I reset my password?” is in the FAQ")
    await trip.desk.parts.worker.refresh_faq()
    ana = trip.person("ana")
    await ana.says("How can I reset my password")
    ana.reads("This may already answer it", RESET["question"])


async def test_a_button_opens_the_entry_as_a_form(trip: Journey, kim: Agent) -> None:
    await kim.person.commands("faq", "find white page")
    await kim.presses("Edit 1")
    assert kim.filled["answer"] == "Turn on error output and clear the cache."
    await kim.submits(answer="Clear the cache first.")
    kim.person.reads("is in the FAQ")
    assert (await faq(trip))["white"].answer == "Clear the cache first."
    assert (await faq(trip))["white"].wordings == ("blank screen after updating",)


async def test_what_cannot_be_taken_is_told_in_the_form(trip: Journey, kim: Agent) -> None:
    await kim.orders("add")
    await kim.submits(**{**RESET, "url": "javascript:alert(1)"})
    assert kim.sees_a_form
    screen = kim.person.at.sees
    assert ["begins with https://" in error for error in screen.errors] == [True]
    screen.errors.clear()
    await kim.submits(**RESET)
    assert not kim.sees_a_form
    assert len(await faq(trip)) == 3


async def test_g12_a_form_never_overwrites_what_came_meanwhile(trip: Journey, kim: Agent) -> None:
    otto = agent(trip, "otto")
    await kim.orders("edit white")
    await otto.orders("edit white")
    await otto.submits(answer="Otto's.")
    await kim.submits(answer="Kim's.")
    kim.person.reads("Somebody has changed this entry meanwhile", "Otto's.", otto.person.id)
    kim.person.reads("Nothing has changed yet", "Kim's.")
    assert (await faq(trip))["white"].answer == "Otto's."
    await kim.presses("Save")
    assert (await faq(trip))["white"].answer == "Kim's."


async def test_a_question_that_is_answered_already_is_asked_about(
    trip: Journey, kim: Agent
) -> None:
    await kim.orders("add")
    await kim.submits(**{**RESET, "question": "White page on the site after an update"})
    kim.person.reads("not in the FAQ yet", "This seems to be answered already")
    await kim.presses("Add as a wording of that one")
    assert len(await faq(trip)) == 2
    assert "White page on the site after an update" in (await faq(trip))["white"].wordings


async def test_a_form_that_is_closed_changes_nothing_and_words_are_words_again(
    trip: Journey, kim: Agent
) -> None:
    await kim.orders("add")
    await kim.person.at.closes_modal()
    await kim.settle()
    kim.person.reads("Nothing has changed in the FAQ")
    await kim.person.says("After an update the site shows a white page")
    kim.person.reads("This may already answer it")
    assert len(await faq(trip)) == 2


async def test_in_another_channel_the_form_opens_and_nothing_is_said_there(
    trip: Journey, kim: Agent
) -> None:
    await kim.orders("add", channel="C7")
    assert kim.sees_a_form
    await kim.submits(**RESET)
    assert EntryId("white") in await faq(trip)
    assert len(await faq(trip)) == 3


async def test_a_question_asked_in_vain_opens_a_form_in_peoples_words(
    trip: Journey, kim: Agent
) -> None:
    ana = trip.person("ana")
    await ana.says("How do I export my invoices for the tax office?")
    await ana.presses("Cancel")
    await kim.orders("misses")
    kim.person.reads("Asked in vain", "export my invoices")
    await kim.presses("Add an entry: 1")
    assert kim.filled["question"] == "How do I export my invoices for the tax office?"
    await kim.submits(answer="In the menu Accounts, press Export.")
    kim.person.reads("whoever asked in vain and wanted to know is told")
    await kim.orders("misses")
    kim.person.reads("Nobody has asked in vain lately")


async def test_anybody_else_gets_the_help_and_no_form(trip: Journey) -> None:
    ana = trip.person("ana")
    assert isinstance(ana, OnSlack)
    await ana.at.commands("/faq", "add")
    await ana.looks()
    ana.reads("At any time you can also say")
    assert ana.at.modal is None
