"""One person's talk with the desk, line by line."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from rich.console import Console

from bot.channels.terminal.attachments import announce
from bot.channels.terminal.drawing import Face, Plain, Pretty
from bot.channels.terminal.keyboard import Lines
from bot.texts.screen import Button
from bot.texts.words import Words
from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    FileId,
    Files,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Ref,
    Said,
    Speaker,
    Text,
    Unreadable,
)
from intake.ports import Clock, Outgoing, StoreUnavailable

_COMMAND: Final = re.compile(r"/([A-Za-z]+)(?:\s+(.*))?", re.DOTALL)
_LEAVE: Final = frozenset({":quit", ":q"})
_FILE: Final = ":file "


@dataclass(frozen=True, slots=True)
class Guest:
    """Who sits at the terminal."""

    name: str
    language: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the talk is held with."""

    hear: Callable[[Message], Awaitable[Sequence[Outgoing]]]
    """Decides, commits, and returns the replies in order. Raises StoreUnavailable."""
    inbox: Callable[[], Awaitable[Sequence[Outgoing]]]
    """Replies that came by themselves, each of them once: an agent's answer, a file refused."""
    words: Words
    clock: Clock
    patience: float = 1.0
    """Seconds between two looks into the inbox while nobody types."""
    new_id: Callable[[], str] = lambda: uuid4().hex


async def talk(desk: Desk, guest: Guest, source: Lines, console: Console) -> None:
    """Talk until the lines end or the guest leaves.

    Where both ends are a terminal it is drawn in colours; otherwise it is a plain transcript, in
    which the guest's lines begin with ">".
    """
    seen = source.interactive and console.is_terminal
    await _Talk(desk, guest, source, Pretty(console) if seen else Plain(console)).hold(seen)


class _Talk:
    def __init__(self, desk: Desk, guest: Guest, source: Lines, face: Face) -> None:
        self._desk, self._guest, self._source, self._face = desk, guest, source, face
        self._language = guest.language
        self._buttons: tuple[Button, ...] = ()

    async def hold(self, seen: bool) -> None:
        # What came while the guest was away is older than the greeting that refers to it.
        self._show(await self._desk.inbox())
        await self._say(Command(CommandName.START))
        if seen:
            self._face.note(self._text("terminal-hint"))
        while (words := await self._words()) is not None:
            if words.strip():
                await self._take(words)
        self._show(await self._desk.inbox())
        self._face.interrupt()
        self._face.note(self._text("terminal-goodbye"))

    async def _words(self) -> str | None:
        """One message's words, or None when the guest leaves; a backslash continues a line."""
        self._show(await self._desk.inbox())
        spoken: list[str] = []
        while (line := await self._line()) is not None:
            if line.strip():
                self._face.echo(line)
            if not line.endswith("\\"):
                words = "\n".join([*spoken, line])
                return None if words.strip() in _LEAVE else words
            spoken.append(line[:-1])
        return "\n".join(spoken) if spoken else None

    async def _line(self) -> str | None:
        """The next line; what arrives meanwhile is shown at once."""
        self._face.prompt()
        reading = asyncio.ensure_future(self._source.next())
        try:
            while not (await asyncio.wait({reading}, timeout=self._desk.patience))[0]:
                if arrived := await self._desk.inbox():
                    self._face.interrupt()
                    self._show(arrived)
                    self._face.prompt()
            return reading.result()
        finally:
            reading.cancel()

    async def _take(self, words: str) -> None:
        if words.startswith(_FILE):
            await self._attach(words.removeprefix(_FILE))
        else:
            await self._say(understood(words, self._buttons))

    async def _attach(self, path: str) -> None:
        file = announce(path, FileId(f"terminal:{self._desk.new_id()}"))
        if file is None:
            self._face.note(self._text("terminal-no-file", path.strip()))
        else:
            await self._say(Files((file,)))

    async def _say(self, said: Said) -> None:
        try:
            self._show(await self._desk.hear(self._message(said)))
        except StoreUnavailable:
            self._face.note(self._text("sorry-later"))

    def _message(self, said: Said) -> Message:
        id = MessageId(f"terminal:{self._desk.new_id()}")
        account = f"terminal:{self._guest.name}"
        return Message(
            id=id,
            conversation=ConversationId(account),
            speaker=Speaker(
                PersonId(account), self._guest.name, self._guest.language, self._guest.zone
            ),
            said=said,
            sent_at=self._desk.clock(),
            ref=Ref(id),
        )

    def _show(self, replies: Sequence[Outgoing]) -> None:
        for each in replies:
            self._language = each.language
            screen = self._desk.words.screen(each.reply, each.language, each.zone)
            self._buttons = screen.buttons or self._buttons
            self._face.show(screen)

    def _text(self, key: str, about: str = "") -> str:
        return self._desk.words.text(key, self._language, about)


def understood(words: str, buttons: Sequence[Button]) -> Said:
    """A button by its number or its label, a command, or else plain words."""
    if button := _picked(words.strip(), buttons):
        return Pressed(button.token)
    if order := _COMMAND.fullmatch(words.strip()):
        name = order[1].lower()
        if name in set(CommandName):
            return Command(CommandName(name), (order[2] or "").strip())
        return Unreadable("command")
    return Text(words)


def _picked(words: str, buttons: Sequence[Button]) -> Button | None:
    if words.isascii() and words.isdecimal():
        number = int(words[:4])
        return buttons[number - 1] if 0 < number <= len(buttons) else None
    label = words.casefold()
    return next((each for each in buttons if each.label.casefold() == label), None)
