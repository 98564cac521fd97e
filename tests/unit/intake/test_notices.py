"""R36: what the desk announces is shown to whoever starts a talk in that time, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import resources

import pytest

from intake.dialogue.messages import Text
from intake.dialogue.noticing import is_order
from intake.dialogue.replies import NoticeList, NoticeShown
from intake.dialogue.staffing import ordered
from intake.dialogue.turn import Announce, EndNotice
from intake.notices import Notice, NoticeId, planned
from intake.regulations.policy import PolicyInvalid, read, shipped
from tests.unit.intake.standings import ODD
from tests.unit.intake.talk import MONDAY, Talk, playbook

INC = resources.files("intake.regulations").joinpath("inc.toml").read_text("utf-8")
KIM = "telegram:9"
NOTICE = Notice(
    "maintenance",
    {"en": "We move to another house", "es": "Nos mudamos"},
    MONDAY,
    MONDAY + timedelta(hours=2),
    "cli",
    NoticeId(7),
)


def during(*notices: Notice, language: str = "en") -> Talk:
    return Talk(language=language, playbook=replace(playbook(), notices=notices))


def kim() -> Talk:
    """Of the staff; the desk is in New York, where it is four in the morning."""
    return Talk(KIM, playbook=playbook(staff=(KIM,)))


def text(talk: Talk) -> str:
    return next(each.text for each in talk.replies if isinstance(each, NoticeShown))


@pytest.mark.parametrize("opening", ["hello", ODD])
def test_r36_whoever_starts_a_talk_is_shown_what_is_announced_once(opening: str) -> None:
    ana = during(NOTICE)
    assert ana.says(opening)[0] == "notice"
    assert "notice" not in ana.says("It began this morning")
    ana.commands("cancel")
    assert "notice" not in ana.says("Something else is wrong as well")


def test_a_file_starts_a_talk_too() -> None:
    assert during(NOTICE).sends("a.png")[0] == "notice"


def test_nothing_is_shown_before_it_begins_and_after_it_ends() -> None:
    early = during(replace(NOTICE, starts=MONDAY + timedelta(hours=1)))
    late = during(replace(NOTICE, ends=MONDAY))
    assert "notice" not in early.says("hello") + late.says("hello")
    early.later(hours=1)
    assert early.says(ODD)[0] == "notice"


def test_nobody_is_interrupted_in_the_middle() -> None:
    ana = during()
    ana.says(ODD)
    ana.playbook = replace(ana.playbook, notices=(NOTICE,))
    assert ana.presses("no") == ["ask-url"]
    assert ana.commands("help") == ["help", "ask-url"]


def test_each_of_several_is_shown_once() -> None:
    other = replace(NOTICE, id=NoticeId(8))
    ana = during(NOTICE)
    ana.says("hello")
    ana.playbook = replace(ana.playbook, notices=(NOTICE, other))
    assert ana.says(ODD)[0] == "notice"
    assert ana.state.noticed == (7, 8)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "We move to another house"), ("es", "Nos mudamos"), ("de", "We move to another house")],
)
def test_it_is_shown_in_the_persons_language_where_it_can(language: str, said: str) -> None:
    ana = during(NOTICE, language=language)
    ana.says(ODD)
    assert text(ana) == said


def test_words_in_a_language_that_nobody_speaks_are_shown_all_the_same() -> None:
    only = replace(NOTICE, words={"fr": "Nous déménageons"})
    assert only.text("de") == "Nous déménageons"
    assert replace(NOTICE, words={"es": "Nos mudamos"}).text("es-419") == "Nos mudamos"
    assert replace(NOTICE, words={}).text("de") == ""


def announced(talk: Talk) -> Notice:
    (effect,) = (each for each in talk.effects if isinstance(each, Announce))
    return effect.notice


def test_staff_announce_an_incident_from_now_on() -> None:
    staff = kim()
    assert staff.commands("notice", "incident 18:00 Payments fail") == ["notice-added", "notice"]
    notice = announced(staff)
    assert (notice.kind, notice.words, notice.by) == ("incident", {"en": "Payments fail"}, KIM)
    assert notice.starts == staff.now
    assert notice.ends == datetime(2026, 3, 2, 23, tzinfo=UTC)


def test_days_are_meant_whole_by_the_desks_calendar() -> None:
    staff = kim()
    staff.commands("notice", "holiday 2026-12-24 2026-12-26 We are closed")
    notice = announced(staff)
    assert notice.starts == datetime(2026, 12, 24, 5, tzinfo=UTC)
    assert notice.ends == datetime(2026, 12, 27, 5, tzinfo=UTC)
    assert notice.words == {"en": "We are closed"}


@pytest.mark.parametrize("between", ["T", " "])
def test_hours_of_a_day_may_be_written_both_ways(between: str) -> None:
    staff = kim()
    span = f"2026-04-01{between}22:00 2026-04-02{between}02:00"
    staff.commands("notice", f"maintenance {span} We move")
    notice = announced(staff)
    assert notice.starts == datetime(2026, 4, 2, 2, tzinfo=UTC)
    assert notice.ends - notice.starts == timedelta(hours=4)


@pytest.mark.parametrize(
    "order",
    [
        "incident",
        "incident Payments fail",
        "incident 18:00",
        "party 18:00 Come all",
        "incident 25:99 Payments fail",
        "incident 2026-02-30 Payments fail",
        "holiday 9999-12-31 For ever",
        "incident 03:00 Over already",
        "holiday 2026-12-26 2026-12-24 Backwards",
    ],
)
def test_what_cannot_be_read_is_told_how_to_write(order: str) -> None:
    staff = kim()
    assert staff.commands("notice", order) == ["notice-usage"]
    assert staff.effects == []


def test_staff_list_and_end_what_stands() -> None:
    staff = kim()
    assert staff.commands("notice") == ["notice-none"]
    staff.playbook = replace(staff.playbook, notices=(NOTICE,))
    assert staff.commands("notice") == ["notice-list"]
    (listed,) = staff.replies
    assert isinstance(listed, NoticeList)
    assert [each.number for each in listed.items] == [7]
    assert staff.commands("notice", "end 8") == ["notice-unknown"]
    assert staff.commands("notice", "end 7") == ["notice-ended"]
    assert staff.effects == [EndNotice(NoticeId(7))]


def test_only_staff_announce() -> None:
    ana = Talk()
    assert ana.commands("notice", "incident 18:00 Payments fail") == ["help"]
    assert ana.effects == []


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("notice", True),
        ("notice end 7", True),
        ("notice end of the month", False),
        ("notice incident 18:00 Payments fail", True),
        ("notice incident reports are missing", False),
        ("notice that the cart is empty", False),
    ],
)
def test_an_order_without_its_slash_is_told_from_a_sentence(words: str, is_one: bool) -> None:
    assert (ordered(words) is not None) is is_one
    assert is_order(words.removeprefix("notice")) is is_one
    assert Text(words).text == words


PLANNED = """
[[notices]]
kind = "holiday"
from = 2026-12-24 12:00:00
until = 2027-01-07 00:00:00
words = { en = "We are back on 7 January." }

[[notices]]
kind = "maintenance"
from = 2026-12-24T12:00:00Z
until = 2026-12-24T14:00:00Z
words = { en = "We move house." }
"""


def test_r36_what_the_policy_announces_is_on_the_desks_clock_unless_it_names_an_offset() -> None:
    policy = read(INC + PLANNED)
    holiday, moving = planned(policy)
    assert holiday.starts.astimezone(UTC) == datetime(2026, 12, 24, 17, tzinfo=UTC)
    assert holiday.ends.astimezone(UTC) == datetime(2027, 1, 7, 5, tzinfo=UTC)
    assert moving.starts == datetime(2026, 12, 24, 12, tzinfo=UTC)
    assert planned(shipped("inc")) == ()


def test_what_the_policy_announces_is_shown_once_even_after_a_restart() -> None:
    policy = read(INC + PLANNED.replace("2026-12-24 12:00:00", "2026-01-01 00:00:00"))
    ana = during(*planned(policy))
    assert ana.says("hello")[0] == "notice"
    assert text(ana) == "We are back on 7 January."
    ana.playbook = replace(ana.playbook, notices=planned(read(INC + PLANNED)))
    ana.playbook = replace(ana.playbook, notices=planned(policy))
    assert "notice" not in ana.says(ODD)


def test_an_order_neither_lists_nor_ends_what_the_policy_announces() -> None:
    staff = kim()
    (holiday, _) = planned(read(INC + PLANNED))
    staff.playbook = replace(staff.playbook, notices=(holiday,))
    assert staff.commands("notice") == ["notice-none"]
    assert "notice-ended" not in staff.commands("notice", f"end {holiday.id}")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("2027-01-07", "2026-12-23", r"notices\[1\].until: a notice ends after it begins"),
        ("2027-01-07 00:00:00", "2027-01-07T00:00:00Z", r"notices\[1\].until: either both"),
        ('"holiday"', '"party"', r"notices\[1\].kind"),
        ('{ en = "We are back on 7 January." }', "{}", r"notices\[1\].words"),
    ],
)
def test_h15_a_notice_that_cannot_be_is_told(right: str, wrong: str, told: str) -> None:
    with pytest.raises(PolicyInvalid, match=told):
        read(INC + PLANNED.replace(right, wrong, 1))
