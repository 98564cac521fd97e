"""A screen as Slack's blocks, in which every word is literal.

Rich text holds words as they are: no mention, link, emoji or emphasis is read out of them (B6, B7).
https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, assert_never

from bot.channels.slack.paging import cut, units
from bot.texts.screen import Block, Button, Paragraph, Quote, Role, Row, Screen, Span

Json: TypeAlias = dict[str, Any]

_IN_A_ROW: Final = 5
_LABEL: Final = 75
_FALLBACK_BYTES: Final = 3000
"""chat.update takes 4,000; https://docs.slack.dev/reference/methods/chat.update."""
_STYLES: Final = {
    Role.PLAIN: {},
    Role.STRONG: {"bold": True},
    Role.CODE: {"code": True},
    Role.FAINT: {"italic": True},
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """One message: the text for notifications, and the blocks that are seen."""

    text: str
    blocks: list[Json]


def draw(screen: Screen) -> Drawing:
    """Draw a screen that fits one message (see `paging`)."""
    return Drawing(notice(screen.plain()), [*_words(screen.blocks), *_buttons(screen.buttons)])


def escaped(text: str) -> str:
    """The three characters that steer Slack in texts of the older kind, made harmless (B6)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def notice(text: str) -> str:
    """The words for a notification, escaped and short enough to be edited later."""
    text = _sound(text)
    while len(escaped(text).encode()) > _FALLBACK_BYTES:
        text = f"{text[: len(text) * 3 // 4].rstrip()} …"
    return escaped(text) or "…"


def linked(text: str, url: str) -> Json:
    """One line that leads somewhere."""
    return _rich([_section([_text(Span(text, url=url))])])


def _words(blocks: Sequence[Block]) -> Iterator[Json]:
    """Lines that follow one another share a block; a faint line stands in one of its own."""
    lines: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _is_faint(block):
            yield from _body(lines)
            yield _faint(block)
            lines = []
        else:
            lines.append(block)
    yield from _body(lines)


def _is_faint(line: Paragraph) -> bool:
    return bool(line.spans) and all(
        span.role is Role.FAINT and not span.url and span.text.strip() for span in line.spans
    )


def _faint(line: Paragraph) -> Json:
    """Slack's own way of small grey words."""
    words = escaped(_sound("".join(span.text for span in line.spans)))
    texts = [{"type": "plain_text", "text": part, "emoji": False} for part in cut(words, 2900)]
    return {"type": "context", "elements": texts}


def _body(blocks: Sequence[Block]) -> Iterator[Json]:
    parts: list[Json] = []
    section: list[Json] = []
    for block in blocks:
        if isinstance(block, Quote):
            parts += [_section(section)] if section else []
            parts += [_section([_text(Span(block.text))], "rich_text_quote")]
            section = []
        else:
            section += [*([_text(Span("\n"))] if section else []), *_line(block)]
    parts += [_section(section)] if section else []
    if parts:
        yield _rich(parts)


def _line(block: Paragraph | Row) -> Iterator[Json]:
    match block:
        case Paragraph(spans):
            yield from (_text(span) for span in spans if span.text)
        case Row(label, value):
            yield _text(Span(f"{label}: ", Role.STRONG))
            yield _text(Span(value or "—"))
        case _:
            assert_never(block)


def _text(span: Span) -> Json:
    words = _sound(span.text) or " "
    style = {"style": _STYLES[span.role]} if _STYLES[span.role] else {}
    if span.url.startswith(("https://", "http://")):
        return {"type": "link", "url": span.url, "text": words, **style}
    return {"type": "text", "text": words, **style}


def _section(elements: list[Json], kind: str = "rich_text_section") -> Json:
    return {"type": kind, "elements": elements}


def _rich(parts: list[Json]) -> Json:
    return {"type": "rich_text", "elements": parts}


def _buttons(buttons: Sequence[Button]) -> Iterator[Json]:
    numbered = list(enumerate(buttons))
    for start in range(0, len(numbered), _IN_A_ROW):
        row = numbered[start : start + _IN_A_ROW]
        yield {"type": "actions", "elements": [_button(each, n) for n, each in row]}


def _button(button: Button, number: int) -> Json:
    style = {"style": button.emphasis} if button.emphasis else {}
    label = {"type": "plain_text", "text": _label(button.label), "emoji": False}
    element = {"type": "button", "action_id": f"choice-{number}", "value": button.token}
    return {**element, "text": label, **style}


def _label(text: str) -> str:
    text = _sound(text) or "…"
    while units(escaped(text)) > _LABEL:
        text = f"{text[:-2].rstrip()}…"
    return escaped(text)


def _sound(text: str) -> str:
    """Without what JSON or Slack cannot carry (B3)."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
