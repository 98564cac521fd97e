"""The manifest asks for what the code uses, and for nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bot.channels.slack import manifest
from bot.channels.slack.commands import FAQ, NAME
from bot.channels.slack.http import PATH
from tests.platforms.slack.methods import METHODS

SCHEMA = Path(__file__).parents[3] / "shared" / "specs" / "slack_manifest.schema.2.0.0.json"
CODE = Path(__file__).parents[2] / "bot" / "channels" / "slack"
USED = {
    "chat.postMessage": '"chat.postMessage",',
    "chat.update": ".chat_update(",
    "chat.postEphemeral": ".chat_postEphemeral(",
    "conversations.open": ".conversations_open(",
    "users.info": ".users_info(",
}


def scopes(found: dict[str, Any]) -> set[str]:
    return set(found["oauth_config"]["scopes"]["bot"])


@pytest.mark.parametrize("url", ["", "https://desk.example"])
def test_the_manifest_is_what_slack_takes(url: str) -> None:
    if not SCHEMA.is_file():
        pytest.skip(f"LOUD: no specification at {SCHEMA}: the manifest is not validated")
    errors = Draft7Validator(json.loads(SCHEMA.read_text())).iter_errors(manifest(url))
    assert [error.message for error in errors] == []


def test_every_scope_is_used_and_every_use_has_its_scope() -> None:
    code = "".join(path.read_text("utf-8") for path in CODE.glob("*.py"))
    called = {method for method, name in USED.items() if name in code}
    assert called == set(USED)
    needed = {METHODS[method].scopes[0] for method in called}
    assert scopes(manifest()) == needed | {
        "app_mentions:read",  # the event app_mention
        "commands",  # the slash command
        "files:read",  # the bytes of files
        "im:history",  # the event message.im
    }


def test_addresses_are_asked_for_only_where_a_workspace_is_trusted() -> None:
    assert scopes(manifest(profiles=True)) - scopes(manifest()) == {"users:read.email"}


def test_the_command_and_the_events_are_those_that_are_read() -> None:
    found = manifest()
    assert [command["command"] for command in found["features"]["slash_commands"]] == [NAME, FAQ]
    assert found["settings"]["event_subscriptions"]["bot_events"] == ["app_mention", "message.im"]
    assert found["features"]["app_home"]["messages_tab_enabled"] is True
    assert found["features"]["app_home"]["messages_tab_read_only_enabled"] is False


def test_socket_mode_needs_no_address_and_http_one_for_all() -> None:
    assert manifest()["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(manifest())
    found = manifest("https://desk.example/")
    address = "https://desk.example" + PATH
    settings = found["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == address
    assert settings["interactivity"] == {"is_enabled": True, "request_url": address}
    assert [command["url"] for command in found["features"]["slash_commands"]] == [address] * 2
