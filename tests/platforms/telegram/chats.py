"""Chats and what stands in them, as the people in them see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from tests.platforms.telegram.bell import Bell
from tests.platforms.telegram.entities import NOTHING, Entity, Formatted, detected
from tests.platforms.telegram.files import StoredFile
from tests.platforms.telegram.keyboards import Button, Keyboard, keyboard_json
from tests.platforms.telegram.wire import JsonObject, bad_request, forbidden


@dataclass(frozen=True, slots=True)
class Message:
    """One message on the screen, in its present wording. An edit makes a new value.

    `content` holds the fields that are neither words nor keyboard (a document, a sticker).
    """

    id: int
    chat: JsonObject
    sender: JsonObject
    date: int
    formatted: Formatted = NOTHING
    keyboard: Keyboard = ()
    content: JsonObject = field(default_factory=dict)
    file: StoredFile | None = None
    reply_to: int | None = None
    edited_at: int | None = None

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        """The words as shown: no markup; a file's caption counts."""
        return self.formatted.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What the sender formatted."""
        return self.formatted.entities

    @property
    def detected(self) -> tuple[Entity, ...]:
        """What Telegram made clickable by itself."""
        return detected(self.formatted)

    @property
    def links(self) -> list[str]:
        """Where the sender's links lead."""
        return [entity.url for entity in self.entities if entity.url is not None]

    @property
    def mentions(self) -> list[str]:
        """Who is called by the message, by the sender's hand or by Telegram's."""
        found = [*self.entities, *self.detected]
        return [self.formatted.under(e) for e in found if "mention" in e.type]

    def formatted_as(self, kind: str) -> list[str]:
        """The stretches of one entity type, such as `bold`."""
        return [self.formatted.under(e) for e in self.entities if e.type == kind]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.keyboard for button in row]

    @property
    def labels(self) -> list[str]:
        return [button.text for button in self.buttons]

    @property
    def json(self) -> JsonObject:
        media = "document" in self.content or "photo" in self.content
        words, marks = ("caption", "caption_entities") if media else ("text", "entities")
        read: JsonObject = {"message_id": self.id, "date": self.date, "chat": self.chat}
        read |= {"from": self.sender} | self.content
        if self.text:
            shown = [*self.entities, *self.detected]
            read |= {words: self.text} | ({marks: [e.json for e in shown]} if shown else {})
        if self.keyboard:
            read["reply_markup"] = keyboard_json(self.keyboard)
        if self.edited_at is not None:
            read["edit_date"] = self.edited_at
        return read


@dataclass
class Chat:
    """A private chat or a group. The bot may write once it is `open`."""

    id: int
    kind: Literal["private", "group", "supergroup"]
    name: JsonObject
    open: bool = False
    barred: str | None = None
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    spoken: list[int] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)

    @property
    def json(self) -> JsonObject:
        return {"id": self.id, "type": self.kind} | self.name

    def put(self, message: Message) -> Message:
        """Shows a new message, or an edited one in its old place."""
        if message.from_bot and message.id not in self.messages:
            self.spoken.append(message.id)
        self.messages[message.id] = message
        self.bell.ring()
        return message

    @property
    def sees(self) -> list[Message]:
        """The bot's messages, oldest first."""
        return [self.messages[number] for number in self.spoken]

    def heard_since(self, already: int) -> list[Message]:
        return [self.messages[number] for number in islice(self.spoken, already, None)]

    def reachable(self) -> Chat:
        """Raises Refusal where the bot may not write."""
        if self.migrated_to is not None:
            upgraded = "group chat was upgraded to a supergroup chat"
            raise bad_request(upgraded, migrate_to_chat_id=self.migrated_to)
        if self.barred:
            raise forbidden(self.barred)
        if not self.open:
            raise bad_request("chat not found")
        return self

    def bots(self, message_id: object, missing: str) -> Message:
        """A message of the bot's own. Raises Refusal."""
        message = self.messages.get(message_id) if isinstance(message_id, int) else None
        if message is None:
            raise bad_request(missing)
        if not message.from_bot:
            raise bad_request("message can't be edited")
        return message

    def newest_with(self, wanted: Callable[[Button], bool]) -> tuple[Message, Button] | None:
        """The newest message with a button that is wanted, as an eye finds it."""
        for number in reversed(self.spoken):
            message = self.messages[number]
            if button := next(filter(wanted, message.buttons), None):
                return message, button
        return None
