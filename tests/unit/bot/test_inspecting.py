"""Pictures are decoded elsewhere, within limits; whatever they are, we live on (D4, D5, D8)."""

import struct
import sys
import zlib
from pathlib import Path

import pytest

from bot.inspecting import decoding
from bot.inspecting.decoding import FORMATS
from bot.inspecting.kinds import name_of
from bot.inspecting.pictures import Inspector, Look
from intake.regulations.attachments import PICTURES, Picture
from tests.pictures import chunk, other, png

MOST = 40_000_000
CHILD = Path(decoding.__file__).read_text("utf-8")
NASTY = Path(__file__).parents[3].parent / "shared" / "data" / "nasty"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


@pytest.fixture
def look() -> Look:
    return Inspector().look


async def test_a_whole_picture_tells_its_kind_and_size(look: Look) -> None:
    assert await look(png(), MOST) == Picture("png", 8, 8)
    assert await look(other("GIF"), MOST) == Picture("gif", 9, 7)
    assert await look(other("JPEG"), MOST) == Picture("jpeg", 9, 7)


def test_what_is_decoded_is_what_is_told_to_be_a_picture() -> None:
    assert {each.lower() for each in FORMATS} == PICTURES


async def test_a_broken_or_cut_picture_is_none(look: Look) -> None:
    assert await look(png(width=300, height=300)[:-30], MOST) is None
    assert await look(b"\x89PNG\r\n\x1a\n" + bytes(1000), MOST) is None
    assert await look(b"", MOST) is None


async def test_d5_a_picture_of_absurd_size_is_not_decoded(look: Look) -> None:
    """Its header is read, and tells it; and a text that would fill the memory is not unpacked."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
    huge = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"?")) + chunk(b"IEND", b"")
    assert await look(huge, MOST) == Picture("png", 60_000, 60_000)
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(200_000_000), 9))
    assert await look(png(more=text), MOST) is None


async def test_the_largest_picture_that_is_taken_can_be_decoded(look: Look) -> None:
    assert await look(png(width=8000, height=5000), MOST) == Picture("png", 8000, 5000)


async def test_d8_what_pillow_would_open_as_well_is_not_opened(look: Look) -> None:
    for kind in ("TIFF", "PPM", "BMP", "ICO", "TGA", "EPS"):
        assert await look(other(kind), MOST) is None, kind


@pytest.mark.parametrize(
    "does",
    [
        "b = bytearray(2_000_000_000)",
        "while True: pass",
        "import os; os.abort()",
        "open(__file__ + '.x', 'wb', 0).write(b'x')",
    ],
)
async def test_d4_whatever_a_decoder_is_brought_to_do_ends_there(tmp_path: Path, does: str) -> None:
    """The limits are set before anything is read; the rest of the process is played."""
    played = CHILD.replace("SECONDS: Final = 5", "SECONDS = 1")
    played = played.replace("        found = decoded(", f"        {does}\n        found = (")
    child = tmp_path / "child.py"
    child.write_text(played)
    assert played.count(does) == 1
    assert await Inspector(child).look(png(), MOST) is None


async def test_nobody_who_could_look_is_no_verdict(tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text("import nothing_of_that_name\n")
    with pytest.raises(OSError, match="status 1"):
        await Inspector(child).look(png(), MOST)
    child.write_text("import time\ntime.sleep(60)\n")
    with pytest.raises(TimeoutError):
        await Inspector(child, patience=0.2).look(png(), MOST)


async def test_a_decoder_sees_no_secret_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456:canary")
    child = tmp_path / "child.py"
    child.write_text(
        "import json, os\n"
        "print(json.dumps({'kind': str(sorted(os.environ)), 'width': 1, 'height': 1}))\n"
    )
    seen = await Inspector(child).look(b"", MOST)
    assert seen is not None
    assert "telegram_token" not in seen.kind
    assert "path" not in seen.kind


@pytest.mark.skipif(not NASTY.is_dir(), reason=f"the broken pictures are not there: {NASTY}")
async def test_d4_broken_pictures_of_others_are_refused_or_opened(look: Look) -> None:
    files = [each for each in sorted(NASTY.rglob("*")) if each.suffix not in {".md", ".json"}]
    files = [each for each in files if each.is_file() and each.name != "blns.LICENSE"]
    assert len(files) > 70
    # Those that announce another kind are refused unread; a few of each other kind are enough here.
    for each in files[:: max(1, len(files) // 12)]:
        found = await look(each.read_bytes(), MOST)
        assert found is None or found.kind in PICTURES, each.name


def test_a_file_is_named_by_its_content() -> None:
    assert name_of(b"%PDF-1.7\n" + bytes(99)) == "PDF"
    assert name_of(HEIC) in {"HEIC", "HEIF"}
    assert name_of(b"") == name_of(b"??") == ""
    assert sys.getsizeof(name_of(b"<html><script>")) < 200
