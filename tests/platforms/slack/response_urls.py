"""Answers through a response URL: https://docs.slack.dev/interactivity/handling-user-interaction."""

from tests.platforms.slack import limits
from tests.platforms.slack.api_messages import post_message, rewrite, take_away, whisper
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import ResponseUrl, Workspace


def respond(workspace: Workspace, response: str, args: object) -> None:
    """Do what the body asks for; refused when the address is spent or the body is not allowed."""
    found = workspace.responses.get(response)
    if found is None or workspace.now() - found.born > workspace.timing.response_url_lives:
        raise Refused("expired_url")
    if found.uses >= limits.RESPONSE_URL_USES:
        raise Refused("used_url")
    if not isinstance(args, dict):
        raise Refused("invalid_payload")
    _act(workspace, found, args)
    found.uses += 1


def _act(workspace: Workspace, found: ResponseUrl, args: Json) -> None:
    original = workspace.messages[found.channel].get(found.message_ts or "")
    if args.get("delete_original") and original:
        take_away(workspace, original)
    elif args.get("replace_original") and original:
        rewrite(workspace, original, args)
    elif args.get("response_type") == "in_channel":
        post_message(workspace, {**args, "channel": found.channel})
    else:
        whisper(workspace, found.channel, found.user, args)
