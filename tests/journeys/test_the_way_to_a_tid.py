"""From the first words to a TID: the same story everywhere gives the same ticket."""

from datetime import timedelta

import pytest

from tests.journeys.desk import WHITE_PAGE
from tests.journeys.journey import Journey
from tests.journeys.people import Person, Story
from tests.journeys.telling import COVERED, ODD, TO_THE_ADDRESS, WHITE, files_a_ticket

THE_WHOLE_WAY: Story = (
    ("arrives", "", "This chat itself is not an official channel", "What is wrong?"),
    ("says", WHITE, "The site shows a white page after an update", "Did one of these help?"),
    ("presses", "None of these, open a ticket", "let us prepare a ticket", "1 of", "Updates"),
    ("presses", "Product errors", "Covered: failures", "Not covered: "),
    ("presses", COVERED, "2 of", "happen again"),
    ("presses", "Yes", "3 of", "Which steps"),
    ("says", "I open the catalogue", "4 of", "On which page"),
    ("presses", "Back", "Which steps", "I open the catalogue"),
    ("says", "I open the catalogue and wait", "On which page"),
    ("says", "shop.example.org", "Which version"),
    ("presses", "I don't know", "Which edition"),
    ("presses", "Business", "Which e-mail address"),
    ("says", "ana(at)example.org", "does not look like an e-mail address", "Which e-mail"),
    ("says", "ana@example.org", "Which server"),
    ("says", "nginx", "Which browser"),
    ("presses", "Skip", "phpinfo"),
    ("presses", "No", "screenshots"),
    ("presses", "Skip", "Please check this", "ana@example.org", "Nothing is filed yet"),
    ("presses", "Edit: Version", "Which version"),
    ("says", "20.5", "Please check this", "20.5"),
    ("presses", "File the ticket", "is accepted", "non-commercial", "not the official channel"),
)


async def test_the_whole_way_with_a_slip_and_second_thoughts(trip: Journey, ana: Person) -> None:
    await ana.plays(THE_WHOLE_WAY)
    [ticket] = await trip.desk.tickets()
    assert ticket.tid == ana.tid
    assert (ticket.owner, ticket.conversation) == (ana.id, ana.conversation)
    assert {filled.field: filled.value for filled in ticket.fields} == {
        "problem": WHITE,
        "topic": "errors",
        "reproducible": "yes",
        "steps": "I open the catalogue and wait",
        "url": "https://shop.example.org",
        "version": "20.5",
        "edition": "business",
        "email": "ana@example.org",
        "server": "nginx",
        "configuration": "no",
    }
    assert [each.url for each in ticket.suggestions] == [WHITE_PAGE]
    assert (ticket.level, ticket.language, ticket.files) == ("non-commercial", "en", ())
    # I8: of the press on [File the ticket], by the platform's clock.
    assert ticket.accepted_at == trip.clock() - timedelta(seconds=1)
    assert ticket.due_at == ticket.accepted_at + timedelta(days=2)


async def test_a_suggestion_that_helps_files_nothing(trip: Journey, ana: Person) -> None:
    await ana.says(WHITE)
    ana.reads("a ticket with a TID", "The site shows a white page after an update")
    await ana.presses("This helped")
    ana.reads("I am glad that it helped")
    assert await trip.desk.tickets() == []
    assert (await trip.desk.state(ana.conversation)).draft is None


async def test_what_was_said_at_once_is_not_asked(trip: Journey, ana: Person) -> None:
    tid = await files_a_ticket(ana)
    ticket = await trip.desk.ticket(tid)
    filed = {str(filled.field): filled.value for filled in ticket.fields}
    assert filed.pop("problem").startswith(ODD)
    assert filed == {
        "topic": "errors",
        "reproducible": "no",
        "url": "https://shop.example.org",
        "version": "20.5",
        "edition": "business",
        "email": "ana@example.org",
    }


async def test_a_draft_waits_until_its_author_comes_back(trip: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_ADDRESS)
    await ana.presses("Cancel")
    ana.reads("laid your draft aside")
    trip.clock.passes(days=2)
    await ana.commands("new")
    ana.reads("a draft that is not filed yet")
    await ana.presses("Go on with the draft")
    ana.reads("where we stopped", "On which page")
    await ana.says("shop.example.org")
    ana.reads("Which version")


@pytest.mark.parametrize(
    ("label", "changed", "asked"),
    [
        ("Español", "desde ahora", "En qué página"),
        ("Deutsch", "ab jetzt", "Auf welcher Seite"),
    ],
)
async def test_the_language_changes_in_mid_form(
    ana: Person, label: str, changed: str, asked: str
) -> None:
    await ana.plays(TO_THE_ADDRESS)
    await ana.commands("language")
    ana.reads("Which language")
    await ana.presses(label)
    ana.reads(changed, asked)


@pytest.mark.parametrize(
    ("name", "language", "greeting", "yes"),
    [
        ("eva", "es", "Hola", "Sí, está incluido"),
        ("otto", "de", "Guten Tag", "Ja, das gehört dazu"),
    ],
)
async def test_people_are_spoken_to_in_their_own_language(
    trip: Journey, name: str, language: str, greeting: str, yes: str
) -> None:
    person = trip.person(name, language)
    await person.arrives()
    person.reads(greeting)
    await person.says(ODD)
    assert yes in person.labels
    assert (await trip.desk.state(person.conversation)).language == language
