"""What a policy announces: holidays and maintenance that are known long before (R36)."""

from datetime import datetime
from typing import Literal, Self

from pydantic import Field, model_validator

from intake.regulations.section import Section, Words, Wrong

NoticeKind = Literal["holiday", "maintenance", "incident"]


class Announced(Section):
    """Shown once to whoever starts a talk from `from` on and before `until`; both on the desk's
    clock where they name no offset."""

    kind: NoticeKind
    starts: datetime = Field(alias="from")
    until: datetime
    words: Words = Field(min_length=1)

    @model_validator(mode="after")
    def _ends_later(self) -> Self:
        if (self.starts.tzinfo is None) != (self.until.tzinfo is None):
            raise Wrong("either both moments have an offset, or none has one", "until")
        if self.until <= self.starts:
            raise Wrong("a notice ends after it begins", "until")
        return self
