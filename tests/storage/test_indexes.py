"""What is asked every second, and at each turn, is found by an index, however much was recorded."""

import re
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.storage import SqlStore
from bot.storage.engine import make_engine
from faq_index import Entry, EntryId
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    FileId,
    Files,
    IncomingFile,
    PersonId,
    Text,
)
from intake.dialogue.replies import Receipt, Say
from intake.dialogue.state import State
from intake.misses import MissId, MissRef
from intake.ports import Deadline, Work
from intake.regulations.identity import Coupon, Customer, CustomerId, Sealed
from intake.tid import Tid
from tests.storage.stories import ANA, HELD, HELLO, NOW
from tests.storage.talk import PROBLEM, Talk, Values, counted

ENTRY = Entry(id=EntryId("a"), question="?")
ACME = Customer(CustomerId("acme"), people=("ana@example.org",))
COUPON = Coupon(Sealed("c"), ACME.id)
QUESTIONS: dict[str, Callable[[Work], object]] = {
    "a talk": lambda work: work.conversation(ANA),
    "a ticket": lambda work: work.ticket(Tid("TID-1")),
    "my tickets": lambda work: work.tickets_of(PersonId("telegram:42"), 9),
    "the queue": lambda work: work.queue(9),
    "unsent replies": lambda work: work.unsent(NOW, HELD, 9, ["telegram:"]),
    "waiting messages": lambda work: work.next_waiting(NOW, HELD, 9, ["telegram:"]),
    "a message dealt with": lambda work: work.dealt_with(HELLO),
    "dead letters": lambda work: work.letters(9),
    "files to fetch": lambda work: work.files_to_fetch(NOW, HELD, 9, ["telegram:"]),
    "what a person sent today": lambda work: work.kept_of(PersonId("telegram:42"), NOW),
    "talks to look at": lambda work: work.waiting_talks(NOW, HELD, 9),
    "deadlines to tell of": lambda work: work.due_tickets(NOW, HELD, HELD, 9),
    "a deadline told of": lambda work: work.warn(Deadline(Tid("TID-1"), NOW, "soon")),
    "where staff write": lambda work: work.staff_talks({PersonId("telegram:42")}),
    "the FAQ's version": lambda work: work.faq_version(),
    "what changed in the FAQ": lambda work: work.entries_since(7),
    "what entries mean since": lambda work: work.meanings("m", 7, 9),
    "an entry": lambda work: work.entry(EntryId("a")),
    "an entry's history": lambda work: work.history(EntryId("a"), 9),
    "what a change of the FAQ touched": lambda work: work.entries_before(7),
    "an entry to be changed": lambda work: work.put_entries([ENTRY], NOW, "cli"),
    "what was laid ready": lambda work: work.put_staged(
        work.stage_entries(0, [ENTRY], NOW), NOW, "cli"
    ),
    "what was laid ready and is done": lambda work: work.clear_staged(1, 9),
    "what was asked in vain": lambda work: work.open_misses(NOW, 9),
    "an open question": lambda work: work.open_miss(MissId(1)),
    "questions not put together": lambda work: work.loose_misses(NOW, 9),
    "groups of questions": lambda work: work.miss_groups(NOW, 9),
    "a group of questions": lambda work: work.misses_of(MissId(1), NOW),
    "how many questions": lambda work: work.count_misses(NOW),
    "questions put together": lambda work: work.group_misses({MissId(1): MissId(1)}),
    "a miss": lambda work: work.miss(ANA, MissRef("abc")),
    "to be told": lambda work: work.want_told(ANA, MissRef("abc"), NOW),
    "misses answered": lambda work: work.answer_misses([MissId(1)], EntryId("a"), NOW),
    "a miss told of": lambda work: work.tell_miss(MissId(1), NOW, NOW),
    "misses to be told of": lambda work: work.untold_misses(NOW, 9),
    "wordings offered": lambda work: work.offered_wordings(9),
    "a customer by an address": lambda work: work.customers_with("email", "ana@example.org"),
    "customers": lambda work: work.customers(ACME.id, 9),
    "a customer to be changed": lambda work: work.put_customers([ACME], [COUPON], NOW),
    "coupons": lambda work: work.coupons_of(ACME.id),
    "a coupon": lambda work: work.coupon(COUPON.seal),
    "a coupon to be spent": lambda work: work.spend_coupon(COUPON, 3, NOW, Tid("TID-1"), NOW),
    "a proof": lambda work: work.proof(PersonId("telegram:42")),
    "a code": lambda work: work.code_of(PersonId("telegram:42")),
    "codes mailed": lambda work: work.codes_mailed(NOW, email="a", person="b"),
    "a link": lambda work: work.link(Sealed("l")),
    "tickets without proof": lambda work: work.unproven_tickets(PersonId("telegram:42"), 9),
    "what waits": lambda work: work.backlog(NOW, HELD, ["telegram:"]),
}


@pytest.mark.parametrize("name", QUESTIONS)
async def test_no_table_is_read_from_end_to_end(database: SqlStore, url: str, name: str) -> None:
    for statement, values in await asked(database, QUESTIONS[name]):
        for step in plan(url, statement, values):
            # The latter is what a part of the statement has found.
            if step == "SCAN CONSTANT ROW" or step.startswith("SCAN anon_"):
                continue
            assert not step.startswith("SCAN") or "USING" in step, f"{step}: {statement}"


@pytest.mark.parametrize("name", QUESTIONS)
async def test_nor_on_a_server(server_url: str, name: str) -> None:
    async with SqlStore(server_url) as desk:
        statements = await asked(desk, QUESTIONS[name])
    with make_engine(server_url).begin() as connection:
        # A table that is still empty would be read whole otherwise.
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for statement, values in statements:
            if statement.startswith("SET LOCAL"):
                continue
            steps = connection.exec_driver_sql(f"EXPLAIN {statement}", values).scalars().all()
            assert not [step for step in steps if "Seq Scan" in step], (steps, statement)


async def test_what_is_said_looks_at_what_waits_in_its_own_talk_only(
    database: SqlStore, url: str
) -> None:
    """However much waits in all others, as after an outage."""
    [said] = await asked(database, lambda work: work.say(ANA, (Say("help"),), State(), NOW, HELD))
    assert any("(conversation=? AND id<?)" in step for step in plan(url, *said)), plan(url, *said)


async def test_no_turn_reads_through_anything(database: SqlStore, url: str) -> None:
    """Not even through an index."""
    for statement, values in await everything(database):
        for step in plan(url, statement, values):
            assert not step.startswith("SCAN") or "CONSTANT ROW" in step, f"{step}: {statement}"


async def test_nor_does_a_server(server_url: str) -> None:
    async with SqlStore(server_url) as desk:
        statements = await everything(desk)
    with make_engine(server_url).begin() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for statement, values in statements:
            steps = connection.exec_driver_sql(f"EXPLAIN {statement}", values).scalars().all()
            for step, more in pairwise([*steps, ""]):
                read = re.search(r"Seq Scan|Index Scan|Index Only Scan", step)
                assert not read or "Index Cond" in more, (statement, steps)


async def everything(desk: SqlStore) -> list[tuple[str, Values]]:
    """Each statement of a talk in which somebody does all that can be done."""
    talk = Talk(desk)
    with counted() as ran:
        await talk.says(Command(CommandName.START))
        await talk.says(Text(PROBLEM))
        await talk.presses("no")
        await talk.says(Correction(PROBLEM + " It was a Monday."))
        file = IncomingFile(FileId("telegram:42:1"), "white.png", 9, "somewhere")
        await talk.says(Files((file,), "This is what I see."))
        await talk.says(Command(CommandName.CANCEL))
        await talk.says(Command(CommandName.NEW))
        await talk.presses("resume")
        for label in ("skip", "skip", "done", "file"):
            await talk.presses(label)
        [receipt] = [each for each in talk.paper.said if isinstance(each, Receipt)]
        await talk.says(Command(CommandName.TICKETS))
        await talk.says(Command(CommandName.STATUS, receipt.tid))
        await talk.presses("reply")
        await talk.says(Text("It happens on Tuesdays too."))
    written = {statement.split(" ")[2] for statement, _ in ran if statement.startswith("INSERT")}
    assert written >= {"tickets", "posts", "attachments", "replies", "conversations", "claims"}
    return list({statement: (statement, values) for statement, values in ran}.values())


async def asked(desk: SqlStore, question: Callable[[Work], object]) -> list[tuple[str, Any]]:
    """The statements of a question, with their values."""
    statements: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:
        statements.append((call[2], call[3]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await desk.record(question)
    finally:
        event.remove(Engine, "before_cursor_execute", note)

    found = [each for each in statements if not each[0].startswith("BEGIN")]
    assert found
    return found


def plan(url: str, statement: str, values: Any) -> list[str]:
    with closing(make_engine(url).connect()) as connection:
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    return [step[3] for step in steps]
