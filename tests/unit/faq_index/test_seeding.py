"""Staff bring their FAQ as a spreadsheet or as JSON lines, and hear exactly what is wrong in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq_index.seeding import RowError, Seed, parse

HEADER = "id,question,answer,url,lang,tags,wordings,group"


def sheet(*rows: str) -> Seed:
    return parse("\n".join([HEADER, *rows]), name="faq.csv")


def lines(*rows: object) -> Seed:
    return parse("\n".join(map(json.dumps, rows)), name="faq.jsonl")


def reasons(seed: Seed) -> list[tuple[int, str]]:
    return [(error.line, error.reason) for error in seed.errors]


def test_a_row_of_a_spreadsheet_becomes_an_entry() -> None:
    seed = sheet(
        "pay,How do I pay?,By card.,https://x.example/pay,de-AT,card; cash,Bezahlen|Zahlen,"
    )
    (entry,) = seed.entries
    assert seed.errors == ()
    assert (entry.id, entry.question, entry.answer) == ("pay", "How do I pay?", "By card.")
    assert (entry.url, entry.language) == ("https://x.example/pay", "de")
    assert (entry.tags, entry.wordings) == (("card", "cash"), ("Bezahlen", "Zahlen"))


def test_json_lines_say_the_same_with_lists() -> None:
    seed = lines(
        {"id": 7, "question": "Q?", "tags": ["a", "b"], "wordings": ["R?"], "answer": None}
    )
    (entry,) = seed.entries
    assert (entry.id, entry.tags, entry.wordings) == ("7", ("a", "b"), ("R?",))
    assert (entry.answer, entry.language) == ("", "en")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("faq", '{"question": "Q?"}'),
        ("faq.NDJSON", '\ufeff\n{"question": "Q?"}\r\n'),
        ("faq.txt", "question\nQ?"),
        ("faq.csv", "\ufeff Question ;Colour\r\nQ?;red\r\n"),
        ("faq.tsv", "question\tlang\nQ?\ten\n"),
        ("faq.csv", '\n"question"\n"Q?"\n\n'),
    ],
)
def test_formats_are_told_by_name_or_content(name: str, text: str) -> None:
    seed = parse(text, name=name)
    assert seed.errors == ()
    assert [entry.question for entry in seed.entries] == ["Q?"]


def test_rows_of_one_group_become_one_entry_with_wordings() -> None:
    seed = sheet(
        "a,How do I pay?,,,en,card,,pay",
        "b,Other,,,,,,",
        "c,Can I use a card?,By card.,https://x.example,en,cash;card,How do I pay?,pay",
    )
    paying, other = seed.entries
    assert (paying.id, paying.question, paying.answer) == ("a", "How do I pay?", "By card.")
    assert (paying.url, paying.tags) == ("https://x.example", ("card", "cash"))
    assert paying.wordings == ("Can I use a card?",)
    assert other.id == "b"


def test_a_group_and_an_id_of_the_same_name_stay_apart() -> None:
    assert len(sheet("a,One?,,,,,,", "b,Two?,,,,,,a").entries) == 2


def test_without_an_id_the_same_question_gets_the_same_one() -> None:
    first, second = sheet(",How  do I PAY?,,,,,,"), sheet(",how do i pay?,,,,,,")
    assert first.entries[0].id == second.entries[0].id
    assert sheet(",how do i pay?,,,de,,,").entries[0].id != first.entries[0].id


def test_formulas_and_quoted_lines_stay_the_text_they_are() -> None:
    seed = sheet("=cmd|' /C calc'!A0,\"=1+1\nand more\",@sum,,,,,", "b,Next?,,,xyz,,,")
    assert seed.entries[0].id == "=cmd|' /C calc'!A0"
    assert seed.entries[0].question == "=1+1\nand more"
    assert [error.line for error in seed.errors] == [4]


def test_characters_that_no_one_can_see_or_store_are_cleaned() -> None:
    seed = lines({"question": "a\u0000b\u0007\ud800c\ufeff"})
    assert seed.entries[0].question == "ab\ufffdc"


def test_every_bad_row_is_reported_by_its_line_and_the_good_ones_are_kept() -> None:
    seed = sheet(
        "a,One?,,,,,,",
        "b,,,,,,,",
        '"c","Two',
        'lines?",,,,,,',
        "a,Three?,,,,,,",
        "e,Four?,,javascript:alert(1),,,,",
        "f,Five?,,,english,,,",
        "g,Six?,,,,,,,extra",
    )
    assert reasons(seed) == [
        (3, "The column 'question' is empty."),
        (6, "The column 'id' (or, without one, 'question') says the same as line 2."),
        (7, "The column 'url' must begin with https:// or http://."),
        (8, "The column 'lang' must be a two-letter language code, such as 'en'."),
        (9, "The row has 9 cells, but 8 columns."),
    ]
    assert [entry.id for entry in seed.entries] == ["a", "c"]


def test_a_sheet_without_questions_is_told_once() -> None:
    seed = parse("title,text\na,b\nc,d\n", name="faq.csv")
    assert reasons(seed) == [(1, "The column 'question' is missing; there are: title, text.")]


def test_a_quote_that_never_ends_is_reported_where_it_begins() -> None:
    seed = sheet("a,One?,,,,,,", 'b,"Two?,,,,,,', "c,Three?,,,,,,")
    assert reasons(seed) == [(3, "The row cannot be read: unexpected end of data.")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "The line is not JSON."),
        ("[" * 100_000, "The line is not JSON."),
        ("[]", "The line is not a JSON object."),
        ("{}", "The column 'question' is empty."),
        ('{"question": {}}', "The column 'question' is neither a text nor a list of texts."),
        (
            '{"question": "Q", "tags": [1]}',
            "The column 'tags' is neither a text nor a list of texts.",
        ),
        ('{"question": ["Q"]}', "The column 'question' must be one text, not a list."),
        ('{"question": "Q", "group": ["a"]}', "The column 'group' must be one text, not a list."),
    ],
)
def test_a_bad_json_line_is_told_in_one_sentence(row: str, reason: str) -> None:
    seed = parse(f'{{"question": "Good?"}}\n{row}', name="faq.jsonl")
    assert seed.errors == (RowError(2, reason),)
    assert len(seed.entries) == 1


def test_an_empty_file_holds_nothing() -> None:
    assert parse("", name="faq.csv") == parse("\n\n", name="faq.jsonl") == Seed((), ())


@given(st.text(), st.sampled_from(["faq.csv", "faq.jsonl", "faq"]))
def test_no_text_at_all_makes_it_stumble(text: str, name: str) -> None:
    seed = parse(f"question,answer\n{text}", name=name)
    assert all(entry.question for entry in seed.entries)
    assert all(error.line >= 1 and error.reason.endswith(".") for error in seed.errors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Question,anwser,group\nHow?,So.,a", "faq.csv"),
        ('{"question": "How?", "anwser": "So."}', "faq.jsonl"),
        ("question: How?\nanwser: So.", "faq.yaml"),
    ],
)
def test_a_column_that_no_entry_has_is_named(text: str, name: str) -> None:
    seed = parse(text, name=name)
    assert (len(seed.entries), seed.unread) == (1, ("anwser",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Question,Link,language\nA?,javascript:1,en\nB?,,english\n,,", "faq.csv"),
        (
            '{"question": "A?", "Link": "javascript:1"}\n{"question": "B?", "language": "english"}',
            "faq.jsonl",
        ),
        ("- question: A?\n  Link: javascript:1\n- question: B?\n  language: english", "faq.yaml"),
    ],
)
def test_what_is_wrong_is_told_by_the_names_of_the_file(text: str, name: str) -> None:
    assert [error.reason for error in parse(text, name=name).errors] == [
        "The column 'Link' must begin with https:// or http://.",
        "The column 'language' must be a two-letter language code, such as 'en'.",
    ]


def test_two_columns_for_one_thing_are_refused() -> None:
    seed = parse("question,link,URL\nHow?,https://x.example/a,https://x.example/b", name="faq.csv")
    assert seed.errors == (RowError(1, "The columns 'link' and 'URL' are the same one."),)
