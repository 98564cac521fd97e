"""The auditor: sees every commit, every acknowledgement and every screen, and knows the promises.

I1   what a platform believes delivered is recorded, exactly once
I2   a TID that somebody is shown is a ticket
I3   one submission is one ticket, whatever is repeated
I4   nothing of a ticket reaches anybody but its owner and staff
I5   what a person sees comes in the order in which it was recorded
I6   an attachment is kept byte for byte
I7   nothing is said twice without a reason that nobody could have avoided
I8   the promised time follows from when the person filed, and no replay moves it
I9   no secret, and no word of a person's, is in a log, nor a secret on a screen
I10  only staff do what staff may do
L    what was said is answered, and nothing stays undone, once the faults are over
"""

import hashlib
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from bot.front import HANGS
from bot.storage.codec import REPLY
from intake.dialogue.messages import Command, Message, MessageId, Pressed
from intake.dialogue.replies import AgentAnswer, Receipt, TicketClosed
from intake.ports import Outgoing, ReplyId
from intake.regulations.calendar import due
from intake.regulations.policy import Policy
from intake.tickets import Author, Status, Ticket
from intake.tid import Tid
from tests.fakes.tables import Tables
from tests.simulation.loop import Life

if TYPE_CHECKING:
    from tests.simulation.ports import StorePort
    from tests.simulation.world import World

K = TypeVar("K")
V = TypeVar("V")

LONG: Final = 60.0
"""Seconds: longer than a platform makes anybody wait."""
RECENT: Final = 20.0
"""Seconds: much longer than a reply is held."""


LETTERS: Final = (HANGS, "the talk went on", "OddTurn")
"""Why a message may be set aside for good: anything else is a fault of the desk's own."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that was broken."""

    promise: str
    words: str

    def __str__(self) -> str:
        return f"{self.promise}: {self.words}"


@dataclass(frozen=True, slots=True)
class Seen:
    """One appearance of a reply on a screen."""

    life: Life
    lost: bool
    """It was a TID, and the process that sent it was not told so: it may be sent once more."""


@dataclass(slots=True)
class Audit:
    """Keeps its own books, and never asks the desk."""

    policy: Policy
    violations: list[Violation] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    recorded: Counter[MessageId] = field(default_factory=Counter)
    dealt: Counter[MessageId] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    seen: defaultdict[ReplyId, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    unknown: set[ReplyId] = field(default_factory=set)
    refused: set[ReplyId] = field(default_factory=set)
    latest: dict[str, ReplyId] = field(default_factory=dict)
    """The newest reply that each conversation has on its screen."""
    filed: dict[tuple[str, str], Tid] = field(default_factory=dict)
    """The ticket that the press of one button of one review card has made."""
    drafts: dict[str, Tid] = field(default_factory=dict)
    said_at: dict[ReplyId, float] = field(default_factory=dict)
    doubts: dict[str, float] = field(default_factory=dict)
    """When a process was last not told what became of what it wrote about a conversation."""
    trouble: float = -RECENT
    """When processes last stood still, or clocks jumped."""
    clocks_went_back: bool = False

    def broken(self, promise: str, words: str) -> None:
        self.violations.append(Violation(promise, words))

    def expect(self, holds: object, promise: str, words: str) -> None:
        if not holds:
            self.broken(promise, words)

    # --- commits ------------------------------------------------------------------------------

    def before(self, tables: Tables, layer: Tables) -> dict[Tid, Ticket | None]:
        """The tickets that a commit is about to change."""
        return {tid: tables.tickets.get(tid) for tid in _own(layer.tickets)}

    def committed(
        self, world: "World", layer: Tables, before: dict[Tid, Ticket | None], by: "StorePort"
    ) -> None:
        """Look at everything that has just become durable."""
        self.counts["commits"] += 1
        claimed = [world.messages[each] for each in _own(layer.claims) if each in world.messages]
        for message in claimed:
            self.recorded[message.id] += 1
            once = self.recorded[message.id] == 1
            self.expect(once, "I1", f"{message.id} was recorded twice")
        messages = [*claimed, *self._from_inbox(layer)]
        for talk in _own(layer.conversations):
            was, now = self.versions[talk], layer.conversations[talk].version
            self.versions[talk] = now
            self.expect(now > was, "I1", f"what was said in {talk} meanwhile is forgotten")
        for number in _own(layer.replies):
            self._recorded_reply(world, layer, number)
        for tid, old in before.items():
            new = layer.tickets[tid]
            if old is None:
                self._filed(new, messages)
            else:
                self._changed(old, new)
            self._only_staff(old, new, messages, by, world)
        for key in _own(layer.files):
            stored = layer.files[key]
            if stored.path:
                self._kept(world, stored.awaited.file.id, stored.path, stored.sha256)

    def _from_inbox(self, layer: Tables) -> Iterator[Message]:
        """Messages that had waited and are dealt with now, or never will be."""
        for number in _own(layer.inbox):
            row = layer.inbox[number]
            if row.next_at is None and not row.gone:
                expected = row.letter.cause.startswith(LETTERS)
                self.expect(expected, "L", f"{number}: {row.letter.cause}")
            if row.gone and row.message:
                self.dealt[number] += 1
                self.expect(self.dealt[number] == 1, "I1", f"{number} was dealt with twice")
                yield row.message

    def _recorded_reply(self, world: "World", layer: Tables, number: ReplyId) -> None:
        reply = layer.replies[number]
        self.said_at.setdefault(number, world.loop.time())
        match reply.outcome:
            case "sent":
                self.expect(self.seen[number], "I7", f"reply {number} is marked sent and was not")
            case "unknown":
                self.expect(number in self.unknown, "I7", f"reply {number}: nothing was unknown")
            case "refused":
                self.expect(number in self.refused, "I7", f"reply {number} was given up")
            case "overtaken":
                always = isinstance(reply.outgoing.reply, Receipt | AgentAnswer | TicketClosed)
                self.expect(not always, "L", f"reply {number} was dropped, which must arrive")
            case _:
                pass

    def _filed(self, ticket: Ticket, messages: list[Message]) -> None:
        self.counts["tickets"] += 1
        other = self.drafts.setdefault(ticket.draft, ticket.tid)
        self.expect(other == ticket.tid, "I3", f"{ticket.tid} and {other} are one draft")
        for field_ in self.policy.form:
            if field_.required and not field_.required_if:
                self.expect(ticket.value(field_.id), "L", f"{ticket.tid} lacks its {field_.id}")
        level = self.policy.level(ticket.level)
        promised = due(level, ticket.accepted_at, self.policy.hours).at
        self.expect(ticket.due_at == promised, "I8", f"{ticket.tid} is due at another time")
        for message in messages:
            if isinstance(message.said, Pressed):
                card = (message.conversation, message.said.token)
                first = self.filed.setdefault(card, ticket.tid)
                self.expect(first == ticket.tid, "I3", f"{card} filed {first} and {ticket.tid}")
            said = message.sent_at
            exact = ticket.accepted_at == said
            early = self.clocks_went_back and ticket.accepted_at < said
            self.expect(exact or early, "I8", f"{ticket.tid} was not accepted when it was filed")
        self.expect(messages, "I3", f"{ticket.tid} was filed by nobody")

    def _changed(self, old: Ticket, new: Ticket) -> None:
        kept = (old.owner, old.accepted_at, old.fields, old.draft, old.conversation)
        now = (new.owner, new.accepted_at, new.fields, new.draft, new.conversation)
        self.expect(kept == now, "I3", f"{new.tid} is not what was filed")
        grown = new.posts[: len(old.posts)] == old.posts
        self.expect(grown, "I1", f"a post of {new.tid} is gone")
        if old.status is Status.OPEN and new.status is Status.OPEN:
            self.expect(old.due_at == new.due_at, "I8", f"the time of {new.tid} was moved")

    def _only_staff(
        self,
        old: Ticket | None,
        new: Ticket,
        messages: list[Message],
        by: "StorePort",
        world: "World",
    ) -> None:
        posts = new.posts[len(old.posts) if old else 0 :]
        closes = new.status is Status.CLOSED
        if not closes and all(post.author is Author.CLIENT for post in posts):
            return
        asked = [each for each in messages if isinstance(each.said, Command)]
        allowed = by.by_staff or any(each.speaker.id in world.staff for each in asked)
        self.expect(allowed, "I10", f"{new.tid} was answered or closed by a stranger")

    def _kept(self, world: "World", file: str, path: str, sha256: str) -> None:
        true = world.contents[file]
        same = hashlib.sha256(true).hexdigest() == sha256 and world.disk.get(path) == true
        self.expect(same, "I6", f"{file} is not what was sent")

    def doubt(self, at: float, layer: Tables) -> None:
        """Whoever wrote this was not told that it stands, or that it does not: of what two
        processes may hold now, and of what is said behind it, more than one may send it."""
        for number in _own(layer.replies):
            self.doubts[layer.replies[number].outgoing.conversation] = at

    def troubled(self, at: float) -> None:
        """For a while holds mean nothing: processes stood still, or clocks jumped."""
        self.trouble = max(self.trouble, at)

    # --- acknowledgements and screens -----------------------------------------------------------

    def acknowledged(self, world: "World", message: Message) -> None:
        """A platform believes that we have it."""
        self.counts["acknowledged"] += 1
        known = message.id in world.tables.claims
        self.expect(known, "I1", f"{message.id} was acknowledged and is nowhere")

    def shown(self, world: "World", outgoing: Outgoing, life: Life, *, known: bool) -> None:
        """Somebody reads it now."""
        self.counts["shown"] += 1
        number, where = outgoing.id, outgoing.conversation
        receipt = isinstance(outgoing.reply, Receipt)
        durable = world.tables.replies.get(number)
        self.expect(
            durable is not None and durable.outgoing == replace(outgoing, after=None),
            "I2",
            f"reply {number} is shown and recorded nowhere",
        )
        if isinstance(outgoing.reply, Receipt):
            self.expect(
                outgoing.reply.tid in world.tables.tickets,
                "I2",
                f"{outgoing.reply.tid} is shown and no ticket",
            )
        before = self.seen[number]
        if before:
            self.counts["shown again"] += 1
            self.expect(
                self._excused(where, number, before[-1], life),
                "I7",
                f"reply {number} is shown twice to {where}",
            )
        else:
            in_order = number > self.latest.get(where, ReplyId(0)) or self._troubled(number)
            self.expect(
                in_order, "I5", f"reply {number} is shown after {self.latest.get(where)} to {where}"
            )
        self.latest[where] = max(number, self.latest.get(where, number))
        before.append(Seen(life, lost=receipt and not known))
        self._private(world, outgoing)

    def _excused(self, where: str, number: ReplyId, before: Seen, life: Life) -> bool:
        """Whether nobody could know that it had been said, or was about to be."""
        died = before.life.dead or life.dead
        doubt = self.doubts.get(where, -LONG) >= self.said_at[number] - LONG
        return died or doubt or before.lost or self._troubled(number)

    def _troubled(self, number: ReplyId) -> bool:
        """Holds mean nothing while processes stand still and clocks jump."""
        return self.trouble >= self.said_at[number] - RECENT

    def _private(self, world: "World", outgoing: Outgoing) -> None:
        words = REPLY.dump_json(outgoing.reply).decode()
        self.expect("canary" not in words.lower(), "I9", f"reply {outgoing.id} holds a secret")
        reader = outgoing.conversation
        for marker, owner in world.markers.items():
            if owner != reader and marker in words and reader not in world.staff:
                self.broken("I4", f"{reader} reads what {owner} wrote")

    def logged(self, world: "World", line: str) -> None:
        """A line of the log, as an operator reads it."""
        self.expect("canary" not in line.lower(), "I9", f"a secret in the log: {line[:300]}")
        for marker in world.markers:
            self.expect(marker not in line, "I9", f"a person's words in the log: {line[:300]}")


def _own(layer: MutableMapping[K, V]) -> Iterator[K]:
    """What a transaction itself has written."""
    return iter(layer.maps[0]) if isinstance(layer, ChainMap) else iter(layer)
