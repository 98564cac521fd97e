"""The desk's notices in a talk: shown once to whoever begins one, and set by staff (R36)."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from intake.dialogue.playbook import Scene
from intake.dialogue.replies import NoticeList, NoticeShown, Reply, Say
from intake.dialogue.state import Describing, Idle, State
from intake.dialogue.turn import Announce, EndNotice, Turn
from intake.notices import KINDS, Notice, NoticeId

REMEMBERED: Final = 20
"""How many notices a conversation knows that it was shown."""

_DAY: Final = timedelta(days=1)
_MOMENT: Final = re.compile(r"(?:(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?|(\d\d:\d\d))(?=\s|$)\s*")


def shown(before: State, turn: Turn, scene: Scene) -> Turn:
    """The turn, and before it what is in force, where the person has just begun a talk."""
    begins = isinstance(before.stage, Idle | Describing) and not isinstance(turn.state.stage, Idle)
    if not begins or (before.draft and not before.parked):
        return turn
    new = [
        each
        for each in scene.playbook.notices
        if each.is_in_force(scene.now) and each.id not in before.noticed
    ]
    if not new:
        return turn
    noticed = (*before.noticed, *(each.id for each in new))[-REMEMBERED:]
    known = replace(turn, state=replace(turn.state, noticed=noticed))
    return known.after(*(_card(each, turn.state.language) for each in new))


def carry_out(state: State, scene: Scene, argument: str) -> Turn:
    """Announce something, end it, or list what stands."""
    verb, _, rest = argument.strip().partition(" ")
    if not verb:
        return Turn(state, (_listed(state, scene),))
    if verb == "end":
        return _end(state, scene, rest.strip())
    notice = _read(argument, state, scene)
    if notice is None:
        return Turn(state, (Say("notice-usage"),))
    told: tuple[Reply, ...] = (Say("notice-added"), _card(notice, state.language))
    return Turn(state, told, (Announce(notice),))


def is_order(argument: str) -> bool:
    """Whether these words are an order about notices, and not the beginning of a sentence."""
    verb, _, rest = argument.strip().partition(" ")
    if verb == "end":
        return rest.strip().isdecimal()
    return not verb or (verb in KINDS and bool(_MOMENT.match(rest.strip())))


def _end(state: State, scene: Scene, number: str) -> Turn:
    known = {str(each.id): each.id for each in _ordered(scene)}
    if number not in known:
        return Turn(state, (Say("notice-unknown", number[:20]),))
    return Turn(state, (Say("notice-ended", number),), (EndNotice(known[number]),))


def _ordered(scene: Scene) -> list[Notice]:
    """Those that staff announced: what the policy announces ends with it, not by an order."""
    return [each for each in scene.playbook.notices if each.id > 0]


def _listed(state: State, scene: Scene) -> Reply:
    standing = [each for each in _ordered(scene) if each.ends > scene.now]
    if not standing:
        return Say("notice-none")
    return NoticeList(tuple(_card(each, state.language) for each in standing))


def _read(argument: str, state: State, scene: Scene) -> Notice | None:
    """``incident 18:00 Payments fail``; ``holiday 2026-12-24 2026-12-26 We are closed``: with one
    moment it begins now, and a day alone is the whole of it, in the desk's zone."""
    verb, _, rest = argument.strip().partition(" ")
    kind = next((each for each in KINDS if each == verb), None)
    moments: list[tuple[datetime, datetime]] = []
    rest = rest.strip()
    while len(moments) < 2 and (found := _MOMENT.match(rest)):
        span = _span(found, scene)
        if span is None:
            return None
        moments.append(span)
        rest = rest[found.end() :]
    if kind is None or not moments or not rest:
        return None
    starts = moments[0][0] if len(moments) > 1 else scene.now
    ends = moments[-1][1]
    if ends <= max(starts, scene.now):
        return None
    by = scene.message.speaker.id
    return Notice(kind, {state.language: rest}, starts, ends, by, NoticeId(0))


def _span(found: re.Match[str], scene: Scene) -> tuple[datetime, datetime] | None:
    """From when to when a moment lasts: a day its whole length, a time of day nothing."""
    zone = scene.playbook.policy.hours.tz
    try:
        day = date.fromisoformat(found[1]) if found[1] else scene.now.astimezone(zone).date()
        at = found[2] or found[3]
        clock = time.fromisoformat(at) if at else time()
        begins = datetime.combine(day, clock, zone)
        return begins, begins if at else datetime.combine(day + _DAY, clock, zone)
    except (ValueError, OverflowError):
        return None


def _card(notice: Notice, language: str) -> NoticeShown:
    text = notice.text(language)
    return NoticeShown(notice.kind, text, notice.starts, notice.ends, notice.id)
