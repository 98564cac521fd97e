"""What auth.test, users.*, conversations.* and files.* answer."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from tests.platforms.slack import api_messages, api_views
from tests.platforms.slack.files import Files, Upload
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import BOT, BOT_USER, TEAM, Channel, Workspace

Act = Callable[[Workspace, Json], Json]


def acts(files: Files, scopes: frozenset[str]) -> dict[str, Act]:
    """Every method but apps.connections.open, by name."""
    return {
        "auth.test": _auth_test,
        "chat.postMessage": api_messages.post_message,
        "chat.postEphemeral": api_messages.post_ephemeral,
        "chat.update": api_messages.update,
        "chat.delete": api_messages.delete,
        "conversations.open": _open,
        "conversations.info": _info,
        "users.info": partial(_user, scopes),
        "views.open": api_views.open_view,
        "views.push": api_views.push,
        "views.update": api_views.update,
        "views.publish": api_views.publish,
        "files.info": lambda _, args: {"file": files.told(args["file"])},
        "files.getUploadURLExternal": partial(_upload_url, files),
        "files.completeUploadExternal": partial(_complete_upload, files),
    }


def _auth_test(_: Workspace, args: Json) -> Json:  # noqa: ARG001 (it takes none)
    return {
        "url": "https://tidings.slack.com/",
        "team": "Tidings",
        "user": "tidings",
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "is_enterprise_install": False,
    }


def _open(workspace: Workspace, args: Json) -> Json:
    if "channel" in args:
        return {"channel": {"id": workspace.channel_of_bot(args["channel"]).id}}
    users = str(args["users"]).split(",")
    if len(users) > 1:
        raise Refused("not_enough_users")  # group conversations are not played here
    channel = workspace.direct_with(users[0])
    brief = {"id": channel.id}
    full = _told(channel) if args.get("return_im") in (True, "true", "1") else brief
    return {"no_op": True, "already_open": True, "channel": full}


def _info(workspace: Workspace, args: Json) -> Json:
    return {"channel": _told(workspace.channel_of_bot(args["channel"]))}


def _told(channel: Channel) -> Json:
    if channel.im_with:
        return {"id": channel.id, "is_im": True, "user": channel.im_with, "is_open": True}
    return {"id": channel.id, "name": channel.name, "is_channel": True, "is_member": True}


def _user(scopes: frozenset[str], workspace: Workspace, args: Json) -> Json:
    profile = workspace.people.get(str(args["user"]))
    if profile is None:
        raise Refused("user_not_found")
    public = {"real_name": profile.name, "display_name": profile.name, "team": TEAM}
    if profile.email and "users:read.email" in scopes:
        public["email"] = profile.email
    zone = ZoneInfo(profile.tz)
    offset = zone.utcoffset(datetime.fromtimestamp(workspace.now(), UTC).astimezone(zone))
    user: Json = {
        "id": profile.id,
        "team_id": TEAM,
        "name": profile.name.lower(),
        "real_name": profile.name,
        "deleted": False,
        "tz": profile.tz,
        "tz_label": profile.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": public,
        "is_bot": False,
        "is_app_user": False,
        "is_restricted": profile.guest,
        "is_ultra_restricted": False,
        "is_email_confirmed": profile.confirmed,
    }
    if args.get("include_locale") in (True, "true", "1", 1):
        user["locale"] = profile.locale
    return {"user": user}


def _upload_url(files: Files, workspace: Workspace, args: Json) -> Json:
    if not str(args["length"]).isdigit() or int(args["length"]) == 0:
        raise Refused("invalid_arguments", ("[ERROR] length must be a positive number",))
    file_id = workspace.new_id("F")
    files.keep(file_id, Upload(str(args["filename"]), b"", "application/octet-stream"), BOT_USER)
    return {"upload_url": f"{files.base_url}/upload/{file_id}", "file_id": file_id}


def _complete_upload(files: Files, workspace: Workspace, args: Json) -> Json:
    told = [files.told(entry.get("id")) for entry in args["files"]]
    if args.get("channel_id"):
        channel = workspace.channel_of_bot(args["channel_id"])
        draft = {"channel": channel.id, "text": args.get("initial_comment") or " "}
        api_messages.post_message(workspace, draft | {"thread_ts": args.get("thread_ts")})
    return {"files": told}
