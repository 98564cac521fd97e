"""Every request that Bolt lets in: heard and recorded first, acknowledged after that."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, assert_never

import structlog
from slack_bolt import BoltResponse
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.channels.slack.courtesies import ANSWERED, Courtesies
from bot.channels.slack.deeds import Called, Deed, Filled, Ordered, Spoken, Throttled
from bot.channels.slack.payloads import read
from bot.channels.slack.people import NoDirectMessage, People
from bot.channels.slack.triggers import Triggers
from bot.channels.slack.turns import Turns
from bot.channels.slack.untrusted import word
from intake.dialogue.messages import Message
from intake.ports import Clock, StoreUnavailable

Hear = Callable[[Message], Awaitable[object]]

_TAKEN: Final = 200
_TRY_AGAIN: Final = 503
_FAILED: Final = 500

log = structlog.get_logger()


class Listener(AsyncMiddleware):
    """Bolt's one middleware of ours. There are no listeners behind it."""

    def __init__(
        self, hear: Hear, people: People, courtesies: Courtesies, triggers: Triggers, clock: Clock
    ) -> None:
        self._hear, self._people, self._courtesies = hear, people, courtesies
        self._triggers, self._clock, self._turns = triggers, clock, Turns()

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 (Bolt names its arguments)
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Acknowledge what is recorded or does not concern us; the rest Slack is to send again.

        Answers 503 where the store took nothing: over HTTP Slack repeats an event then, and in
        Socket Mode Bolt acknowledges nothing but a 200.
        """
        if word(req.body, "type") == "url_verification":
            return await next()
        deed = read(req.body, self._clock())
        try:
            return await self._take(deed)
        except StoreUnavailable:
            log.warning("slack.not_recorded", deed=type(deed).__name__)
            return BoltResponse(status=_TRY_AGAIN)
        except Exception:
            log.exception("slack.failed", deed=type(deed).__name__, id=getattr(deed, "id", ""))
            return BoltResponse(status=_FAILED)

    async def _take(self, deed: Deed | None) -> BoltResponse:
        match deed:
            case Spoken():
                await self._spoken(deed)
            case Ordered():
                return await self._ordered(deed)
            case Filled():
                return await self._filled(deed)
            case Called():
                self._courtesies.show_the_way(deed)
            case Throttled(minute):
                log.error("slack.throttled", minute=minute)
            case None:
                pass
            case _:
                assert_never(deed)
        return _taken()

    async def _spoken(self, deed: Spoken) -> None:
        async with self._turns.turn(deed.person):
            self._people.met(deed.person, deed.channel)
            await self._hear(await self._message(deed, deed.channel))
        if deed.pressed:
            self._courtesies.take_off_buttons(deed.pressed)

    async def _ordered(self, deed: Ordered) -> BoltResponse:
        """Slack never repeats a command; its answer is all that the person sees where they are."""
        async with self._turns.turn(deed.person):
            try:
                channel = await self._people.channel(deed.person)
            except NoDirectMessage:
                return _taken((await self._courtesies.regret(deed.person)).acknowledging())
            await self._hear(await self._message(deed, channel))
        if deed.channel == channel:
            return _taken()
        return _taken((await self._courtesies.way(deed.person, channel, ANSWERED)).acknowledging())

    async def _filled(self, deed: Filled) -> BoltResponse:
        """What cannot be taken is told in the form, where everything typed still stands; what can
        is recorded before the form closes."""
        language = (await self._people.speaker(deed.person)).language
        if wrong := self._courtesies.wrong(deed.said, language):
            return _taken(wrong)
        async with self._turns.turn(deed.person):
            await self._hear(await self._message(deed, deed.channel))
        return _taken()

    async def _message(self, deed: Spoken | Ordered | Filled, channel: str) -> Message:
        speaker = await self._people.speaker(deed.person)
        conversation = deed.person.talk_in(channel)
        self._triggers.put(conversation, deed.trigger)
        return Message(deed.id, conversation, speaker, deed.said, deed.sent_at, deed.ref)


def _taken(answer: dict[str, Any] | str = "") -> BoltResponse:
    return BoltResponse(status=_TAKEN, body=answer)
