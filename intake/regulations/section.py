"""What every section of a policy file is made of."""

from pydantic import BaseModel, ConfigDict

Words = dict[str, str]
"""One sentence by language: ``{"en": "...", "es": "..."}``."""


class Wrong(ValueError):
    """A mistake that a section finds in itself; `at` is the key that it stands at."""

    def __init__(self, why: str, *at: str | int) -> None:
        super().__init__(why)
        self.at = at


class Section(BaseModel):
    """A table of the file: it never changes, and a key that it does not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")
