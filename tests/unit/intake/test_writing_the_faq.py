"""Staff write and keep the FAQ from chat, whatever else they are in the middle of."""

from dataclasses import replace
from datetime import date

import pytest

from faq_index import Entry, EntryId
from intake.dialogue import entry_screens
from intake.dialogue.entry_form import problems, stamp
from intake.dialogue.messages import Command, CommandName, Pressed, Submitted
from intake.dialogue.replies import Ask, EntryCard, EntryForm, FoundEntries, Say
from intake.dialogue.state import Asking, State
from intake.dialogue.turn import ChangeEntry
from intake.regulations.policy import FieldId
from tests.unit.intake.talk import Talk, playbook

RESET = "How do I reset my password? | Open Settings and press Reset | https://x.example/reset"
WHITE = EntryId("white")


@pytest.fixture
def kim() -> Talk:
    """Staff."""
    return Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)))


def written(talk: Talk) -> Entry:
    """The one entry that was changed last."""
    return talk.changes[-1].entry


def card(talk: Talk) -> EntryCard:
    (found,) = (
        each.instead if isinstance(each, EntryForm) else each
        for each in talk.replies
        if isinstance(each, EntryCard | EntryForm)
    )
    assert isinstance(found, EntryCard)
    return found


def asked(talk: Talk) -> Ask:
    last = talk.replies[-1]
    found = last.instead if isinstance(last, EntryForm) else last
    assert isinstance(found, Ask)
    return found


def ids(talk: Talk) -> list[str]:
    (found,) = (each for each in talk.replies if isinstance(each, FoundEntries))
    return [item.id for item in found.items]


# --- question by question ------------------------------------------------------------------------


def test_an_entry_is_written_question_by_question(kim: Talk) -> None:
    assert kim.commands("faq", "add") == ["ask-faq-question"]
    assert kim.says("How do I reset my password?") == ["found-shown-now", "ask-faq-answer"]
    assert (asked(kim).number, asked(kim).of) == (2, 8)
    assert kim.says("Open Settings and press Reset") == ["ask-faq-url"]
    assert kim.says("https://x.example/reset") == ["ask-faq-kind"]
    assert kim.presses("option.documentation") == ["ask-faq-product"]
    assert kim.says("Portal") == ["ask-faq-tags"]
    assert kim.says("login, account; login") == ["ask-faq-language"]
    assert kim.presses("option.de") == ["ask-faq-wordings"]
    assert kim.says("I forgot my password\nno password") == ["card-new"]
    assert kim.changes == []
    assert kim.presses("save") == ["faq-saved"]
    assert replace(written(kim), id=EntryId("")) == Entry(
        id=EntryId(""),
        question="How do I reset my password?",
        answer="Open Settings and press Reset",
        url="https://x.example/reset",
        kind="documentation",
        product="Portal",
        tags=("login", "account"),
        language="de",
        wordings=("I forgot my password", "no password"),
    )
    assert kim.state.writing is None


def test_what_is_not_valid_today_answers_nobody_but_can_be_found_by_staff(kim: Talk) -> None:
    past = Entry(
        id=EntryId("sale"),
        question="When does the sale end?",
        answer="On Sunday.",
        valid_until=date(2000, 1, 1),
    )
    kim.playbook = replace(kim.playbook, faq=kim.playbook.faq.changed([past]))
    kim.commands("faq", "add")
    kim.says("When does the sale end?")
    assert ids(kim) == []
    assert "wording" not in kim.state.screen
    kim.commands("faq", "find when does the sale end")
    assert "sale" in ids(kim)


def test_what_need_not_be_said_can_be_skipped(kim: Talk) -> None:
    kim.commands("faq", "add")
    kim.says("How do I reset my password?")
    kim.says("Open Settings")
    assert kim.says("skip") == ["ask-faq-kind"]
    for field in ("product", "tags", "language", "wordings"):
        assert kim.presses("skip") == [f"ask-faq-{field}"]
    assert kim.presses("skip") == ["card-new"]
    kim.says("save")
    entry = written(kim)
    assert (entry.url, entry.kind, entry.language, entry.wordings) == ("", "faq", "en", ())


def test_whoever_has_said_enough_goes_to_the_card(kim: Talk) -> None:
    kim.commands("faq", "add How do I reset my password?")
    assert "done" not in kim.state.screen
    kim.says("Open Settings")
    assert kim.presses("done") == ["card-new"]
    kim.presses("edit.tags")
    assert "done" not in kim.state.screen


def test_without_an_answer_the_link_cannot_be_skipped(kim: Talk) -> None:
    kim.commands("faq", "add")
    assert "skip" not in kim.state.screen
    kim.says("How do I reset my password?")
    assert kim.presses("skip") == ["ask-faq-url"]
    assert "skip" not in kim.state.screen
    assert kim.says("   ") == ["ask-faq-kind"]
    for _ in range(5):
        kim.presses("skip")
    assert kim.presses("save") == ["problem-faq-nothing", "ask-faq-answer"]
    assert kim.says("Open Settings") == ["card-new"]


@pytest.mark.parametrize(
    ("reach", "typed", "problem"),
    [
        ("question", " \n", "problem-faq-empty"),
        ("question", "x" * 301, "problem-faq-too-long"),
        ("answer", "x" * 2001, "problem-faq-too-long"),
        ("url", "javascript:alert(1)", "problem-faq-url"),
        ("url", "our wiki", "problem-faq-url"),
        ("kind", "podcast", "problem-faq-kind"),
        ("product", "x" * 61, "problem-faq-too-long"),
        ("tags", ",".join(f"t{n}" for n in range(31)), "problem-faq-many"),
        ("language", "klingon", "problem-faq-language"),
        ("wordings", "\n".join(f"w{n}" for n in range(31)), "problem-faq-many"),
    ],
)
def test_a_bad_value_gets_one_sentence_and_the_rest_stays(
    kim: Talk, reach: str, typed: str, problem: str
) -> None:
    kim.commands("faq", f"add {RESET}")
    kim.presses(f"edit.{reach}")
    assert kim.says(typed) == [problem, f"ask-faq-{reach}"]
    assert kim.presses("back") == ["card-new"]
    assert kim.presses("save") == ["faq-saved"]
    assert written(kim).url == "https://x.example/reset"


def test_back_goes_to_the_question_before_with_its_answer(kim: Talk) -> None:
    kim.commands("faq", "add")
    assert "back" not in kim.state.screen
    kim.says("How do I reset my password?")
    assert kim.says("back") == ["ask-faq-question"]
    assert asked(kim).current == "How do I reset my password?"
    assert kim.says("skip") == ["found-shown-now", "ask-faq-answer"]
    kim.says("Open Settings")
    kim.presses("back")
    assert kim.presses("keep") == ["ask-faq-url"]


def test_a_value_can_be_emptied(kim: Talk) -> None:
    kim.commands("faq", f"add {RESET}")
    kim.presses("edit.url")
    assert kim.presses("clear") == ["card-new"]
    kim.presses("edit.answer")
    assert "clear" not in kim.state.screen
    kim.presses("keep")
    for field, typed in (("product", "P"), ("tags", "a"), ("wordings", "b"), ("kind", "Vídeo")):
        kim.presses(f"edit.{field}")
        kim.says(typed)
        kim.presses(f"edit.{field}")
        kim.says("") if field == "kind" else kim.presses("clear")
    kim.presses("edit.language")
    kim.says("")
    kim.presses("save")
    entry = written(kim)
    assert (entry.url, entry.product, entry.tags, entry.wordings) == ("", "", (), ())
    assert (entry.kind, entry.language) == ("faq", "en")


def test_words_on_the_card_are_not_taken_for_anything(kim: Talk) -> None:
    kim.commands("faq", f"add {RESET}")
    assert kim.says("and more") == ["faq-press", "card-new"]


def test_an_answer_that_its_author_edits_is_corrected(kim: Talk) -> None:
    kim.commands("faq", "add")
    kim.says("How do I reset my pasword?", ref="q")
    kim.says("Open Settings", ref="a")
    assert kim.edits("q", " ") == ["problem-faq-empty"]
    assert kim.edits("other", "Something else") == []
    assert kim.edits("q", "How do I reset my password?") == ["corrected", "ask-faq-url"]
    kim.presses("done")
    assert kim.edits("a", "Open Settings, press Reset") == ["corrected", "card-new"]
    kim.presses("save")
    assert written(kim).question == "How do I reset my password?"
    assert written(kim).answer == "Open Settings, press Reset"


def test_an_edit_of_a_kept_entry_makes_it_nobodys_twin(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    kim.presses("edit.answer")
    kim.says("Wait", ref="a")
    assert kim.edits("a", "Wait a minute.") == ["corrected", "card-edited"]
    assert card(kim).twin == ""


# --- in one message ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        RESET,
        "How do I reset my password? | https://x.example/reset | Open Settings and press Reset",
        "question: How do I reset my password?\nAnswer: Open Settings\nand press Reset\n"
        "link: https://x.example/reset",
        "Frage: How do I reset my password?\nantwort: Open Settings and press Reset\n"
        "enlace: https://x.example/reset",
    ],
)
def test_an_entry_is_written_in_one_message(kim: Talk, typed: str) -> None:
    assert kim.commands("faq", f"add {typed}") == ["card-new"]
    assert kim.presses("save") == ["faq-saved"]
    entry = written(kim)
    assert entry.question == "How do I reset my password?"
    assert " ".join(entry.answer.split()) == "Open Settings and press Reset"
    assert entry.url == "https://x.example/reset"


def test_every_part_can_be_named_and_some_again(kim: Talk) -> None:
    kim.commands(
        "faq",
        "add question: Q 1\nanswer: A\nkind: forum\nproduct: P\ntags: a\nlanguage: es-PE\n"
        "wording: one\nwording: two | three",
    )
    kim.presses("save")
    entry = written(kim)
    assert (entry.kind, entry.product, entry.tags, entry.language) == ("forum", "P", ("a",), "es")
    assert entry.wordings == ("one", "two", "three")


def test_behind_the_link_stand_tags(kim: Talk) -> None:
    kim.commands("faq", "add Q 1 | A | https://x.example | a | b, c")
    kim.presses("save")
    assert written(kim).tags == ("a", "b", "c")


def test_a_question_alone_is_gone_on_with(kim: Talk) -> None:
    said = kim.commands("faq", "add How do I reset my password?")
    assert said == ["found-shown-now", "ask-faq-answer"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Q 1 | A | javascript:alert(1)", ["problem-faq-url", "ask-faq-url"]),
        ("Q 1 | | ftp://x.example/y", ["problem-faq-url", "ask-faq-url"]),
        ("question: Q 1\nkind: forum", ["problem-faq-nothing", "ask-faq-answer"]),
        ("answer: A", ["problem-faq-empty", "ask-faq-question"]),
        ("| A |", ["problem-faq-empty", "ask-faq-question"]),
    ],
)
def test_what_is_wrong_in_it_is_asked_for_and_nothing_else(
    kim: Talk, typed: str, said: list[str]
) -> None:
    assert kim.commands("faq", f"add {typed}") == said
    right = {"url": "https://x.example", "answer": "A", "question": "Q 1"}
    assert kim.says(right[asked(kim).field.removeprefix("faq-")]) == ["card-new"]
    kim.presses("save")
    assert written(kim).question == "Q 1"


def test_words_without_a_slash_are_the_same_order() -> None:
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)))
    assert kim.commands("faq", "no such thing") == ["faq-usage"]
    assert kim.commands("faq") == ["faq-usage"]


# --- what is there already -----------------------------------------------------------------------


def test_a_question_that_is_answered_already_can_become_a_wording(kim: Talk) -> None:
    said = kim.commands("faq", "add White page on the site after an update")
    assert said == ["found-twin", "ask-faq-answer"]
    assert ids(kim) == [WHITE]
    assert kim.presses("wording") == ["faq-wording-added"]
    assert written(kim).id == WHITE
    assert written(kim).wordings == (
        "blank screen after updating",
        "White page on the site after an update",
    )


def test_the_card_warns_of_it_too_and_saves_all_the_same(kim: Talk) -> None:
    kim.commands("faq", "add White page on the site after an update | Clear the cache")
    assert card(kim).twin == "The site shows a white page after an update"
    assert [item.id for item in card(kim).shown_now] == [WHITE]
    kim.presses("save")
    assert len(kim.faq) == 3


def test_an_answered_question_is_noticed_when_it_is_changed(kim: Talk) -> None:
    kim.commands("faq", f"add {RESET}")
    assert card(kim).twin == ""
    kim.presses("edit.question")
    kim.says("White page on the site after an update")
    assert card(kim).twin


def test_where_the_other_entry_is_gone_the_writing_goes_on(kim: Talk) -> None:
    kim.commands("faq", "add White page on the site after an update | Clear the cache")
    kim.state = replace(kim.state, writing=replace(kim.state.writing, twin=EntryId("nobody")))  # type: ignore[type-var]
    assert kim.presses("wording") == ["card-new"]
    assert kim.changes == []


# --- finding, changing, hiding -------------------------------------------------------------------


def test_entries_are_found_with_their_chances_and_buttons(kim: Talk) -> None:
    assert kim.commands("faq", "find white page") == ["found-found"]
    assert ids(kim)[0] == WHITE
    found = kim.replies[0]
    assert isinstance(found, FoundEntries)
    assert found.items[0].percent > 50
    assert [c.token for c in found.choices][:2] == ["*:faq-edit.white", "*:faq-hide.white"]
    assert kim.commands("faq", "find qqqq zzzz") == ["faq-none-found"]
    assert kim.commands("faq", "find") == ["faq-usage"]


def test_an_id_too_long_for_a_button_has_none_and_works_in_words(kim: Talk) -> None:
    long = EntryId("https://portal.example.org/articles/of/the/help/center/4711")
    kim.changes_entry(Entry(id=long, question="Odd invoices", answer="Ask."), "cli")
    kim.commands("faq", "find odd invoices")
    assert kim.replies[0].choices == ()
    assert kim.commands("faq", f"hide {long}") == ["faq-hidden"]
    assert not kim.faq[long].published


@pytest.mark.parametrize("named", ["white", "white page after an update"])
def test_an_entry_is_changed_from_its_card(kim: Talk, named: str) -> None:
    assert kim.commands("faq", f"edit {named}") == ["card-edited"]
    assert kim.presses("edit.answer") == ["ask-faq-answer"]
    assert asked(kim).current == "Turn on error output and clear the cache."
    assert kim.says("Clear the cache first.") == ["card-edited"]
    assert kim.presses("save") == ["faq-saved"]
    assert kim.faq[WHITE].answer == "Clear the cache first."
    assert kim.faq[WHITE].tags == ("update",)


def test_the_question_of_a_kept_entry_is_not_told_to_be_its_own_twin(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    kim.presses("edit.question")
    assert kim.says("The site shows a white page after updating") == ["card-edited"]
    assert card(kim).twin == ""


def test_words_that_mean_several_entries_list_them(kim: Talk) -> None:
    kim.changes_entry(
        Entry(
            id=EntryId("w2"),
            question="The site shows a white page after an update of it",
            tags=("update",),
            wordings=("blank screen after updating it",),
        ),
        "cli",
    )
    assert kim.commands("faq", "edit white page update site") == ["found-found"]
    assert kim.commands("faq", "edit") == ["faq-usage"]
    assert kim.commands("faq", "hide qqqq zzzz") == ["faq-none-found"]


def test_nothing_different_changes_nothing(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    assert kim.presses("save") == ["faq-unchanged"]
    assert kim.changes == []


def test_hiding_is_confirmed_and_taken_back(kim: Talk) -> None:
    assert kim.commands("faq", "hide white") == ["card-hide"]
    assert kim.changes == []
    press = next(c.token for c in kim.replies[0].choices if "gone" in c.token)
    assert kim.hears(Pressed(press)) == ["faq-hidden"]
    assert not kim.faq[WHITE].published
    assert kim.commands("faq", "hide white") == ["faq-hidden-already"]
    assert kim.commands("faq", "undo") == ["card-undone"]
    assert kim.faq[WHITE].published


def test_a_hidden_entry_can_be_shown_again(kim: Talk) -> None:
    kim.changes_entry(replace(kim.faq[WHITE], published=False), "cli")
    assert kim.commands("faq", "show white") == ["card-look"]
    assert card(kim).hidden
    press = next(c.token for c in kim.replies[0].choices if "back" in c.token)
    assert kim.hears(Pressed(press)) == ["faq-shown"]
    assert kim.faq[WHITE].published
    assert kim.hears(Pressed("*:faq-back.0.white")) == ["card-changed"]
    assert kim.hears(Pressed("*:faq-gone.0.nobody")) == ["faq-gone"]


def test_an_entry_is_shown_with_who_changed_it(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    kim.presses("edit.product")
    kim.says("Shop")
    kim.presses("save")
    assert kim.commands("faq", "show white") == ["card-look"]
    assert [each.by for each in card(kim).changes] == ["telegram:9"]
    assert ("product", "Shop") in card(kim).fields


# --- taking back ---------------------------------------------------------------------------------


def test_the_last_change_is_taken_back_and_that_too(kim: Talk) -> None:
    kim.commands("faq", f"add {RESET}")
    kim.presses("save")
    new = written(kim)
    assert kim.commands("faq", "undo") == ["card-undone"]
    assert kim.faq[new.id] == replace(new, published=False)
    press = kim.replies[0].choices[0].token
    assert kim.hears(Pressed(press)) == ["card-undone"]
    assert kim.faq[new.id] == new


def test_the_last_change_of_an_entry_is_taken_back_whoever_made_it(kim: Talk) -> None:
    before = kim.faq[WHITE]
    kim.changes_entry(replace(before, answer="Wait."), "cli")
    assert kim.commands("faq", "undo white") == ["card-undone"]
    assert kim.faq[WHITE] == before
    assert kim.commands("faq", "undo mail") == ["faq-nothing-to-undo"]
    assert kim.commands("faq", "undo nobody") == ["faq-gone"]


def test_what_somebody_else_changed_since_is_not_taken_back(kim: Talk) -> None:
    assert kim.commands("faq", "undo") == ["faq-nothing-to-undo"]
    kim.commands("faq", "edit white")
    kim.presses("edit.answer")
    kim.says("Wait.")
    kim.presses("save")
    undo = kim.replies[0].choices[0].token
    kim.changes_entry(replace(kim.faq[WHITE], answer="Do not wait."), "cli")
    assert kim.commands("faq", "undo") == ["card-changed"]
    assert kim.hears(Pressed(undo)) == ["card-changed"]
    assert kim.faq[WHITE].answer == "Do not wait."


# --- two at once ---------------------------------------------------------------------------------


def test_g12_the_second_of_two_sees_what_the_first_made_of_it(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    kim.presses("edit.answer")
    kim.says("Mine.")
    kim.changes_entry(replace(kim.faq[WHITE], answer="Theirs.", tags=("theirs",)), "telegram:8")
    assert kim.presses("save") == ["card-changed", "card-edited"]
    theirs, mine = kim.replies
    assert isinstance(theirs, EntryCard)
    assert isinstance(mine, EntryCard)
    assert ("answer", "Theirs.") in theirs.fields
    # What I changed stays mine; what only they changed is theirs.
    assert {("answer", "Mine."), ("tags", "theirs")} <= set(mine.fields)
    assert kim.faq[WHITE].answer == "Theirs."
    assert kim.presses("save") == ["faq-saved"]
    assert (kim.faq[WHITE].answer, kim.faq[WHITE].tags) == ("Mine.", ("theirs",))


def test_hiding_an_entry_that_was_changed_shows_it_first(kim: Talk) -> None:
    kim.commands("faq", "hide white")
    press = kim.replies[0].choices[0].token
    kim.changes_entry(replace(kim.faq[WHITE], answer="Theirs."), "telegram:8")
    assert kim.hears(Pressed(press)) == ["card-changed"]
    assert kim.faq[WHITE].published


# --- beside everything else ----------------------------------------------------------------------


def test_ones_own_draft_waits_as_it_is(kim: Talk) -> None:
    kim.says("The checkout button does nothing at all")
    kim.presses("no")
    stage, draft = kim.state.stage, kim.state.draft
    assert stage == Asking(FieldId("url"))
    kim.commands("faq", f"add {RESET}")
    assert kim.sends("a.png") == ["faq-no-files", "card-new"]
    assert kim.commands("tickets") == ["no-tickets", "card-new"]
    assert kim.presses("save") == ["faq-saved", "ask-url"]
    assert (kim.state.stage, kim.state.draft) == (stage, draft)
    assert kim.says("https://shop.example.org") == ["ask-version"]


def test_a_problem_that_was_asked_for_is_asked_for_again_where_a_draft_waits(kim: Talk) -> None:
    kim.sends("a.png")
    kim.commands("faq", "add")
    assert kim.presses("cancel") == ["faq-cancelled", "ask-problem"]


def test_an_entry_is_laid_aside_and_gone_on_with(kim: Talk) -> None:
    kim.commands("faq", "add")
    kim.says("How do I reset my password?")
    assert kim.commands("cancel") == ["faq-aside"]
    assert kim.says("hello") == ["greeting"]
    assert kim.commands("faq", "add") == ["faq-waiting"]
    assert kim.commands("faq", "edit white") == ["faq-waiting"]
    assert kim.commands("faq") == ["ask-faq-answer"]
    assert kim.says("cancel") == ["faq-aside"]
    assert kim.hears(Pressed("*:faq-resume")) == ["ask-faq-answer"]
    assert kim.hears(Pressed("*:faq-drop")) == ["faq-dropped"]
    assert kim.hears(Pressed("*:faq-drop")) == ["faq-dropped"]
    assert kim.hears(Pressed("*:faq-resume")) == ["faq-usage"]


def test_an_entry_without_a_word_is_not_kept_waiting(kim: Talk) -> None:
    kim.commands("faq", "add")
    assert kim.presses("cancel") == ["faq-cancelled"]
    assert kim.state.writing is None
    kim.commands("faq", "edit white")
    assert kim.presses("cancel") == ["faq-cancelled"]


@pytest.mark.parametrize("said", [Command(CommandName.NEW), Command(CommandName.START)])
@pytest.mark.parametrize("button", ["new", "reply"])
def test_turning_to_something_else_lays_it_aside(kim: Talk, said: Command, button: str) -> None:
    ticket = kim.files_a_ticket()
    pressed = Pressed("*:new" if button == "new" else f"*:reply.{ticket.tid}")
    for turned in (said, pressed):
        kim.commands("faq", f"add {RESET}")
        assert kim.hears(turned)[0] == "faq-left"
        assert kim.state.writing
        assert kim.state.writing.aside
        kim.hears(Pressed("*:faq-drop"))
    assert kim.says("It still happens, and more often") != ["faq-press", "card-new"]


def test_staff_orders_are_carried_out_in_between(kim: Talk) -> None:
    kim.commands("faq", "add")
    assert kim.commands("queue") == ["queue-empty"]
    assert kim.commands("faq", "find mail") == ["found-found"]
    assert kim.says("How do I reset my password?") == ["found-shown-now", "ask-faq-answer"]


def test_an_old_button_shows_where_the_writing_stands(kim: Talk) -> None:
    kim.says("The checkout button does nothing at all")
    old = kim.token("yes")
    kim.commands("faq", "add")
    assert kim.hears(Pressed(old)) == ["question-passed", "ask-faq-question"]


def test_whoever_is_no_longer_of_the_staff_writes_no_more(kim: Talk) -> None:
    kim.commands("faq", f"add {RESET}")
    save = kim.token("save")
    kim.playbook = replace(kim.playbook, staff=frozenset())
    assert kim.hears(Pressed(save)) == ["question-passed"]
    assert kim.state.writing is None
    assert kim.changes == []


# --- anybody else --------------------------------------------------------------------------------


@pytest.mark.parametrize("argument", ["", "add", "find mail", "edit white", "hide white", "undo"])
def test_anybody_else_gets_the_help_text(argument: str) -> None:
    ana = Talk()
    assert ana.commands("faq", argument) == ["help"]
    assert ana.changes == []


def test_nobody_else_gets_anywhere_by_buttons_or_forms() -> None:
    ana = Talk()
    for verb in ("add", "edit.white", "hide.white", "undo.x.white", "resume", "drop"):
        assert ana.hears(Pressed(f"*:faq-{verb}")) == ["question-passed"]
    gone = Pressed(f"*:faq-gone.{stamp(ana.faq[WHITE])}.white")
    assert ana.hears(gone) == ["question-passed"]
    form = Submitted(EntryId(""), "", (("question", "Q"), ("answer", "A")))
    assert ana.hears(form) == ["help"]
    assert ana.changes == []


# --- as a form -----------------------------------------------------------------------------------


def form(talk: Talk) -> EntryForm:
    (found,) = (each for each in talk.replies if isinstance(each, EntryForm))
    return found


def submits(talk: Talk, form: EntryForm, **values: str) -> list[str]:
    filled = {**dict(form.fields), **values}
    return talk.hears(Submitted(form.id, form.stamp, tuple(filled.items()), form.miss))


def test_a_form_is_filled_in_and_kept_at_once(kim: Talk) -> None:
    kim.commands("faq", "add")
    assert form(kim).languages == ("en", "es", "de")
    assert submits(kim, form(kim), question="Reset a password?", answer="Settings") == ["faq-saved"]
    assert written(kim).question == "Reset a password?"
    assert kim.state.writing is None


def test_a_form_changes_an_entry(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    assert ("tags", "update") in form(kim).fields
    assert submits(kim, form(kim), answer="Wait.") == ["faq-saved"]
    assert kim.faq[WHITE].answer == "Wait."


def test_a_form_with_a_question_that_is_answered_already_is_asked_about(kim: Talk) -> None:
    kim.commands("faq", "add")
    twin = {"question": "White page on the site after an update", "answer": "Clear the cache"}
    assert submits(kim, form(kim), **twin) == ["card-new"]
    assert card(kim).twin
    assert kim.presses("wording") == ["faq-wording-added"]


def test_a_form_of_an_entry_that_was_changed_meanwhile_overwrites_nothing(kim: Talk) -> None:
    kim.commands("faq", "edit white")
    opened = form(kim)
    kim.changes_entry(replace(kim.faq[WHITE], answer="Theirs."), "telegram:8")
    assert submits(kim, opened, answer="Mine.") == ["card-changed", "card-edited"]
    assert kim.faq[WHITE].answer == "Theirs."
    assert kim.presses("save") == ["faq-saved"]
    assert kim.faq[WHITE].answer == "Mine."


def test_a_form_with_something_wrong_is_gone_on_with_in_words(kim: Talk) -> None:
    kim.commands("faq", "add")
    said = submits(kim, form(kim), question="Reset?", url="ftp://x.example")
    assert said == ["problem-faq-url", "ask-faq-url"]
    assert kim.says("https://x.example/reset") == ["card-new"]


def test_another_entry_in_the_works_is_not_lost_over_a_form(kim: Talk) -> None:
    kim.commands("faq", "edit mail")
    opened = form(kim)
    kim.commands("faq", f"add {RESET}")
    assert submits(kim, opened, answer="Look into the log.") == ["faq-saved"]
    assert kim.faq[EntryId("mail")].answer == "Look into the log."
    assert kim.commands("faq") == ["card-new"]


def test_an_entry_too_long_for_a_form_is_changed_in_words(kim: Talk) -> None:
    kim.changes_entry(replace(kim.faq[WHITE], answer="word " * 900), "cli")
    kim.commands("faq", "edit white")
    assert not any(isinstance(each, EntryForm) for each in kim.replies)
    assert kim.presses("edit.tags")
    assert kim.says("cache")
    assert kim.presses("save") == ["faq-saved"]
    assert len(kim.faq[WHITE].answer) > 4000


def test_a_change_names_what_it_replaces(kim: Talk) -> None:
    before = kim.faq[WHITE]
    kim.commands("faq", "edit white")
    kim.presses("edit.answer")
    kim.says("Wait.")
    kim.presses("save")
    (effect,) = (each for each in kim.effects if isinstance(each, ChangeEntry))
    assert effect == ChangeEntry(replace(before, answer="Wait."), before)
    assert isinstance(kim.replies[0], Say)


def test_a_form_is_judged_before_it_is_taken() -> None:
    assert problems({"question": "Q", "answer": "A"}) == {}
    assert set(problems({"question": " ", "url": "x", "tags": "y"})) == {"question", "url"}


def test_nothing_is_put_on_screen_where_nothing_is_written() -> None:
    with pytest.raises(ValueError, match="nothing is being written"):
        entry_screens.written(State())
