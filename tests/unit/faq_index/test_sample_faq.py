"""The FAQ that ships answers the questions that a newcomer tries first."""

from collections import Counter
from pathlib import Path

import pytest

from faq_index import SHOW, FaqIndex
from faq_index.seeding import parse

FILE = Path(__file__).parents[3] / "bot" / "sample_faq.jsonl"
SEED = parse(FILE.read_text("utf-8"), name=FILE.name)
FAQ = FaqIndex.build(SEED.entries)


def test_every_row_is_good_and_leads_to_the_documentation() -> None:
    assert SEED.errors == ()
    languages = Counter(entry.language for entry in SEED.entries)
    assert languages == {"en": 60, "es": 60, "de": 60}
    assert len({entry.url for entry in SEED.entries}) == len(SEED.entries)
    for entry in SEED.entries:
        assert entry.url.startswith("https://docs.larkspur.example/")
        assert entry.answer
        assert entry.wordings
        assert entry.tags


@pytest.mark.parametrize(
    ("said", "language", "id"),
    [
        ("my site is blank since i upgraded", "en", "en-white-screen"),
        ("forgot admin pasword", "en", "en-admin-password"),
        ("nach dem update ist die seite weiss", "de", "de-weisse-seite"),
        ("no me llegan correos", "es", "es-correo"),
        ("forgot admin password", "de", "en-admin-password"),
        ("my voucher is refused at the checkout", "en", "en-discount"),
        ("se ve mal en el celular", "es", "es-movil"),
        ("ich werde dauernd abgemeldet", "de", "de-abgemeldet"),
    ],
)
def test_a_newcomers_question_is_answered(said: str, language: str, id: str) -> None:
    assert FAQ.search(said, language=language, floor=SHOW)[0].entry.id == id


def test_what_an_entry_says_finds_it_first() -> None:
    for entry in SEED.entries:
        for said in (entry.question, *entry.wordings):
            found = FAQ.search(said, language=entry.language, floor=SHOW, limit=1)
            assert [match.entry.id for match in found] == [entry.id], said
