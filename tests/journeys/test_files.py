"""Files on their way onto a ticket: taken byte for byte, or refused with advice."""

import hashlib
import socket
import zipfile
from io import BytesIO

import pytest

from tests.journeys.journey import Journey
from tests.journeys.people import File, Person
from tests.journeys.telling import COVERED, ODD, TO_THE_ADDRESS, TO_THE_REVIEW
from tests.pictures import other, png

PNG = File("white page.png", png() + bytes(range(256)) * 700)
GIF = File("steps.gif", other("GIF"), "image/gif")
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


NASTY = (
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "C:\\con.png", "CON", "nul.png",
    "\u200b.htaccess", "invoice\u202egnp.exe", "x" * 300 + ".png", "a\r\nSet-Cookie: b", '"q".png',
    "'; rm -rf ~.png", "$(id).png", "`id`.png", "%2e%2e%2fpasswd", "a%00.png", "<b>bold</b>.png",
    "<!channel>.png", "<@U9>.png", "@TidingsBot.png", "*bold* _it_.png", ".", "\ufeffmark", "a/b",
)  # fmt: skip


async def test_d1_a_name_made_to_harm_is_shown_as_text_and_stored_as_ours(chat: Journey) -> None:
    wanted = []
    for place, name in enumerate(("ana", "bob", "eva")):
        person = chat.person(name)
        await person.says("The checkout button does nothing at all")
        for number in range(place, len(NASTY), 3):
            file = File(NASTY[number], ZIP.content + bytes([number]))
            await person.sends(file)
            wanted.append(file.content)
        await chat.works()
    files = chat.desk.attached()
    assert [each.content for each in files] == wanted
    stored = [path.name for path in (chat.folder / "attachments").iterdir()]
    assert all(len(name) == 32 and name.isalnum() for name in stored)
    assert not [each.name for each in files if {"\r", "\n", "\0"} & set(each.name)]


async def test_d6_an_archive_that_would_explode_is_kept_as_it_is(chat: Journey) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(30):
            archive.writestr(f"../../{number}.bmp", bytes(10_000_000))
    bomb = File("screens.zip", packed.getvalue(), "application/zip")
    ana = chat.person("ana")
    await ana.plays(TO_THE_ADDRESS)
    await ana.sends(bomb)
    await chat.works()
    [file] = chat.desk.attached()
    assert (file.refused, file.content) == ("", bomb.content)
    assert len(list((chat.folder / "attachments").iterdir())) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
async def test_d20_an_address_that_somebody_types_is_never_asked(
    trip: Journey, ana: Person, host: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        address = f"http://{host}:{trap.getsockname()[1]}/admin.png"
        await ana.says(f"{ODD} at {address}")
        await ana.plays([("presses", COVERED), ("presses", "No")])
        await ana.commands("status", address)
        await trip.works()
        trap.settimeout(0)
        with pytest.raises(BlockingIOError):
            trap.accept()
    draft = (await trip.desk.state(ana.conversation)).draft
    assert draft is not None
    assert draft.value("url") == address
