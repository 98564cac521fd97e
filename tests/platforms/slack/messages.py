"""A message as Slack keeps it, and as a person reads it: its words, links and buttons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

from tests.platforms.slack.blockkit import elements_of, options_of
from tests.platforms.slack.mrkdwn import Link, Seen, read_mrkdwn, read_plain
from tests.platforms.slack.rich_text import read_rich
from tests.platforms.slack.rules import Json


@dataclass(frozen=True)
class Posted:
    """A message as Slack keeps it; `ephemeral_to` is the only person who sees an ephemeral one."""

    channel: str
    ts: str
    author: str
    text: str = ""
    blocks: tuple[Json, ...] = ()
    thread_ts: str | None = None
    files: tuple[Json, ...] = ()
    edited: str | None = None
    ephemeral_to: str | None = None
    link_names: bool = False
    client_msg_id: str | None = None
    changed: int = 0


@dataclass(frozen=True)
class Button:
    """Something to press: a button, or one option of a menu (then `option` is set)."""

    label: str
    block_id: str
    element: Json
    option: Json | None = None

    @property
    def action_id(self) -> str:
        """The id by which the bot knows the element."""
        return str(self.element["action_id"])

    @property
    def value(self) -> str | None:
        """What a press sends."""
        return (self.option or self.element).get("value")


@dataclass(frozen=True)
class OnScreen:
    """One message as a person reads it; `fallback` is what the notification says."""

    posted: Posted
    seen: Seen
    fallback: Seen
    buttons: tuple[Button, ...] = ()

    @property
    def text(self) -> str:
        """Every word of the message but those on its buttons."""
        return self.seen.text

    @property
    def ts(self) -> str:
        """The message's id in its channel."""
        return self.posted.ts

    @property
    def mentions(self) -> tuple[str, ...]:
        """Whoever is called by the message, by its fallback text too."""
        return self.seen.mentions + self.fallback.mentions

    @property
    def links(self) -> tuple[Link, ...]:
        """Where clicks on words and on buttons lead."""
        urls = ((button.element.get("url"), button.label) for button in self.buttons)
        return self.seen.links + tuple(Link(url, label) for url, label in urls if url)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words on the buttons, in order."""
        return tuple(button.label for button in self.buttons)

    @property
    def is_ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return self.posted.ephemeral_to is not None


def on_screen(posted: Posted) -> OnScreen:
    """The message as it is read: its blocks where it has some, else its text."""
    words = read_mrkdwn(posted.text, link_names=posted.link_names)
    if not posted.blocks:
        return OnScreen(posted, words, Seen(""))
    seen = reduce(Seen.__add__, (read_block(block) for block in posted.blocks), Seen(""))
    return OnScreen(posted, seen, words, tuple(buttons_of(posted.blocks)))


def buttons_of(blocks: tuple[Json, ...]) -> Iterator[Button]:
    """Everything that can be pressed in those blocks, in the order shown."""
    for block in blocks:
        for element in elements_of(block):
            options = options_of(element)
            for option in options:
                yield Button(_read(option["text"]).text, block["block_id"], element, option)
            if not options and element["type"] == "button":
                yield Button(_read(element["text"]).text, block["block_id"], element)


def read_block(block: Json) -> Seen:
    """The words of one block; those on its buttons are not among them."""
    if block["type"] == "rich_text":
        return read_rich(block)
    texts = [block[place] for place in ("text", "title", "label", "hint") if place in block]
    texts += block.get("fields", [])
    if block["type"] == "context":
        texts += [piece for piece in block["elements"] if "text" in piece]
    return reduce(Seen.__add__, map(_read, texts), Seen(block.get("alt_text", "")))


def _read(text: Json) -> Seen:
    if text["type"] == "plain_text":
        return read_plain(text["text"], emoji=text.get("emoji", True))
    return read_mrkdwn(text["text"], verbatim=text.get("verbatim", False))


def named(blocks: object, new_id: Callable[[str], str]) -> tuple[Json, ...]:
    """The blocks as Slack keeps them: each block and element has an id, its own or a given one."""
    kept = []
    for block in blocks if isinstance(blocks, list) else []:
        whole = {"block_id": new_id("b"), **block}
        for place in ("accessory", "element"):
            if place in whole and whole[place]["type"] != "image":
                whole[place] = {"action_id": new_id("a"), **whole[place]}
        if whole["type"] == "actions":
            whole["elements"] = [{"action_id": new_id("a"), **one} for one in whole["elements"]]
        kept.append(whole)
    return tuple(kept)
