"""A disk that keeps only what it was told to keep: the rest survives a power cut by luck."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from benchmarks.powercut.recording import Call

SECTOR: Final = 512
"""Bytes that a disk writes wholly or not at all."""


@dataclass(slots=True)
class File:
    """What is safe of a file, and what was written since, in order; a write without bytes cuts."""

    safe: bytearray = field(default_factory=bytearray)
    loose: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for offset, content in self.loose:
            _apply(self.safe, offset, content)
        self.loose.clear()

    def after_a_cut(self, chance: random.Random, luck: float) -> bytes:
        """Any sectors of what was not synced may have reached the disk, whatever their order."""
        left = bytearray(self.safe)
        for offset, content in self.loose:
            if content is None:
                if chance.random() < luck:
                    _apply(left, offset, None)
                continue
            for start, piece in _sectors(offset, content):
                if chance.random() < luck:
                    _apply(left, start, piece)
        return bytes(left)


def _apply(content: bytearray, offset: int, piece: bytes | None) -> None:
    if piece is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(piece)] = piece


def _sectors(offset: int, content: bytes) -> Iterator[tuple[int, bytes]]:
    end = offset + len(content)
    while offset < end:
        stop = min(end, offset // SECTOR * SECTOR + SECTOR)
        yield offset, content[len(content) - (end - offset) : len(content) - (end - stop)]
        offset = stop


Names = dict[PurePosixPath, File | None]
"""What every name stands for; a folder for nothing."""


@dataclass(slots=True)
class Disk:
    """Its files as the program sees them, and which of its names are safe: those of a folder that
    was synced since. POSIX promises no more."""

    root: PurePosixPath
    names: Names = field(default_factory=dict)
    safe: Names = field(default_factory=dict)
    handles: dict[int, PurePosixPath] = field(default_factory=dict)
    files: dict[int, File] = field(default_factory=dict)

    def take(self, call: Call) -> None:
        match call.what:
            case "o":
                self._open(call)
            case "c":
                self.handles.pop(call.file, None)
                self.files.pop(call.file, None)
            case "w" if call.file in self.files:
                self.files[call.file].loose.append((call.offset, call.content))
            case "t" if call.file in self.files:
                self.files[call.file].loose.append((call.offset, None))
            case "s":
                self._sync(call.file)
            case _:
                self._rename(call)

    def after_a_cut(self, chance: random.Random, luck: float) -> Iterator[tuple[Path, bytes]]:
        """The files that are there when the power comes back, by their path below the root."""
        present = self.safe if chance.random() >= luck else self.names
        for path, file in present.items():
            if file is not None and all(
                each in present or each == self.root or self.root not in each.parents
                for each in path.parents
            ):
                yield Path(path.relative_to(self.root)), file.after_a_cut(chance, luck)

    def _open(self, call: Call) -> None:
        path = PurePosixPath(call.content.decode())
        self.handles[call.file] = path
        if path == self.root or (path in self.names and self.names[path] is None):
            return
        file = self.names.get(path) or File()
        self.names[path] = self.files[call.file] = file
        if call.offset:
            file.loose.append((0, None))

    def _sync(self, handle: int) -> None:
        if handle in self.files:
            self.files[handle].sync()
            return
        folder = self.handles[handle]
        kept = {path: each for path, each in self.safe.items() if path.parent != folder}
        now = {path: each for path, each in self.names.items() if path.parent == folder}
        self.safe = kept | now

    def _rename(self, call: Call) -> None:
        name, _, new = call.content.decode().partition("\n")
        path = PurePosixPath(name)
        if call.what == "d":
            self.names[path] = None
        elif call.what == "u":
            self.names.pop(path, None)
        elif call.what == "r":
            self.names[PurePosixPath(new)] = self.names.pop(path)
