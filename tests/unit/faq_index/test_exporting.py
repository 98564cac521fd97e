"""What is exported is read back as it was: staff may work in a spreadsheet and lose nothing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq_index import KINDS, Entry, EntryId
from faq_index.seeding import Changes, Format, Source, compare, differences, export, parse
from faq_index.seeding.exporting import EXPORTED
from faq_index.seeding.rows import clean

PAY = Entry(
    id=EntryId("pay"),
    question="How do I pay?",
    tags=("a;b", "c"),
    wordings=("a | b", "[c]", "=1"),
    valid_until=date(2026, 12, 31),
)

texts = st.text(max_size=30).map(clean)
asked = texts.filter(bool)
lists = st.lists(asked, max_size=3, unique=True).map(tuple)
days = st.none() | st.dates()


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """What an import can make."""
    start, end = sorted([draw(days), draw(days)], key=str)
    return Entry(
        id=EntryId(draw(asked)),
        question=draw(asked),
        answer=draw(texts),
        url=draw(st.sampled_from(["", "https://x.example/a?b=c,d"])),
        language=draw(st.sampled_from(["en", "de", "ru"])),
        tags=draw(lists),
        wordings=draw(lists),
        kind=draw(st.sampled_from(KINDS)),
        product=draw(texts),
        published=draw(st.booleans()),
        valid_from=start,
        valid_until=end,
    )


faqs = st.lists(entries(), max_size=4, unique_by=lambda entry: entry.id)


@given(faqs, st.sampled_from([Format.CSV, Format.TSV, Format.JSON, Format.YAML]))
def test_importing_an_export_changes_nothing(faq: list[Entry], format: Format) -> None:
    seed = parse("".join(export(faq, format)), source=Source("", format))

    assert seed.errors == ()
    assert [*seed.entries] == faq
    assert compare(faq, seed.drafts) == Changes((), (), len(faq))


@pytest.mark.parametrize("format", EXPORTED)
def test_an_apostrophe_in_the_middle_is_the_writers_own(format: Format) -> None:
    """Only one that begins a cell tells a spreadsheet not to compute it."""
    entry = replace(PAY, question="Why does '-' mean '=1'?", answer="'@' is ''")
    text = "".join(export([entry], format))
    assert parse(text, source=Source("", format)).entries == (entry,)


def test_a_list_is_written_as_staff_would_where_that_can_be_read_back() -> None:
    plain = replace(PAY, tags=("card", "cash"), wordings=("Payment", "Money"))
    (_, written), (_, special) = (
        "".join(export([each], Format.CSV)).splitlines() for each in (plain, PAY)
    )
    assert "Payment | Money" in written
    assert "card; cash" in written
    assert '"[""a;b"", ""c""]"' in special


@pytest.mark.parametrize(
    "lines", ["a\nb", "a\r\nb", "a\rb\n c", " a\n\n\tb", "a\u2028b\nc", "- a:\n# b"]
)
def test_lines_are_written_as_lines_where_they_can_be_read_back(lines: str) -> None:
    entry = replace(PAY, answer=clean(lines))
    for format in (Format.YAML, Format.CSV, Format.JSON):
        text = "".join(export([entry], format))
        assert parse(text, source=Source("", format)).entries == (entry,)
    text = "".join(export([replace(PAY, answer="First.\nSecond.")], Format.YAML))
    assert "  answer: |-\n    First.\n    Second.\n" in text


@pytest.mark.parametrize("question", ["=1+1", "+49", "-", "@here", "'quoted'"])
def test_g7_no_exported_cell_is_computed_by_a_spreadsheet(question: str) -> None:
    text = "".join(export([replace(PAY, question=question)], Format.CSV))
    assert f",'{question}," in text


@given(st.text(max_size=40))
def test_a_cell_that_looks_like_a_list_and_is_none_is_text(text: str) -> None:
    seed = parse("", name="a.csv")
    assert seed.drafts == ()
    for cell in (f"[{text}", "[1, 2]", "[" * 100_000):
        row = "".join(export([replace(PAY, wordings=(cell[:900],))], Format.CSV))
        assert parse(row, name="a.csv").errors == ()


def test_entries_meet_by_id_or_else_by_question() -> None:
    chat = Entry(id=EntryId("chat-7"), question="Do you ship?", answer="Yes.", wordings=("Post?",))
    sheet = "id,question,answer\npay,How do I pay?,By card.\n,do you SHIP?,No.\n,New?,\n"
    changes = compare([PAY, chat], parse(sheet, name="a.csv").drafts)

    assert [entry.question for entry in changes.new] == ["New?"]
    (_, paying), (was, shipping) = changes.changed
    assert paying == replace(PAY, answer="By card.")
    assert (was, shipping.id, shipping.wordings) == (chat, "chat-7", ("Post?",))
    assert differences(was, shipping) == [
        ("question", "Do you ship?", "do you SHIP?"),
        ("answer", "Yes.", "No."),
    ]
    assert len(changes.entries) == 3
