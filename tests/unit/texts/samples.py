"""A reply of every kind, and what two desks make of it in every language."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import get_args

from bot.texts.screen import Paragraph, Role, Screen
from bot.texts.words import Words
from faq_index import EntryId
from intake.dialogue.entry_form import FIELDS
from intake.dialogue.entry_replies import ChangedBy, Found, Missed, Offered, Why
from intake.dialogue.messages import FileId, RefusedFile
from intake.dialogue.replies import (
    AgentAnswer,
    Ask,
    AskTopic,
    Choice,
    Complaint,
    DueWarning,
    EntryCard,
    EntryForm,
    FaqAnswer,
    FilesRefused,
    FilesTaken,
    FoundEntries,
    Line,
    ListedTicket,
    MissedList,
    Moved,
    NoticeList,
    NoticeShown,
    OfferedList,
    Raised,
    Receipt,
    Reply,
    Review,
    ReviewLine,
    Say,
    Suggested,
    Suggestions,
    TicketClosed,
    TicketList,
    TicketMoved,
    TicketStatus,
)
from intake.regulations import levels
from intake.regulations.attachments import Refusal
from intake.regulations.levels import Ground
from intake.regulations.policy import Policy, shipped
from intake.tickets import Reason, Status
from intake.tid import make

INC, ES = shipped("inc"), shipped("es")
WORDS = {"inc": Words(INC), "es": Words(ES)}
TID = make(123_456_789_012)
FRIDAY = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
"""Friday, 18:00, in Lima as in New York."""
SKIP = (Choice("1:skip", "button-skip"),)


def receipt(**changes: object) -> Receipt:
    values: dict[str, object] = {
        "tid": TID,
        "level": "non-commercial",
        "accepted_at": FRIDAY,
        "due_at": FRIDAY + timedelta(hours=96),
        "clock": "business-days",
        "hours": 48,
        "skipped": "weekend",
    }
    return Receipt(**(values | changes))  # type: ignore[arg-type]  # a test names what it changes


def choices(typed: str, policy: Policy = INC) -> tuple[Choice, ...]:
    """Buttons of every kind that takes a value."""
    return (
        Choice("1:a", "button-edit", typed),
        Choice("1:b", "button-edit", policy.form[-1].id),
        Choice("1:c", "button-option", f"edition.{typed}"),
        Choice("1:d", "button-language", typed),
        Choice("1:e", "button-add-to", typed),
        Choice("1:f", "button-status", typed),
        Choice("1:g", "button-reply", typed),
        Choice("1:h", "button-kind", "forum"),
        Choice("1:j", "button-topic", "performance"),
        Choice("1:k", "button-topic", typed),
        Choice("1:i", "button-faq-edit", typed),
    )


def _moved(typed: str) -> Iterator[Reply]:
    for why in get_args(Moved):
        yield TicketMoved(TID, why, typed, FRIDAY, typed, typed, choices(typed))
    yield TicketMoved(TID, "beyond-scope", typed, None)
    yield TicketClosed(TID, Reason.MISLEADING)


def every_reply(typed: str = "words") -> Iterator[Reply]:
    """One of each kind at least, `typed` standing in all of its free texts."""
    suggested = Suggested(EntryId("1"), typed, "https://example.com/faq/1", typed)
    yield Say("greeting", choices=choices(typed))
    for key in (
        "tid-unknown",
        "tid-mistyped",
        "corrected",
        "desk-languages",
        "close-usage",
        "access-hidden",
    ):
        yield Say(key, typed)
    yield from (Say("access-hidden", kinds) for kinds in (typed, "password,key"))
    for field in INC.form:
        yield Ask(field.id, 3, 5, typed, "problem-url", typed, choices(typed))
    yield Ask(typed, 0, 0, typed, "problem-too-long", typed)
    yield Suggestions((suggested,) * 3, choices(typed))
    lines = tuple(ReviewLine(field.id, typed, lifted=True) for field in INC.form)
    yield Review(lines, (typed,) * 15, (TID,) * 15, (typed,) * 15, choices(typed), coupon=True)
    for clock in ("around-the-clock", "business-days", "open-hours", "calendar-days"):
        yield receipt(clock=clock, level=typed)
    yield from _of_levels(typed)
    yield from _statuses(typed)
    for whose in ("mine", "queue"):
        listed = ListedTicket(TID, typed, Status.ANSWERED, None)
        yield TicketList(whose, (listed,) * 90)
    yield TicketList("mine", ())
    yield AgentAnswer(TID, typed, typed, choices(typed))
    yield AgentAnswer(TID, "", typed)
    yield from _moved(typed)
    for warning in ("soon", "overdue"):
        yield DueWarning(TID, typed, typed, FRIDAY, warning, choices(typed))
    yield from (*_of_the_faq(typed, suggested), *_of_the_scope(typed), *_of_notices(typed))
    yield from _files(typed)


def _files(typed: str) -> Iterator[Reply]:
    files = tuple(RefusedFile(FileId(why), typed, why) for why in Refusal)
    yield FilesTaken((typed,) * 12)
    yield FilesRefused(files * 3)
    yield FilesRefused((RefusedFile(FileId("a"), typed, Refusal.KIND, typed),))


def _sayings(typed: str) -> Iterator[Reply]:
    yield Say("greeting", choices=choices(typed))
    for key in ("tid-unknown", "tid-mistyped", "corrected", "desk-languages", "close-usage"):
        yield Say(key, typed)
    yield from (Say("access-hidden", kinds) for kinds in (typed, "password,key"))


def _of_notices(typed: str) -> Iterator[Reply]:
    shown = NoticeShown("incident", typed, FRIDAY, FRIDAY, 7, choices(typed))
    yield from (shown, NoticeList((shown,) * 4))
    yield Complaint(TID, typed, typed, typed, choices(typed))


def _of_the_scope(typed: str) -> Iterator[Reply]:
    for topic in ("performance", "general", "", typed):
        yield AskTopic("topic", 1, 9, topic, False, "problem-topic", choices(typed))
        yield AskTopic("topic", 1, 9, topic, bool(topic))
    yield Say("scope-noted", "performance")


def _statuses(typed: str) -> Iterator[Reply]:
    posts = (Line("client", typed, FRIDAY), Line("agent", typed, FRIDAY))
    told = (TID, typed, Status.OPEN, typed, FRIDAY, FRIDAY, None, posts * 2)
    yield TicketStatus(*told, unverified=True)
    yield TicketStatus(TID, typed, Status.CLOSED, typed, FRIDAY, None, Reason.SOLVED, ())


def _of_levels(typed: str) -> Iterator[Reply]:
    reasons = tuple(levels.Why(ground, _about(ground, typed)) for ground in Ground)
    yield receipt(level=typed, reasons=(*reasons, levels.Why(Ground.UNPROVEN, "code")))
    for changed in (True, False):
        yield Raised(TID, typed, FRIDAY if changed else None, reasons, changed, choices(typed))


def _about(ground: Ground, typed: str) -> str:
    return "2026-03-02" if ground is Ground.EXPIRED else typed


def _of_the_faq(typed: str, suggested: Suggested) -> Iterator[Reply]:
    yield FaqAnswer(typed, suggested, choices(typed))
    found = (Found(EntryId(typed), typed, "https://example.com/faq/1", 87),) * 5
    for why in ("found", "shown-now", "twin"):
        yield FoundEntries(why, typed, found, choices(typed))
    yield FoundEntries("shown-now", typed, ())
    fields = tuple((field, "faq" if field == "kind" else typed) for field in FIELDS)
    for key in get_args(Why):
        changes = (ChangedBy(FRIDAY, typed), ChangedBy(FRIDAY, ""))
        yield EntryCard(key, EntryId(typed), fields, True, found, typed, changes, choices(typed))
    yield MissedList((Missed(typed, typed, 3, 5),) * 5, 7, choices(typed))
    yield OfferedList((Offered(typed, typed, 2),) * 3, 1, choices(typed))
    card = EntryCard("new", EntryId(""), fields)
    yield EntryForm(EntryId(typed), "", fields, ("en",), card)
    for name, value in fields:
        yield Ask(f"faq-{name}", 3, 8, value, "problem-faq-too-long", typed, choices(typed))


LIMA = "America/Lima"


def screen(reply: Reply, language: str = "en", zone: str = LIMA, desk: str = "inc") -> Screen:
    return WORDS[desk].screen(reply, language, zone)


def said(reply: Reply, language: str = "en", zone: str = LIMA, desk: str = "inc") -> list[str]:
    return screen(reply, language, zone, desk).plain().split("\n")


def spans(shown: Screen, role: Role) -> list[str]:
    paragraphs = [block for block in shown.blocks if isinstance(block, Paragraph)]
    return [span.text for each in paragraphs for span in each.spans if span.role is role]
