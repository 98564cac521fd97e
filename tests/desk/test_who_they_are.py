"""Who somebody is decides the level (R12): typed it proves nothing, proven it lasts until ended."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Final

import pytest

from intake.desk.proving import CodeMail, code_to_mail
from intake.dialogue.identifying import LINK
from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    FileId,
    Files,
    IncomingFile,
    Message,
    Pressed,
    Said,
    Text,
)
from intake.dialogue.replies import Raised, Receipt, Reply, Review, Say, TicketStatus
from intake.dialogue.staffing import Agent
from intake.dialogue.state import Redeeming, Reviewing, State
from intake.ports import Errand
from intake.regulations.identity import (
    CODE_LASTS,
    CODE_TRIES,
    MAILS_A_DAY,
    CodeId,
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Link,
    Proof,
)
from intake.regulations.policy import LevelId, Policy, shipped
from intake.tickets import Reason, Ticket
from intake.tid import Tid
from tests.desk.test_customer import House
from tests.unit.intake.talk import SEAL, keys, playbook

ME, OTHER, STRANGER = "telegram:42", "telegram:43", "telegram:44"
ANA: Final = "ana@example.org"
ACME: Final = Customer(
    CustomerId("acme"), "Acme", "commercial", (ANA,), licences=(Licence(edition="premium"),)
)
CODES: Final = ("VIP-AAAA-1111", "VIP-AAAA-2222", "VIP-AAAA-3333", "VIP-AAAA-4444")
COUPONS: Final = tuple(Coupon(SEAL.of("coupon", each), ACME.id) for each in CODES)
PAGE: Final = "a.org"


class Registry(House):
    """A desk that can mail codes, with a customer or two."""

    def __init__(self, policy: Policy | None = None, *, mails: bool = True) -> None:
        super().__init__()
        self.customer.playbook = replace(playbook(policy), mails=mails, limit=None)

    async def knows(self, *customers: Customer, coupons: tuple[Coupon, ...] = ()) -> None:
        await self.store.record(lambda work: work.put_customers(customers, coupons, self.now))

    async def told(self, said: Said, person: str = ME) -> tuple[Reply, ...]:
        return tuple(each.reply for each in await self.hears(said, person))

    async def orders(self, name: str, argument: str = "", person: str = ME) -> tuple[Reply, ...]:
        return await self.told(Command(CommandName(name), argument), person)

    async def comes_to_the_card(self, person: str = ME, email: str = ANA) -> None:
        await self.says("The checkout button does nothing at all", person)
        await self.presses("no", person)
        for words in (PAGE, "3", "business", email):
            await self.says(words, person)
        for _ in range(4):
            await self.presses("skip", person)

    async def files(self, person: str = ME, email: str = ANA) -> Ticket:
        await self.comes_to_the_card(person, email)
        (sent,) = await self.presses("file", person)
        assert isinstance(sent.reply, Receipt)
        return await self.ticket(sent.reply.tid)

    async def mailed(self) -> list[CodeMail]:
        """Do the errands that were asked for, as a worker does."""
        errands = [each for each in self.store.tables.errands.values() if each.kind == "code"]
        found = [await self.mail(each) for each in errands]
        return [each for each in found if each]

    async def mail(self, errand: Errand) -> CodeMail | None:
        id = CodeId(int(errand.about[0]))
        return await self.store.record(lambda work: code_to_mail(work, id, SEAL, self.now))

    async def state(self, person: str = ME) -> State:
        return (await self.store.read(lambda r: r.conversation(ConversationId(person)))).state

    async def is_linked(self, token: str, person: str = "") -> None:
        link = Link(SEAL.of("link", token), ACME.id, self.now + timedelta(hours=1), person)
        await self.store.record(lambda work: work.put_link(link))

    def kept(self) -> str:
        tables = self.store.tables
        return repr([getattr(tables, each.name) for each in fields(tables)])


@pytest.fixture
def house() -> Registry:
    return Registry()


def grounds(receipt: object) -> list[tuple[str, str]]:
    assert isinstance(receipt, Receipt | Raised)
    return [(why.ground, why.about) for why in receipt.reasons]


# --- a code by mail ------------------------------------------------------------------------------


async def test_r12_filed_unverified_and_raised_from_its_acceptance_once_proven(
    house: Registry,
) -> None:
    await house.knows(ACME)
    filed = await house.files()
    assert (filed.level, filed.proof, filed.customer) == ("non-commercial", "", "")
    house.now += timedelta(minutes=3)
    (mail,) = await house.mailed()
    assert mail.email == ANA

    proven, raised = await house.told(Text(mail.digits))

    assert proven == Say("proven", ANA)
    assert isinstance(raised, Raised)
    assert (raised.level, raised.changed) == ("vip", True)
    assert grounds(raised) == [("edition", "premium")]
    ticket = await house.ticket(filed.tid)
    assert (ticket.level, ticket.proof, ticket.customer) == ("vip", "code", "acme")
    assert ticket.due_at == filed.accepted_at + timedelta(hours=24)
    assert raised.due_at == ticket.due_at


async def test_f9_the_code_is_taken_in_the_middle_of_the_form_and_the_receipt_is_right(
    house: Registry,
) -> None:
    await house.knows(ACME)
    await house.says("The checkout button does nothing at all")
    await house.presses("no")
    for words in (PAGE, "3", "business"):
        await house.says(words)
    assert await house.says(ANA) == ["code-sent", "ask-server"]
    (mail,) = await house.mailed()

    spaced = f"{mail.digits[:3]} {mail.digits[3:]}"
    assert await house.says(spaced) == ["proven", "ask-server"]
    for _ in range(4):
        await house.presses("skip")
    (sent,) = await house.presses("file")

    assert isinstance(sent.reply, Receipt)
    assert sent.reply.level == "vip"
    ticket = await house.ticket(sent.reply.tid)
    assert (ticket.customer, ticket.proof) == ("acme", "code")


async def test_whoever_is_forgotten_in_the_middle_of_a_form_gets_no_mail_for_it(
    house: Registry,
) -> None:
    await house.knows(ACME)
    await house.comes_to_the_card()
    (mail,) = await house.mailed()
    await house.says(mail.digits)
    assert keys(await house.orders("forget")) == ["forgotten", "review"]
    assert keys(await house.orders("help")) == ["help", "review"]
    (sent,) = await house.presses("file")
    assert grounds(sent.reply) == [("unproven", "")]
    assert await house.mailed() == []


async def test_one_proof_lasts_for_that_account_until_it_is_ended(house: Registry) -> None:
    await house.knows(ACME)
    await house.files()
    (mail,) = await house.mailed()
    await house.says(mail.digits)

    second = await house.files(email="somebody@else.example")
    assert (second.level, second.proof) == ("vip", "code")
    assert (await house.files(OTHER)).level == "non-commercial", "not of another account"

    (said, *_) = await house.orders("forget")
    assert said == Say("forgotten")
    third = await house.files(email="somebody@else.example")
    assert (third.level, third.proof) == ("non-commercial", "")
    assert (await house.ticket(second.tid)).level == "vip"


@pytest.mark.parametrize("known", [True, False])
async def test_nobody_learns_whether_an_address_is_a_customers(
    house: Registry, known: bool
) -> None:
    """F3, F10: the same words, and as many of them, whatever is true."""
    told: list[tuple[Reply, ...]] = []
    for there in (known, False):
        desk = Registry()
        if there:
            await desk.knows(ACME)
        await desk.comes_to_the_card()
        await desk.mailed()
        said = [await desk.told(Text(words)) for words in ("000000", "111111", "222222")]
        said.append(await desk.orders("verify", ANA))
        said += [await desk.told(Pressed("*:code"))]
        (sent,) = await desk.presses("file")
        told.append((*(reply for each in said for reply in each), sent.reply))
    assert told[0] == told[1]
    del house


async def test_f11_only_a_customers_mailbox_gets_mail_and_not_often(house: Registry) -> None:
    await house.knows(ACME)
    for number in range(30):
        person = f"telegram:{1000 + number}"
        await house.comes_to_the_card(person, "victim@example.org")
        assert await house.mailed() == []
    for number in range(MAILS_A_DAY + 5):
        person = f"telegram:{2000 + number}"
        await house.comes_to_the_card(person, ANA)
        await house.comes_to_the_card(f"{person}9", ANA)
        house.store.tables.used_codes.clear()
        await house.mailed()
        house.now += timedelta(minutes=11)
    mailed = await house.store.read(
        lambda look: look.codes_mailed(house.now - timedelta(days=1), email=ANA)
    )
    assert mailed == MAILS_A_DAY


async def test_f10_five_wrong_ones_end_a_code_and_ten_minutes_do(house: Registry) -> None:
    await house.knows(ACME)
    await house.comes_to_the_card()
    (mail,) = await house.mailed()
    wrong = "000001" if mail.digits == "000000" else "000000"
    for _ in range(CODE_TRIES):
        assert (await house.says(wrong))[0] == "code-wrong"
    assert (await house.says(mail.digits))[0] == "code-wrong"

    house.now += timedelta(minutes=2)
    assert (await house.told(Pressed("*:code")))[0] == Say(
        "code-sent", ANA, (await _button(house)).choices
    )
    (_, again) = await house.mailed()
    assert again.digits != mail.digits
    house.now += CODE_LASTS
    assert (await house.says(again.digits))[0] == "code-wrong"


async def _button(house: Registry) -> Say:
    (said, *_) = await house.orders("verify", "x@example.org")
    assert isinstance(said, Say)
    # Back to the address that this is about.
    house.now += timedelta(minutes=2)
    await house.orders("verify", ANA)
    return said


async def test_h8_a_mail_that_is_repeated_has_the_same_code_in_it(house: Registry) -> None:
    await house.knows(ACME)
    await house.comes_to_the_card()
    first, house.now = await house.mailed(), house.now + timedelta(minutes=1)
    assert await house.mailed() == first
    assert re.fullmatch(r"\d{6}", first[0].digits)
    assert first[0].digits not in house.kept()
    house.now += CODE_LASTS
    assert await house.mailed() == [], "nobody waits for it any more"


async def test_a_code_is_asked_for_once_a_minute(house: Registry) -> None:
    assert keys(await house.orders("verify")) == ["verify-usage"]
    assert keys(await house.orders("verify", "ana")) == ["verify-usage"]
    assert keys(await house.told(Pressed("*:code"))) == ["verify-usage"]
    assert keys(await house.orders("verify", ANA)) == ["code-sent"]
    assert keys(await house.told(Pressed("*:code"))) == ["code-soon"]
    house.now += timedelta(minutes=1)
    assert keys(await house.told(Pressed("*:code"))) == ["code-sent"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"Verify {ANA}", "code-sent"),
        ("verify", "verify-usage"),
        ("forget", "forgotten"),
        ("coupon VIP-AAAA-1111", "coupon-when"),
        ("coupon", "coupon-when"),
        ("verify my settings please", "intro"),
        ("verify everything", "intro"),
        ("forget it", "intro"),
        ("coupon code", "intro"),
    ],
)
async def test_orders_are_understood_in_plain_words_where_they_can_be_nothing_else(
    house: Registry, words: str, told: str
) -> None:
    assert (await house.says(words))[0] == told


async def test_six_digits_are_words_where_no_code_is_waited_for(house: Registry) -> None:
    assert await house.says("123456") == ["intro", "nothing-found", "ask-reproducible"]
    await house.orders("cancel")
    await house.orders("verify", ANA)
    house.now += timedelta(hours=2)
    assert "code-wrong" not in await house.says("123456")


async def test_an_address_in_the_first_words_is_asked_for_a_code_once_it_is_filed(
    house: Registry,
) -> None:
    """It may be somebody else's, of whom they only speak: filing nods at it."""
    await house.knows(ACME)
    await house.says(f"The checkout button does nothing, write to {ANA}")
    await house.presses("no")
    for words in (PAGE, "3", "business"):
        await house.says(words)
    for _ in range(4):
        await house.presses("skip")
    assert await house.mailed() == []
    (sent,) = await house.presses("file")
    assert grounds(sent.reply) == [("unproven", "code")]
    (mail,) = await house.mailed()
    assert mail.email == ANA
    assert "raised" in [each.kind for each in await house.told(Text(mail.digits))]


async def test_where_no_mail_can_be_sent_nothing_is_promised(house: Registry) -> None:
    house.customer.playbook = replace(house.customer.playbook, mails=False)
    await house.knows(ACME)
    await house.comes_to_the_card()
    (sent,) = await house.presses("file")
    assert grounds(sent.reply) == [("unproven", "")]
    assert house.store.tables.errands == {}
    assert keys(await house.orders("verify", ANA)) == ["verify-off"]
    house.customer.playbook = replace(house.customer.playbook, mails=True, seal=None)
    assert keys(await house.orders("verify", ANA)) == ["verify-off"]
    assert "code-sent" not in await house.says("My address is ana@example.org")


# --- what a proof raises -------------------------------------------------------------------------


async def proves(house: Registry, person: str = ME) -> tuple[Reply, ...]:
    token = f"{LINK}{len(house.store.tables.links):032x}"
    await house.is_linked(token)
    return await house.told(Text(token), person)


async def test_a_ticket_that_was_answered_is_counted_from_what_waits_now(house: Registry) -> None:
    """R20: the time of an answer that was given cannot run out any more."""
    house = Registry(mails=False)
    await house.knows(ACME)
    waiting, answered, closed = [await house.files() for _ in range(3)]
    await house.agent.answer(waiting.tid, Agent("Kim"), "Try again")
    await house.agent.answer(answered.tid, Agent("Kim"), "Try again")
    await house.agent.close(closed.tid, Reason.SOLVED)
    house.now += timedelta(hours=5)
    said = house.now
    await house.hears(Pressed(f"*:reply.{waiting.tid}"))
    await house.says("It is as bad as before")
    await house.says("And worse")
    house.now += timedelta(hours=1)

    _, *raised = await proves(house)

    assert {each.tid for each in raised if isinstance(each, Raised)} == {
        waiting.tid,
        answered.tid,
    }
    assert (await house.ticket(waiting.tid)).due_at == said + timedelta(hours=24)
    quiet = await house.ticket(answered.tid)
    assert (quiet.level, quiet.due_at) == ("vip", None)
    assert (await house.ticket(closed.tid)).level == "non-commercial"


async def test_what_was_left_of_the_old_levels_time_counts_no_more(house: Registry) -> None:
    house = Registry(mails=False)
    await house.knows(ACME)
    filed = await house.files()
    await house.agent.answer(filed.tid, Agent("Kim"), "Try again")
    asked = replace(await house.ticket(filed.tid), left=timedelta(hours=40))
    await house.store.record(lambda work: work.change(asked))
    await proves(house)
    raised = await house.ticket(filed.tid)
    assert (raised.level, raised.left, raised.due_at) == ("vip", None, None)


async def test_what_rests_on_something_else_stays_as_it_is(house: Registry) -> None:
    house = Registry(mails=False)
    await house.knows(ACME)
    filed = await house.files()
    moved = replace(filed, level=LevelId("beyond-scope"))
    await house.store.record(lambda work: work.change(moved))

    _, raised = await proves(house)

    assert isinstance(raised, Raised)
    assert (raised.level, raised.changed, raised.reasons) == ("beyond-scope", False, ())
    known = await house.ticket(filed.tid)
    assert (known.due_at, known.proof, known.customer) == (filed.due_at, "link", "acme")


async def test_r24_whose_support_has_run_out_is_told_so(house: Registry) -> None:
    house = Registry(mails=False)
    over = Licence(edition="premium", valid_until=date(2026, 1, 31))
    await house.knows(replace(ACME, licences=(over,)))
    filed = await house.files()
    _, raised = await proves(house)
    assert isinstance(raised, Raised)
    assert (raised.level, raised.changed) == ("non-commercial", False)
    assert grounds(raised) == [("expired", "2026-01-31")]
    assert (await house.ticket(filed.tid)).proof == "link"


async def test_f9_an_unverified_ticket_is_marked(house: Registry) -> None:
    house = Registry(mails=False)
    await house.knows(ACME)
    filed = await house.files()
    (status,) = await house.orders("status", filed.tid)
    assert isinstance(status, TicketStatus)
    assert status.unverified
    await proves(house)
    (status,) = await house.orders("status", filed.tid)
    assert isinstance(status, TicketStatus)
    assert not status.unverified


# --- a link that staff send ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        lambda token: Text(token.upper()),
        lambda token: Text(f"verify {token}"),
        lambda token: Command(CommandName.VERIFY, token),
        lambda token: Command(CommandName.START, token),
    ],
)
async def test_f7_a_link_proves_once_however_it_is_brought(
    house: Registry, said: Callable[[str], Said]
) -> None:
    await house.knows(ACME)
    token = f"{LINK}{'0a' * 16}"
    await house.is_linked(token)
    assert await house.told(said(token)) == (Say("proven-by-link", "Acme"),)
    assert keys(await house.told(said(token), OTHER)) == ["link-refused"]
    assert (await house.files(email="x@example.org")).level == "vip"
    assert token not in house.kept()


async def test_f7_of_two_who_use_a_link_at_once_one_is_proven(house: Registry) -> None:
    await house.knows(ACME)
    token = f"{LINK}{'7' * 32}"
    await house.is_linked(token)
    told = await asyncio.gather(*(house.told(Text(token), each) for each in (ME, OTHER)))
    assert sorted(map(keys, told)) == [["link-refused"], ["proven-by-link"]]


async def test_f10_tries_in_two_talks_of_one_account_are_both_counted(house: Registry) -> None:
    await house.knows(ACME)
    await house.comes_to_the_card()
    (mail,) = await house.mailed()
    wrong = Text("000001" if mail.digits == "000000" else "000000")

    def elsewhere(message: Message) -> Message:
        return replace(message, conversation=ConversationId("telegram:other"))

    await house.customer.hear(elsewhere(house.message(Command(CommandName.VERIFY, ANA))))
    messages = [house.message(wrong), elsewhere(house.message(wrong))]
    await asyncio.gather(*map(house.customer.hear, messages))
    code = await house.store.read(lambda look: look.code_of(messages[0].speaker.id))
    assert code
    assert code.tries == 2


async def test_f7_a_link_is_bound_and_expires_and_is_nobodys_guess(house: Registry) -> None:
    await house.knows(ACME)
    bound, old, lost = (f"{LINK}{digit * 32}" for digit in "123")
    await house.is_linked(bound, ME)
    await house.is_linked(old)
    refused = (Say("link-refused"),)
    assert await house.told(Text(bound), OTHER) == refused
    assert await house.told(Text(lost), OTHER) == refused
    assert keys(await house.told(Text(bound))) == ["proven-by-link"]
    house.now += timedelta(hours=1)
    assert await house.told(Text(old), OTHER) == refused


async def test_a_link_of_a_customer_without_a_name_or_who_is_gone(house: Registry) -> None:
    token = f"{LINK}{'4' * 32}"
    await house.is_linked(token)
    assert keys(await house.told(Text(token))) == ["link-refused"]
    await house.knows(replace(ACME, name=""))
    assert await house.told(Text(token)) == (Say("proven-by-link", "acme"),)
    house.store.tables.customers.clear()
    ticket = await house.files()
    assert (ticket.level, ticket.customer, ticket.proof) == ("non-commercial", "", "link")


async def test_without_a_secret_a_token_is_only_words() -> None:
    house = Registry()
    house.customer.playbook = replace(house.customer.playbook, seal=None, mails=False)
    assert (await house.says(f"{LINK}{'5' * 32}"))[0] == "intro"


# --- a profile that a trusted workspace vouches for ----------------------------------------------


class Workspace(Registry):
    """Its members come with the address of their profile."""

    def message(self, said: Said, person: str = ME, number: int = 0) -> Message:
        plain = super().message(said, person, number)
        return replace(plain, speaker=replace(plain.speaker, email="Ana@Example.org"))


async def test_a_trusted_profile_proves_it_without_a_code_until_it_is_forgotten() -> None:
    house = Workspace()
    await house.knows(ACME)
    ticket = await house.files()
    assert (ticket.level, ticket.proof, ticket.customer) == ("vip", "workspace", "acme")
    assert house.store.tables.errands == {}

    await house.orders("forget")
    assert (await house.files()).level == "non-commercial"
    (mail,) = await house.mailed()
    await house.says(mail.digits)
    assert (await house.files()).proof == "code"


# --- VIP coupons ---------------------------------------------------------------------------------


async def redeems(house: Registry, coupon: str, person: str = ME) -> list[str]:
    await house.presses("coupon", person)
    return await house.says(coupon, person)


async def test_r16_a_coupon_is_spent_with_the_filing_and_not_before(house: Registry) -> None:
    await house.knows(ACME, coupons=COUPONS)
    await house.comes_to_the_card()
    assert await redeems(house, "vip aaaa 1111") == ["coupon-taken", "review"]
    seal = COUPONS[0].seal
    assert (await house.store.read(lambda look: look.coupon(seal))) == COUPONS[0]

    (sent,) = await house.presses("file")

    assert isinstance(sent.reply, Receipt)
    assert (sent.reply.level, sent.reply.hours, sent.reply.clock) == (
        "vip-coupon",
        4,
        "around-the-clock",
    )
    assert grounds(sent.reply) == [("coupon", "")]
    spent = await house.store.read(lambda look: look.coupon(seal))
    assert spent
    assert spent.spent_at == house.now
    ticket = await house.ticket(sent.reply.tid)
    assert (ticket.customer, ticket.proof) == ("acme", "")
    assert not re.search("vip.?aaaa", house.kept(), re.IGNORECASE)


async def test_r16_two_people_race_for_the_last_coupon_and_one_is_asked_what_now(
    house: Registry,
) -> None:
    await house.knows(ACME, coupons=COUPONS[:1])
    people = [ME, OTHER, STRANGER]
    for each in people:
        await house.comes_to_the_card(each)
        assert await redeems(house, CODES[0], each) == ["coupon-taken", "review"]

    filed = await asyncio.gather(*(house.presses("file", each) for each in people))

    told = [keys(tuple(each.reply for each in sent)) for sent in filed]
    assert sorted(told) == [["coupon-refused", "review"], ["coupon-refused", "review"], ["receipt"]]
    tickets = await house.agent.tickets(9)
    assert [each.level for each in tickets] == ["vip-coupon"]
    loser = people[told.index(["coupon-refused", "review"])]
    (sent,) = await house.presses("file", loser)
    assert isinstance(sent.reply, Receipt)
    assert sent.reply.level == "non-commercial"


async def test_r16_premium_has_three_a_calendar_year(house: Registry) -> None:
    await house.knows(ACME, coupons=COUPONS)
    for code in CODES[:3]:
        await house.comes_to_the_card()
        await redeems(house, code)
        await house.presses("file")
    await house.comes_to_the_card()
    assert (await redeems(house, CODES[3]))[0] == "coupon-refused"
    house.now += timedelta(days=305)
    assert await house.says(CODES[3]) == ["added-to-problem", "review"]
    assert await redeems(house, CODES[3]) == ["coupon-taken", "review"]


async def test_r16_a_guesser_learns_nothing(house: Registry) -> None:
    """Spent, of nobody, too many tries: the same words."""
    await house.knows(ACME, coupons=COUPONS)
    await house.comes_to_the_card(OTHER)
    await redeems(house, CODES[0], OTHER)
    await house.presses("file", OTHER)

    await house.comes_to_the_card()
    refused = [Say("coupon-refused")]
    for guess in (CODES[0], "VIP-AAAA-9999", "hm", "x" * 40, "VIP"):
        await house.presses("coupon")
        said, card = await house.told(Text(guess))
        assert ([said], card.kind) == (refused, "review")
    await house.presses("coupon")
    assert (await house.told(Text(CODES[1])))[0] == refused[0], "five a day"
    house.now += timedelta(days=1)
    await house.presses("coupon")
    assert (await house.says(CODES[1]))[0] == "coupon-taken"


async def test_a_coupon_can_be_kept_for_another_time(house: Registry) -> None:
    await house.knows(ACME, coupons=COUPONS)
    await house.comes_to_the_card()
    await redeems(house, CODES[0])
    said, card = [each.reply for each in await house.presses("uncoupon")]
    assert said == Say("coupon-removed")
    assert isinstance(card, Review)
    assert not card.coupon
    (sent,) = await house.presses("file")
    assert isinstance(sent.reply, Receipt)
    assert sent.reply.level == "non-commercial"


async def test_r16_a_coupon_by_command_at_any_moment_of_a_draft(house: Registry) -> None:
    await house.knows(ACME, coupons=COUPONS)
    assert keys(await house.orders("coupon", CODES[0])) == ["coupon-when"]
    await house.says("The checkout button does nothing at all")
    assert keys(await house.orders("coupon")) == ["coupon-when", "ask-reproducible"]
    told = await house.orders("coupon", CODES[0])
    assert keys(told) == ["coupon-taken", "ask-reproducible"]
    assert (await house.state()).draft.coupon == COUPONS[0].seal  # type: ignore[union-attr]  # there is one
    await house.orders("cancel")
    assert keys(await house.orders("coupon", CODES[1])) == ["coupon-when"]


async def test_a_desk_without_coupons_asks_for_none() -> None:
    house = Registry()
    house.customer.playbook = replace(house.customer.playbook, seal=None)
    await house.comes_to_the_card()
    assert "coupon" not in (await house.state()).screen
    assert keys(await house.orders("coupon", "VIP-AAAA-1111")) == ["coupon-none", "review"]


@pytest.mark.parametrize("said", ["back", "yes", "cancel", "help"])
async def test_whoever_has_second_thoughts_goes_back_to_the_card(
    house: Registry, said: str
) -> None:
    await house.comes_to_the_card()
    await house.presses("coupon")
    assert (await house.state()).stage == Redeeming()
    told = await house.says(said)
    stage = (await house.state()).stage
    if said == "back":
        assert (told, stage) == (["review"], Reviewing())
    else:
        assert told[-1] in {"ask-coupon", "cancelled"}


async def test_a_coupon_that_looks_like_a_key_is_not_hidden_from_us(house: Registry) -> None:
    key = "AKIAIOSFODNN7EXAMPLE"
    coupon = Coupon(SEAL.of("coupon", key), ACME.id)
    await house.knows(ACME, coupons=(coupon,))
    await house.comes_to_the_card()
    assert await redeems(house, key) == ["coupon-taken", "review"]
    await house.presses("uncoupon")
    assert keys(await house.orders("coupon", key)) == ["coupon-taken", "review"]
    assert key not in house.kept()


async def test_a_file_sent_where_a_coupon_is_asked_for_goes_onto_the_draft(
    house: Registry,
) -> None:
    await house.knows(ACME, coupons=COUPONS)
    await house.comes_to_the_card()
    await house.presses("coupon")
    picture = IncomingFile(FileId("f"), "a.png", 100, "remote")
    assert keys(await house.told(Files((picture,)))) == ["files-taken", "ask-coupon"]
    told = await house.told(Files((replace(picture, id=FileId("g")),), CODES[0]))
    assert keys(told) == ["files-taken", "coupon-taken", "review"]


# --- the levels of the other desk ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("category", "hours"), [("partner-bronze", 120), ("partner-silver", 48), ("partner-gold", 24)]
)
async def test_r12_partners_of_three_tiers_get_their_own_times(category: str, hours: int) -> None:
    es = shipped("es")
    form = tuple(field for field in es.form if field.kind != "topic")
    house = Registry(es.model_copy(update={"form": form}))
    await house.knows(replace(ACME, category=category, licences=()))
    await house.store.record(
        lambda work: work.prove(house.message(Text("")).speaker.id, Proof("code", house.now, ANA))
    )
    await house.says("The checkout button does nothing at all")
    await house.presses("no")
    for words in (PAGE, "3", "site", ANA):
        await house.says(words)
    for _ in range(4):
        await house.presses("skip")
    (sent,) = await house.presses("file")
    assert isinstance(sent.reply, Receipt)
    assert (sent.reply.level, sent.reply.hours) == (category, hours)
    assert grounds(sent.reply) == [("category", category)]


async def test_r12_whoever_says_that_they_own_a_demo_needs_no_proof() -> None:
    house = Registry(mails=False)
    await house.says("The checkout button does nothing at all")
    await house.presses("no")
    for words in (PAGE, "3", "demo", ANA):
        await house.says(words)
    for _ in range(4):
        await house.presses("skip")
    (sent,) = await house.presses("file")
    assert grounds(sent.reply) == [("edition", "demo")]


def test_a_mail_holds_nothing_that_anybody_typed() -> None:
    """B20."""
    assert [each.name for each in fields(CodeMail)] == ["id", "email", "digits"]


async def test_a_code_that_nobody_asked_for_is_not_mailed(house: Registry) -> None:
    assert await house.mail(Errand("code", ("7", "en"))) is None


__all__ = ["Tid"]
