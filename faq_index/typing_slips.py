"""What a text would read if it had been typed with another keyboard layout or in another script."""

from collections.abc import Iterator, Mapping
from typing import Final

_LATIN_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN_KEYS: Final = "йцукенгшщзхъфывапролджэячсмитьбюё"
_UKRAINIAN_KEYS: Final = "йцукенгшщзхїфівапролджєячсмитьбю'"

_LAYOUTS: Final = {
    "ru": _RUSSIAN_KEYS,
    "uk": _UKRAINIAN_KEYS,
    "be": _RUSSIAN_KEYS.replace("щ", "ў").replace("и", "і"),
}

_CYRILLIC: Final = (
    "shch=щ sch=щ yo=ё jo=ё zh=ж kh=х ts=ц ch=ч sh=ш yu=ю ju=ю ya=я ja=я ye=е je=е yi=ї "
    "a=а b=б v=в w=в g=г d=д e=е z=з i=и j=й y=ы k=к q=к l=л m=м n=н o=о p=п r=р s=с t=т u=у "
    "f=ф h=х c=ц x=кс '=ь"
)
_OF_LANGUAGE: Final = {
    "uk": "y=и i=і h=г g=ґ",
    "be": "i=і",
    "bg": "sht=щ y=й",
    "sr": "dj=ђ dž=џ lj=љ nj=њ y=и j=ј đ=ђ ć=ћ č=ч š=ш ž=ж h=х c=ц",
    "mk": "dzh=џ lj=љ nj=њ gj=ѓ kj=ќ j=ј dz=ѕ h=х c=ц",
    "ru": "",
}
_GREEK: Final = (
    "th=θ ch=χ ps=ψ ks=ξ ph=φ ou=ου mp=μπ nt=ντ gk=γκ a=α b=β v=β g=γ d=δ e=ε z=ζ h=η i=ι k=κ l=λ "
    "m=μ n=ν x=ξ o=ο p=π r=ρ s=σ t=τ y=υ u=υ f=φ w=ω c=κ j=τζ q=κ 8=θ 3=ξ"
)


def _pairs(written: str) -> dict[str, str]:
    return dict(each.split("=") for each in written.split())


_SPELT: Final[Mapping[str, Mapping[str, str]]] = {
    **{name: _pairs(_CYRILLIC) | _pairs(own) for name, own in _OF_LANGUAGE.items()},
    "el": _pairs(_GREEK),
}
_IN_LATIN: Final = {
    **{other: latin for latin, other in reversed(_pairs(_CYRILLIC).items()) if len(other) == 1},
    **{other: latin for latin, other in reversed(_pairs(_OF_LANGUAGE["sr"]).items())},
    "ъ": "", "ь": "", "э": "e", "і": "i", "є": "ye", "ґ": "g", "й": "y", "ы": "y", "к": "k",
    "х": "kh", "ц": "ts", "в": "v", "и": "i", "щ": "shch",
}  # fmt: skip
_LONGEST: Final = 4


def otherwise(text: str, language: str) -> Iterator[str]:
    """Other readings of a text for a FAQ in this language; none where it is in its script."""
    text = text.casefold()
    if language in _SPELT:
        if _mostly(text, "a", "z"):
            if language in _LAYOUTS:
                yield text.translate(str.maketrans(_LATIN_KEYS, _LAYOUTS[language]))
            yield _spelt(text, _SPELT[language])
            if "sch" in text:
                yield _spelt(text.replace("sch", "s'ch"), {**_SPELT[language], "s'": "с"})
    elif _mostly(text, "а", "ў"):
        for keys in (_RUSSIAN_KEYS, _UKRAINIAN_KEYS):
            yield text.translate(str.maketrans(keys, _LATIN_KEYS))
        yield _spelt(text, _IN_LATIN)


def _mostly(text: str, first: str, last: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return 2 * sum(first <= each <= last for each in letters) > len(letters)


def _spelt(text: str, letters: Mapping[str, str]) -> str:
    """The text with the longest of the letters at each place put into the other script."""
    found: list[str] = []
    at = 0
    while at < len(text):
        size = next((n for n in range(_LONGEST, 0, -1) if text[at : at + n] in letters), 1)
        part = text[at : at + size]
        found.append(letters.get(part, part))
        at += size
    return "".join(found)
