"""The rich text in use: what Slack refuses in it, and what a person reads of it."""

from functools import reduce

from tests.platforms.slack import limits
from tests.platforms.slack.mrkdwn import Link, Seen
from tests.platforms.slack.rules import (
    Address,
    Choice,
    Flag,
    Json,
    Kinds,
    Many,
    Number,
    Shape,
    Word,
)

_STYLE = Shape({name: Flag() for name in ("bold", "italic", "strike", "code")})


def _inline(kind: str, required: str, **fields: Word | Choice | Address) -> Shape:
    whole = {"type": Choice((kind,)), "style": _STYLE, **fields}
    return Shape(whole, ("type", *required.split()))


WORDS = {
    "text": _inline("text", "text", text=Word(limits.TEXT_OBJECT, least=1)),
    "link": _inline("link", "url", url=Address(limits.URL), text=Word(least=1)),
    "user": _inline("user", "user_id", user_id=Word()),
    "broadcast": _inline("broadcast", "range", range=Choice(("here", "channel", "everyone"))),
    "emoji": _inline("emoji", "name", name=Word(least=1)),
}
_RUN = Many(Kinds(WORDS), 1000)


def _lines(kind: str, elements: Many, **more: Number | Choice) -> Shape:
    whole = {"type": Choice((kind,)), "elements": elements, **more}
    return Shape(whole, ("type", "elements"))


_SECTION = _lines("rich_text_section", _RUN)
PARTS = {
    "rich_text_section": _SECTION,
    "rich_text_quote": _lines("rich_text_quote", _RUN, border=Number(0, 1)),
    "rich_text_preformatted": _lines("rich_text_preformatted", _RUN, border=Number(0, 1)),
    "rich_text_list": Shape(
        {
            "type": Choice(("rich_text_list",)),
            "elements": Many(_SECTION, 1000),
            "style": Choice(("bullet", "ordered")),
            "indent": Number(0, 8),
            "border": Number(0, 1),
        },
        ("type", "elements", "style"),
    ),
}


def read_rich(block: Json) -> Seen:
    """The words of a rich_text block: a line for each part, and no markup anywhere in them."""
    return reduce(Seen.__add__, map(_line, block["elements"]), Seen(""))


def _line(part: Json) -> Seen:
    if part["type"] == "rich_text_list":
        return reduce(Seen.__add__, map(_line, part["elements"]), Seen(""))
    return reduce(Seen.beside, map(_piece, part["elements"]), Seen(""))


def _piece(piece: Json) -> Seen:
    match str(piece["type"]):
        case "link":
            label = str(piece.get("text", piece["url"]))
            return Seen(label, links=(Link(str(piece["url"]), label),))
        case "user":
            return Seen(f"@{piece['user_id']}", mentions=(f"@{piece['user_id']}",))
        case "broadcast":
            return Seen(f"@{piece['range']}", mentions=(f"!{piece['range']}",))
        case "emoji":
            return Seen(f":{piece['name']}:", emoji=(str(piece["name"]),))
        case _:
            text = str(piece["text"])
            styles = ((name, text) for name, on in piece.get("style", {}).items() if on)
            return Seen(text, styled=tuple(styles))
