"""A real mail server on loopback, which takes what it is sent, or is in trouble."""

import asyncio
import email
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


@dataclass
class Office:
    """Takes what it is sent; or does what a server in trouble does."""

    trouble: str = ""
    taken: list[Envelope] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    who: list[str] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by the first mail."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]
    ) -> str:
        del server, session, options
        if self.trouble in {"450 later", "550 no such mailbox"}:
            return self.trouble
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del session
        self.taken.append(envelope)
        self.came.set()
        if self.trouble == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "554 no" if self.trouble == "554" else "250 OK"

    def let_in(self, _: Any, __: Any, ___: Any, mechanism: str, given: Any) -> AuthResult:
        del mechanism
        self.who.append(f"{given.login.decode()}:{given.password.decode()}")
        return AuthResult(success=self.trouble != "auth", handled=False)

    @property
    def messages(self) -> list[Message]:
        return [email.message_from_bytes(each.content or b"") for each in self.taken]  # type: ignore[arg-type]  # bytes, as asked


@asynccontextmanager
async def open_office(office: Office) -> AsyncIterator[int]:
    def serve() -> SMTP:
        return SMTP(office, hostname="office", auth_require_tls=False, authenticator=office.let_in)

    server = await asyncio.get_running_loop().create_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
