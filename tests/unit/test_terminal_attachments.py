"""Files by path: announced if they are files, read in chunks, never waited for."""

from pathlib import Path

import pytest

from bot.channels.terminal import FetchFailed, fetch
from bot.channels.terminal.attachments import announce
from intake.dialogue.messages import FileId


@pytest.mark.parametrize(
    "path", ["/nowhere/x.png", "/", "/dev/null", "\0", "x" * 5000, "~nobody9/x", "", "\ud800"]
)
def test_what_is_no_file_is_not_announced(path: str) -> None:
    assert announce(path, FileId("1")) is None


def test_a_file_is_announced_with_its_name_and_size(tmp_path: Path) -> None:
    picture = tmp_path / "año.png"
    picture.write_bytes(b"123")
    announced = announce(f' "{picture}" ', FileId("1"))
    assert announced is not None
    assert (announced.name, announced.size, announced.remote) == ("año.png", 3, str(picture))


async def test_a_file_that_has_gone_meanwhile_cannot_be_fetched(tmp_path: Path) -> None:
    for remote in (str(tmp_path / "gone.png"), "/dev/zero", "\0"):
        with pytest.raises(FetchFailed):
            await anext(aiter(fetch(remote)))
