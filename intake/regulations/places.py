"""On which line of a TOML file each key and each element of a list stands."""

import re
from collections.abc import Mapping
from typing import Final

Path = tuple[str | int, ...]
"""``("levels", 0, "hours")``."""

_SPACE: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY: Final = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+)")
_KEYS: Final = re.compile(rf"[ \t]*{_KEY.pattern}(?:[ \t]*\.[ \t]*{_KEY.pattern})*[ \t]*")
_TEXT: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'  # longest first: three quotes open another kind than one
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE: Final = re.compile(r"[^,\]}#\n]+")


def places(text: str) -> Mapping[Path, int]:
    """The line, from 1, of everything in a file that is known to be valid TOML."""
    walk = _Walk(text)
    walk.file()
    return walk.found


class _Walk:
    """One way through the text, from start to end."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found: dict[Path, int] = {(): 1}
        self._many: dict[Path, int] = {}

    def file(self) -> None:
        table: Path = ()
        while self._more():
            if self._next("["):
                many = self._next("[")
                table = self._header(many=many)
            else:
                self._pair(table)

    def _header(self, *, many: bool) -> Path:
        line = self._line()
        path = self._inside(self._key())
        self.at += 2 if many else 1
        if many:
            number = self._many[path] = self._many.get(path, -1) + 1
            self.found.setdefault(path, line)
            path = (*path, number)
        for length in range(1, len(path)):
            self.found.setdefault(path[:length], line)
        self.found[path] = line
        return path

    def _inside(self, path: Path) -> Path:
        """A header names a list of tables; what is meant is the newest table of it."""
        whole: Path = ()
        for each in path[:-1]:
            whole = (*whole, each)
            if whole in self._many:
                whole = (*whole, self._many[whole])
        return (*whole, path[-1])

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for each in self._key():
            path = (*path, each)
            self.found.setdefault(path, line)
        self._next("=")
        self._value(path)

    def _key(self) -> Path:
        found = _KEYS.match(self.text, self.at)
        self.at = found.end() if found else len(self.text)
        return tuple(each[1].strip("\"'") for each in _KEY.finditer(found[0] if found else ""))

    def _value(self, path: Path) -> None:
        self._more()
        if self._next("["):
            number = 0
            while not self._next("]"):
                self.found[(*path, number)] = self._line()
                self._value((*path, number))
                self._next(",")
                number += 1
        elif self._next("{"):
            while not self._next("}"):
                self._pair(path)
                self._next(",")
        else:
            found = _TEXT.match(self.text, self.at) or _BARE.match(self.text, self.at)
            self.at = found.end() if found else len(self.text)

    def _more(self) -> bool:
        """Pass over what says nothing; whether something is left."""
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at < len(self.text)

    def _next(self, sign: str) -> bool:
        """Pass over this sign, if it comes next."""
        self._more()
        if self.text[self.at : self.at + 1] != sign:
            return False
        self.at += 1
        return True

    def _line(self) -> int:
        self._more()
        return self.text.count("\n", 0, self.at) + 1
