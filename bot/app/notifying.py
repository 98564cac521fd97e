"""Tells systemd that we are ready, alive, or leaving.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

import contextlib
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notifier:
    """Speaks to the socket that systemd names; where it names none, nothing is said."""

    address: str

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Notifier":
        """The one that our environment asks for."""
        return cls(environment.get("NOTIFY_SOCKET", ""))

    def ready(self) -> None:
        self._say("READY=1")

    def alive(self) -> None:
        """To be said more often than the unit's WatchdogSec."""
        self._say("WATCHDOG=1")

    def leaving(self) -> None:
        self._say("STOPPING=1")

    def _say(self, words: str) -> None:
        if not self.address:
            return
        # An abstract socket is written with @ and begins with a NUL.
        address = "\0" + self.address[1:] if self.address.startswith("@") else self.address
        # Whoever started us may be gone: that is no reason to stop serving.
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto(words.encode(), address)
