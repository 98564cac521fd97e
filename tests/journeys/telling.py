"""Stretches of talk that many stories share."""

from typing import Final

from tests.journeys.people import Person, Story

WHITE: Final = "After an update the site shows a white page"
ODD: Final = "The checkout button does nothing at all"
COVERED: Final = "Yes, it is covered"
PLACE: Final = "https://shop.example.org, version 20.5, Business edition, ana@example.org"
"""What the desk wants to know, said at once."""

TO_THE_ADDRESS: Final[Story] = (
    ("says", ODD, "I found nothing in the FAQ", "Covered: ", "Not covered: "),
    ("presses", COVERED, "Can you make it happen again?"),
    ("presses", "No", "On which page"),
)
TO_THE_REVIEW: Final[Story] = (
    ("says", f"{ODD}: {PLACE}", "Product errors"),
    ("presses", COVERED, "Can you make it happen again?"),
    ("presses", "No", "Which server software"),
    ("presses", "Skip", "Which browser"),
    ("presses", "Skip", "phpinfo"),
    ("presses", "Skip", "Do you have screenshots"),
    ("presses", "Skip", "Please check this before I file it"),
)


async def files_a_ticket(person: Person) -> str:
    """The shortest way; returns the TID that the person was given."""
    await person.plays(TO_THE_REVIEW)
    await person.presses("File the ticket")
    person.reads("Your request is accepted")
    return person.tid
