"""A code goes out over real SMTP, to a real server on loopback, and nothing else ever does."""

import asyncio
import email
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from bot.mailing import Mailer, NotMailed
from bot.texts.words import Words
from intake.desk.proving import CodeMail
from intake.regulations.identity import CodeId
from intake.regulations.policy import shipped

WORDS = Words(shipped("inc"))
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MAIL = CodeMail(CodeId(7), "ana@example.org", "042137")


@dataclass
class Office:
    """Takes what it is sent; or does what a server in trouble does."""

    trouble: str = ""
    taken: list[Envelope] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    who: list[str] = field(default_factory=list)

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
        if self.trouble == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "554 no" if self.trouble == "554" else "250 OK"

    def let_in(self, _: Any, __: Any, ___: Any, mechanism: str, given: Any) -> AuthResult:
        del mechanism
        self.who.append(f"{given.login.decode()}:{given.password.decode()}")
        return AuthResult(success=self.trouble != "auth")

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


def mailer(port: int, who: str = "", host: str = "127.0.0.1") -> Mailer:
    sender = "Larkspur support <desk@larkspur.example>"
    return Mailer(f"smtp://{who}{host}:{port}", sender, WORDS, lambda: NOW)


async def test_the_mail_holds_the_code_and_nothing_of_the_persons_words() -> None:
    """B20, H12."""
    office = Office()
    async with open_office(office) as port:
        await mailer(port, "desk:p%40ss@").send(MAIL, "es-PE")
    (envelope,), (message,) = office.taken, office.messages
    assert envelope.rcpt_tos == ["ana@example.org"]
    assert envelope.mail_from == "desk@larkspur.example"
    assert message["Subject"] == "Su =?utf-8?q?c=C3=B3digo?="
    assert message["To"] == "ana@example.org"
    assert message["Message-ID"] == "<code-7@larkspur.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    body = message.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().startswith("Su código es 042137\r\n")
    assert office.who == ["desk:p@ss"]


@pytest.mark.parametrize("trouble", ["450 later", "drop", "554", "auth"])
async def test_h8_what_was_not_taken_is_tried_again_as_the_same_mail(trouble: str) -> None:
    office = Office(trouble)
    async with open_office(office) as port:
        post = mailer(port, "desk:secret@" if trouble == "auth" else "")
        with pytest.raises(NotMailed) as failed:
            await post.send(MAIL, "en")
        assert "ana" not in str(failed.value)
        office.trouble = ""
        await post.send(MAIL, "en")
    assert {each["Message-ID"] for each in office.messages} == {"<code-7@larkspur.example>"}


async def test_a_mailbox_that_is_not_there_is_not_tried_again() -> None:
    office = Office("550 no such mailbox")
    async with open_office(office) as port:
        await mailer(port).send(MAIL, "en")
    assert office.taken == []


async def test_nothing_goes_over_a_network_in_the_clear() -> None:
    """H14: 127.0.0.2 stands for another machine."""
    office = Office()
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(office, hostname="office"), "127.0.0.2", 0
    )
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(NotMailed):
            await mailer(port, host="127.0.0.2").send(MAIL, "en")
    assert office.taken == []


async def test_a_server_that_is_away_is_tried_again_later() -> None:
    office = Office()
    async with open_office(office) as port:
        pass
    with pytest.raises(NotMailed):
        await mailer(port).send(MAIL, "en")
    away = Mailer(f"smtps://127.0.0.1:{port}", "a@b.example", WORDS, lambda: NOW)
    with pytest.raises(NotMailed):
        await away.send(MAIL, "en")
