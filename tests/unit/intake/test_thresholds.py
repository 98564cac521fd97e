"""From when on the desk does something of itself is the policy's to say."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from intake.regulations.thresholds import Thresholds
from tests.unit.intake.talk import UNSCOPED, Talk, playbook


def rules(**more: Any) -> Thresholds:
    return Thresholds(**more)


def talk(**more: Any) -> Talk:
    policy = UNSCOPED.model_copy(update={"thresholds": rules(**more)})
    return Talk(playbook=playbook(policy))


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("20 minutes", timedelta(minutes=20)),
        ("1 hour", timedelta(hours=1)),
        ("31 days", timedelta(days=31)),
        ("90 seconds", timedelta(seconds=90)),
    ],
)
def test_a_length_of_time_is_read_and_told_alike(said: str, length: timedelta) -> None:
    found = rules(warn_staff=said)
    assert found.warn_staff == length
    assert Thresholds(**found.model_dump()) == found
    assert rules(warn_staff=length) == found


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"warn_staff": "soon"}, "a length of time is written"),
        ({"warn_staff": 20}, "a length of time is written"),
        ({"sure": 1.5}, "less than 1"),
        ({"sure": 0.2}, "what may be meant is less sure"),
        ({"close_draft": "1 hour"}, "a draft is closed after its reminder"),
    ],
)
def test_h15_what_cannot_be_is_refused(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        rules(**wrong)


def test_b14_a_draft_is_reminded_of_and_closed_when_the_policy_says() -> None:
    ana = talk(remind_draft="2 hours", close_draft="5 hours")
    ana.says("The checkout button does nothing at all")
    assert ana.state.remind_at == ana.now + timedelta(hours=2)


def test_f14_a_ticket_is_opened_again_as_long_as_the_policy_says() -> None:
    ana = talk(reopen_within="1 hour")
    ticket = ana.files_a_ticket()
    ana.closes(ticket.tid)
    ana.now += timedelta(hours=2)
    assert ana.commands("reopen", f"{ticket.tid} again")[0] == "reopen-too-late"


def test_an_answer_of_the_faq_is_shown_from_the_chance_that_the_policy_says() -> None:
    usual, strict = talk(), talk(sure=0.9999, maybe=0.9998)
    question = "White screen after an update"
    assert usual.says(question) != strict.says(question)
