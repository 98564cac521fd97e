"""Files on their way onto a ticket: taken byte for byte, or refused with advice."""

import hashlib

from tests.journeys.journey import Journey
from tests.journeys.people import File, Person
from tests.journeys.telling import TO_THE_ADDRESS, TO_THE_REVIEW

PNG = File("white page.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 700)
GIF = File("steps.gif", b"GIF89a" + b"frame" * 90, "image/gif")
ZIP = File("logs.zip", b"PK\x03\x04" + b"\0\xff" * 5000, "application/zip")
BMP = File("screen.bmp", b"BM" + b"\0" * 300, "image/bmp")
BIG = File("film.zip", ZIP.content, "application/zip", claimed=21_000_000)


async def test_i6_a_png_arrives_byte_for_byte(trip: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_ADDRESS)
    await ana.sends(PNG)
    ana.reads("I have this file", "white page.png", "On which page")
    await trip.works()
    [file] = trip.desk.attached()
    assert (file.name, file.refused, file.content) == ("white page.png", "", PNG.content)
    assert file.sha256 == hashlib.sha256(PNG.content).hexdigest()


async def test_a_bmp_is_refused_with_advice(trip: Journey, ana: Person) -> None:
    """R9: by its content; and nothing of it stays."""
    await ana.plays(TO_THE_ADDRESS)
    await ana.sends(File("screen.png", BMP.content))
    await ana.sends(PNG)
    await trip.works()
    await ana.looks()
    ana.has_read("A BMP is not taken as it is")
    refused, taken = trip.desk.attached()
    assert (refused.refused, refused.content) == ("bmp", b"")
    assert taken.content == PNG.content
    await ana.says("shop.example.org")
    ana.reads("Which version")


async def test_d11_three_files_at_once_are_all_on_the_ticket(trip: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_REVIEW[:-1])
    await ana.sends(PNG, GIF, ZIP)
    ana.reads("white page.png")
    await ana.presses("Done")
    ana.reads("Please check this", "white page.png", "steps.gif", "logs.zip")
    await ana.presses("File the ticket")
    await trip.works()
    ticket = await trip.desk.ticket(ana.tid)
    assert ticket.files == ("white page.png", "steps.gif", "logs.zip")
    contents = [file.content for file in trip.desk.attached()]
    assert contents == [PNG.content, GIF.content, ZIP.content]


async def test_d12_a_file_too_big_is_told_and_the_form_goes_on(trip: Journey, ana: Person) -> None:
    await ana.plays(TO_THE_ADDRESS)
    await ana.sends(BIG)
    await trip.works()
    await ana.looks()
    ana.has_read("film.zip", "It is too big")
    [file] = trip.desk.attached()
    assert file.refused == "too-big"
    draft = (await trip.desk.state(ana.conversation)).draft
    assert draft is not None
    assert draft.files == ()
    await ana.says("shop.example.org")
    ana.reads("Which version")


async def test_a_file_with_words_begins_a_problem(trip: Journey, ana: Person) -> None:
    await ana.sends(PNG, caption="The basket empties itself at midnight")
    await trip.works()
    draft = (await trip.desk.state(ana.conversation)).draft
    assert draft is not None
    assert draft.value("problem") == "The basket empties itself at midnight"
    assert [file.name for file in draft.files] == ["white page.png"]


async def test_d7_a_file_that_lies_about_its_size_is_told_to_be_too_big(chat: Journey) -> None:
    ana = chat.person("ana")
    await ana.plays(TO_THE_ADDRESS)
    await ana.sends(File("liar.zip", b"PK\x03\x04" + bytes(20_100_000), claimed=100))
    await chat.works()
    await ana.looks()
    ana.has_read("liar.zip", "It is too big")
    assert chat.desk.attached()[0].refused == "too-big"
