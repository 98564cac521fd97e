"""A person says something: it is decided outside, recorded inside, and answered once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from intake import tid
from intake.desk.cleaning import cleaned
from intake.desk.gathering import gather
from intake.desk.recording import HELD, Occasion, record
from intake.desk.sealing import sealed, sealed_in_talk
from intake.desk.setbacks import first_setback, give_up, give_up_first, set_back
from intake.dialogue import identifying
from intake.dialogue.advance import advance
from intake.dialogue.messages import Message, Text
from intake.dialogue.playbook import Playbook, Scene
from intake.dialogue.staffing import ordered
from intake.dialogue.turn import Turn
from intake.inbox import IN_ORDER, LIVE, Waiting
from intake.ports import Clock, Known, Outgoing, Reading, Stale, Store, TidTaken, Work
from intake.regulations.tongues import base

TRIES: Final = 8
"""How often a turn is decided anew when others keep changing what it was decided on."""


Witness = Callable[[Message, tuple[Outgoing, ...] | None], None]
"""Told of every message taken: with what it was answered, or None where it was taken before."""


def nobody(_: Message, __: tuple[Outgoing, ...] | None) -> None:
    """Nobody looks."""


@dataclass(slots=True)
class Customer:
    """What clients (and staff, from chat) ask of the desk.

    `playbook` is swapped whole when the FAQ or the policy changes.
    """

    store: Store
    playbook: Playbook
    clock: Clock
    chance: Callable[[], int]
    """40 random bits from a source that nobody can guess."""
    witness: Witness = nobody

    async def hear(self, message: Message) -> tuple[Outgoing, ...]:
        """Take one message; returns the replies, recorded and ready to be sent.

        When this returns, the message is safe and the platform may be told so. A message that was
        taken before returns no replies, nor does one that has to wait for earlier ones of its
        conversation. Raises StoreUnavailable when nothing was recorded.
        """
        message = self._understood(message)
        return await self._turn(message, partial(_record, message=message))

    async def resume(self, waiting: Waiting) -> tuple[Outgoing, ...]:
        """Deal with a message from the inbox; returns the replies that are ours to send."""
        return await self._turn(waiting.message, partial(_resume, waiting=waiting))

    async def wait(self, messages: Sequence[Message]) -> None:
        """Let messages wait for their turns, all of them in one transaction.

        When this returns they are safe. Raises StoreUnavailable when none is.
        """
        understood = [self._understood(each) for each in messages]
        await self.store.record(lambda work: work.put(understood, self.clock()))

    async def fail(self, message: Message, cause: str) -> tuple[Outgoing, ...]:
        """Keep a message whose turn failed, to be tried again; returns what its sender is told."""
        return await self._note(
            partial(first_setback, message=self._understood(message), cause=cause)
        )

    async def fail_again(self, waiting: Waiting, cause: str) -> tuple[Outgoing, ...]:
        """Put a message back into the inbox, or give it up after its last try."""
        return await self._note(partial(set_back, waiting=waiting, cause=cause))

    async def refuse(self, message: Message, cause: str) -> tuple[Outgoing, ...]:
        """Keep a message that may do harm if it is tried again as a dead letter."""
        return await self._note(
            partial(give_up_first, message=self._understood(message), cause=cause)
        )

    async def give_up(self, waiting: Waiting, cause: str) -> tuple[Outgoing, ...]:
        """Make a dead letter of a message from the inbox."""
        return await self._note(partial(give_up, waiting=waiting, cause=cause))

    def _understood(self, message: Message) -> Message:
        """Fit to be kept; what is ordered in plain words is the command that it means."""
        message = cleaned(message)
        if isinstance(message.said, Text) and (order := identifying.ordered(message.said.text)):
            return replace(message, said=order)
        if message.speaker.id in self.playbook.staff and isinstance(message.said, Text):
            return replace(message, said=ordered(message.said.text) or message.said)
        return sealed(message, self.playbook)

    async def _note(self, unit: "Unit") -> tuple[Outgoing, ...]:
        return await self.store.record(partial(unit, now=self.clock())) or ()

    async def _turn(self, message: Message, write: "Unit") -> tuple[Outgoing, ...]:
        for _ in range(TRIES):
            now = self.clock()
            decide = partial(
                _decide, playbook=self.playbook, message=message, now=now, chance=self.chance()
            )
            try:
                _, answered = await self.store.decide(decide, partial(write, now=now))
            except (Stale, TidTaken):
                continue
            self.witness(message, answered)
            return answered or ()
        raise Stale


Unit = Callable[..., tuple[Outgoing, ...] | None]
"""A unit of work that lacks what is known, decided and the time."""


def _decide(
    reading: Reading, playbook: Playbook, message: Message, now: datetime, chance: int
) -> tuple[Known, Turn]:
    known = reading.conversation(message.conversation)
    message = sealed_in_talk(message, playbook, known.state)
    facts = gather(reading, playbook, message, known.state)
    return known, advance(known.state, Scene(message, playbook, facts, now, tid.make(chance)))


def _record(
    work: Work, decided: tuple[Known, Turn], message: Message, now: datetime
) -> tuple[Outgoing, ...] | None:
    known, turn = decided
    if known.behind:
        return () if work.put((message,), now) else None
    if not work.claim(message.id, now):
        return None
    return record(work, turn, known.version, _occasion(message, turn, now, HELD))


def _resume(
    work: Work, decided: tuple[Known, Turn], waiting: Waiting, now: datetime
) -> tuple[Outgoing, ...] | None:
    (known, turn), message = decided, waiting.message
    went_on = waiting.version is not None and waiting.version != known.version
    if waiting.tries >= IN_ORDER and went_on:
        # Its words would be taken for the answer to another question.
        return give_up(work, waiting, "the talk went on", now)
    if not work.dealt_with(message.id):
        return None
    late = now - message.sent_at > LIVE
    # Nobody waits at the screen: these replies leave after those of whoever does.
    held = message.sent_at - now if late else HELD
    replies = record(work, turn, known.version, _occasion(message, turn, now, held))
    return () if late else replies


def _occasion(message: Message, turn: Turn, now: datetime, held: timedelta) -> Occasion:
    return Occasion(message.conversation, message.speaker.id, base(turn.state.language), now, held)
