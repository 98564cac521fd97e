"""The methods that describe the bot: its commands, its descriptions, its menu, its files."""

from __future__ import annotations

import json
import re

from tests.platforms.telegram.limits import (
    COMMAND_DESCRIPTION,
    COMMANDS,
    DESCRIPTION,
    SHORT_DESCRIPTION,
    Bounds,
    utf16_length,
)
from tests.platforms.telegram.wire import JsonObject, bad_request
from tests.platforms.telegram.world import World

_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def get_me(world: World, _: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#getme"""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


def set_my_commands(world: World, asked: JsonObject) -> bool:
    """https://core.telegram.org/bots/api#setmycommands"""
    commands = asked["commands"]
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    world.profile.commands[_place(asked)] = commands
    return True


def delete_my_commands(world: World, asked: JsonObject) -> bool:
    world.profile.commands.pop(_place(asked), None)
    return True


def get_my_commands(world: World, asked: JsonObject) -> list[JsonObject]:
    return world.profile.commands.get(_place(asked), [])


def set_my_description(world: World, asked: JsonObject) -> bool:
    described = _described(asked, "description", DESCRIPTION)
    world.profile.descriptions[_language(asked)] = described
    return True


def set_my_short_description(world: World, asked: JsonObject) -> bool:
    described = _described(asked, "short_description", SHORT_DESCRIPTION)
    world.profile.short_descriptions[_language(asked)] = described
    return True


def set_chat_menu_button(world: World, asked: JsonObject) -> bool:
    chat_id = asked.get("chat_id")
    if chat_id is not None:
        world.reachable(chat_id)
    world.profile.menu_buttons[chat_id] = asked.get("menu_button", {"type": "default"})
    return True


def get_file(world: World, asked: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#getfile"""
    return world.files.link(asked["file_id"])


def _check_command(command: JsonObject) -> None:
    if not _COMMAND.fullmatch(command["command"]):
        raise bad_request("BOT_COMMAND_INVALID")
    if not COMMAND_DESCRIPTION.hold(utf16_length(command["description"].strip())):
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _described(asked: JsonObject, name: str, bounds: Bounds) -> str:
    words = str(asked.get(name, ""))
    if not bounds.hold(utf16_length(words)):
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    return words


def _place(asked: JsonObject) -> tuple[str, str]:
    scope = asked.get("scope", {"type": "default"})
    return json.dumps(scope, sort_keys=True), _language(asked)


def _language(asked: JsonObject) -> str:
    language = asked.get("language_code", "")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return str(language)
