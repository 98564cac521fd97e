"""Text as a person sees it: plain characters, what is formatted, and what became a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.platforms.telegram.limits import ENTITIES, utf16_length
from tests.platforms.telegram.spec import ENTITY_TYPES
from tests.platforms.telegram.wire import JsonObject, bad_request, unparsable

# Telegram drops carriage returns and direction overrides and blanks other control characters.
_DROPPED = re.compile("[\r\u2028-\u202e]")
_BLANKED = re.compile("[\x00-\x09\x0b-\x1f]")
_UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e]")
_DETECTED = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>(?:https?|ftp|tg|ton)://[^\s<>\"']*[^\s<>\"'.,:;!?)]|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s]*)?\b)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z]\w{2,31}\b)"
    r"|(?P<bot_command>(?<![\w/@<>])/\w{1,64}(?:@\w{3,32})?\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
_OPAQUE = {"code", "pre", "text_link", "text_mention"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A formatted stretch; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user_id: int | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    @property
    def json(self) -> JsonObject:
        read: JsonObject = {"type": self.type, "offset": self.offset, "length": self.length}
        if self.url is not None:
            read["url"] = self.url
        if self.language is not None:
            read["language"] = self.language
        if self.user_id is not None:
            read["user"] = {"id": self.user_id, "is_bot": False, "first_name": "Somebody"}
        return read


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text and its entities, sorted by where they begin."""

    text: str
    entities: tuple[Entity, ...] = ()

    def under(self, entity: Entity) -> str:
        """The characters that an entity covers."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        covered = units[entity.offset * 2 : entity.end * 2]
        return covered.decode("utf-16-le", "surrogatepass")


NOTHING = Formatted("")


def given_entities(text: str, given: Iterable[JsonObject]) -> Formatted:
    """The `entities` parameter. Raises Refusal where a stretch lies outside of the text."""
    edges = set(_edges(text))
    size = utf16_length(text)
    return Formatted(text, tuple(_given(one, edges, size) for one in given))


def _given(one: JsonObject, edges: set[int], size: int) -> Entity:
    if one["type"] not in ENTITY_TYPES:
        raise unparsable(f'unsupported entity type "{one["type"]}"')
    user_id = one.get("user", {}).get("id")
    url, language = one.get("url"), one.get("language")
    entity = Entity(one["type"], one["offset"], one["length"], url, user_id, language)
    if not 0 <= entity.offset <= entity.end <= size:
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
            f"at UTF-16 offset {entity.end}"
        )
    if not {entity.offset, entity.end} <= edges:
        raise bad_request("entity begins in a middle of a UTF-16 symbol")
    return entity


def _edges(text: str) -> Iterator[int]:
    position = 0
    yield position
    for char in text:
        position += utf16_length(char)
        yield position


def tidied(given: Formatted) -> Formatted:
    """What is kept of a text: no control characters, no blank ends, at most 100 entities."""
    cleaned = _cleaned(given)
    first = min((entity.offset for entity in cleaned.entities), default=len(cleaned.text))
    leading = min(first, len(cleaned.text) - len(cleaned.text.lstrip(" \n")))
    text = cleaned.text[leading:].rstrip()
    size = utf16_length(text)
    shifted = (replace(e, offset=e.offset - leading) for e in cleaned.entities)
    clipped = (replace(e, length=min(e.end, size) - e.offset) for e in shifted)
    kept = sorted((e for e in clipped if e.length > 0), key=lambda e: (e.offset, -e.length))
    return Formatted(text, tuple(kept[:ENTITIES]))


def _cleaned(given: Formatted) -> Formatted:
    if not _UNCLEAN.search(given.text):
        return given
    moved: list[int] = []
    position = 0
    for char in given.text:
        kept = not _DROPPED.match(char)
        for _ in range(utf16_length(char)):
            moved.append(position)
            position += kept
    moved.append(position)
    entities = (
        replace(e, offset=moved[e.offset], length=moved[e.end] - moved[e.offset])
        for e in given.entities
    )
    return Formatted(_BLANKED.sub(" ", _DROPPED.sub("", given.text)), tuple(entities))


def detected(given: Formatted) -> tuple[Entity, ...]:
    """What Telegram turns into a link by itself: addresses, mentions, commands, hashtags.

    Inside of code and of links nothing is detected.
    """
    opaque = [entity for entity in given.entities if entity.type in _OPAQUE]
    found = (_found(given.text, match) for match in _DETECTED.finditer(given.text))
    return tuple(entity for entity in found if not _overlaps(entity, opaque))


def _found(text: str, match: re.Match[str]) -> Entity:
    offset = utf16_length(text[: match.start()])
    return Entity(match.lastgroup or "", offset, utf16_length(match.group()))


def _overlaps(entity: Entity, others: Sequence[Entity]) -> bool:
    return any(entity.offset < other.end and other.offset < entity.end for other in others)
