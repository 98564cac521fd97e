"""What is too long is cut with a notice."""

import pytest

from intake.dialogue.turn import FileTicket
from tests.unit.intake.talk import Talk


@pytest.fixture
def ana() -> Talk:
    return Talk()


def test_b4_an_endless_message_is_cut_with_a_notice(ana: Talk) -> None:
    assert ana.says("word " * 10_000)[0] == "message-cut"
    assert len(ana.answers()["problem"]) <= 40_000


def test_symbols_alone_are_asked_about(ana: Talk) -> None:
    assert ana.says("👍 !!") == ["ask-problem"]


def test_i8_the_deadline_counts_from_when_it_was_said(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    effect = next(each for each in ana.effects if isinstance(each, FileTicket))
    assert effect.ticket.accepted_at == ticket.accepted_at == ana.now
