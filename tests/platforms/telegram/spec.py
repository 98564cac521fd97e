"""The part of the Bot API that the product uses, as one table of methods and objects.

One line each: `name!:type` is required, `int|str` takes either, `[type]` is an array.
Source: https://core.telegram.org/bots/api (10.1). What is not in the table is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Kind:
    """The types a value may have; `depth` counts the arrays around it."""

    names: tuple[str, ...]
    depth: int = 0

    @property
    def inner(self) -> Kind:
        return Kind(self.names, self.depth - 1)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: Kind
    required: bool


Table: TypeAlias = Mapping[str, Mapping[str, Field]]


def _field(written: str) -> Field:
    name, _, kind = written.partition(":")
    depth = len(kind) - len(kind.lstrip("["))
    names = tuple(kind.strip("[]").split("|"))
    return Field(name.rstrip("!"), Kind(names, depth), required=name.endswith("!"))


def _table(written: str) -> Table:
    table: dict[str, dict[str, Field]] = {}
    name = ""
    for line in written.strip().splitlines():
        head, *fields = line.split()
        if line.startswith(" "):
            fields = [head, *fields]
        else:
            name = head
        table.setdefault(name, {}).update((f.name, f) for f in map(_field, fields))
    return table


METHODS = _table("""
getMe
getUpdates offset:int limit:int timeout:int allowed_updates:[str]
setWebhook url!:str ip_address:str max_connections:int allowed_updates:[str]
  drop_pending_updates:bool secret_token:str
deleteWebhook drop_pending_updates:bool
getWebhookInfo
sendMessage chat_id!:int|str text!:str parse_mode:str entities:[MessageEntity]
  link_preview_options:LinkPreviewOptions disable_notification:bool protect_content:bool
  message_thread_id:int reply_parameters:ReplyParameters
  reply_markup:InlineKeyboardMarkup|ReplyKeyboardRemove
editMessageText chat_id:int|str message_id:int text:str parse_mode:str entities:[MessageEntity]
  link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup
editMessageReplyMarkup chat_id:int|str message_id:int reply_markup:InlineKeyboardMarkup
answerCallbackQuery callback_query_id!:str text:str show_alert:bool url:str cache_time:int
sendDocument chat_id!:int|str document!:file|str caption:str parse_mode:str
  caption_entities:[MessageEntity] disable_content_type_detection:bool disable_notification:bool
  protect_content:bool message_thread_id:int reply_parameters:ReplyParameters
  reply_markup:InlineKeyboardMarkup|ReplyKeyboardRemove
sendPhoto chat_id!:int|str photo!:file|str caption:str parse_mode:str
  caption_entities:[MessageEntity] disable_notification:bool protect_content:bool
  message_thread_id:int reply_parameters:ReplyParameters
  reply_markup:InlineKeyboardMarkup|ReplyKeyboardRemove
sendChatAction chat_id!:int|str action!:str message_thread_id:int
setMyCommands commands!:[BotCommand] scope:BotCommandScope language_code:str
deleteMyCommands scope:BotCommandScope language_code:str
getMyCommands scope:BotCommandScope language_code:str
setMyDescription description:str language_code:str
setMyShortDescription short_description:str language_code:str
getFile file_id!:str
setChatMenuButton chat_id:int menu_button:MenuButton
""")

OBJECTS = _table("""
InlineKeyboardMarkup inline_keyboard!:[[InlineKeyboardButton]]
InlineKeyboardButton text!:str style:str url:str callback_data:str
ReplyKeyboardRemove remove_keyboard!:bool selective:bool
ReplyParameters message_id!:int chat_id:int|str allow_sending_without_reply:bool
LinkPreviewOptions is_disabled:bool url:str prefer_small_media:bool prefer_large_media:bool
  show_above_text:bool
MessageEntity type!:str offset!:int length!:int url:str user:User language:str
User id!:int is_bot!:bool first_name!:str last_name:str username:str language_code:str
BotCommand command!:str description!:str
BotCommandScopeDefault type!:str
BotCommandScopeAllPrivateChats type!:str
BotCommandScopeAllGroupChats type!:str
BotCommandScopeChat type!:str chat_id!:int|str
BotCommandScopeChatMember type!:str chat_id!:int|str user_id!:int
MenuButtonCommands type!:str
MenuButtonDefault type!:str
""")

#: An abstract object, and which concrete one its `type` field names.
VARIANTS: Mapping[str, Mapping[str, str]] = {
    "BotCommandScope": {
        "default": "BotCommandScopeDefault",
        "all_private_chats": "BotCommandScopeAllPrivateChats",
        "all_group_chats": "BotCommandScopeAllGroupChats",
        "chat": "BotCommandScopeChat",
        "chat_member": "BotCommandScopeChatMember",
    },
    "MenuButton": {"commands": "MenuButtonCommands", "default": "MenuButtonDefault"},
}

CHAT_ACTIONS = frozenset({"typing", "upload_photo", "upload_document"})
_STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre"}
_QUOTES = {"blockquote", "expandable_blockquote"}
_LINKS = {"text_link", "text_mention", "url", "email", "phone_number"}
_TAGS = {"mention", "hashtag", "cashtag", "bot_command"}
ENTITY_TYPES = frozenset(_STYLES | _QUOTES | _LINKS | _TAGS)
#: What a bot gets only when it asks for it by name.
UPDATES_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
