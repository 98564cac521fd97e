"""Reads Markdown: headings are questions, what follows is the answer.

A heading that nothing but deeper headings follow is a section, and its title a tag of what is in
it; a first heading above all others is the document's title. A paragraph of lines such as
`link: https://...` or `tags: pay, card` says more of its entry, and so does YAML between `---` at
the very beginning of all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from faq_index.links import refusal
from faq_index.seeding.rows import COLUMNS, Cell, Naming, Row, RowError, clean, row_of
from faq_index.seeding.yamls import Mapping, Refused, load

_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FACT: Final = re.compile(r"\s*([a-z][a-z_ ]*?)\s*:\s*(.*)", re.IGNORECASE)
_READER: Final = MarkdownIt("commonmark").enable("table")


@dataclass(slots=True)
class _Heading:
    level: int
    title: str
    line: int
    body: list[Token] = field(default_factory=list)


def rows(text: str, naming: Naming) -> Iterator[Row | RowError]:
    """A row for every heading that is a question."""
    common: dict[str, Cell] = {}
    if front := _FRONT.match(text):
        found = _common(front[1], naming)
        if isinstance(found, RowError):
            yield found
            return
        common, text = found, "\n" * front[0].count("\n") + text[front.end() :]
    headings = _headings(_READER.parse(text))
    if not headings:
        yield RowError(1, "There is no heading: each question is to be one, such as '## How …?'.")
    sections: list[_Heading] = []
    for place, each in enumerate(headings):
        sections = [above for above in sections if above.level < each.level]
        if _is_section(headings, place):
            sections.append(each)
        else:
            tags = tuple(above.title for above in sections if above is not headings[0])
            yield Row(each.line, common | _cells(each, tags, naming))


def _is_section(headings: Sequence[_Heading], place: int) -> bool:
    this, after = headings[place], headings[place + 1 : place + 2]
    if not after or after[0].level <= this.level:
        return False
    is_title = place == 0 and all(each.level > this.level for each in headings[1:])
    return is_title or not this.body


def _headings(tokens: Sequence[Token]) -> list[_Heading]:
    headings: list[_Heading] = []
    is_title = False
    for token in tokens:
        if token.type == "heading_open":
            line = token.map[0] + 1 if token.map else 1
            headings.append(_Heading(int(token.tag[1:]), "", line))
            is_title = True
        elif token.type == "heading_close":
            is_title = False
        elif is_title:
            headings[-1].title = _words(token).replace("\n", " ")
        elif headings:
            headings[-1].body.append(token)
    return headings


def _cells(heading: _Heading, tags: tuple[str, ...], naming: Naming) -> dict[str, Cell]:
    cells: dict[str, Cell] = {"question": clean(heading.title)}
    if tags:
        cells["tags"] = tags
    pieces: list[str] = []
    for token in heading.body:
        if token.type == "inline" and (facts := _facts(token.content, naming)):
            cells |= facts
        else:
            pieces.append(_piece(token))
    cells["answer"] = clean("".join(pieces))
    link = next(filter(None, map(_link, heading.body)), "")
    return ({"url": link} if link else {}) | cells


def _facts(content: str, naming: Naming) -> dict[str, Cell]:
    """What the lines of a paragraph say of the entry; nothing if one of them says none."""
    facts: dict[str, Cell] = {}
    for line in content.split("\n"):
        found = _FACT.fullmatch(line)
        column = naming.ours(found[1].replace(" ", "_")) if found else ""
        if not found or column not in COLUMNS:
            return {}
        facts[column] = clean(found[2].strip("<>"))
    return facts


def _piece(token: Token) -> str:
    match token.type:
        case "inline":
            return _words(token)
        case "fence" | "code_block":
            return token.content.rstrip("\n") + "\n"
        case "list_item_open":
            return f"{token.info}. " if token.info else "• "
        case "paragraph_close" | "tr_close":
            return "\n"
        case "td_close" | "th_close":
            return " "
        case _:
            return ""


def _words(token: Token) -> str:
    pieces = []
    for each in token.children or ():
        if each.type == "hardbreak":
            pieces.append("\n")
        elif each.type == "softbreak":
            pieces.append(" ")
        else:
            pieces.append(each.content)
    return "".join(pieces).strip()


def _link(token: Token) -> str:
    for each in token.children or ():
        link = str(each.attrs.get("href", "")) if each.type == "link_open" else ""
        if link and refusal(link) is None:
            return link
    return ""


def _common(front: str, naming: Naming) -> dict[str, Cell] | RowError:
    """What the beginning of the file says of all entries."""
    try:
        documents = load(front)
    except Refused as refused:
        return RowError(refused.error.line + 1, refused.error.reason)
    known = documents[0] if documents else Mapping(1)
    if not isinstance(known, Mapping):
        return RowError(1, "What stands between '---' must be keys and values.")
    row = row_of(known.line + 1, known.values, naming)
    if isinstance(row, RowError):
        return row
    return {key: cell for key, cell in row.cells.items() if key in COLUMNS and key != "id"}
