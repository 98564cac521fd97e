"""What the auditor knows of tickets: who filed them, what may change, whose they are."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from intake.dialogue.messages import Command, Message, Pressed
from intake.regulations.calendar import Calendar, due
from intake.regulations.policy import Policy
from intake.tickets import Author, Post, Status, Ticket
from intake.tid import Tid
from tests.fakes.tables import Tables, Transaction

if TYPE_CHECKING:
    from tests.simulation.ports import StorePort
    from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that was broken."""

    promise: str
    words: str

    def __str__(self) -> str:
        return f"{self.promise}: {self.words}"


@dataclass(slots=True)
class TicketAudit:
    """The part of the auditor's books that is about tickets."""

    policy: Policy
    violations: list[Violation] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    cards: dict[tuple[str, str], Tid] = field(default_factory=dict)
    """The ticket that the press of one button of one review card has made."""
    drafts: dict[str, Tid] = field(default_factory=dict)
    calendars: list[Calendar] = field(default_factory=list)
    """The desk's own, and those with the breaks that were announced, one after the other: a process
    may not have heard of the latest."""
    clocks_went_back: bool = False

    def __post_init__(self) -> None:
        self.calendars.append(self.policy.calendar)

    def broken(self, promise: str, words: str) -> None:
        self.violations.append(Violation(promise, words))

    def expect(self, holds: object, promise: str, words: str) -> None:
        if not holds:
            self.broken(promise, words)

    def before(self, tables: Tables, layer: Transaction) -> dict[Tid, Ticket | None]:
        """The tickets that a commit is about to change."""
        return {tid: tables.tickets.get(tid) for tid in layer.written("tickets")}

    def filed(self, ticket: Ticket, messages: list[Message]) -> None:
        self.counts["tickets"] += 1
        other = self.drafts.setdefault(ticket.draft, ticket.tid)
        self.expect(other == ticket.tid, "I3", f"{ticket.tid} and {other} are one draft")
        for field_ in self.policy.form:
            if field_.required and not field_.required_if:
                self.expect(ticket.value(field_.id), "L", f"{ticket.tid} lacks its {field_.id}")
        level = self.policy.level(ticket.level)
        promised = [due(level, ticket.accepted_at, each).at for each in self.calendars]
        self.expect(ticket.due_at in promised, "I8", f"{ticket.tid} is due at another time")
        for message in messages:
            if isinstance(message.said, Pressed):
                card = (message.conversation, message.said.token)
                first = self.cards.setdefault(card, ticket.tid)
                self.expect(first == ticket.tid, "I3", f"{card} filed {first} and {ticket.tid}")
            said = message.sent_at
            exact = ticket.accepted_at == said
            early = self.clocks_went_back and ticket.accepted_at < said
            self.expect(exact or early, "I8", f"{ticket.tid} was not accepted when it was filed")
        self.expect(messages, "I3", f"{ticket.tid} was filed by nobody")

    def changed(self, old: Ticket, new: Ticket, messages: list[Message]) -> None:
        kept = (old.owner, old.accepted_at, old.fields, old.draft, old.conversation)
        now = (new.owner, new.accepted_at, new.fields, new.draft, new.conversation)
        self.expect(kept == now, "I3", f"{new.tid} is not what was filed")
        grown = new.posts[: len(old.posts)] == old.posts
        self.expect(grown, "I1", f"a post of {new.tid} is gone")
        posts = new.posts[len(old.posts) :]
        self.expect(len(posts) <= 1, "I3", f"one thing was said on {new.tid}, and twice is noted")
        if posts and posts[0].author is Author.CLIENT:
            self.counts["words on a ticket"] += 1
            self._in_time(new, posts[0].at, messages)
        self._clock(old, new, posts)

    def _in_time(self, ticket: Ticket, at: datetime, messages: list[Message]) -> None:
        said = [each.sent_at for each in messages]
        early = self.clocks_went_back and any(at < each for each in said)
        self.expect(at in said or early, "I8", f"{ticket.tid}: words count from when they came")

    def _clock(self, old: Ticket, new: Ticket, posts: tuple[Post, ...]) -> None:
        """It runs while the desk owes an answer; then it is due by what its level promises from
        when somebody said something, or by what was left when the client was asked (R20)."""
        is_open = new.status is Status.OPEN
        self.expect(is_open == bool(new.due_at), "I8", f"the clock of {new.tid} is wrong")
        by_client = bool(posts) and posts[0].author is Author.CLIENT
        if old.status is Status.OPEN and is_open and old.due_at != new.due_at:
            ordered = old.level != new.level or (posts and not by_client)
            self.expect(ordered, "I8", f"the time of {new.tid} was moved")
        elif old.status is Status.OPEN and new.status is Status.ANSWERED:
            self._paused(old, new)
        if is_open and old.due_at != new.due_at:
            since = [each.at for each in new.posts] if not by_client else [posts[0].at]
            since = since if by_client else [new.accepted_at, *since]
            # Whoever passes a ticket on promises anew, whether its level changes or not (R22).
            anew = old.level != new.level or not by_client
            due = self._promises(old, new, since, anew)
            self.expect(new.due_at in due, "I8", f"{new.tid} is due oddly")

    def _paused(self, old: Ticket, new: Ticket) -> None:
        if new.left is not None and old.due_at is not None:
            self.counts["pauses"] += 1
            clock, at = self.policy.level(old.level).clock, new.posts[-1].at
            left = [each.counted(clock, at, old.due_at) for each in self.calendars]
            self.expect(new.left in left, "I8", f"{new.tid} has another time left than it had")

    def _promises(
        self, old: Ticket, new: Ticket, since: list[datetime], anew: bool
    ) -> set[datetime]:
        level, whole = (
            self.policy.level(new.level),
            timedelta(hours=self.policy.level(new.level).hours),
        )
        left = whole if old.left is None else min(whole, old.left)
        return {
            calendar.after(level.clock, at, allowance).at
            for at in since
            for allowance in ({left, whole} if anew else {left})
            for calendar in self.calendars
        }

    def only_staff(
        self,
        old: Ticket | None,
        new: Ticket,
        messages: list[Message],
        by: "StorePort",
        world: "World",
    ) -> None:
        posts = new.posts[len(old.posts) if old else 0 :]
        closes = new.status is Status.CLOSED
        moves = old is not None and old.level != new.level and old.proof == new.proof
        if not (closes or moves) and all(post.author is Author.CLIENT for post in posts):
            return
        asked = [each for each in messages if isinstance(each.said, Command)]
        allowed = by.by_staff or any(each.speaker.id in world.staff for each in asked)
        self.expect(allowed, "I10", f"{new.tid} was answered, moved or closed by a stranger")

    def kept(self, world: "World", file: str, path: str, sha256: str) -> None:
        true = world.contents[file]
        same = hashlib.sha256(true).hexdigest() == sha256 and world.disk.get(path) == true
        self.expect(same, "I6", f"{file} is not what was sent")
