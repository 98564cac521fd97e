"""The keyboard: lines from a pipe, a file, a terminal; Ctrl-C ends them."""

import asyncio
import os
import pty
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.terminal import (
    Keyboard,
)


@pytest.fixture
async def pipe() -> AsyncIterator[tuple[Keyboard, int]]:
    reading, writing = os.pipe()
    yield Keyboard(reading), writing
    os.close(reading)


async def test_lines_come_through_a_pipe_as_they_are_written(pipe: tuple[Keyboard, int]) -> None:
    keyboard, writing = pipe
    assert not keyboard.interactive
    first = asyncio.ensure_future(keyboard.next())
    await asyncio.sleep(0)
    assert not first.done()
    os.write(writing, "año\r\n\nhalf".encode())
    assert await first == "año"
    assert await keyboard.next() == ""
    os.write(writing, b" a line\xff")
    os.close(writing)
    assert await keyboard.next() == "half a line\ufffd"
    assert await keyboard.next() is None
    assert await keyboard.next() is None


async def test_lines_come_from_a_file(tmp_path: Path) -> None:
    script = tmp_path / "talk.txt"
    script.write_text("one\ntwo\n", "utf-8")
    descriptor = os.open(script, os.O_RDONLY)
    keyboard = Keyboard(descriptor)
    assert [await keyboard.next() for _ in range(3)] == ["one", "two", None]
    os.close(descriptor)


async def test_a_terminal_is_known_as_one_and_its_closing_ends_the_lines() -> None:
    ours, theirs = pty.openpty()
    keyboard = Keyboard(theirs)
    assert keyboard.interactive
    os.write(ours, b"hello\n")
    assert await keyboard.next() == "hello"
    os.close(ours)
    assert await keyboard.next() is None
    os.close(theirs)


async def test_ctrl_c_ends_the_lines_and_nothing_else(pipe: tuple[Keyboard, int]) -> None:
    keyboard, writing = pipe
    with keyboard:
        waiting = asyncio.ensure_future(keyboard.next())
        await asyncio.sleep(0)
        os.kill(os.getpid(), signal.SIGINT)
        assert await waiting is None
    assert await keyboard.next() is None
    os.close(writing)
