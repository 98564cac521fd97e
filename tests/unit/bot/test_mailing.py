"""A code goes out over real SMTP, to a real server on loopback, and nothing else ever does."""

import asyncio
from datetime import UTC, datetime

import pytest
from aiosmtpd.smtp import SMTP

from bot.mailing import Mailer, NotMailed
from bot.texts.words import Words
from intake.desk.proving import CodeMail
from intake.regulations.identity import CodeId
from intake.regulations.policy import shipped
from tests.office import Office, open_office

WORDS = Words(shipped("inc"))
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MAIL = CodeMail(CodeId(7), "ana@example.org", "042137")


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
    """127.0.0.2 stands for another machine."""
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
