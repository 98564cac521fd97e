"""What staff are shown of the FAQ, as blocks: what a search finds, and an entry's card."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias, assert_never

from bot.texts.cutting import GLIMPSE, clip
from bot.texts.screen import Block, Paragraph, Role, Row, Span
from bot.texts.voice import Voice
from intake.dialogue.entry_replies import (
    EntryCard,
    Found,
    FoundEntries,
    MissedList,
    OfferedList,
)

_TITLE: Final = 150
_ID: Final = 80
_AGENT: Final = 60


Kept: TypeAlias = FoundEntries | EntryCard | MissedList | OfferedList


def shown(said: Kept, voice: Voice) -> Iterator[Block]:
    match said:
        case FoundEntries():
            return _found(said, voice)
        case EntryCard():
            return _card(said, voice)
        case MissedList():
            return _missed(said, voice)
        case OfferedList():
            return _offered(said, voice)
        case _:
            assert_never(said)


def _found(said: FoundEntries, voice: Voice) -> Iterator[Block]:
    """The entries with their chances; numbered where they have been asked for."""
    if not said.items:
        yield from voice.say("found-nothing")
        return
    yield from voice.say(f"found-{said.why}", about=said.words)
    yield from _items(said.items, voice, is_numbered=said.why == "found")


def _card(said: EntryCard, voice: Voice) -> Iterator[Block]:
    """An entry, part by part."""
    yield from map(_strong, voice.say(f"card-{said.why}"))
    if said.hidden:
        yield from voice.say("card-hidden")
    if said.id:
        yield Row(voice.label("faq-id"), clip(said.id, _ID))
    for field, value in said.fields:
        yield Row(voice.label(f"faq-{field}"), _value(field, value, voice))
    for change in said.changes:
        date = voice.brief_moment(change.at)
        key = "card-changed-by" if change.by else "card-changed-somehow"
        yield voice.faint(key, date=date, agent=clip(change.by, _AGENT))
    if said.why == "new":
        yield from _before(said, voice)


def _before(said: EntryCard, voice: Voice) -> Iterator[Block]:
    """What people with this question are shown now."""
    if said.twin:
        yield from voice.say("card-twin", about=said.twin)
    if not said.shown_now:
        yield voice.faint("found-nothing")
        return
    yield voice.faint("found-shown-now")
    yield from _items(said.shown_now, voice, is_numbered=False)


def _missed(said: MissedList, voice: Voice) -> Iterator[Block]:
    yield voice.strong("missed-title")
    for number, item in enumerate(said.items, 1):
        people, times = str(item.people), str(item.times)
        told = voice.line("missed-asked", number=people, of=times, about=item.language)
        yield _line(number, item.sample, told)
    if said.more:
        yield Paragraph((Span(voice.count("and-more", said.more), Role.FAINT),))


def _offered(said: OfferedList, voice: Voice) -> Iterator[Block]:
    yield voice.strong("offered-title")
    for number, item in enumerate(said.items, 1):
        told = voice.line("offered-for", about=clip(item.title, _TITLE), number=str(item.times))
        yield _line(number, item.words, told)
    if said.more:
        yield Paragraph((Span(voice.count("and-more", said.more), Role.FAINT),))


def _line(number: int, words: str, told: str) -> Paragraph:
    return Paragraph(
        (
            Span(f"{number}. "),
            Span(clip(words, _TITLE), Role.STRONG),
            Span(f" ({told})", Role.FAINT),
        )
    )


def _items(items: Iterable[Found], voice: Voice, *, is_numbered: bool) -> Iterator[Block]:
    for number, item in enumerate(items, 1):
        is_web = item.url.startswith(("https://", "http://"))
        yield Paragraph(
            (
                Span(f"{number}. " if is_numbered else "• "),
                Span(clip(item.title, _TITLE), Role.STRONG, item.url if is_web else ""),
                Span(f" ({voice.line('found-percent', number=str(item.percent))}) "),
                Span(clip(item.id, _ID), Role.CODE),
            )
        )


def _value(field: str, value: str, voice: Voice) -> str:
    if not value:
        return voice.line("review-skipped")
    return clip(voice.value(f"faq-{field}", value), GLIMPSE * 2)


def _strong(line: Paragraph) -> Paragraph:
    plain = (Span(s.text, Role.STRONG if s.role is Role.PLAIN else s.role) for s in line.spans)
    return Paragraph(tuple(plain))
