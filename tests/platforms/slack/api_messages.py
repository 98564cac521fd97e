"""What chat.* methods do, each refusing what the real one refuses."""

from dataclasses import replace

from tests.platforms.slack import limits, payloads
from tests.platforms.slack.blockkit import check_blocks
from tests.platforms.slack.messages import Posted, named
from tests.platforms.slack.mrkdwn import escape, unescape
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import BOT_USER, Workspace


def post_message(workspace: Workspace, args: Json) -> Json:
    """chat.postMessage: https://docs.slack.dev/reference/methods/chat.postMessage."""
    channel = workspace.channel_of_bot(args["channel"])
    body, warnings = composed(workspace, args)
    draft = Posted(channel.id, workspace.new_ts(), BOT_USER, thread_ts=args.get("thread_ts"))
    posted = workspace.post(replace(draft, **body))
    workspace.on_event(payloads.said(posted, direct=channel.im_with is not None))
    answer = {"channel": channel.id, "ts": posted.ts, "message": payloads.message(posted)}
    return answer | ({"response_metadata": {"warnings": warnings}} if warnings else {})


def post_ephemeral(workspace: Workspace, args: Json) -> Json:
    """chat.postEphemeral: https://docs.slack.dev/reference/methods/chat.postEphemeral."""
    channel = workspace.channel_of_bot(args["channel"])
    if args["user"] not in channel.members:
        raise Refused("user_not_in_channel")
    return {"message_ts": whisper(workspace, channel.id, args["user"], args).ts}


def whisper(workspace: Workspace, channel: str, user: str, args: Json) -> Posted:
    """Show a message to one person only; it is no event and cannot be updated by its ts."""
    body, _ = composed(workspace, args)
    draft = Posted(channel, workspace.new_ts(), BOT_USER, ephemeral_to=user)
    return workspace.post(replace(draft, **body))


def update(workspace: Workspace, args: Json) -> Json:
    """chat.update: https://docs.slack.dev/reference/methods/chat.update."""
    before = _own_message(workspace, args, "cant_update_message")
    if len(escape(unescape(args.get("text") or "")).encode()) > limits.UPDATED_TEXT_BYTES:
        raise Refused("msg_too_long")
    # The old blocks stay where `blocks` is left out: new text alone changes only the notification.
    after = rewrite(workspace, before, {"blocks": list(before.blocks), **args})
    quoted = payloads.message(after)
    return {"channel": after.channel, "ts": after.ts, "text": after.text, "message": quoted}


def rewrite(workspace: Workspace, before: Posted, args: Json) -> Posted:
    """Put new text and blocks in the place of the old; the bot hears of it, if others could."""
    body, _ = composed(workspace, args)
    after = workspace.post(replace(before, **body, edited=workspace.new_ts()))
    if not before.ephemeral_to:
        announce_change(workspace, before, after)
    return after


def announce_change(workspace: Workspace, before: Posted, after: Posted) -> object:
    """Tell the bot that a message was edited."""
    direct = workspace.channels[after.channel].im_with is not None
    ts = after.edited or workspace.new_ts()
    return workspace.on_event(payloads.changed(before, after, ts, direct=direct))


def delete(workspace: Workspace, args: Json) -> Json:
    """chat.delete: https://docs.slack.dev/reference/methods/chat.delete."""
    posted = _own_message(workspace, args, "cant_delete_message")
    take_away(workspace, posted)
    return {"channel": posted.channel, "ts": posted.ts}


def take_away(workspace: Workspace, posted: Posted) -> object:
    """Remove the message and tell the bot so."""
    workspace.remove(posted)
    direct = workspace.channels[posted.channel].im_with is not None
    return workspace.on_event(payloads.deleted(posted, workspace.new_ts(), direct=direct))


def _own_message(workspace: Workspace, args: Json, otherwise: str) -> Posted:
    channel = workspace.channel_of_bot(args["channel"])
    posted = workspace.messages[channel.id].get(args["ts"])
    if posted is None or posted.ephemeral_to:
        raise Refused("message_not_found")
    if posted.author != BOT_USER:
        raise Refused(otherwise)
    return posted


def composed(workspace: Workspace, args: Json) -> tuple[Json, list[str]]:
    """The parts of a message that the arguments spell out, and warnings; refused if not allowed."""
    text, blocks = args.get("text") or "", args.get("blocks") or []
    if not isinstance(text, str):
        raise Refused("invalid_arguments", ("[ERROR] must be a string [json-pointer:/text]",))
    if not any((text, blocks, args.get("attachments"), args.get("markdown_text"))):
        raise Refused("no_text")
    check_blocks(blocks)
    markdown = _markdown(args)
    warnings = ["message_truncated"] if len(text) > limits.MESSAGE_TEXT else []
    body = {
        "text": markdown or text[: limits.MESSAGE_TEXT],
        "blocks": named(blocks, workspace.new_id),
        "link_names": bool(args.get("link_names")) or args.get("parse") == "full",
    }
    return body, warnings


def _markdown(args: Json) -> str:
    markdown = args.get("markdown_text") or ""
    if markdown and (args.get("text") or args.get("blocks")):
        raise Refused("markdown_text_conflict")
    if len(markdown) > limits.MARKDOWN_TEXT:
        raise Refused("msg_too_long")
    return str(markdown)
