"""An entry of the FAQ as a modal, with the real Bolt against Slack's own rules for views."""

import json
from collections.abc import AsyncIterator, Sequence
from typing import cast

import pytest

from faq_index import EntryId
from intake.dialogue.entry_form import FIELDS
from intake.dialogue.messages import Command, CommandName, Message, Pressed, Submitted, Text
from intake.dialogue.replies import Ask, Choice, EntryForm, Reply, Say
from intake.ports import StoreUnavailable
from tests.channels.slack_stage import Stage, Way, stage
from tests.platforms.slack import SaysNo, Timing
from tests.platforms.slack.bots import PROXY_VARIABLES

LASTING = Timing(acknowledge_within=60, retry_after=(0, 0, 0), trigger_lives=600)
CANCEL = Choice("3:cancel", "button-cancel")
QUESTION = Ask("faq-question", 1, 8, choices=(CANCEL,))
KNOWN = {
    "question": "How do I <reset> my *password*?",
    "answer": "Open Settings & press Reset",
    "url": "https://x.example/reset?a=1&b=2",
    "kind": "documentation",
    "product": "",
    "tags": "login, account",
    "language": "it",
    "wordings": "forgot it\nno password",
}
FILLED = {**KNOWN, "language": "de"}


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["http", "socket"])
async def on(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """The same stories over HTTP and over Socket Mode."""
    async with stage(cast(Way, request.param), LASTING) as set_up:
        set_up.desk.script = opens_a_form
        yield set_up


def form(id: str = "", values: dict[str, str] | None = None) -> EntryForm:
    fields = tuple((field, (values or {}).get(field, "")) for field in FIELDS)
    languages = ("it", "en", "es", "de") if values else ("en", "es", "de")
    return EntryForm(EntryId(id), "abc", fields, languages, QUESTION, "m1")


def opens_a_form(message: Message) -> Sequence[Reply]:
    """The desk by script: `add` and `edit` open a form, everything else is thanked for."""
    match message.said:
        case Command(CommandName.FAQ, "add") | Text():
            return (form(),)
        case Command(CommandName.FAQ):
            return (form("q-1", KNOWN),)
        case _:
            return (Say("welcome"),)


async def test_a_command_opens_a_form_and_posts_nothing(on: Stage) -> None:
    await on.ana.commands("/faq", "add")
    await on.settled()
    opened = on.ana.modal
    assert opened
    assert opened.shown["title"]["text"] == "Pregunta frecuente"
    labels = [block["label"]["text"] for block in opened.shown["blocks"]]
    assert labels[:3] == ["Pregunta", "Respuesta breve", "Enlace"]
    assert len(labels) == len(FIELDS)
    assert not on.slack.log.of("chat.postMessage")
    assert on.ana.sees.errors == []


async def test_what_is_filled_in_is_recorded_before_the_form_closes(on: Stage) -> None:
    await on.ana.commands("/faq", "add")
    await on.settled()
    await on.ana.submits(**FILLED)
    await on.settled()
    assert on.desk.heard[-1].said == Submitted(
        EntryId(""), "abc", tuple((field, FILLED[field]) for field in FIELDS), "m1"
    )
    assert on.desk.heard[-1].conversation == f"slack:T1/{on.ana.dm}"
    assert on.ana.modal is None
    await on.ana.reads("De nada")


async def test_a_form_shows_the_entry_as_it_is(on: Stage) -> None:
    await on.ana.commands("/ticket", "faq edit q-1")
    await on.settled()
    assert on.ana.modal
    for block in on.ana.modal.shown["blocks"]:
        field, element = block["element"]["action_id"], block["element"]
        if element["type"] == "static_select":
            assert element["initial_option"]["value"] == KNOWN[field]
        else:
            assert element.get("initial_value", "") == KNOWN[field]
    names = {
        option["value"]: option["text"]["text"]
        for block in on.ana.modal.shown["blocks"]
        for option in block["element"].get("options", ())
    }
    assert (names["it"], names["es"], names["video"]) == ("it", "Español", "Video")
    await on.ana.submits(**KNOWN)
    await on.settled()
    said = on.desk.heard[-1].said
    assert isinstance(said, Submitted)
    assert (said.entry, dict(said.values)) == ("q-1", KNOWN)


async def test_what_is_wrong_is_told_in_the_form_and_nothing_is_recorded(on: Stage) -> None:
    await on.ana.commands("/faq", "add")
    await on.settled()
    before = len(on.desk.heard)
    await on.ana.submits(**{**FILLED, "url": "javascript:alert(1)", "tags": "x, " * 40})
    await on.settled()
    assert on.ana.modal
    assert ["https://" in error for error in on.ana.sees.errors] == [True]
    await on.ana.submits(**{**FILLED, "answer": "", "url": ""})
    await on.settled()
    assert "una respuesta o un enlace" in on.ana.sees.errors[-1]
    assert len(on.desk.heard) == before
    await on.ana.submits(**FILLED)
    await on.settled()
    assert len(on.desk.heard) == before + 1
    assert on.ana.modal is None


async def test_a_form_that_is_closed_is_a_press_on_cancel(on: Stage) -> None:
    await on.ana.commands("/faq", "add")
    await on.settled()
    await on.ana.closes_modal()
    await on.settled()
    assert on.desk.heard[-1].said == Pressed("3:cancel")


async def test_without_a_trigger_the_same_is_asked_in_words(on: Stage) -> None:
    """Slack gives none with a message."""
    await on.ana.says("faq add")
    shown = await on.ana.reads("¿A qué pregunta responde?")
    assert shown.labels == ("Cancelar",)
    await on.settled()
    assert not on.slack.log.of("views.open")


@pytest.mark.parametrize("error", ["expired_trigger_id", "invalid_arguments", "ratelimited"])
async def test_where_no_form_can_be_opened_the_same_is_asked_in_words(error: str) -> None:
    async with stage("http", LASTING) as on:
        on.desk.script = opens_a_form
        on.slack.faults.on("views.open", SaysNo(error))
        await on.ana.commands("/faq", "add")
        await on.ana.reads("¿A qué pregunta responde?")
        await on.settled()
        assert on.ana.modal is None
        assert len(on.slack.log.of("views.open")) == 1


async def test_a_trigger_serves_one_form(on: Stage) -> None:
    await on.ana.commands("/faq", "add")
    await on.settled()
    await on.desk.says(on.desk.heard[-1].conversation, [form()], "es")
    await on.ana.reads("¿A qué pregunta responde?")


async def test_a_form_that_was_not_taken_can_be_submitted_again_and_counts_once() -> None:
    async with stage("http", LASTING) as on:
        on.desk.script = opens_a_form
        await on.ana.commands("/faq", "add")
        await on.settled()
        on.desk.troubles = [StoreUnavailable()]
        first = await on.ana.submits(**FILLED)
        await on.settled()
        assert not first.acknowledged
        assert on.ana.modal
        second = await on.ana.submits(**FILLED)
        await on.settled()
        assert second.acknowledged
        # The answer to a form that was taken may be lost: whoever submits it again adds nothing.
        await on.slack.deliveries.again(second)
        await on.settled()
        assert sum(isinstance(said, Submitted) for said in on.desk.said) == 1


async def test_an_entry_whose_id_fills_a_form_is_changed_in_words(on: Stage) -> None:
    on.desk.script = lambda _: (form("x" * 3000, KNOWN),)
    await on.ana.commands("/faq", "edit x")
    await on.ana.reads("¿A qué pregunta responde?")


async def test_views_of_others_and_odd_ones_are_not_ours(on: Stage) -> None:
    view = {"id": "V1", "callback_id": "faq-entry", "private_metadata": "{", "state": {}}
    for odd in (
        view,
        {**view, "private_metadata": "[]"},
        {**view, "private_metadata": json.dumps({"channel": "C1", "cancel": "1:cancel"})},
        {**view, "callback_id": "poll", "private_metadata": json.dumps({"channel": on.ana.dm})},
        {},
    ):
        for kind in ("view_submission", "view_closed"):
            body = {"type": kind, "user": {"id": "U2", "team_id": "T1"}, "view": odd}
            on.slack.interact("interactive", body, lambda _: None)
    await on.settled()
    assert on.desk.times == 0
    assert on.slack.deliveries.unacknowledged == []
