"""Files: announced with the message, fetched later, within limits and without the token."""

from __future__ import annotations

import json

import pytest

from bot.channels.telegram.files import FetchExpired, FetchFailed, FetchTooBig
from intake.dialogue.messages import Correction, Files, IncomingFile
from tests.channels.telegram_stage import Stage
from tests.platforms.telegram import BadGateway, DropBefore, Garbled, flood
from tests.platforms.telegram.faults import Fault
from tests.platforms.telegram.person import Person

PNG = b"\x89PNG\r\n\x1a\n" + b"pixels" * 30_000
GONE = Garbled(b'{"ok":true,"result":{"file_path":"documents/gone"}}')


@pytest.fixture
async def ana(play: Stage) -> Person:
    return play.telegram.person()


def announced(play: Stage) -> list[IncomingFile]:
    return [file for said in play.desk.said if isinstance(said, Files) for file in said.files]


async def fetched(play: Stage, file: IncomingFile, limit: int = 1 << 20) -> bytes:
    return b"".join([chunk async for chunk in play.channel.fetch(file.remote, limit)])


async def test_a_document_is_announced_with_its_caption_and_fetched_later(
    play: Stage, ana: Person
) -> None:
    """D23: nothing of it holds the token."""
    async with play.polling():
        await ana.sends_document("screen.png", PNG, "image/png", "this is what I see")
    [first] = announced(play)
    assert (first.name, first.size) == ("screen.png", len(PNG))
    said = play.desk.said[0]
    assert isinstance(said, Files)
    assert (said.caption, said.album) == ("this is what I see", "")
    assert await fetched(play, first) == PNG
    assert play.telegram.token not in repr(play.desk.heard)


async def test_the_largest_size_of_a_photo_is_taken(play: Stage, ana: Person) -> None:
    async with play.polling():
        sent = await ana.sends_photo(b"\xff\xd8\xff all of it")
    [photo] = announced(play)
    assert photo.name == f"photo-{sent.message_id}.jpg"
    assert await fetched(play, photo) == b"\xff\xd8\xff all of it"


async def test_the_same_document_sent_twice_is_two_files_and_each_has_a_name(
    play: Stage, ana: Person
) -> None:
    """D22: Telegram's own id of it is the same both times."""
    document = {"file_id": "x", "file_unique_id": "y", "mime_type": "application/pdf"}
    async with play.polling():
        sent = [await ana.sends_fields(document=document) for _ in range(2)]
    first, second = announced(play)
    assert (first.name, first.size) == (f"file-{sent[0].message_id}.pdf", None)
    assert first.id != second.id


async def test_an_album_arrives_part_by_part_under_one_name(play: Stage, ana: Person) -> None:
    """D11."""
    async with play.polling():
        await ana.sends_album(
            [b"\xff\xd8\xff1", b"\xff\xd8\xff2", ("log.zip", b"PK", "application/zip")], "all"
        )
    parts = [said for said in play.desk.said if isinstance(said, Files)]
    assert [part.caption for part in parts] == ["all", "", ""]
    assert len({part.album for part in parts}) == 1
    assert parts[0].album
    assert [await fetched(play, file) for file in announced(play)][2] == b"PK"


async def test_the_caption_of_a_photo_can_be_corrected(play: Stage, ana: Person) -> None:
    """A9."""
    async with play.polling():
        photo = await ana.sends_photo(b"\xff\xd8\xff", "the editr")
        await ana.edits(photo, "the editor")
    assert play.desk.said[1] == Correction("the editor")
    assert play.desk.heard[0].ref == play.desk.heard[1].ref


async def test_a_dead_link_is_asked_for_again(play: Stage, ana: Person) -> None:
    """D14: links live an hour; the file itself stays."""
    async with play.polling():
        await ana.sends_document("a.png", PNG, "image/png")
    [file] = announced(play)
    assert await fetched(play, file) == PNG
    play.telegram.files.expire_links()
    assert await fetched(play, file) == PNG
    play.telegram.faults.on("getFile", GONE)
    assert await fetched(play, file) == PNG


async def test_a_file_that_telegram_forgot_will_never_come(play: Stage, ana: Person) -> None:
    """D14: or one that belongs to another bot."""
    async with play.polling():
        await ana.sends_document("a.png", PNG, "image/png")
    [file] = announced(play)
    play.telegram.faults.on("getFile", GONE, times=2)
    with pytest.raises(FetchExpired):
        await fetched(play, file)
    play.telegram.files.forget()
    with pytest.raises(FetchExpired):
        await fetched(play, file)
    play.telegram.calls.clear()


async def test_21_megabytes_are_too_many_for_telegram(play: Stage, ana: Person) -> None:
    """D12."""
    async with play.polling():
        await ana.sends_document("big.zip", b"PK", "application/zip", size=21 << 20)
    [file] = announced(play)
    assert file.size == 21 << 20
    with pytest.raises(FetchTooBig):
        await fetched(play, file)
    play.telegram.calls.clear()


@pytest.mark.parametrize(("limit", "enough"), [(len(PNG), True), (len(PNG) - 1, False), (0, False)])
async def test_the_callers_limit_holds_whatever_was_announced(
    play: Stage, ana: Person, limit: int, enough: bool
) -> None:
    """D7."""
    async with play.polling():
        await ana.sends_document("small.png", PNG, "image/png", size=1)
    [file] = announced(play)
    if enough:
        assert await fetched(play, file, limit) == PNG
    else:
        with pytest.raises(FetchTooBig):
            await fetched(play, file, limit)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../../etc/passwd", "no path"),
        ("a/../../b", "no path"),
        ("/etc/passwd", "no path"),
        (None, "no path"),
        (7, "no path"),
        ("", "does not have"),
        ("http://evil.test", "does not have"),
        ("@evil.test", "does not have"),
        ("?x=%2e%2e/#", "does not have"),
    ],
)
async def test_a_path_never_leads_to_another_place(play: Stage, path: object, why: str) -> None:
    """D17, D18: whatever a path says, the host is the configured one, which does not know it."""
    kept = play.telegram.files.keep(b"bytes")
    body = json.dumps({"ok": True, "result": {"file_path": path}}).encode()
    play.telegram.faults.on("getFile", Garbled(body), times=None)
    with pytest.raises(FetchFailed, match=why):
        [chunk async for chunk in play.channel.fetch(kept.file_id, 100)]


@pytest.mark.parametrize("fault", [flood(3), BadGateway(), DropBefore(), Garbled()])
async def test_trouble_on_the_way_may_be_tried_again(
    play: Stage, ana: Person, fault: Fault
) -> None:
    async with play.polling():
        await ana.sends_document("a.png", PNG, "image/png")
    [file] = announced(play)
    play.telegram.faults.on("getFile", fault)
    with pytest.raises(FetchFailed) as failed:
        await fetched(play, file)
    assert not isinstance(failed.value, FetchExpired | FetchTooBig)
    assert await fetched(play, file) == PNG


async def test_a_server_that_is_away_may_be_tried_again(play: Stage, ana: Person) -> None:
    async with play.polling():
        await ana.sends_document("a.png", PNG, "image/png")
    [file] = announced(play)
    chunks = play.channel.fetch(file.remote, 1 << 20)
    await anext(chunks)
    await play.telegram.goes_away()
    with pytest.raises(FetchFailed):
        await fetched(play, file)
    await play.telegram.comes_back()
    assert await fetched(play, file) == PNG
