"""systemd is told what its protocol asks for, over a real socket."""

import socket
from pathlib import Path

import pytest

from bot.app.notifying import Notifier


@pytest.mark.parametrize("kind", ["a file", "abstract"])
def test_systemd_hears_that_we_are_ready_alive_and_leaving(tmp_path: Path, kind: str) -> None:
    address = str(tmp_path / "notify") if kind == "a file" else f"\0{tmp_path}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(5)
        notifier = Notifier.of({"NOTIFY_SOCKET": address.replace("\0", "@")})
        notifier.ready()
        notifier.alive()
        notifier.leaving()
        heard = [systemd.recv(99) for _ in range(3)]
    assert heard == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_without_systemd_nothing_is_said_and_nothing_breaks(tmp_path: Path) -> None:
    Notifier.of({}).ready()
    Notifier.of({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).alive()
