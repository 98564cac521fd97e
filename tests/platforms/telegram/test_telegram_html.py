"""Stories of markup: what a person sees of it, and what is refused."""

from __future__ import annotations

import pytest

from tests.platforms.telegram.entities import (
    Entity,
    Formatted,
    detected,
    given_entities,
    tidied,
)
from tests.platforms.telegram.html_reader import read_html
from tests.platforms.telegram.wire import Refusal


def seen(source: str) -> list[tuple[str, str]]:
    """Each entity's type and the characters under it."""
    read = tidied(read_html(source))
    return [(entity.type, read.under(entity)) for entity in read.entities]


def refusal(source: str) -> str:
    with pytest.raises(Refusal) as refused:
        read_html(source)
    return refused.value.description.removeprefix("Bad Request: can't parse entities: ")


def test_markup_becomes_formatting_and_escapes_become_characters() -> None:
    read = read_html('<b>Ana &amp; "Bo"</b> said &lt;i&gt; &#128512;&#x41;')
    assert read.text == 'Ana & "Bo" said <i> 😀A'
    assert read.entities == (Entity("bold", 0, 10),)


def test_offsets_count_utf16_units_as_telegram_does() -> None:
    assert read_html("😀😀<i>x</i>").entities == (Entity("italic", 4, 1),)
    assert seen("😀😀<i>x😀</i>") == [("italic", "x😀")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<strong>a</strong><em>b</em>", "bold italic"),
        ("<ins>a</ins><del>b</del>", "underline strikethrough"),
        ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "spoiler spoiler"),
        ("<blockquote>a</blockquote>", "blockquote"),
        ("<blockquote expandable>a</blockquote>", "expandable_blockquote"),
        ("<pre>a</pre><code>b</code>", "pre code"),
        ("<B>a</B>", "bold"),
        ("<b></b>plain", ""),
    ],
)
def test_each_tag_of_the_subset_is_known(source: str, expected: str) -> None:
    assert [kind for kind, _ in seen(source)] == expected.split()


def test_a_block_of_code_has_its_language_and_inline_code_has_none() -> None:
    block = read_html('<pre><code class="language-python">x = 1</code></pre>')
    assert block.entities == (Entity("pre", 0, 5, language="python"),)
    assert read_html('<code class="language-python">x</code>').entities == (Entity("code", 0, 1),)


def test_a_link_keeps_its_target_and_a_person_link_is_a_mention() -> None:
    link, mention = read_html(
        '<a href="https://a.example/?x=1&amp;y=2">one</a> <a href="tg://user?id=7">two</a>'
    ).entities
    assert (link.type, link.url) == ("text_link", "https://a.example/?x=1&y=2")
    assert (mention.type, mention.user_id) == ("text_mention", 7)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "http://localhost/x", "mailto:a", "/x"])
def test_a_link_to_nowhere_is_only_its_words(href: str) -> None:
    assert read_html(f'<a href="{href}">words</a>') == Formatted("words")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
        ("😀<ana@example.org>", 'Unsupported start tag "ana@example.org" at byte offset 4'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href>", 'Expected equal sign in declaration of an attribute of the tag "a"'),
        ("<i  ", "Unclosed start tag at byte offset 0"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_is_not_closed_or_not_known_is_refused_at_its_place(
    source: str, expected: str
) -> None:
    assert refusal(source).startswith(expected)


def test_half_a_surrogate_pair_is_refused() -> None:
    assert refusal("&#xDFDF;").startswith("Text contains invalid Unicode characters")


@pytest.mark.parametrize("literal", ["&nbsp;", "&", "&&", "&#;", "&lthello", "&#0;", "a & b"])
def test_what_is_no_escape_stays_as_it_is(literal: str) -> None:
    assert read_html(literal).text == literal


def test_control_characters_and_blank_ends_go_and_formatting_stays_in_place() -> None:
    words = tidied(read_html("\n a\r\x07\u202e<b>b\rc</b>d \n"))
    assert words.text == "a bcd"
    assert words.entities == (Entity("bold", 2, 2),)


def test_only_spaces_are_nothing() -> None:
    assert tidied(read_html(" <b> </b>\n")).text == ""


@pytest.mark.parametrize(("offset", "length"), [(-1, 2), (0, 9), (5, 1), (1, 2)])
def test_given_entities_lie_inside_of_the_text_and_between_symbols(
    offset: int, length: int
) -> None:
    with pytest.raises(Refusal, match="Bad Request: entity"):
        given_entities("😀ab", [{"type": "bold", "offset": offset, "length": length}])


def test_telegram_links_what_looks_like_a_link_but_never_inside_of_code() -> None:
    words = "ask @tidings_bot or ana@example.org at https://a.example/x, see b.example #now /help"
    plain = Formatted(words)
    assert [(e.type, plain.under(e)) for e in detected(plain)] == [
        ("mention", "@tidings_bot"),
        ("email", "ana@example.org"),
        ("url", "https://a.example/x"),
        ("url", "b.example"),
        ("hashtag", "#now"),
        ("bot_command", "/help"),
    ]
    assert detected(read_html(f"<code>{words}</code>")) == ()
