"""The methods that put something on a person's screen, with everything they refuse."""

from __future__ import annotations

from dataclasses import replace

from tests.platforms.telegram.chats import Message
from tests.platforms.telegram.entities import Formatted, given_entities, tidied
from tests.platforms.telegram.files import StoredFile
from tests.platforms.telegram.html_reader import read_html
from tests.platforms.telegram.keyboards import read_keyboard
from tests.platforms.telegram.limits import (
    CAPTION,
    DOCUMENT_BYTES,
    PHOTO_BYTES,
    SOURCE_BYTES,
    TEXT,
    TOAST,
    Bounds,
    utf16_length,
)
from tests.platforms.telegram.spec import CHAT_ACTIONS
from tests.platforms.telegram.wire import JsonObject, Refusal, Upload, bad_request
from tests.platforms.telegram.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def send_message(world: World, asked: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#sendmessage"""
    message = _addressed(world, asked)
    words = _words(asked, "text", TEXT, "message")
    return _shown(world, replace(message, formatted=words)).json


def send_document(world: World, asked: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#senddocument"""
    message = _addressed(world, asked)
    file = _sent_file(world, asked["document"], DOCUMENT_BYTES)
    content = {"document": file.document}
    words = _words(asked, "caption", CAPTION, "message caption")
    return _shown(world, replace(message, formatted=words, content=content, file=file)).json


def send_photo(world: World, asked: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#sendphoto"""
    message = _addressed(world, asked)
    file = _sent_file(world, asked["photo"], PHOTO_BYTES)
    if not file.content.startswith(_IMAGES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    content = {"photo": [file.json | {"width": 320, "height": 240}]}
    words = _words(asked, "caption", CAPTION, "message caption")
    return _shown(world, replace(message, formatted=words, content=content, file=file)).json


def edit_message_text(world: World, asked: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#editmessagetext: no `reply_markup`, no keyboard."""
    message = _to_edit(world, asked)
    if message.file:
        raise bad_request("there is no text in the message to edit")
    words = _words(asked, "text", TEXT, "message")
    keyboard = read_keyboard(asked.get("reply_markup"))
    return _edited(world, message, replace(message, formatted=words, keyboard=keyboard))


def edit_message_reply_markup(world: World, asked: JsonObject) -> JsonObject:
    """https://core.telegram.org/bots/api#editmessagereplymarkup"""
    message = _to_edit(world, asked)
    keyboard = read_keyboard(asked.get("reply_markup"))
    return _edited(world, message, replace(message, keyboard=keyboard))


def answer_callback_query(world: World, asked: JsonObject) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery"""
    query = world.query(asked["callback_query_id"])
    toast = asked.get("text")
    if not TOAST.hold(utf16_length(toast or "")):
        raise bad_request("MESSAGE_TOO_LONG")
    if asked.get("url"):
        raise bad_request("URL_INVALID")
    query.answered, query.toast, query.alert = True, toast, bool(asked.get("show_alert"))
    world.chat(query.chat_id).bell.ring()
    return True


def send_chat_action(world: World, asked: JsonObject) -> bool:
    """https://core.telegram.org/bots/api#sendchataction"""
    chat = world.reachable(asked["chat_id"])
    if asked["action"] not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append(asked["action"])
    return True


def _addressed(world: World, asked: JsonObject) -> Message:
    """An empty message from the bot, in its chat, with its keyboard."""
    chat = world.reachable(asked["chat_id"])
    reply = asked.get("reply_parameters") or {}
    reply_to = reply.get("message_id")
    if reply_to is not None and reply_to not in chat.messages:
        if not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        reply_to = None
    keyboard = read_keyboard(asked.get("reply_markup"))
    return replace(world.new_message(chat, world.bot), keyboard=keyboard, reply_to=reply_to)


def _shown(world: World, message: Message) -> Message:
    return world.chat(message.chat["id"]).put(message)


def _words(asked: JsonObject, name: str, bounds: Bounds, what: str) -> Formatted:
    source = asked.get(name) or ""
    if len(source.encode("utf-8", "surrogatepass")) > SOURCE_BYTES:
        raise bad_request("text is too long")
    marks = "entities" if name == "text" else "caption_entities"
    words = tidied(_parsed(source, asked.get("parse_mode"), asked.get(marks)))
    size = utf16_length(words.text)
    if size > bounds.high:
        raise bad_request(f"{what} is too long")
    if size < bounds.low:
        raise bad_request("message text is empty")
    return words


def _parsed(source: str, mode: str | None, marks: list[JsonObject] | None) -> Formatted:
    """A parse mode wins over `entities`, as with Telegram; only HTML is read here."""
    if mode and mode.lower() == "html":
        return read_html(source)
    if mode:
        raise bad_request("unsupported parse_mode")
    return given_entities(source, marks or [])


def _sent_file(world: World, sent: Upload | str, most: int) -> StoredFile:
    if isinstance(sent, str):
        return world.files.known(sent)
    if not sent.content:
        raise bad_request("file must be non-empty")
    if len(sent.content) > most:
        raise Refusal(413, "Request Entity Too Large")
    return world.files.keep(sent.content, sent.name, sent.mime)


def _to_edit(world: World, asked: JsonObject) -> Message:
    if "chat_id" not in asked or "message_id" not in asked:
        raise bad_request("message identifier is not specified")
    chat = world.reachable(asked["chat_id"])
    return chat.bots(asked["message_id"], "message to edit not found")


def _edited(world: World, before: Message, after: Message) -> JsonObject:
    if before == after:
        raise bad_request(NOT_MODIFIED)
    return _shown(world, replace(after, edited_at=world.now)).json
