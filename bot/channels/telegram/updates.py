"""What an update of Telegram's says, in the desk's words."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

import telegram
from telegram import CallbackQuery, Chat, Update, User

from bot.channels.telegram.contents import attached, unreadable
from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    Correction,
    Files,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Ref,
    Said,
    Speaker,
    Text,
    Unreadable,
)

CHANNEL: Final = "telegram"

_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w{1,64}))?(?:\s+(.*))?", re.DOTALL)
_COMMANDS: Final = frozenset(name.value for name in CommandName)
_GROUPS: Final = frozenset({Chat.GROUP, Chat.SUPERGROUP})


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody said something to the desk, in private."""

    message: Message


@dataclass(frozen=True, slots=True)
class Press:
    """A button was pressed; `message` is missing where it was not this person's to press (A11)."""

    query_id: str
    chat_id: int
    message_id: int
    message: Message | None


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody called the bot in a group, where nothing private may be said (B21)."""

    chat_id: int
    message_id: int
    topic: int | None
    language: str


Reading: TypeAlias = Heard | Press | Called | None


def read(update: Update, username: str, now: datetime) -> Reading:
    """Nothing for whatever is not meant for the desk: other kinds, bots, channels (A10, A12).

    `username` is the bot's own, without @; `now` dates presses, which Telegram does not.
    """
    if update.callback_query:
        return _press(update.update_id, update.callback_query, now)
    said = update.message or update.edited_message
    if said is None or said.from_user is None or not _by_a_person(said):
        return None
    if said.chat.type in _GROUPS:
        called = update.message is not None and _calls(said, username)
        return _called(said, said.from_user) if called else None
    if said.chat.type != Chat.PRIVATE:
        return None
    words = _said(said) if update.message else _corrected(said)
    if words is None:
        return None
    return Heard(
        Message(
            MessageId(f"{CHANNEL}:{update.update_id}"),
            conversation(said.chat.id),
            _speaker(said.from_user),
            words,
            said.edit_date or said.date,
            Ref(str(said.message_id)),
        )
    )


def conversation(chat_id: int) -> ConversationId:
    return ConversationId(f"{CHANNEL}:{chat_id}")


def chat_of(conversation: ConversationId) -> int:
    """The chat that a conversation is held in."""
    return int(conversation.removeprefix(f"{CHANNEL}:"))


def _by_a_person(message: telegram.Message) -> bool:
    """Not a bot, not through one, not an anonymous administrator or a channel."""
    by_bot = message.from_user is None or message.from_user.is_bot or message.via_bot
    return not by_bot and message.sender_chat is None


def _speaker(user: User) -> Speaker:
    return Speaker(PersonId(f"{CHANNEL}:{user.id}"), user.full_name, user.language_code or "")


def _said(message: telegram.Message) -> Said | None:
    if message.text:
        return _command(message) or Text(message.text)
    if files := attached(message):
        return Files(files, message.caption or "", message.media_group_id or "")
    return unreadable(message)


def _corrected(message: telegram.Message) -> Said | None:
    words = message.text or message.caption
    return Correction(words) if words else None


def _command(message: telegram.Message) -> Said | None:
    """A known command; an unknown one only where it stands alone: `/etc is gone` is a problem."""
    found = _COMMAND.fullmatch(message.text or "")
    if not found:
        return None
    name, argument = found[1].lower(), (found[3] or "").strip()
    if name in _COMMANDS:
        return Command(CommandName(name), argument)
    return None if argument else Unreadable("command")


def _press(update_id: int, query: CallbackQuery, now: datetime) -> Press | None:
    if query.message is None:
        return None
    chat, person = query.message.chat, query.from_user
    theirs = chat.type == Chat.PRIVATE and chat.id == person.id and not person.is_bot
    message = None
    if theirs and query.data:
        message = Message(
            MessageId(f"{CHANNEL}:{update_id}"),
            conversation(chat.id),
            _speaker(person),
            Pressed(query.data),
            now,
        )
    return Press(query.id, chat.id, query.message.message_id, message)


def _calls(message: telegram.Message, username: str) -> bool:
    """Whether the bot is mentioned, or given one of its commands."""
    words = message.text or message.caption or ""
    if found := _COMMAND.fullmatch(words):
        to_whom = (found[2] or "").casefold()
        if to_whom or found[1].lower() in _COMMANDS:
            return to_whom in {"", username.casefold()}
    marks = {**message.parse_entities(["mention"]), **message.parse_caption_entities(["mention"])}
    return f"@{username}".casefold() in map(str.casefold, marks.values())


def _called(message: telegram.Message, by: User) -> Called:
    topic = message.message_thread_id if message.is_topic_message else None
    return Called(message.chat.id, message.message_id, topic, by.language_code or "")
