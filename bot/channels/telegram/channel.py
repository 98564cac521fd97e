"""Telegram as one thing that the program can start, send through and stop."""

from collections.abc import AsyncIterator, Collection
from typing import Final

from starlette.routing import Route

from bot.channels.telegram.connection import Account, Line
from bot.channels.telegram.courtesies import Courtesies
from bot.channels.telegram.files import fetch
from bot.channels.telegram.menus import announce
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.reception import Desk, Reception
from bot.channels.telegram.registration import register
from bot.channels.telegram.sender import PACE, Sender
from bot.channels.telegram.webhook import Webhook
from bot.texts.words import Words
from intake.ports import Outgoing

PATH: Final = "/telegram"


class TelegramChannel:
    """One bot. Either `poll`, or `routes` behind a web server and `register_webhook`."""

    name = "telegram"
    pace = PACE

    def __init__(self, account: Account, desk: Desk, words: Words) -> None:
        self._line, self._words = Line(account), words
        self._sender = Sender(self._line, words)
        self._courtesies = Courtesies(self._line, words)
        self._reception = Reception(self._line, desk, self._courtesies)
        self._sleep = desk.sleep
        self._polling = Polling(self._line, self._reception, desk.sleep, desk.may_poll)
        self._expected = self._registered = False

    async def poll(self) -> None:
        """Take updates in until `stop`, or until `Desk.may_poll` says no.

        Raises TokenRefused; every other trouble is waited out.

        A webhook that was set is taken off; what waits at Telegram is never thrown away.
        """
        await self._polling.run()

    def routes(self, secret: str, path: str = PATH) -> list[Route]:
        """Where Telegram posts updates to. Raises SecretUnfit (A2)."""
        webhook = Webhook(secret, self._reception.answer)
        return [Route(path, webhook.receive, methods=["POST"])]

    async def register_webhook(self, url: str, secret: str) -> None:
        """Tell Telegram to post to `url`. Raises TokenRefused or AddressRefused.

        Until this has returned, nobody who calls the bot in a group is answered.
        """
        self._expected, self._registered = True, False
        self._reception.username = await register(self._line, url, secret, self._sleep)
        self._registered = True

    def alive(self) -> bool:
        """Whether updates can reach us; where neither way was begun, somebody else takes them."""
        return self._polling.alive() and self._registered is self._expected

    async def announce(self, staff: Collection[str] = ()) -> None:
        """Set the menus of commands; `staff` are ids as the desk knows them, of any channel.
        Failures are only logged."""
        own = [name.partition(":")[2] for name in staff if name.startswith(f"{self.name}:")]
        chats = [int(number) for number in own if number.isdecimal()]
        await announce(self._line, self._words, chats)

    async def send(self, outgoing: Outgoing) -> None:
        """Post one reply. Raises Wait, Unreachable, Unknown or NotSent (`bot.delivery`)."""
        await self._sender.send(outgoing)

    def fetch(self, remote: str, limit: int) -> AsyncIterator[bytes]:
        """A file's bytes, at most `limit`. Raises FetchFailed, FetchExpired or FetchTooBig."""
        return fetch(self._line, remote, limit)

    async def stop(self, patience: float = 2.0) -> None:
        """Ask for nothing more, and finish what is under way within `patience` seconds.

        Sending stays possible: the delivery may still be emptying its lanes. See `close`.
        """
        self._polling.stop()
        await self._courtesies.finish(patience)

    async def close(self) -> None:
        """Close the connections; the last thing to be called."""
        await self._line.hang_up()
