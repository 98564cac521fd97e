"""Everything that the product says, and the words that it understands in place of buttons."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from bot.texts.buttons import button
from bot.texts.direction import laid_out
from bot.texts.phrasebook import LANGUAGES, Phrasebook
from bot.texts.rendering import blocks
from bot.texts.screen import Screen
from bot.texts.voice import Voice
from intake.dialogue.replies import Reply
from intake.dialogue.words import MARKS
from intake.regulations.policy import Policy
from intake.regulations.tongues import closest

MEANINGS: Final = (
    "skip", "back", "cancel", "none", "helped", "file", "yes", "no", "unknown", "done", "keep",
    "help", "status", "tickets", "supervisor", "reopen", "new", "language", "resume", "drop",
    "reply", "add", "new-problem", "save", "clear", "greeting", "thanks",
)  # fmt: skip
"""What typed words can stand for; a button of the same name adds its own label."""

_EDGES: Final = re.compile(r"^\W+|\W+$")


class Words:
    """The texts of one desk. Make it once; it is safe to share between threads."""

    languages: tuple[str, ...] = LANGUAGES

    def __init__(self, policy: Policy) -> None:
        self._phrases = Phrasebook(policy.texts)
        self._policy = policy

    def screen(self, reply: Reply, language: str, zone: str) -> Screen:
        """The reply in a person's language and time zone; no zone means the desk's.

        Never raises, and fits one message of any channel, but for an agent's long answer
        (`rendering.blocks`).
        """
        voice = Voice(self._phrases, self._policy, spoken_language(language), zone)
        return Screen(
            laid_out(blocks(reply, voice), voice.language),
            tuple(button(choice, voice) for choice in reply.choices),
        )

    def text(self, key: str, language: str, about: str = "") -> str:
        """One message as plain words, for what is not a reply: menus, pointers, refusals."""
        voice = Voice(self._phrases, self._policy, spoken_language(language))
        return voice.line(key, about=about)

    def spoken(self) -> Mapping[str, Mapping[str, str]]:
        """By language: a phrase, casefolded and without punctuation around it, and its meaning."""
        return _Spoken(self._spoken)

    def _spoken(self, language: str) -> Mapping[str, str]:
        understood: dict[str, str] = {}
        for meaning in MEANINGS:
            phrases = self._phrases.line(f"words-{meaning}", language, {}).split("|")
            if self._phrases.has(f"button-{meaning}"):
                phrases.append(self._phrases.line(f"button-{meaning}", language, {}))
            understood.update((heard, meaning) for each in phrases if (heard := phrase(each)))
        return {**self._edits(language), **understood}

    def _edits(self, language: str) -> Mapping[str, str]:
        """[Edit] of each field, as on its button or in plain words: "change the version"."""
        voice = Voice(self._phrases, self._policy, language)
        understood: dict[str, str] = {}
        for field in self._policy.form:
            label = voice.label(field.id)
            said = [voice.line("button-edit", about=label)]
            for verb in self._phrases.line("words-edit", language, {}).split("|"):
                said += [f"{verb} {label}", f"{label} {verb}"]
            understood.update((phrase(each), f"edit.{field.id}") for each in said)
        for topic in self._policy.topics:
            understood[phrase(voice.topic(topic.id))] = f"topic.{topic.id}"
        return understood


class _Spoken(Mapping[str, Mapping[str, str]]):
    """What is understood of each language, made out when somebody speaks it."""

    def __init__(self, make: Callable[[str], Mapping[str, str]]) -> None:
        self._make = cache(make)

    def __getitem__(self, language: str) -> Mapping[str, str]:
        if language not in LANGUAGES:
            raise KeyError(language)
        return self._make(language)

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def spoken_language(tag: str) -> str:
    """The texts' language for a tag such as ``es-MX``."""
    return closest(tag, LANGUAGES)


def phrase(words: str) -> str:
    """Words as they are compared: casefolded, evenly spaced, without punctuation around them."""
    return _EDGES.sub("", " ".join(words.translate(MARKS).casefold().split()))
