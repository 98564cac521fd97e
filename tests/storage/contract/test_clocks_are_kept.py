"""Breaks that are announced, notes among staff, what is left of a pause, and a ticket reopened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.ports import Stale, Store
from intake.ports.breaks import AnnouncedBreak, BreakId
from intake.regulations.calendar import Break
from intake.regulations.policy import LevelId
from intake.tickets import Author, Note, Reason, Ticket, asked, closed, moved, reopened
from intake.tid import Tid
from tests.storage.stories import LATER, MUCH_LATER, NOW, a_post, a_ticket

FLOOD = Break(LATER, MUCH_LATER, "flood")
FIRST = Tid("TID-1")


async def filed(store: Store, ticket: Ticket) -> Ticket:
    await store.record(lambda work: work.file(ticket))
    return ticket


async def found(store: Store) -> Ticket:
    ticket = await store.read(lambda look: look.ticket(FIRST))
    assert ticket
    return ticket


async def test_a_break_is_known_to_everybody_as_it_was_announced(store: Store) -> None:
    assert list(await store.read(lambda look: look.breaks())) == []
    first = await store.record(lambda work: work.announce_break(FLOOD, NOW, "cli"))
    second = await store.record(
        lambda work: work.announce_break(Break(NOW, LATER), LATER, "telegram:9")
    )
    assert list(await store.read(lambda look: look.breaks())) == [
        AnnouncedBreak(first, FLOOD, "cli", NOW),
        AnnouncedBreak(second, Break(NOW, LATER), "telegram:9", LATER),
    ]


async def test_a_break_ends_earlier_never_later(store: Store) -> None:
    number = await store.record(lambda work: work.announce_break(FLOOD, NOW, "cli"))
    over = LATER + timedelta(minutes=5)
    assert await store.record(lambda work: work.end_break(number, over))
    assert not await store.record(lambda work: work.end_break(number, MUCH_LATER))
    (known,) = await store.read(lambda look: look.breaks())
    assert known.break_ == replace(FLOOD, end=over)
    assert not await store.record(lambda work: work.end_break(BreakId(99), NOW))


async def test_a_break_that_has_not_begun_is_called_off(store: Store) -> None:
    number = await store.record(lambda work: work.announce_break(FLOOD, NOW, "cli"))
    assert await store.record(lambda work: work.end_break(number, NOW))
    assert not await store.record(lambda work: work.end_break(number, NOW))
    (known,) = await store.read(lambda look: look.breaks())
    assert known.break_ == replace(FLOOD, end=FLOOD.start)


async def test_notes_stay_in_order_and_beside_the_correspondence(store: Store) -> None:
    ticket = await filed(store, a_ticket())
    await filed(store, a_ticket(2))
    for words in ("Seen before", "In March\nalready"):
        note = Note("Kim", words, NOW)
        await store.record(lambda work, each=note: work.note(FIRST, each))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
    notes = await store.read(lambda look: look.notes(FIRST))
    assert [each.text for each in notes] == ["Seen before", "In March\nalready"]
    assert list(await store.read(lambda look: look.notes(Tid("TID-2")))) == []
    assert await found(store) == ticket


async def test_what_is_left_of_a_pause_comes_back(store: Store) -> None:
    ticket = await filed(store, a_ticket())
    left = timedelta(hours=3, microseconds=7)
    paused = asked(ticket, a_post("Which version?"), left)
    await store.record(lambda work: work.change(paused))
    assert await found(store) == paused
    assert paused.left == left


async def test_a_ticket_moves_to_another_level(store: Store) -> None:
    ticket = await filed(store, a_ticket())
    there = moved(ticket, LevelId("beyond-scope"), MUCH_LATER)
    await store.record(lambda work: work.change(there))
    assert await found(store) == there


async def test_only_a_closed_ticket_is_opened_again(store: Store) -> None:
    ticket = await filed(store, a_ticket())
    shut = closed(ticket, Reason.SOLVED, LATER)
    again = reopened(shut, a_post("Still wrong", Author.CLIENT), MUCH_LATER)
    with pytest.raises(Stale):
        await store.record(lambda work: work.reopen(again))
    await store.record(lambda work: work.change(shut))
    await store.record(lambda work: work.reopen(again))
    assert await found(store) == again
    with pytest.raises(Stale):
        await store.record(lambda work: work.reopen(again))
