"""A talk for each way to a level, written down as Markdown: `python -m benchmarks.level_talks`."""

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select

from benchmarks.transcripts import turn
from bot.mailing import Mailer
from bot.storage.identity_tables import codes
from intake.desk.proving import code_to_mail
from intake.regulations.identity import (
    CodeId,
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Link,
    Seal,
)
from intake.regulations.policy import shipped
from intake.regulations.scope import BEYOND
from tests.journeys.journey import Journey, Way, journey
from tests.journeys.people import Person
from tests.office import Office, open_office

TRANSCRIPTS: Final = Path(__file__).parents[1] / "docs" / "transcripts"
WAY: Final[Way] = "telegram-polling"
SEAL: Final = Seal("a key of the desk's own")
COUPON: Final = "VIP-7K2M-99QX"
TOKEN: Final = f"prove-{'5eed' * 8}"

CUSTOMERS: Final = (
    Customer(
        CustomerId("acme"),
        "Acme",
        "commercial",
        ("bob@acme.example",),
        licences=(Licence("cms", "business"),),
    ),
    Customer(CustomerId("birch"), "Birch Ltd", "commercial", licences=(Licence("cms", "premium"),)),
    Customer(
        CustomerId("cedar"),
        "Cedar Inc",
        "commercial",
        licences=(Licence("cms", "business", valid_until=date(2026, 1, 31)),),
    ),
    Customer(CustomerId("roble"), "Estudio Roble", "partner-silver", ("eva@roble.example",)),
)


@dataclass
class Page:
    """A person's talk, with the desk's customers and its mail server at hand."""

    trip: Journey
    person: Person
    language: str
    office: Office
    port: int
    notes: dict[int, str] = field(default_factory=dict)

    def button(self, key: str) -> str:
        return self.trip.desk.parts.words.text(f"button-{key}", self.language)

    async def comes_to_the_card(self, problem: str, edition: str, email: str) -> None:
        """Through the whole form, with as few words as it takes."""
        await self.person.says(problem)
        if self.button("none") in self.person.labels:
            await self.person.presses(self.button("none"))
        await self.about("general")
        await self.person.presses(self.button("covered"))
        await self.rest(edition, email)

    async def about(self, topic: str) -> None:
        """Say what it is about, where that was not guessed."""
        label = self.trip.desk.parts.words.text(f"topic-{topic}", self.language)
        if label in self.person.labels:
            await self.person.presses(label)

    async def rest(self, edition: str, email: str) -> None:
        await self.person.presses(self.button("no"))
        await self.person.says("www.example.org/shop")
        await self.person.presses(self.button("unknown"))
        await self.person.presses(edition)
        await self.person.says(email)
        while self.button("skip") in self.person.labels:
            await self.person.presses(self.button("skip"))

    async def files(self) -> None:
        await self.person.presses(self.button("file"))

    async def reads_the_code(self) -> str:
        """What the worker mails over SMTP, as the person reads it in their mailbox."""
        store, now = self.trip.desk.store, self.trip.clock()
        (id,) = await store.run(
            lambda connection: connection.execute(
                select(codes.c.id).order_by(codes.c.id.desc()).limit(1)
            ).one()
        )
        mail = await store.record(lambda work: code_to_mail(work, CodeId(id), SEAL, now))
        assert mail
        url, words = f"smtp://127.0.0.1:{self.port}", self.trip.desk.parts.words
        sender = "Larkspur support <support@larkspur.example>"
        await Mailer(url, sender, words, self.trip.clock).send(mail, self.language)
        message = self.office.messages[-1]
        body = message.get_payload(decode=True)
        assert isinstance(body, bytes)
        letter = body.decode().replace("\r\n", "\n").strip()
        self.notes[len(self.person.acts)] = "*By mail, to " + "\n> ".join(
            [f"{message['To']}:*", "", *letter.split("\n")]
        )
        (digits,) = re.findall(r"\b\d{6}\b", letter)
        return str(digits)

    def written(self) -> str:
        turns: list[str] = []
        for place, act in enumerate(self.person.acts):
            turns += [self.notes[place]] if place in self.notes else []
            turns.append(turn(self.person.name, act))
        return "\n\n".join(filter(None, turns))


async def vip_coupon(page: Page) -> None:
    await page.comes_to_the_card("Nobody can pay in our shop", "Premium", "ana@birch.example")
    await page.person.presses(page.button("coupon"))
    await page.person.says("VIP-0000-0000")
    await page.person.presses(page.button("coupon"))
    await page.person.says(COUPON.lower())
    await page.files()


async def silver_partner(page: Page) -> None:
    await page.comes_to_the_card(
        "El calendario de citas no guarda los cambios", "Professional", "eva@roble.example"
    )
    await page.person.says(await page.reads_the_code())
    await page.files()


async def commercial(page: Page) -> None:
    await page.person.says("The export of orders stops half way")
    await page.about("general")
    await page.person.presses(page.button("covered"))
    await page.person.presses(page.button("no"))
    await page.person.says("www.example.org/shop")
    await page.person.presses(page.button("unknown"))
    await page.person.presses("Business")
    await page.person.says("bob@acme.example")
    await page.person.says(await page.reads_the_code())
    while page.button("skip") in page.person.labels:
        await page.person.presses(page.button("skip"))
    await page.files()


async def unverified(page: Page) -> None:
    await page.comes_to_the_card("Since Monday no pictures show", "Business", "bob@acme.example")
    await page.files()
    tid = page.person.tid
    digits = await page.reads_the_code()
    page.trip.clock.passes(minutes=4)
    await page.person.says("000000" if digits != "000000" else "111111")
    await page.person.says(digits)
    await page.person.commands("status", tid)


async def demo_owner(page: Page) -> None:
    await page.comes_to_the_card("The demo shows no catalogue", "Demo", "ana@home.example")
    await page.files()


async def beyond_scope(page: Page) -> None:
    await page.person.says("Please optimise the code of the module that we wrote ourselves")
    await page.about("performance")
    if page.button("beyond") in page.person.labels:
        await page.person.presses(page.button("beyond"))
    await page.rest("Business", "ana@home.example")
    await page.files()


async def expired_support(page: Page) -> None:
    await page.person.says(TOKEN)
    await page.comes_to_the_card(
        "The search of our site finds nothing", "Business", "a@cedar.example"
    )
    await page.files()


@dataclass(frozen=True, slots=True)
class Talk:
    """Which talk, on which desk, by whom, and the level that it has to come to."""

    name: str
    title: str
    hold: Callable[[Page], Awaitable[None]]
    level: str
    hours: int
    who: str = "ana"
    language: str = "en"
    """Also whose desk it is."""


TALKS: Final[Sequence[Talk]] = (
    Talk("vip-coupon", "A VIP coupon", vip_coupon, "vip-coupon", 4),
    Talk(
        "silver-partner",
        "A silver partner, on the Spanish desk",
        silver_partner,
        "partner-silver",
        48,
        who="eva",
        language="es",
    ),
    Talk("commercial", "A commercial client, proven by a code", commercial, "commercial", 24),
    Talk("unverified", "Filed unverified, and raised by a code", unverified, "commercial", 24),
    Talk("demo-owner", "The owner of a demo", demo_owner, "non-commercial", 48),
    Talk("beyond-scope", "A question beyond the scope of support", beyond_scope, BEYOND, 72),
    Talk(
        "expired-support",
        "A client whose support has run out",
        expired_support,
        "non-commercial",
        48,
    ),
)


async def held(talk: Talk, folder: Path) -> str:
    """Hold the talk, see that it comes to its level, and write it down."""
    policy = shipped("es" if talk.language == "es" else "inc")
    async with AsyncExitStack() as stack:
        office = Office()
        port = await stack.enter_async_context(open_office(office))
        trip = await stack.enter_async_context(journey(folder, WAY, policy=policy))
        customer = trip.desk.parts.customer
        customer.playbook = replace(customer.playbook, seal=SEAL, mails=True)
        await _registered(trip)
        page = Page(trip, trip.person(talk.who, talk.language), talk.language, office, port)
        await talk.hold(page)
        (ticket,) = await trip.desk.tickets()
        assert ticket.level == talk.level, (ticket.level, talk)
        assert policy.level(ticket.level).hours == talk.hours
        return (
            f"# {talk.title}\n\n"
            "Written down by `python -m benchmarks.level_talks`: the real channel, desk, database "
            "and mail server, against a platform on loopback. The clients are made up.\n\n"
            f"{page.written()}\n"
        )


async def _registered(trip: Journey) -> None:
    """The desk's customers, a coupon of one of them, and a link for another."""
    now = trip.clock()
    coupon = Coupon(SEAL.of("coupon", COUPON), CustomerId("birch"))
    link = Link(SEAL.of("link", TOKEN), CustomerId("cedar"), now + timedelta(days=1))

    await trip.desk.store.record(lambda work: work.put_customers(CUSTOMERS, (coupon,), now))
    await trip.desk.store.record(lambda work: work.put_link(link))


async def run() -> None:
    for talk in TALKS:
        with tempfile.TemporaryDirectory() as folder:
            text = await held(talk, Path(folder))
        file = TRANSCRIPTS / f"level-{talk.name}.md"
        file.write_text(text, "utf-8")
        print(f"wrote {file.relative_to(TRANSCRIPTS.parents[1])}")


def main() -> int:
    asyncio.run(run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
