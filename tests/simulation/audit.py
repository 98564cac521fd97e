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
I11  whoever is taken for somebody has shown why, and a code or a coupon serves once
L    what was said is answered, and nothing stays undone, once the faults are over
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bot.front import HANGS
from bot.storage.codec import REPLY
from intake.dialogue.messages import Message, MessageId
from intake.dialogue.replies import AgentAnswer, FaqAnswer, Receipt, TicketClosed
from intake.ports import Outgoing, ReplyId
from intake.tickets import Ticket
from intake.tid import Tid
from tests.fakes.tables import RecordedReply, Transaction
from tests.simulation.loop import Life
from tests.simulation.proofs import ProofAudit

if TYPE_CHECKING:
    from tests.simulation.ports import StorePort
    from tests.simulation.world import World

LONG: Final = 60.0
"""Seconds: longer than a platform makes anybody wait."""
RECENT: Final = 20.0
"""Seconds: much longer than a reply is held."""


LETTERS: Final = (HANGS, "the talk went on", "OddTurn")
"""Why a message may be set aside for good: anything else is a fault of the desk's own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One appearance of a reply on a screen."""

    life: Life
    lost: bool
    """It was a TID, and the process that sent it was not told so: it may be sent once more."""


@dataclass(slots=True)
class Audit(ProofAudit):
    """Keeps its own books, and never asks the desk."""

    recorded: Counter[MessageId] = field(default_factory=Counter)
    dealt: Counter[MessageId] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    seen: defaultdict[ReplyId, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    unknown: set[ReplyId] = field(default_factory=set)
    refused: set[ReplyId] = field(default_factory=set)
    latest: dict[str, ReplyId] = field(default_factory=dict)
    """The newest reply that each conversation has on its screen."""
    said_at: dict[ReplyId, float] = field(default_factory=dict)
    doubts: dict[str, float] = field(default_factory=dict)
    """When a process was last not told what became of what it wrote about a conversation."""
    trouble: float = -RECENT
    """When processes last stood still, or clocks jumped."""

    # --- commits ------------------------------------------------------------------------------

    def committed(
        self, world: "World", layer: Transaction, before: dict[Tid, Ticket | None], by: "StorePort"
    ) -> None:
        """Look at everything that has just become durable."""
        claimed = [
            world.messages[each] for each in layer.written("claims") if each in world.messages
        ]
        for message in claimed:
            self.recorded[message.id] += 1
            once = self.recorded[message.id] == 1
            self.expect(once, "I1", f"{message.id} was recorded twice")
        messages = [*claimed, *self._from_inbox(layer)]
        for talk in layer.written("conversations"):
            was, now = self.versions[talk], layer.conversations[talk].version
            self.versions[talk] = now
            self.expect(now > was, "I1", f"what was said in {talk} meanwhile is forgotten")
        for number in layer.written("replies"):
            self._recorded_reply(world, layer, number)
        self.announced(world.tables, layer)
        self.identified(layer, before, messages)
        for tid, old in before.items():
            new = layer.tickets[tid]
            if old is None:
                self.filed(new, messages)
            else:
                self.changed(old, new, messages)
            self.only_staff(old, new, messages, by, world)
        for key in layer.written("files"):
            stored = layer.files[key]
            if stored.path:
                self.kept(world, stored.awaited.file.id, stored.path, stored.sha256)

    def _from_inbox(self, layer: Transaction) -> Iterator[Message]:
        """Messages that had waited and are dealt with now, or never will be."""
        for number in layer.written("inbox"):
            row = layer.inbox[number]
            if row.next_at is None and not row.gone:
                expected = row.letter.cause.startswith(LETTERS)
                self.expect(expected, "L", f"{number}: {row.letter.cause}")
            if row.gone and row.message:
                self.dealt[number] += 1
                self.expect(self.dealt[number] == 1, "I1", f"{number} was dealt with twice")
                yield row.message

    def _recorded_reply(self, world: "World", layer: Transaction, number: ReplyId) -> None:
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
                kinds = Receipt | AgentAnswer | TicketClosed | FaqAnswer
                always = isinstance(reply.outgoing.reply, kinds)
                self.expect(not always, "L", f"reply {number} was dropped, which must arrive")
            case _:
                pass

    def doubt(self, at: float, layer: Transaction) -> None:
        """Whoever wrote this was not told that it stands, or that it does not: of what two
        processes may hold now, and of what is said behind it, more than one may send it."""
        for number in layer.written("replies"):
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
            durable is not None and _is(durable.outgoing, outgoing),
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
            in_order = number > self.latest.get(where, ReplyId(0))
            in_order = in_order or self._doubtful(where, number) or self._troubled(number)
            in_order = in_order or self._was_given_up(number, life)
            self.expect(
                in_order, "I5", f"reply {number} is shown after {self.latest.get(where)} to {where}"
            )
        self.latest[where] = max(number, self.latest.get(where, number))
        before.append(Seen(life, lost=receipt and not known))
        self._private(world, outgoing, durable)

    def _excused(self, where: str, number: ReplyId, before: Seen, life: Life) -> bool:
        """Whether nobody could know that it had been said, or was about to be."""
        died = before.life.dead or life.dead
        doubt = self._doubtful(where, number)
        return died or doubt or before.lost or self._troubled(number)

    def _was_given_up(self, number: ReplyId, life: Life) -> bool:
        """What the dead had posted may arrive after another process, which knew nothing of it,
        posted the same, was not told what became of it, and went on."""
        return life.dead and (number in self.unknown or number in self.refused)

    def _doubtful(self, where: str, number: ReplyId) -> bool:
        """A process that is not told whether it still holds a reply lets it go; what it has
        posted by then arrives all the same, perhaps long after somebody else has gone on."""
        return self.doubts.get(where, -LONG) >= self.said_at[number] - LONG

    def _troubled(self, number: ReplyId) -> bool:
        """Holds mean nothing while processes stand still and clocks jump."""
        return self.trouble >= self.said_at[number] - RECENT

    def _private(self, world: "World", outgoing: Outgoing, known: RecordedReply | None) -> None:
        reply = outgoing.reply
        same = known is not None and known.outgoing.reply == reply
        words = known.words if known and same else REPLY.dump_json(reply).decode()
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


def _is(recorded: Outgoing, shown: Outgoing) -> bool:
    return recorded is shown or recorded == replace(shown, after=None)
