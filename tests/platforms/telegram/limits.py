"""Telegram's numbers, each with the place where it is written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed range of lengths or counts."""

    low: int
    high: int

    def hold(self, size: int) -> bool:
        return self.low <= size <= self.high


# Lengths after entity parsing, in UTF-16 units: sendMessage, sendDocument, answerCallbackQuery.
TEXT = Bounds(1, 4096)
CAPTION = Bounds(0, 1024)
TOAST = Bounds(0, 200)
# The Bot API server refuses longer sources before it parses them (Client.cpp, get_formatted_text).
SOURCE_BYTES = 1 << 15
ENTITIES = 100

# UTF-8 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton
BUTTON_DATA = Bounds(1, 64)
# Undocumented; python-telegram-bot's constants.InlineKeyboardMarkupLimit names them.
BUTTONS = 100
BUTTONS_IN_ROW = 8

# https://core.telegram.org/bots/api#botcommand and #setmycommands
COMMAND_NAME = Bounds(1, 32)
COMMAND_DESCRIPTION = Bounds(1, 256)
COMMANDS = 100
DESCRIPTION = Bounds(0, 512)
SHORT_DESCRIPTION = Bounds(0, 120)

# https://core.telegram.org/bots/api#getupdates; the cap on waiting is in Client.cpp.
UPDATES = Bounds(1, 100)
LONG_POLL_SECONDS = 50
# https://core.telegram.org/bots/api#setwebhook
SECRET_TOKEN = Bounds(1, 256)
CONNECTIONS = Bounds(1, 100)
CONNECTIONS_DEFAULT = 40

# https://core.telegram.org/bots/api#getfile and #sending-files
DOWNLOAD_BYTES = 20 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024

#: (method or object, field) -> bounds that its description states in words, for the check
#: of this table against a copy of the specification.
STATED = {
    ("sendMessage", "text"): TEXT,
    ("editMessageText", "text"): TEXT,
    ("sendDocument", "caption"): CAPTION,
    ("sendPhoto", "caption"): CAPTION,
    ("answerCallbackQuery", "text"): TOAST,
    ("InlineKeyboardButton", "callback_data"): BUTTON_DATA,
    ("BotCommand", "command"): COMMAND_NAME,
    ("BotCommand", "description"): COMMAND_DESCRIPTION,
    ("setMyDescription", "description"): DESCRIPTION,
    ("setMyShortDescription", "short_description"): SHORT_DESCRIPTION,
    ("getUpdates", "limit"): UPDATES,
    ("setWebhook", "secret_token"): SECRET_TOKEN,
    ("setWebhook", "max_connections"): CONNECTIONS,
}


def utf16_length(text: str) -> int:
    """Telegram counts what lies outside the basic plane as two."""
    return len(text) + sum(char > "\uffff" for char in text)
