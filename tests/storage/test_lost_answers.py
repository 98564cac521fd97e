"""The wire to the server breaks at the worst moments: nothing is lost, nothing happens twice."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import SqlStore
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.ports import Known, StoreUnavailable, Work
from tests.storage.stories import ANA, HELD, HELLO, NOW, SPANISH, take

_SOCKET = ".s.PGSQL.5432"


class Wire:
    """Lies between a desk and its server, and is cut once when these words pass."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._waiting_for = b""
        self.cuts = 0

    def cut_behind(self, words: bytes) -> None:
        """The server still hears them, its answer is not heard any more."""
        self._waiting_for = words

    async def take(self, desk: asyncio.StreamReader, to_desk: asyncio.StreamWriter) -> None:
        """A connection of the desk's."""
        server, to_server = await asyncio.open_unix_connection(f"{self._server}/{_SOCKET}")
        answers = asyncio.create_task(_pass_on(server, to_desk))
        try:
            while said := await desk.read(1 << 16):
                is_cut = bool(self._waiting_for) and self._waiting_for in said
                if is_cut:
                    answers.cancel()
                    await asyncio.wait({answers})
                    self._waiting_for, self.cuts = b"", self.cuts + 1
                to_server.write(said)
                await to_server.drain()
                if is_cut:
                    await server.read(1 << 16)
                    break
        finally:
            answers.cancel()
            to_server.close()
            to_desk.close()


async def _pass_on(server: asyncio.StreamReader, to_desk: asyncio.StreamWriter) -> None:
    while answer := await server.read(1 << 16):
        to_desk.write(answer)
        await to_desk.drain()
    to_desk.close()


@pytest.fixture
async def wire(server_url: str) -> AsyncIterator[tuple[Wire, SqlStore]]:
    folder = Path(tempfile.mkdtemp(prefix="wire-", dir="/tmp"))
    address, _, host = server_url.partition("?host=")
    between = Wire(host)
    listening = await asyncio.start_unix_server(between.take, folder / _SOCKET)
    async with SqlStore(f"{address}?host={folder}") as store:
        yield between, store
    listening.close()
    shutil.rmtree(folder)


def turn(work: Work) -> bool:
    if not work.claim(HELLO, NOW):
        return False
    work.keep(ANA, SPANISH, 0)
    work.say(ANA, [Say("hello")], State(), NOW, HELD)
    return True


@pytest.mark.parametrize(
    "words", [b"BEGIN", b"INTO claims", b"INTO conversations", b"INTO replies"]
)
async def test_cut_before_the_commit_it_is_done_again_and_nobody_notices(
    wire: tuple[Wire, SqlStore], words: bytes
) -> None:
    between, store = wire
    between.cut_behind(words)

    assert await store.record(turn)

    assert between.cuts == 1
    assert await store.read(lambda look: look.conversation(ANA)) == Known(SPANISH, 1)
    assert await take(store) == ["hello"]


async def test_cut_behind_the_commit_it_is_unavailable_and_known_when_it_comes_again(
    wire: tuple[Wire, SqlStore],
) -> None:
    """Nobody can know whether it was recorded: the platform is asked to tell it again."""
    between, store = wire
    between.cut_behind(b"COMMIT\0")

    with pytest.raises(StoreUnavailable):
        await store.record(turn)
    again = await store.record(turn)

    assert between.cuts == 1
    assert not again, "the server had heard it"
    assert await take(store) == ["hello"], "a worker sends what its recorder could not"


async def test_a_question_whose_answer_was_lost_is_asked_again(
    wire: tuple[Wire, SqlStore],
) -> None:
    between, store = wire
    between.cut_behind(b"FROM conversations")

    assert await store.read(lambda look: look.conversation(ANA)) == Known(State(), 0)

    assert between.cuts == 1
