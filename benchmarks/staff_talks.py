"""Staff keep the FAQ from chat, written down as Markdown: `python -m benchmarks.staff_talks`."""

import asyncio
import sys
import tempfile
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.transcripts import turn
from intake.desk import learning
from intake.ports import Errand
from tests.journeys.journey import Journey, Way, journey
from tests.journeys.people import Person

FILE: Final = Path(__file__).parents[1] / "docs" / "transcripts" / "staff-telegram.md"
WAY: Final[Way] = "telegram-polling"
ASKED: Final = "How do I export my invoices for the tax office?"
ALIKE: Final = "export of invoices for the tax office?"


@dataclass
class Page:
    """What has happened so far, whoever did it."""

    trip: Journey
    turns: list[str] = field(default_factory=list)

    def heading(self, words: str) -> None:
        self.turns.append(f"## {words}")

    def note(self, person: Person) -> None:
        """The last thing that this person did or read."""
        act = person.acts[-1]
        self.turns.append(turn(person.name, act if act.done else replace(act, done="(looks)")))

    async def says(self, person: Person, *words: str) -> None:
        for each in words:
            await person.says(each)
            self.note(person)

    async def orders(self, person: Person, argument: str) -> None:
        await person.commands("faq", argument)
        self.note(person)

    async def presses(self, person: Person, *labels: str) -> None:
        for each in labels:
            await person.presses(each)
            self.note(person)

    async def learns(self) -> None:
        """What every process does each second."""
        await self.trip.desk.parts.worker.refresh_faq()


async def written(trip: Journey) -> str:
    """Two ways to write an entry, and a question asked in vain that becomes one."""
    page = Page(trip)
    page.heading("An entry in one message, then found, changed and taken back")
    await in_one_message(page, trip.person("kim"))
    page.heading("A question that is answered already")
    await page.learns()
    await page.orders(trip.person("kim"), "add How can I reset the password")
    await page.presses(trip.person("kim"), "Add as a wording of that one")
    page.heading("A question asked in vain becomes an entry")
    await from_a_miss(page, trip)
    return "\n\n".join(filter(None, page.turns))


async def in_one_message(page: Page, kim: Person) -> None:
    reset = "How do I reset my password? | Open Settings and press Reset."
    await page.orders(kim, f"add {reset} | our wiki")
    await page.says(kim, "https://docs.example.org/reset")
    await page.presses(kim, "Save")
    await page.learns()
    await page.orders(kim, "find password reset")
    await page.presses(kim, "Edit 1", "Edit: Tags")
    await page.says(kim, "login, account")
    await page.presses(kim, "Save")
    await page.orders(kim, "undo")


async def from_a_miss(page: Page, trip: Journey) -> None:
    ana, bob, kim = (trip.person(name) for name in ("ana", "bob", "kim"))
    await page.says(ana, ASKED)
    await page.presses(ana, "Cancel", "Tell me when the FAQ has it")
    await bob.says(ALIKE)
    await bob.presses("Cancel")
    await page.orders(kim, "misses")
    await page.presses(kim, "Add an entry: 1")
    await page.says(kim, "In the menu Accounts, press Export.", "https://docs.example.org/export")
    await page.presses(kim, "Documentation", "Done", "Save")
    await tells(trip)
    await ana.looks()
    page.note(ana)


async def tells(trip: Journey) -> None:
    """What an errand does after the commit, in a desk that has the engine for it."""
    for number in ("1", "2"):
        errand = Errand("answered", (number,))
        await trip.desk.store.record(partial(learning.tell, errand=errand, now=trip.clock.now))
    await trip.works()


async def run() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with journey(Path(folder), WAY) as trip:
            talk = await written(trip)
    FILE.write_text(
        "# Staff keep the FAQ, in Telegram\n\n"
        "Written down by `python -m benchmarks.staff_talks`: the real channel, desk and database, "
        "against a platform on loopback. The people and the entries are made up. Kim is listed in "
        f"`STAFF`; to anybody else `/faq` gives the ordinary help text.\n\n{talk}\n",
        "utf-8",
    )
    print(f"wrote {FILE.relative_to(FILE.parents[2])}")


def main() -> int:
    asyncio.run(run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
