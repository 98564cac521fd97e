"""One desk's regulations: what is asked, who gets which level, when an answer is due."""

import tomllib
from datetime import tzinfo
from functools import cached_property
from importlib import resources
from typing import Annotated, Literal, NewType, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from intake.errors import IntakeError
from intake.regulations.eligibility import Eligibility

FieldId = NewType("FieldId", str)
LevelId = NewType("LevelId", str)

Words = dict[str, str]
"""One sentence by language: ``{"en": "...", "es": "..."}``."""

ClockName = Literal["around-the-clock", "business-days", "calendar-days"]


_DURATION = r"^([1-9]\d{0,3} (days?|years?)|unlimited)$"


class PolicyInvalid(IntakeError):
    """The policy file cannot be used."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Frozen):
    """One answer to a choice; `names` are how people write it in running text."""

    id: str
    label: Words = {}
    names: tuple[str, ...] = ()


class Condition(_Frozen):
    """True when the field has this value."""

    field: FieldId
    value: str


class FormField(_Frozen):
    """One thing that a ticket needs (R8 to R10).

    The words of the shipped fields are in the texts; a field of a vendor's own brings `label`,
    `ask` and `example`.
    """

    id: Annotated[FieldId, Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")]
    kind: Literal["text", "long-text", "url", "email", "version", "choice", "yes-no", "files"]
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
            raise ValueError("options belong to a choice, and a choice needs them")
        return self


class Level(_Frozen):
    """A service level: by when the desk answers (R18)."""

    id: LevelId
    hours: Annotated[int, Field(gt=0)]
    clock: ClockName
    support: Annotated[str, Field(pattern=r"^([1-9]\d{0,3} (days?|years?)|unlimited)$")] = (
        "unlimited"
    )
    """How long support lasts that gives this level (R24)."""


class DeskHours(_Frozen):
    """Where the desk is and which days it takes off. R17, R18."""

    zone: str
    country: str
    """ISO 3166 code, for public holidays."""
    region: str = ""
    weekend: tuple[Annotated[int, Field(ge=0, le=6)], ...] = (5, 6)
    """Monday is 0."""
    opens: str = ""
    closes: str = ""

    @model_validator(mode="after")
    def _real(self) -> Self:
        if self.zone not in available_timezones():
            raise ValueError(f"{self.zone!r} is not an IANA time zone")
        if len(set(self.weekend)) > 6:
            raise ValueError("a desk needs at least one working day a week")
        return self

    @property
    def tz(self) -> tzinfo:
        return ZoneInfo(self.zone)


class AttachmentRules(_Frozen):
    """What files are taken (R9)."""

    kinds: tuple[Literal["png", "gif", "jpeg", "zip", "rar"], ...]
    max_bytes: Annotated[int, Field(gt=0)]
    max_files: Annotated[int, Field(gt=0)]


class Policy(_Frozen):
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
    attachments: AttachmentRules
    form: tuple[FormField, ...]

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        ids = [field.id for field in self.form]
        if len(set(ids)) < len(ids):
            raise ValueError("two fields of the form have the same id")
        if "problem" not in ids[:1]:
            raise ValueError("the form begins with the field 'problem'")
        if self.unproven_level not in {level.id for level in self.levels}:
            raise ValueError("unproven_level is not one of the levels")
        if unknown := set(self.eligibility.levels()) - {level.id for level in self.levels}:
            raise ValueError(f"eligibility: {sorted(unknown)[0]!r} is not one of the levels")
        if mistake := next(self.eligibility.mistakes(), None):
            raise ValueError(mistake)
        for place, field in enumerate(self.form):
            if field.required_if and field.required_if.field not in ids[:place]:
                raise ValueError(f"{field.id}: required_if names no earlier field")
        return self

    @cached_property
    def _fields(self) -> dict[str, FormField]:
        return {field.id: field for field in self.form}

    def field(self, field: str) -> FormField | None:
        """The field of this id, or None when an older policy asked for it."""
        return self._fields.get(field)

    def level(self, level: str) -> Level:
        """The level of this id; the unproven level when an older policy knew it."""
        known = {each.id: each for each in self.levels}
        return known.get(LevelId(level), known[self.unproven_level])


def read(text: str) -> Policy:
    """Read a policy from TOML. Raises PolicyInvalid, which names every wrong key."""
    try:
        return Policy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PolicyInvalid(f"The policy is not valid TOML: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or 'policy'}: {each['msg']}"
            for each in error.errors(include_input=False, include_url=False)
        )
        raise PolicyInvalid(f"The policy cannot be used. {wrong}") from error


def shipped(name: Literal["inc", "es"]) -> Policy:
    """One of the two policies that come with the product."""
    return read(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
