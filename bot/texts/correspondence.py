"""Replies about tickets that exist, as blocks: status, lists, the desk's answer."""

from collections.abc import Iterator

from bot.texts.cutting import GLIMPSE, MOST, clip, split, units
from bot.texts.screen import Block, Paragraph, Quote, Role, Row, Span, plain
from bot.texts.voice import Voice
from intake.dialogue.replies import (
    AgentAnswer,
    Complaint,
    DueWarning,
    Line,
    ListedTicket,
    TicketClosed,
    TicketList,
    TicketMoved,
    TicketStatus,
)

_TITLE = 80
_NAME = 80
_ROOM_FOR_MORE = 200
"""UTF-16 units of a list kept for its heading and for "... and 7 more"."""


def status(said: TicketStatus, voice: Voice) -> Iterator[Block]:
    """Where the ticket stands, with the latest of what was written on it."""
    yield Paragraph((Span(said.tid, Role.CODE), Span(f" {clip(said.title, _TITLE)}")))
    yield Row(voice.line("ticket-status"), voice.named("status", said.status))
    if said.reason:
        yield Row(voice.line("ticket-reason"), voice.named("reason", said.reason))
    if said.due_at:
        yield Row(voice.line("ticket-due"), voice.moment(said.due_at))
    yield Row(voice.line("receipt-level"), voice.named("level", said.level))
    if said.unverified:
        yield voice.faint("ticket-unverified")
    yield Row(voice.line("ticket-filed"), voice.brief_moment(said.accepted_at))
    for post in said.posts:
        yield from _post(post, voice)


def listed(said: TicketList, voice: Voice) -> Iterator[Block]:
    """As many tickets as one message holds, a line each."""
    if not said.tickets:
        yield from voice.say("no-tickets" if said.whose == "mine" else "queue-empty")
        return
    yield voice.strong(f"list-{said.whose}")
    room = MOST - _ROOM_FOR_MORE
    for shown, ticket in enumerate(said.tickets):
        line = _listed(ticket, voice)
        room -= units(plain(line)) + 1
        if room < 0:
            yield Paragraph((Span(voice.count("and-more", len(said.tickets) - shown), Role.FAINT),))
            return
        yield line


def answer(said: AgentAnswer, voice: Voice) -> Iterator[Block]:
    """The desk's words, whole: the one reply that may need more than one message of a channel."""
    if said.agent:
        yield from voice.say("agent-answer-from", tid=said.tid, agent=clip(said.agent, _NAME))
    else:
        yield from voice.say("agent-answer", tid=said.tid)
    yield from map(Quote, split(said.text))


def goes_on(said: TicketClosed | TicketMoved, voice: Voice) -> Iterator[Block]:
    """What becomes of a ticket."""
    return _closed(said, voice) if isinstance(said, TicketClosed) else _moved(said, voice)


def _closed(said: TicketClosed, voice: Voice) -> Iterator[Block]:
    """The work is over, and why (R32)."""
    yield from voice.say("ticket-closed", tid=said.tid)
    yield Row(voice.line("ticket-reason"), voice.named("reason", said.reason))
    yield from voice.say("ticket-closed-after", tid=said.tid)


def _moved(said: TicketMoved, voice: Voice) -> Iterator[Block]:
    """It goes on in another way, by when (R22, R23, R34), and what the desk says to it."""
    yield from voice.say(f"ticket-moved-{said.why}", tid=said.tid)
    yield Row(voice.line("receipt-level"), voice.named("level", said.level))
    if said.due_at:
        yield Row(voice.line("ticket-due"), voice.moment(said.due_at))
    if said.text:
        yield Quote(clip(said.text, GLIMPSE))


def warned(said: DueWarning, voice: Voice) -> Iterator[Block]:
    """For staff: whose time runs out."""
    yield voice.strong("due-soon" if said.warning == "soon" else "due-overdue")
    yield Paragraph((Span(said.tid, Role.CODE), Span(f" {clip(said.title, _TITLE)}")))
    yield Row(voice.line("ticket-due"), voice.moment(said.due_at))
    yield Row(voice.line("receipt-level"), voice.named("level", said.level))


def complained(said: Complaint, voice: Voice) -> Iterator[Block]:
    """For the supervisor: who writes about which ticket, and what (R35)."""
    yield voice.strong("complaint")
    yield Paragraph((Span(said.tid, Role.CODE), Span(f" {clip(said.title, _TITLE)}")))
    yield Row(voice.line("complaint-from"), clip(said.name, _NAME))
    yield Quote(said.text)


def _post(post: Line, voice: Voice) -> Iterator[Block]:
    yield voice.faint(f"ticket-post-{post.author}", date=voice.brief_moment(post.at))
    yield Quote(clip(post.text, GLIMPSE))


def _listed(ticket: ListedTicket, voice: Voice) -> Paragraph:
    told = voice.named("status", ticket.status)
    if ticket.due_at:
        told = voice.line("list-due", date=voice.brief_moment(ticket.due_at))
    return Paragraph(
        (
            Span(ticket.tid, Role.CODE),
            Span(f" {clip(ticket.title, _TITLE)} "),
            Span(f"({told})", Role.FAINT),
        )
    )
