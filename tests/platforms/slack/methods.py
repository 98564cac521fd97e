"""The Web API methods in use: the arguments that each takes and needs, and the scope."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """A Web API method: it needs all of one group; `scopes` are those of which a bot needs one."""

    needs: tuple[frozenset[str], ...]
    takes: frozenset[str]
    scopes: tuple[str, ...] = ()


def _method(needs: str, takes: str = "", scopes: str = "") -> Method:
    groups = tuple(frozenset(group.split()) for group in needs.split("|"))
    known = frozenset(takes.split()).union({"token"}, *groups)
    return Method(groups, known, tuple(scopes.split()))


_SAYING = "attachments blocks markdown_text text"
_POSTING = f"{_SAYING} as_user icon_emoji icon_url link_names parse thread_ts username"

METHODS: dict[str, Method] = {
    "auth.test": _method(""),
    "apps.connections.open": _method(""),
    "chat.postMessage": _method(
        "channel text | channel blocks | channel attachments | channel markdown_text",
        f"{_POSTING} metadata mrkdwn reply_broadcast unfurl_links unfurl_media",
        "chat:write",
    ),
    "chat.update": _method(
        "channel ts text | channel ts blocks | channel ts attachments | channel ts markdown_text",
        f"{_SAYING} as_user file_ids link_names metadata parse reply_broadcast",
        "chat:write",
    ),
    "chat.postEphemeral": _method(
        "channel user text | channel user blocks | channel user attachments"
        " | channel user markdown_text",
        _POSTING,
        "chat:write",
    ),
    "chat.delete": _method("channel ts", "as_user", "chat:write"),
    "conversations.open": _method(
        "users | channel", "prevent_creation return_im", "im:write mpim:write"
    ),
    "conversations.info": _method(
        "channel", "include_locale include_num_members", "im:read channels:read groups:read"
    ),
    "users.info": _method("user", "include_locale", "users:read"),
    "views.open": _method("trigger_id view | interactivity_pointer view"),
    "views.push": _method("trigger_id view | interactivity_pointer view"),
    "views.update": _method("view_id view | external_id view", "hash"),
    "views.publish": _method("user_id view", "hash"),
    "files.info": _method("file", "count cursor limit page", "files:read"),
    "files.getUploadURLExternal": _method(
        "filename length", "alt_text snippet_type", "files:write"
    ),
    "files.completeUploadExternal": _method(
        "files", "blocks channel_id initial_comment thread_ts", "files:write"
    ),
}
