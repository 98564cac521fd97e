"""A reply becomes blocks: which sentence stands where."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, assert_never

from bot.texts import announcing, correspondence, faq, levels, questions
from bot.texts.cutting import GLIMPSE, MOST, clip, fit
from bot.texts.direction import MARKS, RIGHT_TO_LEFT
from bot.texts.screen import Block, Paragraph, Quote, Role, Row, Span
from bot.texts.voice import Voice
from intake.dialogue.messages import RefusedFile
from intake.dialogue.replies import (
    AgentAnswer,
    Ask,
    AskTopic,
    Complaint,
    DueWarning,
    EntryCard,
    EntryForm,
    FaqAnswer,
    FilesRefused,
    FilesTaken,
    FoundEntries,
    MissedList,
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
from intake.tickets import Reason

_TITLE: Final = 150
_NAME: Final = 60
_MOST_NAMES: Final = 10
_ABOUT: Final[Mapping[str, Callable[[Voice, str], str]]] = {
    "corrected": Voice.label,
    "desk-languages": Voice.languages,
    "access-hidden": Voice.hidden,
    "scope-noted": Voice.helpers,
    "desk-panel": Voice.panel_desk,
}


def blocks(reply: Reply, voice: Voice) -> tuple[Block, ...]:
    """The reply in words, at most `cutting.MOST` units of them.

    Only an agent's answer may be longer: it comes whole, in quotes of at most `cutting.QUOTE`
    units, and a channel may send it as several messages.
    """
    if isinstance(reply, AgentAnswer):
        return tuple(correspondence.answer(reply, voice))
    room = MOST - MARKS if voice.language in RIGHT_TO_LEFT else MOST
    return fit(tuple(_rendered(reply, voice)), room)


def _rendered(reply: Reply, voice: Voice) -> Iterable[Block]:
    match reply:
        case Say():
            return _sentences(reply, voice)
        case Ask() | AskTopic():
            return questions.asked(reply, voice)
        case Suggestions():
            return _suggestions(reply, voice)
        case Review():
            return _review(reply, voice)
        case FilesTaken() | FilesRefused():
            return _files(reply, voice)
        case NoticeShown() | NoticeList():
            return announcing.shown(reply, voice)
        case (
            FaqAnswer() | EntryForm() | FoundEntries() | EntryCard() | MissedList() | OfferedList()
        ):
            return _of_the_faq(reply, voice)
        case _:
            return _correspondence(reply, voice)


def _of_the_faq(reply: FaqAnswer | EntryForm | faq.Kept, voice: Voice) -> Iterable[Block]:
    match reply:
        case FaqAnswer():
            return _answered(reply, voice)
        case EntryForm():
            return _rendered(reply.instead, voice)
        case _:
            return faq.shown(reply, voice)


def _correspondence(
    reply: Receipt
    | Raised
    | TicketStatus
    | TicketList
    | AgentAnswer
    | TicketClosed
    | TicketMoved
    | DueWarning
    | Complaint,
    voice: Voice,
) -> Iterable[Block]:
    match reply:
        case DueWarning():
            return correspondence.warned(reply, voice)
        case Complaint():
            return correspondence.complained(reply, voice)
        case Receipt() | Raised():
            return levels.told(reply, voice)
        case TicketStatus():
            return correspondence.status(reply, voice)
        case TicketList():
            return correspondence.listed(reply, voice)
        case AgentAnswer():
            return correspondence.answer(reply, voice)
        case TicketClosed() | TicketMoved():
            return correspondence.goes_on(reply, voice)
        case _:
            assert_never(reply)


def _sentences(said: Say, voice: Voice) -> Iterator[Block]:
    worded = _ABOUT.get(said.key)
    yield from voice.say(said.key, about=worded(voice, said.about) if worded else said.about)
    if said.key == "access-hidden":
        yield from voice.say("access-handed-over")
    if said.key == "close-usage":
        for reason in Reason:
            words = voice.named("reason", reason)
            yield Paragraph((Span(reason, Role.CODE), Span(f": {words}")))


def _suggestions(shown: Suggestions, voice: Voice) -> Iterator[Block]:
    several = len(shown.items) > 1
    said = ""
    for number, item in enumerate(shown.items, 1):
        # The sure ones come first: each kind is introduced once.
        if (intro := "suggestions-intro" if item.sure else "suggestions-maybe") != said:
            yield from voice.say(intro)
            said = intro
        yield from _item(item, f"{number}. " if several else "• ")
    yield voice.strong("suggestions-outro")


def _answered(said: FaqAnswer, voice: Voice) -> Iterator[Block]:
    yield from voice.say("now-answered")
    yield Quote(clip(said.asked, GLIMPSE))
    yield from _item(said.item, "")


def _item(item: Suggested, mark: str) -> Iterator[Block]:
    yield Paragraph((*([Span(mark)] if mark else []), _link(item)))
    if item.line:
        yield Paragraph((Span(clip(item.line, GLIMPSE)),))


def _link(item: Suggested) -> Span:
    is_web = item.url.startswith(("https://", "http://"))
    return Span(clip(item.title, _TITLE), Role.STRONG, item.url if is_web else "")


def _review(card: Review, voice: Voice) -> Iterator[Block]:
    yield voice.strong("review-title")
    for line in card.lines:
        yield Row(voice.label(line.field), _reviewed(line, voice))
    if card.files:
        yield Row(voice.line("review-files"), ", ".join(_names(card.files, voice)))
    if card.related:
        yield Row(voice.line("review-related"), ", ".join(_names(card.related, voice)))
    if card.coupon:
        yield Row(voice.line("review-coupon"), voice.line("review-coupon-spent"))
    if card.suggestions:
        yield Row(voice.line("review-suggestions"), "; ".join(_names(card.suggestions, voice)))
    if not voice.is_answered:
        yield from voice.say("desk-languages", about=voice.answered_in)
    yield voice.faint("review-outro")


def _reviewed(line: ReviewLine, voice: Voice) -> str:
    if not line.value:
        return voice.line("review-skipped")
    value = clip(voice.value(line.field, line.value), GLIMPSE)
    return f"{value} {voice.line('review-lifted')}" if line.lifted else value


def _files(said: FilesTaken | FilesRefused, voice: Voice) -> Iterator[Block]:
    match said:
        case FilesTaken(names):
            yield Paragraph((Span(voice.count("files-taken", len(names))),))
            yield Quote("\n".join(_names(names, voice)))
        case FilesRefused(files):
            yield Paragraph((Span(voice.count("files-refused", len(files))),))
            for file in files[:_MOST_NAMES]:
                yield Row(_name(file.name), _refusal(file, voice))


def _refusal(file: RefusedFile, voice: Voice) -> str:
    if file.found:
        return voice.line("refusal-kind-as", about=clip(file.found, _NAME))
    return voice.named("refusal", file.why)


def _names(names: Iterable[str], voice: Voice) -> Iterator[str]:
    every = tuple(names)
    yield from map(_name, every[:_MOST_NAMES])
    if len(every) > _MOST_NAMES:
        yield voice.count("and-more", len(every) - _MOST_NAMES)


def _name(name: str) -> str:
    return clip(" ".join(name.split()) or "?", _NAME)
