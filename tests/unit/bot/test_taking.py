"""R9: files are judged by their content, counted, and kept to the byte; a refusal tells why."""

import sys
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import IFD
from structlog.testing import capture_logs

from bot.inspecting.pictures import Inspector
from bot.inspecting.scanning import Scanner, unscanned
from bot.storage.attachments import Attachments
from bot.taking import DAY, HELD
from intake.dialogue.messages import ConversationId, Pressed
from intake.dialogue.replies import FilesRefused
from intake.regulations.attachments import Picture
from tests.pictures import png
from tests.unit.bot.test_inspecting import HEIC
from tests.unit.bot.test_worker import Yard
from tests.unit.intake.reports import PHPINFO

ZIP = b"PK\x03\x04" + bytes(99)


@pytest.fixture
def yard(tmp_path: Path) -> Yard:
    yard = Yard(tmp_path / "attachments")
    yard.worker.look = Inspector().look
    return yard


def refusals(yard: Yard) -> dict[str, tuple[str, str]]:
    """By name: why, and what the file is; of everything that was told."""
    told = (each.outgoing.reply for each in yard.store.tables.replies.values())
    files = [file for reply in told if isinstance(reply, FilesRefused) for file in reply.files]
    return {each.name: (str(each.why), each.found) for each in files}


async def allow(yard: Yard, **rules: int) -> None:
    """The vendor's policy, with other limits."""
    customer, policy = yard.customer, yard.customer.playbook.policy
    attachments = policy.attachments.model_copy(update=rules)
    changed = policy.model_copy(update={"attachments": attachments})
    customer.playbook = replace(customer.playbook, policy=changed)
    await yard.says("The checkout button does nothing at all")


async def test_d2_d9_d10_what_is_something_else_than_its_name_says_is_refused_by_what_it_is(
    yard: Yard,
) -> None:
    await yard.says("The checkout button does nothing at all")
    await yard.sends("photo.jpg", HEIC)
    await yard.sends("page.png", b"<html><script>alert(1)</script>")
    await yard.sends("tool.jpg", b"MZ\x90\0" + bytes(400))
    await yard.sends("scan.png", b"%PDF-1.7\n" + bytes(400))
    await yard.sends("drawing.png", b"<svg onload='x()' xmlns='http://www.w3.org/2000/svg'/>")
    await yard.worker.round()
    told = refusals(yard)
    assert {name: why for name, (why, _) in told.items()} == dict.fromkeys(told, "kind")
    assert len(told) == 5
    assert told["photo.jpg"][1] in {"HEIC", "HEIF"}
    assert told["scan.png"][1] == "PDF"
    assert yard.stored() == []


async def test_d3_a_file_that_is_two_kinds_at_once_is_kept_and_its_name_tells_neither(
    yard: Yard,
) -> None:
    both = png() + ZIP + b"<script>alert(1)</script>"
    await yard.says("The checkout button does nothing at all")
    await yard.sends("both.html", both)
    await yard.worker.round()
    assert yard.stored() == [both]
    assert [path.suffix for path in yard.folder.iterdir()] == [""]


async def test_d16_a_photo_is_kept_with_what_it_tells_of_its_place(yard: Yard) -> None:
    """To the byte: whoever sends it decides, and the documentation says so."""
    written = BytesIO()
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo)[1] = "N"
    Image.new("RGB", (9, 9)).save(written, "JPEG", exif=exif)
    await yard.says("The checkout button does nothing at all")
    await yard.sends("photo.jpg", written.getvalue())
    await yard.worker.round()
    assert yard.stored() == [written.getvalue()]


async def test_d4_d5_broken_and_absurd_pictures_are_refused_and_nothing_of_them_stays(
    yard: Yard,
) -> None:
    await allow(yard, max_pixels=5_000)
    await yard.sends("cut.png", png(width=99, height=50)[:50])
    await yard.sends("large.png", png(width=101, height=50))
    await yard.sends("fits.png", png(width=100, height=50))
    await yard.worker.round()
    assert refusals(yard) == {"cut.png": ("broken", ""), "large.png": ("too-detailed", "")}
    assert yard.stored() == [png(width=100, height=50)]
    assert (await yard.files_a_ticket("telegram:7")).startswith("TID-")


async def test_d13_one_person_may_send_so_much_in_a_day(yard: Yard) -> None:
    await allow(yard, max_bytes_a_day=250)
    await yard.sends("one.zip", ZIP)
    await yard.sends("two.zip", ZIP)
    await yard.sends("three.zip", ZIP)
    await yard.worker.round()
    assert [why for why, _ in refusals(yard).values()] == ["quota"]
    assert len(yard.stored()) == 2
    await yard.sends("announced.zip", None, size=200)
    await yard.worker.round()
    yard.now += DAY + timedelta(minutes=1)
    await yard.sends("tomorrow.zip", ZIP)
    await yard.worker.round()
    assert len(yard.stored()) == 3
    told = refusals(yard)
    assert len(told) == 2
    assert told["announced.zip"] == ("quota", "")


async def test_r10_a_report_of_a_server_is_stored_as_a_file_and_nowhere_else(yard: Yard) -> None:
    await yard.says(f"The checkout button does nothing at all\n{PHPINFO}")
    await yard.worker.round()
    assert yard.stored() == []
    await yard.hears(Pressed("*:report-yes."))
    await yard.worker.round()
    assert yard.stored() == [PHPINFO.encode()]
    assert refusals(yard) == {}
    tables = yard.store.tables
    assert "memory_limit" not in repr([tables.conversations, tables.files, tables.replies])


SCANNER = "import sys; sys.exit(b'EICAR' in sys.stdin.buffer.read())"


async def test_d21_what_a_scanner_finds_is_refused_and_not_kept(yard: Yard) -> None:
    yard.worker.scan = Scanner(f'{sys.executable} -c "{SCANNER}"').scan
    await yard.says("The checkout button does nothing at all")
    await yard.sends("bad.zip", ZIP + b"X5O!EICAR-STANDARD")
    await yard.sends("good.zip", ZIP)
    with capture_logs() as logged:
        await yard.worker.round()
    assert refusals(yard) == {"bad.zip": ("harmful", "")}
    assert yard.stored() == [ZIP]
    assert [each["event"] for each in logged] == ["worker.harmful_file"]


@pytest.mark.parametrize("does", ["import sys; sys.exit(2)", "import time; time.sleep(60)"])
async def test_d21_with_the_scanner_down_nothing_is_let_past(yard: Yard, does: str) -> None:
    yard.worker.scan = Scanner(f'{sys.executable} -c "{does}"', patience=0.5).scan
    await yard.says("The checkout button does nothing at all")
    await yard.sends("good.zip", ZIP)
    with capture_logs() as logged:
        await yard.worker.round()
    assert [each["event"] for each in logged] == ["worker.not_inspected"]
    assert (yard.stored(), refusals(yard)) == ([], {})
    yard.worker.scan = unscanned
    yard.now += HELD * 2
    await yard.worker.round()
    assert yard.stored() == [ZIP]


async def test_e13_nobody_could_look_so_the_picture_comes_again(yard: Yard) -> None:
    async def away(_: bytes, __: int) -> Picture | None:
        raise OSError("no process")

    seen, yard.worker.look = yard.worker.look, away
    await yard.says("The checkout button does nothing at all")
    await yard.sends("here.png", png())
    with capture_logs() as logged:
        await yard.worker.round()
    assert [each["event"] for each in logged] == ["worker.not_inspected"]
    assert (yard.stored(), refusals(yard)) == ([], {})
    yard.worker.look = seen
    yard.now += HELD * 2
    await yard.worker.round()
    assert yard.stored() == [png()]


async def test_the_store_may_be_anywhere_that_fsspec_reaches(yard: Yard) -> None:
    elsewhere = Attachments("memory://desk/attachments")
    yard.worker.attachments = elsewhere
    await yard.says("The checkout button does nothing at all")
    await yard.sends("here.png", png(7))
    await yard.sends("broken.png", png(7)[:50])
    await yard.worker.round()
    state = (await yard.store.read(lambda r: r.conversation(ConversationId("telegram:42")))).state
    assert [row.path != "" for row in yard.store.tables.files.values()] == [True, False]
    (path,) = (row.path for row in yard.store.tables.files.values() if row.path)
    assert await elsewhere.read(path) == png(7)
    assert [file.name for file in state.draft.files] == ["here.png"] if state.draft else False
    await elsewhere.forget(path)
    with pytest.raises(OSError):  # noqa: PT011 - whatever the store says of what is not there
        await elsewhere.read(path)
