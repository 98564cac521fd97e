"""Decides whether a code is mailed, and which: only to a customer's people, and not too often."""

from dataclasses import dataclass
from datetime import datetime

from intake.ports import Work
from intake.regulations.identity import (
    A_DAY,
    CODE_DIGITS,
    MAIL_EVERY,
    MAILS_A_DAY,
    Code,
    CodeId,
    Seal,
)


@dataclass(frozen=True, slots=True)
class CodeMail:
    """What is to be mailed: nothing that anybody has typed is in it (B20)."""

    id: CodeId
    email: str
    digits: str


def code_to_mail(work: Work, id: CodeId, seal: Seal, now: datetime) -> CodeMail | None:
    """The code that was asked for, which from now on counts; None where none is mailed.

    Of the same request it is the same again, so that a mail that was repeated because nobody knew
    whether it had left does no harm (H8).
    """
    code = work.code(id)
    if code is None or not code.lives(now):
        return None
    if code.mailed_at is None and not _may_be_mailed(work, code, now):
        return None
    digits = _digits(code, seal)
    work.mail_code(id, seal.of("code", digits), code.mailed_at or now)
    return CodeMail(id, code.email, digits)


def _may_be_mailed(work: Work, code: Code, now: datetime) -> bool:
    """F10, F11: one a minute and address, and not many in a day, whoever asks."""
    if not work.customers_with("email", code.email):
        return False
    if work.codes_mailed(now - MAIL_EVERY, email=code.email):
        return False
    day = now - A_DAY
    to_address = work.codes_mailed(day, email=code.email)
    for_account = work.codes_mailed(day, person=code.person)
    return max(to_address, for_account) < MAILS_A_DAY


def _digits(code: Code, seal: Seal) -> str:
    """Nobody can work them out who does not hold the key."""
    mixed = seal.of("code", f"{code.id}:{code.person}:{code.email}:{code.asked_at.isoformat()}")
    return f"{int(mixed, 16) % 10**CODE_DIGITS:0{CODE_DIGITS}}"
