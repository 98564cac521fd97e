"""Reading what people type for a field, and finding it in what they said before."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.dialogue import words
from intake.dialogue.answers import Accepted, Rejected, read
from intake.dialogue.lifting import lift, topic
from intake.regulations.policy import FormField, shipped
from tests.unit.intake.talk import playbook

INC = shipped("inc")


def field(name: str) -> FormField:
    found = INC.field(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("url", "https://shop.example.org/a?b=1", "https://shop.example.org/a?b=1"),
        ("url", "shop.example.org", "https://shop.example.org"),
        ("url", "  <http://intranet/> ", "http://intranet/"),
        ("url", "http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("url", "https://пример.рф/путь", "https://пример.рф/путь"),
        ("email", "Ana@Example.org", "Ana@example.org"),
        ("email", '"ana b"@example.org', '"ana b"@example.org'),
        ("email", "ana@münchen.de", "ana@münchen.de"),
        ("version", "20.5.100", "20.5.100"),
        ("version", "v21 SP1", "v21 SP1"),
        ("version", "unknown", "unknown"),
        ("edition", "Business", "business"),
        ("edition", "trial", "demo"),
        ("server", "nginx  1.25,\nPHP 8.3", "nginx 1.25, PHP 8.3"),
        ("problem", "  line one\nline two ", "line one\nline two"),
        ("reproducible", "yes", "yes"),
    ],
)
def test_what_is_taken(name: str, typed: str, value: str) -> None:
    assert read(field(name), typed) == Accepted(value)


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("url", "my site", "problem-url"),
        ("url", "ftp://example.org", "problem-url"),
        ("url", "javascript:alert(1)", "problem-url"),
        ("url", "localhost", "problem-url"),
        ("url", "https://user:pass@example.org", "problem-url"),
        ("url", "http://[::1", "problem-url"),
        ("url", "http://[abc:x]/", "problem-url"),
        ("url", "https://exa mple.org", "problem-url"),
        ("url", "https://a..b", "problem-url"),
        ("url", "https://ex<b>ample.org", "problem-url"),
        ("url", "https://" + "a" * 2000 + ".org", "problem-url"),
        ("email", "ana(at)example.org", "problem-email"),
        ("email", "a@b", "problem-email"),
        ("email", "ana@example.org\nBcc: all@example.org", "problem-email"),
        ("email", "ana@example.org, eva@example.org", "problem-email"),
        ("email", "Ana <ana@example.org>", "problem-email"),
        ("email", "a" * 250 + "@example.org", "problem-email"),
        ("version", "the newest", "problem-version"),
        ("version", "1" * 41, "problem-version"),
        ("edition", "Gold", "problem-choice"),
        ("reproducible", "perhaps", "problem-yes-no"),
        ("screenshots", "here", "problem-file-wanted"),
        ("server", "   ", "problem-empty"),
        ("server", "x" * 301, "problem-too-long"),
    ],
)
def test_b9_what_is_asked_again_and_why(name: str, typed: str, problem: str) -> None:
    verdict = read(field(name), typed)
    assert isinstance(verdict, Rejected)
    assert verdict.problem == problem


@given(st.sampled_from([each.id for each in INC.form]), st.text(max_size=200))
def test_anything_can_be_typed_into_any_field(name: str, typed: str) -> None:
    assert isinstance(read(field(name), typed), Accepted | Rejected)


def lifted(text: str) -> dict[str, str]:
    return {each.field: each.value for each in lift(text, INC)}


def test_url_version_edition_and_email_are_found_in_the_first_words() -> None:
    text = (
        "After updating to version 20.5.100 (Business edition) the catalogue at"
        " https://shop.example.org/catalog, is white. Write to ana@example.org."
    )
    assert lifted(text) == {
        "url": "https://shop.example.org/catalog",
        "version": "20.5.100",
        "edition": "business",
        "email": "ana@example.org",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("www.example.org is down", {"url": "https://www.example.org"}),
        ("v21.2 crashes", {"version": "21.2"}),
        ("edición Premium versión 21", {"version": "21", "edition": "premium"}),
        ("Lizenz: Ultimate", {"edition": "ultimate"}),
        ("after 20.5.7 it broke", {"version": "20.5.7"}),
        ("PHP 8.1.2 and MySQL version 8.0", {}),
        ("at 10.0.0.1 the server will start again", {}),
        ("Start of business: nothing works", {}),
        ("shop.example.com/cart is white", {"url": "https://shop.example.com/cart"}),
        ("on my-shop.example.co.uk.", {"url": "https://my-shop.example.co.uk"}),
        ("(see ejemplo.pe/pago)", {"url": "https://ejemplo.pe/pago"}),
        ("x.example.com or https://y.example.com", {"url": "https://y.example.com"}),
        ("docs-24.5.1.example.com", {"url": "https://docs-24.5.1.example.com"}),
        ("ASP.NET and booking.com, index.php/shop", {}),
        ("mail ana@shop.example.com", {"email": "ana@shop.example.com"}),
        ("com.example.community and a.b.company", {}),
        ("https:// is missing", {}),
        ("see http://user:pw@example.org", {}),
    ],
)
def test_only_what_surely_is_one_is_lifted(text: str, found: dict[str, str]) -> None:
    assert lifted(text) == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("shop.example.com: error 500, version 24.1.3", "error 500, version"),
        ("After 24.1.3 the page www.example.com/a is white", "After the page is white"),
        ("PHP version 8.3 and v24.5, mail ana@example.com", "PHP version 8.3 and v , mail"),
        ("https://example.com/a", "https://example.com/a"),
        ("White page", "White page"),
    ],
)
def test_the_faq_is_asked_about_the_problem_and_not_about_the_address(text: str, left: str) -> None:
    assert " ".join(topic(text).split()).lstrip(": ") == left


@pytest.mark.parametrize(
    "text",
    [
        "a" * 40_000,
        "a@" * 20_000,
        "a." * 20_000,
        "a.com/" * 8_000,
        "a.b.com" * 6_000,
        "1." * 20_000,
        "http://" * 6_000,
        "version " * 5_000,
        "x@" + "a." * 20_000 + "!",
        "v" * 40_000,
        " " * 40_000,
    ],
)
def test_b10_no_pattern_can_be_made_to_hang(text: str) -> None:
    started = time.process_time()
    lift(text, INC)
    topic(text)
    for each in INC.form:
        read(each, text)
    # A generous bound on work that is either linear (milliseconds) or explodes (minutes).
    assert time.process_time() - started < 2


def test_b3_what_cannot_be_stored_is_removed_or_replaced() -> None:
    assert words.clean("a\x00b\ud800c\ufeff\r\nd\x1b[31m\u0085\ufffee\tf\ufdd0") == (
        "ab\ufffdc\nd[31m\ufffde\tf\ufffd"
    )


def test_b1_everything_else_stays_as_it_was_typed() -> None:
    text = "e\u0301 ﬁ Ｗ \u202e rtl 👩‍👩‍👧 <b>&amp;</b> ' OR 1=1; --"
    assert words.clean(text) == text
    assert words.clean("plain words") == "plain words"


@given(st.text())
def test_cleaned_words_can_be_stored(text: str) -> None:
    cleaned = words.clean(text)
    assert "\x00" not in cleaned
    assert cleaned.encode().decode() == cleaned
    assert words.clean(cleaned) == cleaned


def test_names_are_one_short_line() -> None:
    assert words.name("Ana\nMaría\x07  " + "x" * 200) == ("Ana María " + "x" * 200)[:80]


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("  Skip! ", "en", "skip"),
        ("skip", "es", "skip"),
        ("Sí", "es", "yes"),
        ("sí", "en", ""),
        ("help me please", "en", ""),
        ("yes" * 20, "en", ""),
    ],
)
def test_short_phrases_stand_for_buttons(text: str, language: str, meant: str) -> None:
    assert words.meaning(text, language, playbook()) == meant
