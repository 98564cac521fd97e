"""The body of a request from Slack, read as somebody's deed."""

import re
from datetime import UTC, datetime
from typing import Final

from bot.channels.slack import commands, forms
from bot.channels.slack.deeds import (
    Called,
    Deed,
    Filled,
    Ordered,
    Person,
    Posted,
    Spoken,
    Throttled,
)
from bot.channels.slack.messages import corrected, said
from bot.channels.slack.typed import typed
from bot.channels.slack.untrusted import Json, each, part, word
from intake.dialogue.messages import MessageId, Pressed, Ref

_ID: Final = re.compile(r"[A-Z0-9]{1,32}")
_DELIVERY: Final = re.compile(r"[A-Za-z0-9._-]{1,120}")
_TS: Final = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,9})?")
_OURSELVES_OR_ROBOTS: Final = ("bot_id", "bot_profile")
_SPOKEN: Final = frozenset({"", "file_share", "thread_broadcast", "me_message"})


def read(body: Json, now: datetime) -> Deed | None:
    """The deed, or None for whatever does not concern the desk (A10, A12). Never raises.

    `now` stands in where Slack gives no time of its own. Shapes: https://docs.slack.dev/reference.
    """
    match word(body, "type"):
        case "event_callback":
            return None if is_of_robots(body) else _event(body, now)
        case "block_actions":
            return _press(body, now)
        case "view_submission":
            return _form(body, now)
        case "view_closed":
            return _closed(body, now)
        case "app_rate_limited":
            return Throttled(str(body.get("minute_rate_limited")))
        case "" if word(body, "command"):
            return _command(body, now)
        case _:
            return None


def is_of_robots(body: Json) -> bool:
    """Whether nobody said it: ourselves, told so of every post of ours, or another bot (A10).

    That makes more than half of what Slack sends, so it is known at once. Never raises.
    """
    if word(body, "type") != "event_callback":
        return False
    event = part(body, "event")
    edited = word(event, "subtype") == "message_changed" and word(event, "type") == "message"
    said = (event, part(event, "message")) if edited else (event,)
    return any(each.get(mark) for each in said for mark in _OURSELVES_OR_ROBOTS)


def _event(body: Json, now: datetime) -> Deed | None:
    event = part(body, "event")
    match word(event, "type"), word(event, "subtype"):
        case "app_mention", _:
            return _mention(body, event)
        case "message", "message_changed":
            return _edit(body, event, now)
        case "message", subtype if subtype in _SPOKEN:
            return _message(body, event, now)
        case _:
            return None


def _message(body: Json, event: Json, now: datetime) -> Spoken | None:
    who, delivery = _author(body, event), _delivery(body)
    channel, ts = _direct(event), word(event, "ts")
    if not (who and delivery and channel):
        return None
    return Spoken(delivery, who, channel, said(event), _time(ts, now), Ref(ts))


def _edit(body: Json, event: Json, now: datetime) -> Spoken | None:
    """A link's preview arrives as an edit too: only other words are a correction (A9)."""
    after = part(event, "message")
    who, delivery, channel = _author(body, after), _delivery(body), _direct(event)
    correction = corrected(part(event, "previous_message"), after)
    if not (correction and who and delivery and channel):
        return None
    at = _time(word(event, "ts") or word(event, "event_ts"), now)
    return Spoken(delivery, who, channel, correction, at, Ref(word(after, "ts")))


def _mention(body: Json, event: Json) -> Called | None:
    who, delivery, channel = _author(body, event), _delivery(body), _id(word(event, "channel"))
    if not (who and delivery and channel) or channel.startswith("D"):
        return None
    return Called(delivery, who, channel)


def _press(body: Json, now: datetime) -> Spoken | None:
    """A button of ours: it has a value, and stands in the presser's own direct message (A11)."""
    actions = each(body, "actions")
    action = actions[0] if actions else {}
    who = _presser(body)
    channel = _direct({"channel": word(body, "container", "channel_id")})
    token, delivery = word(action, "value"), _delivery(body)
    if not (who and channel and token and delivery) or word(action, "type") != "button":
        return None
    at = _time(word(action, "action_ts"), now)
    said = Pressed(token)
    used = None if said.lasts else _posted(channel, body)
    trigger = word(body, "trigger_id")
    return Spoken(delivery, who, channel, said, at, pressed=used, trigger=trigger)


def _form(body: Json, now: datetime) -> Filled | None:
    """A modal of ours was submitted; `private_metadata` is what we put there ourselves."""
    who, view = _presser(body), part(body, "view")
    channel, delivery = _direct({"channel": forms.place_of(view)}), _of_view(view)
    if not (who and channel and delivery) or word(view, "callback_id") != forms.CALLBACK:
        return None
    return Filled(delivery, who, channel, forms.submitted(view), now)


def _closed(body: Json, now: datetime) -> Spoken | None:
    """A modal of ours was closed: the same as a press on [Cancel]."""
    who, view = _presser(body), part(body, "view")
    channel, delivery = _direct({"channel": forms.place_of(view)}), _of_view(view)
    token = forms.cancelling(view)
    if not (who and channel and delivery and token):
        return None
    return Spoken(MessageId(f"{delivery}.closed"), who, channel, Pressed(token), now)


def _of_view(view: Json) -> MessageId | None:
    found = word(view, "id")
    return MessageId(f"slack:{found}") if _DELIVERY.fullmatch(found) else None


def _presser(body: Json) -> Person | None:
    return _person(
        word(body, "user", "id"), word(body, "user", "team_id"), word(body, "team", "id")
    )


def _posted(channel: str, body: Json) -> Posted | None:
    message, blocks = part(body, "message"), tuple(each(body, "message", "blocks"))
    ts = word(message, "ts")
    return Posted(channel, ts, word(message, "text"), blocks) if ts and blocks else None


def _command(body: Json, now: datetime) -> Ordered | None:
    who = _person(word(body, "user_id"), word(body, "team_id"))
    delivery, channel = _delivery(body), _id(word(body, "channel_id"))
    said = commands.read(word(body, "command"), typed(word(body, "text")))
    if not (who and delivery and channel and said):
        return None
    return Ordered(delivery, who, channel, said, now, trigger=word(body, "trigger_id"))


def _author(body: Json, message: Json) -> Person | None:
    """Whoever wrote it, of their own workspace where Slack Connect names it."""
    teams = (word(message, name) for name in ("user_team", "source_team", "team"))
    return _person(word(message, "user"), *teams, word(body, "team_id"))


def _person(user: str, *teams: str) -> Person | None:
    """Of a workspace (``T...``): an organisation (``E...``) is not what commands name."""
    team = next((team for team in teams if team.startswith("T") and _id(team)), "")
    return Person(team, user) if team and _id(user) and user != "USLACKBOT" else None


def _delivery(body: Json) -> MessageId | None:
    """The same when it is delivered again; an event's, or else the trigger of an interaction."""
    found = word(body, "event_id") or word(body, "trigger_id")
    return MessageId(f"slack:{found}") if _DELIVERY.fullmatch(found) else None


def _direct(event: Json) -> str:
    channel = _id(word(event, "channel"))
    return channel if channel.startswith("D") else ""


def _id(text: str) -> str:
    return text if _ID.fullmatch(text) else ""


def _time(ts: str, now: datetime) -> datetime:
    """Slack's ``1732387312.000200``: seconds since the epoch."""
    return datetime.fromtimestamp(float(ts), UTC) if _TS.fullmatch(ts) else now
