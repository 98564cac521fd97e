"""What a person sees of a text, and what takes effect in it: links, mentions and styles.

The rules are those of https://docs.slack.dev/messaging/formatting-message-text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_CONTROL = re.compile(r"<([^<>\n]+)>")
_BARE_URL = re.compile(r"https?://[^\s<>|`]+")
_CODE = (("preformatted", re.compile(r"```(.+?)```", re.S)), ("code", re.compile(r"`([^`\n]+)`")))
_STYLES = tuple(
    (
        name,
        re.compile(rf"(?<![\w{re.escape(sign)}]){re.escape(sign)}(?=\S)([^{re.escape(sign)}\n]+?)"
                   rf"(?<=\S){re.escape(sign)}(?![\w{re.escape(sign)}])"),
    )
    for name, sign in (("bold", "*"), ("italic", "_"), ("strike", "~"))
)  # fmt: skip
_SHORTCODE = re.compile(r"(?<!\w):([a-z0-9_+\-]+):(?!\w)")
_LINKED = re.compile(r"(?:https?|mailto|tel|slack|ftp)[:].+", re.I | re.S)


@dataclass(frozen=True)
class Link:
    """A place that a click leads to, and the words that are clicked."""

    url: str
    label: str


@dataclass(frozen=True)
class Seen:
    """A text as it is seen; `mentions` are those who would be called (`@U1`, `!here`)."""

    text: str
    mentions: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    channels: tuple[str, ...] = ()
    styled: tuple[tuple[str, str], ...] = ()
    emoji: tuple[str, ...] = ()

    def __add__(self, other: "Seen") -> "Seen":
        """The two, one under the other."""
        return self._joined(other, "\n".join(part for part in (self.text, other.text) if part))

    def beside(self, other: "Seen") -> "Seen":
        """The two in one line."""
        return self._joined(other, self.text + other.text)

    def _joined(self, other: "Seen", text: str) -> "Seen":
        return Seen(
            text,
            self.mentions + other.mentions,
            self.links + other.links,
            self.channels + other.channels,
            self.styled + other.styled,
            self.emoji + other.emoji,
        )


def escape(text: str) -> str:
    """The text with the three characters that steer Slack made harmless."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """The inverse of `escape`; no other entity exists in Slack."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def read_plain(source: str, *, emoji: bool = True) -> Seen:
    """A plain_text object: nothing takes effect but shortcodes, and these only where allowed."""
    return Seen(unescape(source), emoji=tuple(_SHORTCODE.findall(source)) if emoji else ())


def read_mrkdwn(source: str, *, verbatim: bool = False, link_names: bool = False) -> Seen:
    """A mrkdwn text; `verbatim` leaves bare addresses alone, `link_names` makes @here a mention."""
    reading = _Reading(source)
    text = _CONTROL.sub(reading.control, source)
    if not verbatim:
        text = _BARE_URL.sub(reading.address, text)
    for name, pattern in _CODE:
        text = pattern.sub(reading.styling(name), text)
    for name, pattern in _STYLES:
        text = pattern.sub(reading.styling(name), text)
    if link_names:
        reading.mentions += [f"!{word}" for word in re.findall(r"@(here|channel|everyone)\b", text)]
    return reading.seen(text)


class _Reading:
    """One text being read: what took effect is kept aside, a numbered mark standing in for it."""

    def __init__(self, source: str) -> None:
        # A private-use character that the text itself does not hold, so that no text forges a mark.
        self._mark = next(sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in source)
        self._marked = re.compile(rf"{self._mark}(\d+){self._mark}")
        self._kept: list[str] = []
        self.mentions: list[str] = []
        self.links: list[Link] = []
        self.channels: list[str] = []
        self.styled: list[tuple[str, str]] = []

    def seen(self, text: str) -> Seen:
        emoji = tuple(_SHORTCODE.findall(text))
        whole = self._restored(unescape(text))
        styled = tuple((name, self._restored(unescape(inside))) for name, inside in self.styled)
        found = tuple(self.mentions), tuple(self.links), tuple(self.channels)
        return Seen(whole, *found, styled, emoji)

    def control(self, match: re.Match[str]) -> str:
        target, _, label = match[1].partition("|")
        if target.startswith("!date^"):
            return self._keep(label)
        if target.startswith(("@", "!")):
            self.mentions.append(target)
            return self._keep(label or f"@{target[1:]}")
        if target.startswith("#"):
            self.channels.append(target[1:])
            return self._keep(f"#{label or target[1:]}")
        if _LINKED.fullmatch(target):
            return self._link(target, label or target)
        return self._keep(match[0])

    def address(self, match: re.Match[str]) -> str:
        url = match[0].rstrip(".,;:!?)'\"*_~")
        return self._link(url, url) + match[0][len(url) :]

    def styling(self, name: str) -> Callable[[re.Match[str]], str]:
        def style(match: re.Match[str]) -> str:
            self.styled.append((name, match[1]))
            return self._keep(match[1]) if name in ("code", "preformatted") else match[1]

        return style

    def _link(self, url: str, label: str) -> str:
        self.links.append(Link(unescape(url), unescape(label)))
        return self._keep(label)

    def _keep(self, shown: str) -> str:
        self._kept.append(shown)
        return f"{self._mark}{len(self._kept) - 1}{self._mark}"

    def _restored(self, text: str) -> str:
        while self._marked.search(text):
            text = self._marked.sub(lambda match: unescape(self._kept[int(match[1])]), text)
        return text
