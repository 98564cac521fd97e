"""Mails a code over SMTP: the one thing that the desk ever mails to an address somebody typed."""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

import structlog

from bot.texts.words import Words
from intake.desk.proving import CodeMail
from intake.ports import Clock

PATIENCE = 20.0
"""Seconds that a server may take for each of its answers."""
_PORTS = {"smtp": 587, "smtps": 465}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

log = structlog.get_logger()


class NotMailed(Exception):
    """No server has taken the mail; it may be tried again."""


@dataclass(frozen=True, slots=True)
class Mailer:
    """Sends through the server at `url` (``smtp://user:password@host:587``, ``smtps://``).

    Nothing goes over a network in the clear: `smtp` begins TLS, and refuses a server that has
    none, unless that is on this machine.
    """

    url: str
    sender: str
    words: Words
    clock: Clock

    async def send(self, mail: CodeMail, language: str) -> None:
        """Raises NotMailed where another try may help; an address that no server takes is only
        logged, by the request's number."""
        message = self._message(mail, language)
        try:
            await asyncio.to_thread(self._deliver, message)
        except (smtplib.SMTPException, OSError) as error:
            code = _code_of(error)
            if 500 <= code < 600 and isinstance(error, smtplib.SMTPRecipientsRefused):
                log.warning("mail.refused", code=code, request=mail.id)
                return
            log.warning("mail.not_sent", code=code, why=type(error).__name__, request=mail.id)
            raise NotMailed(type(error).__name__) from None

    def _message(self, mail: CodeMail, language: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self.sender
        message["To"] = mail.email
        message["Subject"] = self.words.text("mail-code-subject", language)
        message["Date"] = format_datetime(self.clock())
        # The same for the same request: whoever gets it twice sees one mail (H8).
        message["Message-ID"] = f"<code-{mail.id}@{self.sender.rpartition('@')[2].strip('<> ')}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(self.words.text("mail-code-body", language, mail.digits))
        return message

    def _deliver(self, message: EmailMessage) -> None:
        place = urlsplit(self.url)
        host, port = place.hostname or "", place.port or _PORTS[place.scheme]
        with _connected(place.scheme, host, port) as server:
            if place.scheme == "smtp" and not _began_tls(server) and host not in _LOOPBACK:
                raise smtplib.SMTPNotSupportedError
            if place.username:
                server.login(unquote(place.username), unquote(place.password or ""))
            server.send_message(message)


def _connected(scheme: str, host: str, port: int) -> smtplib.SMTP:
    if scheme == "smtps":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
    return smtplib.SMTP(host, port, timeout=PATIENCE)


def _began_tls(server: smtplib.SMTP) -> bool:
    server.ehlo()
    if not server.has_extn("starttls"):
        return False
    server.starttls(context=ssl.create_default_context())
    return True


def _code_of(error: Exception) -> int:
    match error:
        case smtplib.SMTPResponseException(smtp_code=code):
            return int(code)
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return max((code for code, _ in refused.values()), default=0)
        case _:
            return 0
