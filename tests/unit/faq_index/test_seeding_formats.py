"""Whatever staff have their FAQ in is read, and what is wrong in it is told by its line."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from faq_index import Entry
from faq_index.seeding import Format, RowError, Seed, Source, ending, parse, sniff

YAML = """\
# Our answers
- question: How do I pay?
  id: pay
  wordings: [Payment, "Can I use a card?"]
  answer: |
    By card.
    Or by invoice.
  valid_until: 2026-12-31
  version: 1.10
- question: 'no'
  tags: a; b
  answer: ~
"""
MARKDOWN = """\
---
lang: de
product: Larkspur
---
# Fragen und Antworten

Was uns oft gefragt wird.

## Bezahlen

### Wie bezahle ich?

Mit *Karte* oder auf [Rechnung](https://x.example/pay "Rechnung").
Geht sofort.

- Visa
- `Master`

1. eins

| a | b |
|---|---|
| 1 | 2 |

### Und zurück?

    return 1

tags: geld, zurück
link: <https://x.example/back>

## Liefert ihr?
Ja,\\
überallhin. Mehr: <https://x.example/ship>, nicht [hier](javascript:alert(1)).
"""
PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><title>Help</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": ["WebPage", "https://schema.org/FAQPage"], "mainEntity": [
  {"@type": "Question", "name": "How do I <b>pay</b>?",
   "acceptedAnswer": {"@type": "Answer",
    "text": "<p>By card.</p><ul><li>Visa</li></ul>See <a href='https://x.example/p'>this</a>"}},
  {"@type": "Question", "name": "Do you ship?", "inLanguage": "de",
   "suggestedAnswer": [{"text": "Yes &amp; fast"}]},
  {"@type": "Question", "name": "Why?", "acceptedAnswer": "?"}
 ]}]}</script>
<script type="application/ld+json">not json</script>
</head><body></body></html>
"""
MICRODATA = """\
<html><body><div itemscope itemtype="https://schema.org/FAQPage">
<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
 <h3 itemprop="name">How do I pay?</h3>
 <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
  <div itemprop="text">By card.<br>Or <a href="/local">not</a>.</div></div></div>
<div itemscope itemtype="https://schema.org/Question"><b itemprop="name">Silent?</b></div>
<div itemscope itemtype="https://schema.org/Question">nothing</div>
</div></body></html>
"""


def told(text: str, **known: object) -> list[RowError]:
    seed = parse(text, **known)  # type: ignore[arg-type]  # as parse takes them
    return [*seed.errors]


def only(seed: Seed) -> Entry:
    assert seed.errors == ()
    (entry,) = seed.entries
    return entry


def test_yaml_is_taken_as_it_is_written() -> None:
    paying, no = parse(YAML, name="faq.yaml").entries
    assert (paying.id, paying.answer) == ("pay", "By card.\nOr by invoice.")
    assert paying.wordings == ("Payment", "Can I use a card?")
    assert paying.valid_until == date(2026, 12, 31)
    assert (no.question, no.answer, no.tags) == ("no", "", ("a", "b"))


@pytest.mark.parametrize(
    "text",
    ["question: Q?", "faq:\n  - question: Q?", "---\n- question: Q?\n---\n", "- {question: Q?}"],
)
def test_yaml_may_hold_one_or_a_list_under_a_key(text: str) -> None:
    assert only(parse(text, name="a.yml")).question == "Q?"


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (BOMB, 2, "An alias (*name) is not taken; write it out."),
        ("- question: a\n  b: &x !!python/object:os.system 1\n  c: *x", 3, "An alias (*name)"),
        ("- [a]", 1, "The entry is not a mapping with the key 'question'."),
        ("- question: Q?\n- just text", 1, "The entry is not a mapping with the key 'question'."),
        ("just text", 1, "The entry is not a mapping with the key 'question'."),
        ("- question: Q?\n  answer: {a: b}", 1, "The column 'answer' is neither a text nor a list"),
        ("- question: Q?\n -", 2, "The text is not YAML: "),
        ("- question: How: so?", 1, "The text is not YAML: mapping values are not allowed"),
        ("- ? [a]\n  : b", 1, "The column 'question' is empty."),
        ("- " + "[" * 100_000, 1, "The text is nested too deeply for a FAQ."),
        ("- question: \x01", 1, "The text is not YAML: it holds characters that YAML has not."),
    ],
)
def test_what_is_wrong_in_yaml_is_one_sentence(text: str, line: int, reason: str) -> None:
    (error,) = told(text, name="a.yaml")
    assert (error.line, error.reason[: len(reason)]) == (line, reason)


def test_a_yaml_file_of_nothing_holds_nothing() -> None:
    assert parse("# nothing yet\n", name="a.yaml") == Seed((), ())


def test_headings_of_markdown_are_questions() -> None:
    paying, back, shipping = parse(MARKDOWN, name="faq.md").entries
    assert paying.question == "Wie bezahle ich?"
    assert paying.answer == (
        "Mit Karte oder auf Rechnung. Geht sofort.\n• Visa\n• Master\n1. eins\na b \n1 2"
    )
    assert (paying.url, paying.tags) == ("https://x.example/pay", ("Bezahlen",))
    assert (paying.language, paying.product) == ("de", "Larkspur")
    assert (back.question, back.answer) == ("Und zurück?", "return 1")
    assert (back.url, back.tags) == ("https://x.example/back", ("geld", "zurück"))
    assert shipping.answer.startswith("Ja,\nüberallhin. Mehr: https://x.example/ship, nicht")
    assert (shipping.url, shipping.tags) == ("https://x.example/ship", ())


def test_a_heading_without_an_answer_is_still_a_question_and_told_by_its_line() -> None:
    seed = parse("# A?\nYes.\n# B?\n# A?\nNo.\n", name="a.md")
    assert [entry.question for entry in seed.entries] == ["A?", "B?"]
    assert [error.line for error in seed.errors] == [4]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Some words.", 1, "There is no heading: each question is to be one, such as '## How …?'."),
        ("---\na: *b\n---\n# Q\nA", 2, "An alias (*name) is not taken; write it out."),
        ("---\n- a\n---\n# Q\nA", 1, "What stands between '---' must be keys and values."),
        ("---\nlang: {}\n---\n# Q\nA", 2, "The column 'lang' is neither a text nor a list"),
        ("---\n---\n# Q\nlang: x y", 3, "The column 'lang' must be a two-letter language code"),
    ],
)
def test_what_is_wrong_in_markdown_is_told(text: str, line: int, reason: str) -> None:
    (error,) = told(text, name="a.md")
    assert (error.line, error.reason[: len(reason)]) == (line, reason)


def test_a_page_with_a_faq_in_it_gives_its_questions() -> None:
    paying, shipping, why = parse(PAGE, source=Source("", url="https://x.example/faq")).entries
    assert paying.question == "How do I pay?"
    assert paying.answer == "By card.\n• Visa\nSee this (https://x.example/p)"
    assert (paying.url, paying.language) == ("https://x.example/p", "en")
    assert (shipping.answer, shipping.url) == ("Yes & fast", "https://x.example/faq")
    assert (shipping.language, why.answer) == ("de", "")


def test_a_question_of_a_page_is_told_by_its_line() -> None:
    page = PAGE.replace('"Why?"', '"Do you ship?", "inLanguage": "de"')
    assert [error.line for error in told(page)] == [10]


def test_a_question_that_the_page_spells_out_is_read_too() -> None:
    page = PAGE.replace('"Why?"', r'"Caf\u00e9?"')
    assert [entry.question for entry in parse(page).entries][2:] == ["Café?"]


def test_a_page_may_mark_its_faq_in_its_tags() -> None:
    paying, silent = parse(MICRODATA).entries
    assert (paying.question, paying.answer) == ("How do I pay?", "By card.\nOr not.")
    assert (paying.url, silent.question, silent.answer) == ("", "Silent?", "")


@pytest.mark.parametrize(
    "page",
    [
        "<html><title>Nothing here</title></html>",
        f'<html><script type="application/ld+json">{"[" * 100_000}</script></html>',
        f'<html><script type="application/ld+json">{"[" * 50}{"]" * 50}</script></html>',
        "<html>" + "<div>" * 50_000,
    ],
)
def test_a_page_without_a_faq_says_so(page: str) -> None:
    (error,) = told(page, name="a.html")
    assert error.reason.startswith("The page holds no FAQ that is marked as one")


def test_a_list_in_json_may_go_over_many_lines() -> None:
    seed = parse('[\n {"question": "A?"},\n\n {"question":\n ""}, 7\n]', name="faq.json")
    assert [entry.question for entry in seed.entries] == ["A?"]
    assert seed.errors == (
        RowError(4, "The column 'question' is empty."),
        RowError(5, "The value is not a JSON object."),
    )
    assert only(parse('[{"question": "A?"}]', name="x")).question == "A?"
    wrapped = parse('{\n"faqs": [\n{"question": "A?"}, {"question": ""}]}', name="x.json")
    assert (len(wrapped.entries), [error.line for error in wrapped.errors]) == (1, [3])
    assert told('[{"question": "A?"}', name="x.json") == [
        RowError(1, "From here on the file is not JSON.")
    ]


def test_columns_can_be_named_and_html_in_them_becomes_text() -> None:
    sheet = (
        "ID;NAME;DETAIL_TEXT;QUESTION;ACTIVE\n"
        '7;"Как &laquo;оплатить&raquo;?";"<p>Картой.<br>Или<script>x</script> <b>счётом</b>.</p>'
        '<table><tr><td>a</td><td>b</td></tr></table><a href=""https://x.example"">x.example</a>";q;Y\n'
        "8;Plain < text;5 > 4;q;N\n"
    )
    columns = {"question": "NAME", "answer": "detail_text", "published": "ACTIVE"}
    paying, plain = parse(sheet, source=Source("export.csv", columns=columns)).entries
    assert (paying.id, paying.question) == ("7", "Как «оплатить»?")
    assert paying.answer == "Картой.\nИли счётом.\na b\nx.example (https://x.example)"
    assert (plain.question, plain.answer, plain.published) == ("Plain < text", "5 > 4", False)
    assert (paying.url, plain.url) == ("https://x.example", "")


def test_columns_can_be_named_in_json_too() -> None:
    columns = {"question": "t", "wordings": "w"}
    row = json.dumps({"t": "A?", "w": ["<b>B?</b>", "C?"], "link": "https://x.example"})
    entry = only(parse(row, source=Source("a.jsonl", columns=columns)))
    assert (entry.wordings, entry.url) == (("B?", "C?"), "https://x.example")


def test_a_named_column_that_is_not_there_is_missed() -> None:
    columns = {"question": "NAME", "answer": "TEXT"}
    assert told("NAME,BODY\na,b", source=Source("a.csv", columns=columns)) == [
        RowError(1, "The column 'TEXT' is missing; there are: NAME, BODY.")
    ]


def test_what_goes_for_all_gives_way_to_what_a_row_says() -> None:
    source = Source("a.csv", defaults={"product": "Larkspur", "lang": "es"})
    first, second = parse("question,product\nA?,Rose\nB?,", source=source).entries
    assert [first.product, first.language] == ["Rose", "es"]
    assert second.product == ""


def test_what_a_spreadsheet_must_not_compute_may_be_guarded() -> None:
    assert only(parse("question,answer\n'=1+1,'tis", name="a.csv")).question == "=1+1"
    assert only(parse("question,answer\n'=1+1,'tis", name="a.csv")).answer == "'tis"


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("kind", "book", "The column 'kind' must be one of: faq, documentation, forum, video."),
        ("published", "maybe", "The column 'published' must be yes or no."),
        ("valid_from", "2026-02-30", "The column 'valid_from' must be a day, such as 2026-12-31."),
        ("answer", "x" * 20_001, "The column 'answer' is longer than 20,000 characters."),
        ("tags", "x" * 1_001, "The column 'tags' holds a text of more than 1,000 characters."),
        (
            "tags",
            ";".join(map(str, range(1_001))),
            "The column 'tags' holds more than 1,000 texts.",
        ),
    ],
)
def test_a_cell_that_says_nothing_possible_is_told(column: str, cell: str, reason: str) -> None:
    row = json.dumps({"question": "Q?", column: cell})
    (error,) = told(row, name="a.jsonl")
    assert (error.line, error.reason[: len(reason)]) == (1, reason)


def test_an_entry_cannot_end_before_it_begins() -> None:
    row = json.dumps({"question": "Q?", "valid_from": "2.1.2026", "valid_until": "2026-01-01"})
    assert told(row, name="a.jsonl") == [
        RowError(1, "The column 'valid_until' lies before 'valid_from'.")
    ]


def test_a_huge_cell_is_refused_where_it_stands() -> None:
    (error,) = told("question,answer\nA?,b\nC?," + "x" * 200_000, name="a.csv")
    assert error == RowError(3, "The row cannot be read: field larger than field limit (131072).")


SITEMAP = '<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


@pytest.mark.parametrize(
    ("text", "name", "format"),
    [
        ("question\tanswer\n", "", Format.TSV),
        ("question,answer", "faq.txt", Format.CSV),
        ("question,answer", "https://x.example/FAQ.TSV", Format.TSV),
        ('{"question": "?"}', "", Format.JSON),
        ("- question: A?", "", Format.YAML),
        ("---\n# c\n- question: A?", "", Format.YAML),
        ("Some words\n\n## A?", "", Format.MARKDOWN),
        ("A?\n===\n", "", Format.MARKDOWN),
        ("<!doctype HTML>", "faq.csv", Format.HTML),
        ("\n<html>", "", Format.HTML),
        ("<p>", "", Format.CSV),
        (SITEMAP, "faq.html", Format.SITEMAP),
    ],
)
def test_a_format_is_told_by_what_is_in_it(text: str, name: str, format: Format) -> None:
    assert sniff(text, name) is format


def test_a_format_can_be_forced_and_a_sitemap_is_none_of_ours() -> None:
    assert only(parse("question\nA?", source=Source("a.yaml", Format.CSV))).question == "A?"
    assert ending("a.md") is Format.MARKDOWN
    (error,) = told(SITEMAP)
    assert error.reason == "A sitemap leads to pages, and those have to be fetched."


def test_reading_tells_how_far_it_is() -> None:
    lines: list[int] = []
    tell: Callable[[int], None] = lines.append
    parse("question\n" + "\n".join(f"Number {n}?" for n in range(1_200)), name="a.csv", tell=tell)
    assert lines == [2, 502, 1002]
