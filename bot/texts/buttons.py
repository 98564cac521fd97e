"""The words on buttons."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.texts.cutting import clip
from bot.texts.direction import alone
from bot.texts.screen import Button
from bot.texts.voice import Voice, autonym
from intake.dialogue.replies import Choice

LONGEST: Final = 32
"""UTF-16 units; longer words are cut, for a phone shows no more in one line."""


def button(choice: Choice, voice: Voice) -> Button:
    """The choice with its words, whatever its value."""
    worded = _VALUES.get(choice.label)
    about = worded(voice, choice.value) if worded else choice.value
    label = alone(voice.line(choice.label, about=about))
    return Button(choice.token, clip(" ".join(label.split()), LONGEST), choice.emphasis)


def _option(voice: Voice, value: str) -> str:
    field, _, option = value.partition(".")
    return voice.option(field, option)


def _language(voice: Voice, code: str) -> str:
    return autonym(voice.phrases, code)


def _kind(voice: Voice, kind: str) -> str:
    return voice.named("kind", kind)


_VALUES: Final[Mapping[str, Callable[[Voice, str], str]]] = {
    "button-edit": Voice.label,
    "button-option": _option,
    "button-language": _language,
    "button-topic": Voice.topic,
    "button-kind": _kind,
}
