"""Inline keyboards as Telegram takes them: rows of buttons that do exactly one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from tests.platforms.telegram.limits import BUTTON_DATA, BUTTONS, BUTTONS_IN_ROW
from tests.platforms.telegram.wire import JsonObject, bad_request

_BUTTON_URL = re.compile(r"(?:https?://[^\s/]+\.[^\s/]+\S*|tg://\S+)$")


@dataclass(frozen=True, slots=True)
class Button:
    """A label with either data, which comes back in a callback query, or a link."""

    text: str
    data: str | None = None
    url: str | None = None

    @property
    def json(self) -> JsonObject:
        if self.url is not None:
            return {"text": self.text, "url": self.url}
        return {"text": self.text, "callback_data": self.data}


Keyboard: TypeAlias = tuple[tuple[Button, ...], ...]


def read_keyboard(markup: JsonObject | None) -> Keyboard:
    """The keyboard of a `reply_markup`; none is an empty one. Raises Refusal."""
    rows = (markup or {}).get("inline_keyboard", [])
    keyboard = tuple(tuple(map(_read_button, row)) for row in rows if row)
    if sum(map(len, keyboard)) > BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > BUTTONS_IN_ROW for row in keyboard):
        raise bad_request(f"a row of the inline keyboard has more than {BUTTONS_IN_ROW} buttons")
    return keyboard


def keyboard_json(keyboard: Keyboard) -> JsonObject:
    return {"inline_keyboard": [[button.json for button in row] for row in keyboard]}


def _read_button(read: JsonObject) -> Button:
    button = Button(read["text"], read.get("callback_data"), read.get("url"))
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: BUTTON_TEXT_INVALID")
    if (button.data is None) == (button.url is None):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if button.data is not None and not BUTTON_DATA.hold(len(button.data.encode())):
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and not _BUTTON_URL.match(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    return button
