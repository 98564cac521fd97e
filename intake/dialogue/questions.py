"""The simplest things to be said: sentences and questions, with the buttons that belong to them."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `token` is what a press brings back: at most 64 bytes, numbered by its question."""

    token: str
    label: str
    """The message id of its words in the texts (``button-skip``), without arguments ..."""
    value: str = ""
    """... or with this one: a field, an option, a language, a TID."""
    emphasis: Literal["", "primary", "danger"] = ""


@dataclass(frozen=True, slots=True)
class Say:
    """Plain sentences: the message ``key`` of the texts; `about` is its argument ``{ $about }``."""

    key: str
    about: str = ""
    choices: tuple[Choice, ...] = ()
    kind: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of the form. `problem` is the id of the sentence that says what was wrong with
    the last answer; `current` the value that is there already."""

    field: str
    number: int
    of: int
    current: str = ""
    problem: str = ""
    about: str = ""
    """The argument of `problem`: a limit, or the words that could not be used."""
    choices: tuple[Choice, ...] = ()
    kind: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True)
class AskTopic:
    """What is it about? With what support covers of `topic`, if one is on screen (R3); `guessed`
    where the person has not named it."""

    field: str
    number: int
    of: int
    topic: str = ""
    guessed: bool = False
    problem: str = ""
    choices: tuple[Choice, ...] = ()
    kind: Literal["ask-topic"] = "ask-topic"
