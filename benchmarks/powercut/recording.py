"""Runs a program under the recorder, and reads what it did to its files."""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("recorder.c")
ROOT: Final = Path(__file__).parents[2]
_HEAD: Final = struct.Struct("<ciqi")


class NoCompiler(Exception):
    """The recorder is compiled when it is needed, and there is no C compiler here."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that was done: `o`pen, `w`rite, `t`runcate, `s`ync, `c`lose, `u`nlink, ma`d`e a
    folder, `r`ename. `offset` is the length for `t`, and 1 for an `o` that empties the file."""

    what: str
    file: int
    offset: int
    content: bytes


def recorded(module: str, arguments: Sequence[str], folder: Path) -> list[Call]:
    """What `python -m module FOLDER arguments` did below an empty folder. Raises NoCompiler."""
    watched = folder / "disk"
    watched.mkdir()
    log = folder / "log"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "LD_PRELOAD": str(_compiled(folder)),
        "POWERCUT_FOLDER": str(watched),
        "POWERCUT_LOG": str(log),
    }
    command = [sys.executable, "-m", module, str(watched), *arguments]
    subprocess.run(command, env=environment, cwd=folder, check=True, timeout=300)
    return list(_read(log.read_bytes()))


def _compiled(folder: Path) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or sys.platform != "linux":
        raise NoCompiler
    library = folder / "recorder.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, timeout=60)
    return library


def _read(log: bytes) -> Iterator[Call]:
    at = 0
    while at < len(log):
        what, file, offset, length = _HEAD.unpack_from(log, at)
        at += _HEAD.size
        yield Call(what.decode(), file, offset, log[at : at + length])
        at += length
