"""The desk's notices, as blocks (R36)."""

from collections.abc import Iterator

from bot.texts.cutting import clip
from bot.texts.screen import Block, Quote, Row
from bot.texts.voice import Voice
from intake.dialogue.replies import NoticeList, NoticeShown

_LISTED = 200
"""UTF-16 units of a notice in a list."""


def shown(said: NoticeShown | NoticeList, voice: Voice) -> Iterator[Block]:
    """The notice with its end; or, for staff, what stands and how to end it."""
    if isinstance(said, NoticeShown):
        yield voice.strong(f"notice-{said.about}")
        yield Quote(said.text)
        yield voice.faint("notice-until", date=voice.brief_moment(said.ends))
        return
    yield voice.strong("notice-list")
    for each in said.items:
        yield Row(f"{each.number}", voice.line(f"notice-{each.about}"))
        yield Quote(clip(each.text, _LISTED))
        starts, ends = voice.brief_moment(each.starts), voice.brief_moment(each.ends)
        yield voice.faint("notice-span", date=starts, time=ends)
    yield from voice.say("notice-usage")
