"""The shapes in which Slack tells a bot what happened, field for field."""

from uuid import uuid4

from tests.platforms.slack.messages import Button, Posted
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import APP, BOT, BOT_USER, TEAM, OpenView, Profile

_VERIFICATION = "unused-verification-token"
_TEAM = {"id": TEAM, "domain": "tidings"}


def event_callback(event: Json, event_id: str, now: float) -> Json:
    """The wrapper of every event: https://docs.slack.dev/apis/events-api#callback-field."""
    return {
        "token": _VERIFICATION,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(now),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{event_id}",
    }


def message(posted: Posted) -> Json:
    """The message itself, as events and payloads quote it."""
    body: Json = {
        "user": posted.author,
        "type": "message",
        "ts": posted.ts,
        "text": posted.text,
        "team": TEAM,
    }
    if posted.author == BOT_USER:
        profile = {"id": BOT, "app_id": APP, "team_id": TEAM, "name": "tidings", "deleted": False}
        body |= {"bot_id": BOT, "app_id": APP, "bot_profile": profile}
    if posted.files:
        body |= {"subtype": "file_share", "files": list(posted.files), "upload": False}
    optional = {
        "client_msg_id": posted.client_msg_id,
        "thread_ts": posted.thread_ts,
        "blocks": list(posted.blocks),
        "edited": posted.edited and {"user": posted.author, "ts": posted.edited},
    }
    return body | {name: held for name, held in optional.items() if held}


def _where(channel: str, ts: str, *, direct: bool) -> Json:
    kind = "im" if direct else "channel"
    return {"channel": channel, "event_ts": ts, "channel_type": kind}


def said(posted: Posted, *, direct: bool) -> Json:
    """A message event."""
    return {**message(posted), **_where(posted.channel, posted.ts, direct=direct)}


def changed(before: Posted, after: Posted, ts: str, *, direct: bool) -> Json:
    """A message event of an edit: `ts` is the edit's own."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "message": {**message(after), "source_team": TEAM, "user_team": TEAM},
        "previous_message": message(before),
        "ts": ts,
        **_where(after.channel, ts, direct=direct),
    }


def deleted(before: Posted, ts: str, *, direct: bool) -> Json:
    """A message event of a deletion: `ts` is the deletion's own."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "deleted_ts": before.ts,
        "previous_message": message(before),
        "ts": ts,
        **_where(before.channel, ts, direct=direct),
    }


def mention(posted: Posted) -> Json:
    """An app_mention event."""
    body = {**message(posted), "type": "app_mention"}
    return {**body, "channel": posted.channel, "event_ts": posted.ts}


def typed_blocks(text: str, block_id: str) -> tuple[Json, ...]:
    """What Slack's composer makes of typed words."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return ({"type": "rich_text", "block_id": block_id, "elements": [section]},) if text else ()


def person(profile: Profile) -> Json:
    """The person of an interaction."""
    name = profile.name.lower()
    return {"id": profile.id, "username": name, "name": name, "team_id": TEAM}


def _interaction(kind: str, profile: Profile, trigger: str) -> Json:
    return {
        "type": kind,
        "team": _TEAM,
        "user": person(profile),
        "api_app_id": APP,
        "token": _VERIFICATION,
        "trigger_id": trigger,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def pressed(button: Button, ts: str) -> Json:
    """The action of a press, as `actions` lists it."""
    element = button.element
    action = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": button.block_id,
        "action_ts": ts,
    }
    if button.option is None:
        more = {
            name: element[name] for name in ("text", "value", "url", "style") if name in element
        }
        return action | more
    if element["type"] == "checkboxes":
        return action | {"selected_options": [button.option]}
    return action | {"selected_option": button.option}


def press_in_message(profile: Profile, trigger: str, posted: Posted, action: Json) -> Json:
    """block_actions in a message; without its `response_url`."""
    container = {
        "type": "message",
        "message_ts": posted.ts,
        "channel_id": posted.channel,
        "is_ephemeral": posted.ephemeral_to is not None,
    }
    quoted = {} if posted.ephemeral_to else {"message": message(posted)}
    return {
        **_interaction("block_actions", profile, trigger),
        "container": container,
        "channel": {"id": posted.channel, "name": "directmessage"},
        **quoted,
        "state": {"values": {}},
        "actions": [action],
    }


def press_in_view(profile: Profile, trigger: str, opened: OpenView, action: Json) -> Json:
    """block_actions in a modal or on the home tab."""
    return {
        **_interaction("block_actions", profile, trigger),
        "container": {"type": "view", "view_id": opened.id},
        "view": view(opened),
        "actions": [action],
    }


def submission(profile: Profile, trigger: str, opened: OpenView, values: Json) -> Json:
    """view_submission."""
    return {
        **_interaction("view_submission", profile, trigger),
        "view": {**view(opened), "state": {"values": values}},
        "response_urls": [],
    }


def closing(profile: Profile, opened: OpenView) -> Json:
    """view_closed."""
    body = _interaction("view_closed", profile, "")
    del body["trigger_id"]
    return {**body, "view": view(opened), "is_cleared": False}


def view(opened: OpenView) -> Json:
    """A view as Slack quotes it."""
    return {
        "private_metadata": "",
        "callback_id": "",
        "close": None,
        "submit": None,
        "clear_on_close": False,
        "notify_on_close": False,
        **opened.shown,
        "id": opened.id,
        "team_id": TEAM,
        "app_id": APP,
        "app_installed_team_id": TEAM,
        "bot_id": BOT,
        "hash": opened.hash,
        "external_id": opened.external_id or "",
        "root_view_id": opened.root or opened.id,
        "previous_view_id": opened.previous,
        "state": {"values": {}},
    }


def command(profile: Profile, name: str, text: str, channel: str) -> Json:
    """A slash command, without its `response_url` and `trigger_id`."""
    return {
        "token": _VERIFICATION,
        "team_id": TEAM,
        "team_domain": "tidings",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else channel.lower(),
        "user_id": profile.id,
        "user_name": profile.name.lower(),
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
    }


def new_client_msg_id() -> str:
    """The id that the person's own client gives to a message."""
    return str(uuid4())
