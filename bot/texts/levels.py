"""The level of a ticket, by when it is answered, and what both rest on, as blocks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from bot.texts import dates
from bot.texts.screen import Block, Paragraph, Role, Row, Span
from bot.texts.voice import Voice
from intake.dialogue.replies import Raised, Receipt
from intake.regulations.levels import Ground, Why

_TO_REGISTER: Final = frozenset({Ground.UNPROVEN, Ground.UNREGISTERED, Ground.INCOMPLETE})


def told(said: Receipt | Raised, voice: Voice) -> Iterator[Block]:
    """What was filed, or raised."""
    return _receipt(said, voice) if isinstance(said, Receipt) else _raised(said, voice)


def _receipt(said: Receipt, voice: Voice) -> Iterator[Block]:
    """The TID, the level, by when and why then (R13 to R15); what is official (R5, R6)."""
    yield Paragraph((Span(f"{voice.line('receipt-title')} "), Span(said.tid, Role.STRONG)))
    yield Row(voice.line("receipt-level"), voice.named("level", said.level))
    yield Row(voice.line("receipt-due"), voice.moment(said.due_at))
    yield from voice.say(
        _why(said, voice),
        level=voice.named("level", said.level),
        span=voice.span(said.hours, said.clock),
    )
    yield from _grounds(said.reasons, voice)
    yield from voice.say("receipt-official")
    yield voice.faint("receipt-once")


def _raised(said: Raised, voice: Voice) -> Iterator[Block]:
    yield from voice.say("raised" if said.changed else "raised-same", tid=said.tid)
    yield Row(voice.line("receipt-level"), voice.named("level", said.level))
    if said.due_at:
        yield Row(voice.line("receipt-due"), voice.moment(said.due_at))
    yield from _grounds(said.reasons, voice)


def _grounds(reasons: Iterable[Why], voice: Voice) -> Iterator[Block]:
    """A sentence for each reason, and where to register or to renew."""
    rights = voice.policy.eligibility
    for why in reasons:
        worded = _ABOUT.get(why.ground)
        yield from voice.say(_key(why), about=worded(voice, why.about) if worded else why.about)
        if why.ground in _TO_REGISTER and rights.register_url:
            yield _link("register-here", rights.register_url, voice)
        if why.ground is Ground.EXPIRED and rights.renew_url:
            yield _link("renew-here", rights.renew_url, voice)


def _key(why: Why) -> str:
    waits = why.ground is Ground.UNPROVEN and why.about
    return "ground-unproven-code" if waits else f"ground-{why.ground}"


def _link(key: str, url: str, voice: Voice) -> Paragraph:
    return Paragraph((Span(voice.line(key), url=url),))


def _day(voice: Voice, written: str) -> str:
    return dates.day(date.fromisoformat(written), voice.language)


def _level(voice: Voice, category: str) -> str:
    return voice.named("level", category)


def _edition(voice: Voice, edition: str) -> str:
    return voice.option("edition", edition)


_ABOUT: Final[Mapping[Ground, Callable[[Voice, str], str]]] = {
    Ground.CATEGORY: _level,
    Ground.EDITION: _edition,
    Ground.EXPIRED: _day,
}


def _why(said: Receipt, voice: Voice) -> str:
    key = f"why-{said.clock}-{said.skipped}"
    return key if voice.phrases.has(key) else f"why-{said.clock}"
