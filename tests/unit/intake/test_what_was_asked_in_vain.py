"""Staff see what people asked in vain, and the words that found an answer, and decide on them."""

import pytest

from faq_index import EntryId
from faq_index.misses import Asked
from intake.dialogue.messages import Pressed, Submitted
from intake.dialogue.replies import Choice, EntryForm, MissedList, OfferedList
from intake.dialogue.turn import AnswerMisses, DecideWording
from intake.misses import OfferedWording, WordingId
from tests.unit.intake.talk import MONDAY, Talk, playbook

QUESTIONS = (
    ("How can I export my invoices?", "ana"),
    ("How do I export my invoices?", "bob"),
    ("export my invoices how", "eva"),
    ("The map shows the wrong country", "ana"),
)
WHITE = EntryId("white")


@pytest.fixture
def kim() -> Talk:
    """Staff, on the day after."""
    talk = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)))
    talk.misses = [
        Asked(number, words, "en", person, MONDAY)
        for number, (words, person) in enumerate(QUESTIONS, 1)
    ]
    talk.offered = [offered(1, "the screen is all empty"), offered(2, "no page at all")]
    return talk


def offered(number: int, words: str) -> OfferedWording:
    return OfferedWording(
        id=WordingId(number),
        entry=WHITE,
        language="en",
        words=words,
        conversation="telegram:42",
        at=MONDAY,
    )


def presses(talk: Talk, name: str) -> list[str]:
    return talk.hears(Pressed(f"*:faq-{name}"))


def answered(talk: Talk) -> list[AnswerMisses]:
    return [effect for effect in talk.effects if isinstance(effect, AnswerMisses)]


def decided(talk: Talk) -> list[DecideWording]:
    return [effect for effect in talk.effects if isinstance(effect, DecideWording)]


def tokens(choices: tuple[Choice, ...]) -> list[str]:
    return [each.token for each in choices]


def test_similar_questions_are_listed_together_with_how_many_asked(kim: Talk) -> None:
    assert kim.commands("faq", "misses") == ["missed-list", "offered-list"]
    missed, wordings = kim.replies
    assert isinstance(missed, MissedList)
    assert isinstance(wordings, OfferedList)
    assert [(item.people, item.times) for item in missed.items] == [(3, 3), (1, 1)]
    assert tokens(missed.choices)[:2] == ["*:faq-answer.1", "*:faq-dismiss.1"]
    assert wordings.items[0].title == kim.faq[WHITE].question
    assert tokens(wordings.choices)[:2] == ["*:faq-take.1", "*:faq-refuse.1"]


def test_more_than_fit_are_counted(kim: Talk) -> None:
    problems = (
        "printer jams", "cannot log in", "map of Chile", "charts without colours",
        "delivery took weeks", "archive refuses tax files",
    )  # fmt: skip
    kim.misses = [
        Asked(number, words, "en", "ana", MONDAY) for number, words in enumerate(problems, 1)
    ]
    kim.offered = [offered(number, f"words {number}") for number in range(1, 6)]
    kim.commands("faq", "misses")
    missed, wordings = kim.replies
    assert isinstance(missed, MissedList)
    assert isinstance(wordings, OfferedList)
    assert (len(missed.items), missed.more, wordings.more) == (5, 1, 2)


def test_where_nothing_waits_that_is_said(kim: Talk) -> None:
    kim.misses, kim.offered = [], []
    assert kim.commands("faq", "misses") == ["faq-no-misses"]


def test_an_entry_is_begun_with_peoples_own_words_and_answers_them(kim: Talk) -> None:
    assert presses(kim, "answer.2") == ["found-shown-now", "ask-faq-answer"]
    kim.says("In the menu Accounts, press Export.")
    for _ in range(5):
        kim.presses("skip")
    assert kim.presses("keep") == ["card-new"]
    assert kim.presses("save") == ["faq-saved-answer"]
    entry = kim.changes[-1].entry
    assert {entry.question, *entry.wordings} == {words for words, _ in QUESTIONS[:3]}
    assert answered(kim) == [AnswerMisses((1, 2, 3), entry.id)]  # type: ignore[arg-type]
    assert [each.number for each in kim.misses] == [4]


def test_nothing_personal_of_theirs_is_in_the_entry(kim: Talk) -> None:
    kim.misses = [
        Asked(1, "Where is the zebra module? My name is <name>, <e-mail>", "en", "ana", MONDAY),
        Asked(2, "zebra module where <name>", "en", "bob", MONDAY),
    ]
    presses(kim, "answer.1")
    (form,) = (each for each in kim.replies if isinstance(each, EntryForm))
    fields = dict(form.fields)
    assert {fields["question"], fields["wordings"]} == {
        "Where is the zebra module?",
        "zebra module where",
    }


def test_where_nothing_else_was_said_staff_see_that(kim: Talk) -> None:
    kim.misses = [Asked(1, "<e-mail>", "en", "eva", MONDAY)]
    presses(kim, "answer.1")
    (form,) = (each for each in kim.replies if isinstance(each, EntryForm))
    assert dict(form.fields)["question"] == "<e-mail>"


def test_a_form_begun_from_a_question_answers_it_too(kim: Talk) -> None:
    presses(kim, "answer.1")
    (form,) = (each for each in kim.replies if isinstance(each, EntryForm))
    filled = {**dict(form.fields), "answer": "Press Export."}
    said = kim.hears(Submitted(form.id, form.stamp, tuple(filled.items()), form.miss))
    assert said == ["faq-saved-answer"]
    assert len(answered(kim)[0].ids) == 3


def test_what_an_entry_answers_already_becomes_its_wording_and_is_answered(kim: Talk) -> None:
    kim.misses.append(Asked(5, "White page on the site after an update", "en", "bob", MONDAY))
    assert presses(kim, "answer.5") == ["found-twin", "ask-faq-answer"]
    assert kim.presses("wording") == ["faq-wording-added"]
    assert answered(kim)[0].entry == WHITE


def test_an_entry_that_comes_too_late_is_kept_all_the_same(kim: Talk) -> None:
    presses(kim, "answer.4")
    kim.says("Choose it in your profile.")
    kim.misses = []
    for _ in range(6):
        kim.presses("skip")
    assert kim.presses("save") == ["faq-saved"]
    assert answered(kim) == []


def test_what_is_nothing_for_the_faq_is_dismissed(kim: Talk) -> None:
    assert presses(kim, "dismiss.4") == ["faq-dismissed"]
    assert answered(kim) == [AnswerMisses((4,), EntryId(""))]  # type: ignore[arg-type]
    assert presses(kim, "dismiss.4") == ["faq-dealt-with"]
    assert presses(kim, "answer.4") == ["faq-dealt-with"]
    assert presses(kim, "answer.four") == ["faq-dealt-with"]


def test_an_entry_in_the_works_is_not_given_up_for_it(kim: Talk) -> None:
    kim.commands("faq", "add How do I reset my password?")
    assert presses(kim, "answer.4") == ["faq-waiting"]


def test_words_that_found_an_answer_are_taken_or_refused(kim: Talk) -> None:
    assert presses(kim, "take.1") == ["faq-wording-taken"]
    assert kim.faq[WHITE].wordings[-1] == "the screen is all empty"
    assert presses(kim, "refuse.2") == ["faq-wording-refused"]
    assert [(each.id, each.verdict) for each in decided(kim)] == [(1, "accepted"), (2, "refused")]
    assert presses(kim, "take.1") == ["faq-dealt-with"]
    assert presses(kim, "refuse.2") == ["faq-dealt-with"]
    assert kim.commands("faq", "undo") == ["card-undone"]


def test_nobody_else_sees_what_was_asked() -> None:
    ana = Talk()
    assert ana.commands("faq", "misses") == ["help"]
    for verb in ("answer", "dismiss", "take", "refuse"):
        assert ana.hears(Pressed(f"*:faq-{verb}.1")) == ["question-passed"]
