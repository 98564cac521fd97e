"""Reads Telegram's HTML as strictly as Telegram does.

https://core.telegram.org/bots/api#html-style; the errors are those that bots really meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tests.platforms.telegram.entities import Entity, Formatted
from tests.platforms.telegram.limits import utf16_length
from tests.platforms.telegram.wire import Refusal, unparsable

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PLAIN = re.compile(r"[^&<]+")
_REFERENCE = re.compile(
    r"&(?:#([0-9]{1,9})|#x([0-9a-f]{1,8})|(lt|gt|amp|quot)(?![a-z]));?", re.IGNORECASE
)
_TAG_NAME = re.compile(r"<([^\s>]*)(?=[\s>])")
_ATTRIBUTE = re.compile(
    r"([^\s=>]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+)(?=[\s>]))"
)
_BLANK = re.compile(r"\s*")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_MENTION = re.compile(r"tg://user\?id=(\d+)$")
_LINK = re.compile(
    r"(?:tg|ton)://\S+$|(?:(?:https?|ftp)://)?[^\s/:?#]+\.[^\s/:?#.]+(?::\d+)?(?:[/?#]\S*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    offset: int
    start: int
    attributes: dict[str, str]


def read_html(source: str) -> Formatted:
    """Raises Refusal ("can't parse entities: ...") on what Telegram would not take."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text = ""
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> Formatted:
        while self._at < len(self._source):
            self._step()
        if self._open:
            tag = self._open[-1].tag
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{tag}"')
        # A language belongs to a block only.
        alone = (replace(e, language=None) if e.type == "code" else e for e in self._entities)
        return Formatted(self._text, tuple(alone))

    def _step(self) -> None:
        if plain := _PLAIN.match(self._source, self._at):
            self._at = plain.end()
            self._emit(plain.group())
        elif self._source.startswith("</", self._at):
            self._end_tag()
        elif self._source[self._at] == "<":
            self._start_tag()
        else:
            self._reference()

    def _emit(self, text: str) -> None:
        self._text += text
        self._offset += utf16_length(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self._source, self._at)
        self._emit(_character(match) if match else "&")
        self._at = match.end() if match else self._at + 1

    def _start_tag(self) -> None:
        begun = self._at
        name = _TAG_NAME.match(self._source, begun)
        if not name:
            raise self._error("Unclosed start tag", begun)
        tag = name.group(1).lower()
        if tag not in TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', begun)
        self._at = name.end()
        attributes = self._attributes(tag, begun)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begun)
        self._open.append(_Open(tag, self._offset, len(self._text), attributes))

    def _attributes(self, tag: str, begun: int) -> dict[str, str]:
        """Leaves the reading position after the tag's `>`."""
        attributes: dict[str, str] = {}
        while True:
            self._skip_blank()
            if self._source.startswith(">", self._at):
                self._at += 1
                return attributes
            if self._at >= len(self._source):
                raise self._error("Unclosed start tag", begun)
            self._attribute(tag, begun, attributes)

    def _attribute(self, tag: str, begun: int, attributes: dict[str, str]) -> None:
        if tag == "blockquote" and self._source.startswith("expandable", self._at):
            self._at += len("expandable")
            attributes["expandable"] = ""
            return
        match = _ATTRIBUTE.match(self._source, self._at)
        if not match:
            wrong = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
            raise self._error(wrong, begun)
        value = match["double"] or match["single"] or match["bare"] or ""
        attributes[match.group(1).lower()] = _REFERENCE.sub(_character, value)
        self._at = match.end()

    def _skip_blank(self) -> None:
        blank = _BLANK.match(self._source, self._at)
        self._at = blank.end() if blank else self._at

    def _end_tag(self) -> None:
        begun = self._at
        if not self._open:
            raise self._error("Unexpected end tag", begun)
        match = _END_TAG.match(self._source, begun)
        if not match:
            raise self._error("Unclosed end tag", begun)
        opened = self._open.pop()
        found = match.group(1).lower()
        if found not in ("", opened.tag):
            raise unparsable(
                f"Unmatched end tag at byte offset {self._bytes(begun)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        self._at = match.end()
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self._offset - opened.offset
        entity = Entity(TAGS[opened.tag], opened.offset, length)
        if opened.tag == "a":
            self._close_link(entity, opened.attributes.get("href") or self._text[opened.start :])
        elif opened.tag == "pre":
            self._close_pre(entity)
        elif opened.tag == "code":
            language = opened.attributes.get("class", "").removeprefix("language-")
            self._entities.append(replace(entity, language=language or None))
        elif "expandable" in opened.attributes:
            self._entities.append(replace(entity, type="expandable_blockquote"))
        else:
            self._entities.append(entity)

    def _close_link(self, entity: Entity, target: str) -> None:
        if person := _MENTION.match(target):
            self._entities.append(
                replace(entity, type="text_mention", user_id=int(person.group(1)))
            )
        elif _LINK.match(target):
            self._entities.append(replace(entity, url=target))

    def _close_pre(self, entity: Entity) -> None:
        """`<pre><code class="language-x">` is one block in that language."""
        last = self._entities[-1] if self._entities else None
        if last and last.type == "code" and (last.offset, last.end) == (entity.offset, entity.end):
            entity = replace(entity, language=self._entities.pop().language)
        self._entities.append(entity)

    def _error(self, what: str, at: int) -> Refusal:
        return unparsable(f"{what} at byte offset {self._bytes(at)}")

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode("utf-8", "surrogatepass"))


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED.get(name, match.group())
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if 0xD800 <= code <= 0xDFFF:
        raise unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code) if 0 < code <= 0x10FFFF else match.group()
