"""The app's manifest: what a workspace is asked for when Tidings is installed in it."""

import json
from importlib.resources import files
from typing import Any

from bot.channels.slack.http import PATH


def manifest(public_url: str = "", *, profiles: bool = False) -> dict[str, Any]:
    """The shipped manifest, for Socket Mode; with our public address, for HTTP; with `profiles`,
    also for the addresses that prove who somebody is (`SLACK_TRUSTED`).

    Source: https://docs.slack.dev/reference/app-manifest. What each scope is for: `docs/decisions`.
    """
    found: dict[str, Any] = json.loads(
        files("bot.channels.slack").joinpath("manifest.json").read_text("utf-8")
    )
    if public_url:
        address = public_url.rstrip("/") + PATH
        settings = found["settings"]
        settings["socket_mode_enabled"] = False
        settings["event_subscriptions"]["request_url"] = address
        settings["interactivity"]["request_url"] = address
        for command in found["features"]["slash_commands"]:
            command["url"] = address
    if profiles:
        found["oauth_config"]["scopes"]["bot"].append("users:read.email")
    return found
