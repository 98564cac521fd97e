"""R11, B17: access data that people write is hidden before it is kept anywhere, and they are told.

What was kept is looked for in everything that the store holds: talks, replies, tickets, the inbox.
"""

from dataclasses import fields
from datetime import timedelta

import pytest

from intake.desk.sealing import sealed, sealed_in_talk
from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    Correction,
    FileId,
    Files,
    IncomingFile,
    Pressed,
    Said,
    Text,
)
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.tickets import Reason
from tests.desk.test_customer import STAFF, House
from tests.unit.intake.talk import keys

SECRET = "Xk29!tulpe"
SAID = f"The checkout button does nothing. My password is {SECRET}, user: web12"
PICTURE = IncomingFile(FileId("f"), "a.png", 100, "remote")


@pytest.fixture
def house() -> House:
    return House()


def kept(house: House) -> str:
    tables = house.store.tables
    return repr([getattr(tables, each.name) for each in fields(tables)])


async def test_a_password_in_a_problem_is_hidden_and_its_writer_told(house: House) -> None:
    told = await house.hears(Text(SAID))
    assert keys(tuple(each.reply for each in told))[:2] == ["access-hidden", "intro"]
    assert told[0].reply == Say("access-hidden", "password,login")
    state = (await house.store.read(lambda r: r.conversation(ConversationId("telegram:42")))).state
    assert state.draft is not None
    assert state.draft.value("problem") == (
        "The checkout button does nothing. My password is <password>, user: <login>"
    )
    assert SECRET not in kept(house)
    assert "web12" not in kept(house)


@pytest.mark.parametrize(
    "said",
    [
        Text(f"password: {SECRET}"),
        Correction(f"Log in with password {SECRET} and click it"),
        Files((PICTURE,), f"password: {SECRET}"),
        Command(CommandName.HELP, f"password: {SECRET}"),
        Text("https://admin:" + SECRET + "@shop.example.org/panel does not open"),
        Text("card 4111 1111 1111 1111 is declined"),
        Text("a\n" * 30_000 + f"password: {SECRET}"),
    ],
)
async def test_b17_whatever_it_comes_in_and_wherever_the_talk_stands(
    house: House, said: Said
) -> None:
    number = await house.files_a_ticket()
    await house.hears(said)
    await house.hears(Pressed(f"*:reply.{number}"))
    await house.hears(said)
    await house.hears(Text("The basket empties itself at midnight"), "telegram:7")
    await house.hears(said, "telegram:7")
    assert SECRET not in kept(house)
    assert "1111 1111" not in kept(house)


async def test_a_long_text_is_looked_at_as_far_as_it_is_kept(house: House) -> None:
    told = await house.says(f"password: {SECRET} and then " + "word " * 20_000)
    assert told[:2] == ["access-hidden", "message-cut"]
    assert SECRET not in kept(house)


async def test_what_waits_in_the_inbox_is_hidden_there_too(house: House) -> None:
    first, second = house.message(Text("hello")), house.message(Text(SAID))
    await house.customer.fail(first, "Oops")
    assert await house.customer.hear(second) == ()
    await house.customer.wait([house.message(Text(SAID))])
    await house.customer.refuse(house.message(Text(SAID)), "hangs")
    assert kept(house).count("<password>") >= 3
    assert SECRET not in kept(house)
    house.now += timedelta(seconds=1)
    due = await house.store.record(lambda work: work.next_waiting(house.now, timedelta(), 9))
    told = [each.reply for waiting in due for each in await house.customer.resume(waiting)]
    assert "access-hidden" in keys(tuple(told))


async def test_r11_whoever_wrote_access_data_is_reminded_when_the_work_is_over(
    house: House,
) -> None:
    number = await house.files_a_ticket()
    await house.hears(Pressed(f"*:reply.{number}"))
    assert await house.says(f"Login: admin / {SECRET}") == [
        "access-hidden",
        "follow-up-added",
    ]
    assert (await house.ticket(number)).posts[-1].text == "Login: <login> / <password>"
    reminder, _ = await house.agent.close(number, Reason.SOLVED)
    assert reminder.reply == Say("access-to-change", number)
    other = await house.files_a_ticket("telegram:7")
    (told_only,) = await house.agent.close(other, Reason.SOLVED)
    assert told_only.reply.kind == "ticket-closed"


async def test_a_password_that_is_sent_behind_its_name_is_hidden_too(house: House) -> None:
    await house.says("After an update the site shows a white page, the admin password is")
    assert (await house.says("Xk29tulpe"))[0] == "access-hidden"
    assert "Xk29tulpe" not in kept(house)
    number = await house.files_a_ticket("telegram:7")
    await house.says(f"{number} is still as bad, and my new password is:", "telegram:7")
    assert (await house.says("tulpe", "telegram:7"))[0] == "access-hidden"
    assert "tulpe" not in kept(house)
    assert "access-hidden" not in await house.says("Thanks", "telegram:8")


async def test_what_staff_order_and_write_for_the_faq_stays_as_it_is(house: House) -> None:
    number = await house.files_a_ticket()
    said = f"{number} Use the password: {SECRET}"
    assert (await house.says(f"answer {said}", STAFF))[0] == "answer-sent"
    assert (await house.ticket(number)).posts[-1].text == f"Use the password: {SECRET}"
    await house.says("faq add How do I log in to the demo?", STAFF)
    await house.says(f"With the password: {SECRET}", STAFF)
    state = (await house.store.read(lambda r: r.conversation(ConversationId(STAFF)))).state
    assert state.writing is not None
    assert SECRET in state.writing.entry.answer


async def test_of_staff_who_ask_for_themselves_it_is_hidden_too(house: House) -> None:
    assert (await house.says(SAID, STAFF))[0] == "access-hidden"
    assert SECRET not in kept(house)


def test_a_single_word_is_looked_at_in_its_talk_only(house: House) -> None:
    """It may be the answer to a question of ours."""
    key = house.message(Text("AB12-CD34-EF56-GH78"))
    book = house.customer.playbook
    assert sealed(key, book) == key
    in_talk = sealed_in_talk(key, book, State())
    assert (in_talk.said, in_talk.hidden) == (Text("<key>"), ("key",))
    assert sealed_in_talk(in_talk, book, State()) == in_talk


def test_what_holds_nothing_is_the_same_message(house: House) -> None:
    said = house.message(Text("My password is wrong and the page is white"))
    assert sealed(said, house.customer.playbook) is said
    pressed = house.message(Pressed("1:yes"))
    assert sealed(pressed, house.customer.playbook) is pressed
