"""Eleven files, one product: the same messages with the same arguments, each of them used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse, visitor

import bot
import intake
from bot.texts.phrasebook import ARGUMENTS, LANGUAGES, Phrasebook, source
from bot.texts.words import MEANINGS
from faq_index import KINDS
from intake import notices
from intake.access_data import ACCESS, Kind
from intake.dialogue.entry_form import FIELDS
from intake.dialogue.entry_replies import Why
from intake.regulations.attachments import Refusal
from intake.regulations.levels import Ground
from intake.regulations.policy import shipped
from intake.tickets import Reason, Status


def _ids(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SAID = _ids("""
    greeting intro ask-problem nothing-found form-begins desk-languages helped welcome group-pointer
    will-tell wont-tell now-answered takes-longer not-dealt-with
    answered-privately too-fast sorry-later cancelled nothing-to-cancel draft-waiting resumed
    dropped question-passed added-to-problem corrected message-cut follow-up-added
    correction-noted sort-words reply-invited ticket-is-closed tid-unknown tid-mistyped
    tid-wanted no-tickets language-which language-set language-unknown help help-staff
    unreadable-audio unreadable-sticker unreadable-place unreadable-command unreadable-other
    ask-usage ask-done note-usage note-done pass-usage pass-done beyond-usage beyond-done
    cannot-be-moved reopen-usage reopened reopen-too-late
    answer-sent answer-usage close-usage closed-by-you queue-empty
    access-hidden access-handed-over access-to-change report-found report-left-out
    draft-reminder draft-closed due-soon due-overdue
    problem-empty problem-too-long problem-url problem-email problem-version problem-choice
    problem-yes-no problem-required problem-file-wanted problem-too-many-files
    menu-new menu-status menu-tickets menu-language menu-cancel menu-help
    terminal-hint terminal-no-file terminal-goodbye menu-queue menu-faq
    faq-usage faq-press faq-aside faq-left faq-cancelled faq-unchanged faq-saved
    faq-wording-added faq-none-found faq-hidden faq-hidden-already faq-shown faq-nothing-to-undo
    faq-no-misses faq-dealt-with faq-dismissed faq-saved-answer faq-wording-taken
    faq-wording-refused faq-gone faq-waiting faq-dropped faq-no-files form-title
    desk-panel supervisor-usage supervisor-told supervisor-contact menu-supervisor
    scope-noted problem-topic menu-notice notice-added notice-ended notice-unknown notice-none
    notice-usage
    problem-faq-empty problem-faq-nothing problem-faq-too-long problem-faq-url problem-faq-kind
    problem-faq-language problem-faq-many
    code-sent code-soon code-wrong proven proven-by-link link-refused verify-usage verify-off
    forgotten ask-coupon coupon-taken coupon-refused coupon-removed coupon-when coupon-none
    menu-verify mail-code-subject mail-code-body
""")
PRESSED = _ids("""
    button-helped button-helped-by button-tell button-hush button-none button-skip
    button-back button-cancel button-keep button-unknown button-yes button-no button-done
    button-file button-edit button-option button-language
    button-supervisor button-covered button-beyond button-topic
    button-report-yes button-report-no
    button-resume button-drop button-new button-reply button-status button-tickets button-add-to
    button-new-problem button-help button-save button-clear button-undo button-kind
    button-faq-wording button-faq-resume button-faq-drop button-faq-add button-faq-edit
    button-faq-hide button-faq-gone button-faq-back button-edit-entry button-hide-entry
    button-code button-coupon button-uncoupon
    button-faq-answer button-faq-dismiss button-faq-take button-faq-refuse
""")
DRAWN = _ids("""
    language-name step current-value example-of ask-other suggestions-intro suggestions-outro
    suggestions-maybe
    review-title review-outro review-files review-related review-suggestions review-lifted
    refusal-kind-as
    review-skipped files-taken files-refused and-more receipt-title receipt-level receipt-due
    receipt-official receipt-once why-around-the-clock why-business-days
    why-business-days-weekend why-business-days-holiday why-business-days-closed
    why-business-days-break why-open-hours why-calendar-days span-hours span-days
    moment moment-at-desk moment-short ticket-status ticket-filed ticket-due ticket-reason
    ticket-post-client ticket-post-agent list-mine list-queue list-due agent-answer
    agent-answer-from ticket-closed ticket-closed-after
    ticket-moved-development ticket-moved-kept-level ticket-moved-beyond-scope
    ticket-moved-reopened
    found-nothing found-percent card-hidden card-twin card-changed-by card-changed-somehow
    complaint complaint-from
    notice-until notice-span notice-list topic-guess topic-ask topic-beyond scope-covers
    scope-outside scope-instead scope-others
    review-coupon review-coupon-spent raised raised-same ticket-unverified register-here renew-here
    ground-unproven-code field-faq-id missed-title missed-asked offered-title offered-for
""")
POLICIES = (shipped("inc"), shipped("es"))
NO_EXAMPLE = {"problem", "edition", "topic"}
PHRASES = Phrasebook()
UNPUNCTUATED = {"th"}
"""Thai has no full stop."""
NOTHING_OUTSIDE = {"orders", "general"}
CHOSEN = {"kind", "product", "language"}


def named() -> Iterator[str]:
    """Messages whose ids come from the product's own lists."""
    yield from (f"ground-{each}" for each in Ground)
    yield from (f"refusal-{each}" for each in Refusal)
    yield from (f"hidden-{each}" for each in Kind if each in ACCESS)
    yield from (f"reason-{each}" for each in Reason)
    yield from (f"status-{each}" for each in Status)
    yield from (f"words-{each}" for each in (*MEANINGS, "edit"))
    yield from (f"kind-{each}" for each in KINDS)
    yield from (f"notice-{each}" for each in notices.KINDS)
    yield from (f"card-{each}" for each in get_args(Why))
    yield from (f"found-{each}" for each in ("found", "shown-now", "twin"))
    for name in FIELDS:
        yield from (f"field-faq-{name}", f"ask-faq-{name}")
        if name not in CHOSEN:
            yield f"example-faq-{name}"
    for policy in POLICIES:
        yield from (f"level-{level.id}" for level in policy.levels)
        for topic in policy.topics:
            yield from (f"topic-{topic.id}", f"topic-{topic.id}-covers")
            if topic.id not in NOTHING_OUTSIDE:
                yield from (f"topic-{topic.id}-outside", f"topic-{topic.id}-instead")
        for field in policy.form:
            yield from (f"field-{field.id}", f"ask-{field.id}")
            if field.id not in NO_EXAMPLE:
                yield f"example-{field.id}"


NEEDED = {*SAID, *PRESSED, *DRAWN, *named()}


def entries(language: str) -> list[ftl.Message]:
    return [each for each in parse(source(language)).body if isinstance(each, ftl.Message)]


def messages(language: str) -> dict[str, ftl.Message]:
    return {each.id.name: each for each in entries(language)}


def arguments(message: ftl.Message) -> set[str]:
    found: set[str] = set()

    class Reader(visitor.Visitor):
        def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
            found.add(node.id.name)

    Reader().visit(message)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_needed_is_there_and_no_other(language: str) -> None:
    assert set(messages(language)) == NEEDED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_holds_nothing_but_messages_and_each_of_them_once(language: str) -> None:
    body = parse(source(language)).body
    assert [each.content for each in body if isinstance(each, ftl.Junk)] == []
    assert len(entries(language)) == len(messages(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_the_same_arguments_in_every_language(language: str) -> None:
    english = {key: arguments(message) for key, message in messages("en").items()}
    assert {key: arguments(each) for key, each in messages(language).items()} == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_arguments_are_known_and_a_plural_has_no_other_than_its_count(language: str) -> None:
    for key, message in messages(language).items():
        used = arguments(message)
        assert used == {"count"} or used <= set(ARGUMENTS), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_put_into_words(language: str) -> None:
    literal = {name: f"<{name}>" for name in ARGUMENTS}
    for key, message in messages(language).items():
        if "count" in arguments(message):
            assert PHRASES.counted(key, language, 1) != PHRASES.counted(key, language, 7)
        else:
            words = PHRASES.line(key, language, literal)
            assert words not in {"", key} or key in {"level-partner", "words-tickets"}, key
            assert all(f"<{name}>" in words for name in arguments(message)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_for_code_and_strong_words_are_closed_on_their_line(language: str) -> None:
    for key, message in messages(language).items():
        for line in _words(message).split("\n"):
            assert line.count("`") % 2 == 0, key
            assert line.count("_") % 2 == 0, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_voice_is_calm(language: str) -> None:
    for key, message in messages(language).items():
        assert not re.search("[!¡\U0001f300-\U0001faff\ue000-\uf8ff]", _words(message)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_went_wrong_with_an_answer_is_told_with_what_to_do(language: str) -> None:
    for key, message in messages(language).items():
        if key.startswith("problem-") and language not in UNPUNCTUATED:
            assert len(re.findall(r"[.:?؟](?:\s|$)|[。：？，]", _words(message))) >= 2, key


def test_every_key_that_the_talk_uses_has_words() -> None:
    assert {*_keys_of_the_talk()} - set(messages("en")) == set()


def test_every_message_that_is_listed_is_also_said() -> None:
    """A sentence that nobody ever reads would be kept in eleven languages for nothing."""
    folders = (Path(package.__path__[0]) for package in (intake, bot))
    code = "\n".join(path.read_text("utf-8") for each in folders for path in each.rglob("*.py"))
    by_name = re.compile("unreadable-|menu-")
    assert {key for key in SAID if not by_name.match(key) and f'"{key}"' not in code} == set()


def _keys_of_the_talk() -> Iterator[str]:
    for path in Path(intake.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Say"), args=[ast.Constant(value=str(key)), *_]):
                    yield key
                case ast.Constant(value=str(key)) if re.fullmatch(
                    r"(button|problem|unreadable)-[a-z-]*[a-z]", key
                ):
                    yield key


def _words(message: ftl.Message) -> str:
    return "".join(
        node.value for node in _nodes(message.value) if isinstance(node, ftl.TextElement)
    )


def _nodes(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, ftl.BaseNode):
        for value in vars(node).values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for each in node:
            yield from _nodes(each)
