"""One desk's regulations: what is asked, who gets which level, when an answer is due."""

import tomllib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from typing import Annotated, Literal, NewType, Self

from pydantic import Field, ValidationError, model_validator

from intake.errors import IntakeError
from intake.regulations.announced import Announced
from intake.regulations.calendar import Calendar
from intake.regulations.eligibility import Eligibility
from intake.regulations.hours import ClockName, DeskHours
from intake.regulations.mistakes import told
from intake.regulations.scope import BEYOND, Topic
from intake.regulations.section import Section, Words, Wrong
from intake.regulations.service import Level, LevelId
from intake.regulations.supervisor import Supervisor
from intake.regulations.thresholds import Thresholds

__all__ = [
    "AttachmentRules", "ClockName", "Condition", "DeskHours", "FieldId", "FormField", "Level",
    "LevelId", "Option", "Policy", "PolicyInvalid", "Words", "read", "shipped",
]  # fmt: skip

FieldId = NewType("FieldId", str)


class PolicyInvalid(IntakeError):
    """The policy file cannot be used."""

    @classmethod
    def because(cls, mistakes: Sequence[str]) -> Self:
        """With a line for each of them."""
        return cls("\n  ".join(("The policy cannot be used:", *mistakes)))


class Option(Section):
    """One answer to a choice; `names` are how people write it in running text."""

    id: str
    label: Words = {}
    names: tuple[str, ...] = ()


class Condition(Section):
    """True when the field has this value."""

    field: FieldId
    value: str


class FormField(Section):
    """One thing that a ticket needs (R8 to R10).

    The words of the shipped fields are in the texts; a field of a vendor's own brings `label`,
    `ask` and `example`.
    """

    id: Annotated[FieldId, Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")]
    kind: Literal[
        "text", "long-text", "url", "email", "version", "choice", "yes-no", "files", "topic"
    ]
    required: bool = True
    required_if: Condition | None = None
    """Asked, and then required, only where this holds; passed over where it does not."""
    may_be_unknown: bool = False
    """Offers [I do not know], which counts as an answer."""
    options: tuple[Option, ...] = ()
    label: Words = {}
    ask: Words = {}
    example: Words = {}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.kind == "choice") != bool(self.options):
            raise Wrong("options belong to a choice, and a choice needs them", "kind")
        return self


class AttachmentRules(Section):
    """What files are taken (R9)."""

    kinds: tuple[Literal["png", "gif", "jpeg", "webp", "zip", "rar"], ...]
    """By content. A BMP is never taken but in an archive."""
    max_bytes: Annotated[int, Field(gt=0)]
    max_files: Annotated[int, Field(gt=0)]
    """Of one ticket."""
    max_pixels: Annotated[int, Field(gt=0, le=80_000_000)] = 40_000_000
    """Of one picture."""
    max_bytes_a_day: Annotated[int, Field(gt=0)] = 200_000_000
    """Of one person."""


class Policy(Section):
    """A desk. Made by `read` or `shipped`."""

    id: str
    desk: Words
    """The desk's name, by language."""
    helpdesk_url: str = ""
    """The official interface, where a person goes when chat fails (R15)."""
    languages: tuple[str, ...]
    """What the desk answers in (R38)."""
    hours: DeskHours
    levels: tuple[Level, ...]
    unproven_level: LevelId
    """What a person gets whose right to more is not proven (R12)."""
    eligibility: Eligibility = Eligibility()
    supervisor: Supervisor = Supervisor()
    notices: tuple[Announced, ...] = ()
    """What is announced beforehand; staff announce the rest when it comes (R36)."""
    panel_desk: Words = {}
    """The desk that gets what is written inside the product's own panel, if that is another
    (R39)."""
    attachments: AttachmentRules
    form: tuple[FormField, ...]
    topics: tuple[Topic, ...] = ()
    """What support covers, in the order in which a person is offered them (R25 to R30)."""
    thresholds: Thresholds = Thresholds()
    texts: dict[str, dict[str, str]] = {}
    """By language: messages of the product, by their id, in the desk's own words."""

    @model_validator(mode="after")
    def _asks_in_order(self) -> Self:
        ids = [field.id for field in self.form]
        if len(set(ids)) < len(ids):
            raise Wrong("two fields have the same id", "form", _double(ids), "id")
        if "problem" not in ids[:1]:
            raise Wrong("the form begins with the field 'problem'", "form", 0, "id")
        for place, field in enumerate(self.form):
            if field.required_if and field.required_if.field not in ids[:place]:
                raise Wrong("this names no earlier field", "form", place, "required_if", "field")
        return self

    @model_validator(mode="after")
    def _has_its_levels(self) -> Self:
        ids = [level.id for level in self.levels]
        if len(set(ids)) < len(ids):
            raise Wrong("two levels have the same id", "levels", _double(ids), "id")
        if self.unproven_level not in ids:
            raise Wrong(f"{self.unproven_level!r} is not one of the levels", "unproven_level")
        if unknown := set(self.eligibility.levels()) - set(ids):
            raise Wrong(f"{min(unknown)!r} is not one of the levels", "eligibility")
        if mistake := next(self.eligibility.mistakes(), None):
            raise Wrong(mistake, "eligibility")
        for place, level in enumerate(self.levels):
            if level.clock == "open-hours" and not self.hours.open:
                raise Wrong("hours.open does not say when it is open", "levels", place, "clock")
        return self

    @cached_property
    def calendar(self) -> Calendar:
        """Its days and hours, without any break that is announced at run time."""
        return Calendar(self.hours)

    @model_validator(mode="after")
    def _scoped(self) -> Self:
        ids = [topic.id for topic in self.topics]
        if len(set(ids)) < len(ids):
            raise Wrong("two topics have the same id", "topics", _double(ids), "id")
        asked = next((place for place, each in enumerate(self.form) if each.kind == "topic"), None)
        if not ids and asked is not None:
            raise Wrong("a form that asks for the topic needs topics", "form", asked, "kind")
        if ids and BEYOND not in {level.id for level in self.levels}:
            raise Wrong(f"what is outside of them needs the level {BEYOND!r}", "topics", 0)
        return self

    @cached_property
    def _fields(self) -> dict[str, FormField]:
        return {field.id: field for field in self.form}

    def field(self, field: str) -> FormField | None:
        """The field of this id, or None when an older policy asked for it."""
        return self._fields.get(field)

    def answers_in(self, language: str) -> bool:
        """Whether the desk answers in this language, or in one that it is a kind of (R38)."""
        return not {language, language.partition("-")[0]}.isdisjoint(self.languages)

    def topic(self, topic: str) -> Topic | None:
        """The topic of this id, or None when an older policy knew it."""
        return next((each for each in self.topics if each.id == topic), None)

    def level(self, level: str) -> Level:
        """The level of this id; the unproven level when an older policy knew it."""
        known = {each.id: each for each in self.levels}
        return known.get(LevelId(level), known[self.unproven_level])


def _double(ids: Sequence[str]) -> int:
    """The place of the first one that was there before."""
    return next(place for place, each in enumerate(ids) if each in ids[:place])


def read(text: str) -> Policy:
    """Read a policy from TOML. Raises PolicyInvalid, which tells each mistake with its line."""
    try:
        return Policy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PolicyInvalid(f"The policy is not valid TOML: {error}") from error
    except ValidationError as error:
        wrong = told(error.errors(include_input=False, include_url=False), text, Policy)
        raise PolicyInvalid.because(wrong) from error


def shipped(name: Literal["inc", "es"]) -> Policy:
    """One of the two policies that come with the product."""
    return read(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
