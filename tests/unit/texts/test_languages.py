"""R37: each language with its dates, its plurals, its direction, and the people who speak it."""

from datetime import UTC, datetime

import pytest

from bot.texts.direction import isolated
from bot.texts.phrasebook import LANGUAGES, Phrasebook
from bot.texts.screen import Paragraph, Quote, Role, Row, Screen
from bot.texts.voice import Voice
from bot.texts.words import spoken_language
from intake.dialogue.replies import Ask, Choice, FilesTaken, Review, ReviewLine, Say
from intake.regulations.tongues import base, closest
from tests.unit.texts.samples import INC, LIMA, TID, receipt, said, screen

LEFT, ANY, END, MARK = "\u2066", "\u2068", "\u2069", "\u200f"
PHRASES = Phrasebook()


def test_all_eleven_languages_of_the_regulations_are_spoken() -> None:
    assert set(LANGUAGES) == {
        "en", "es", "es-419", "de", "fr", "uk", "bg", "zh", "vi", "th", "fa",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        # Telegram's language_code and Slack's locale, as they come.
        ("es", "es"),
        ("es-ES", "es"),
        ("es-LA", "es-419"),
        ("es-MX", "es-419"),
        ("es_PE", "es-419"),
        ("es-419", "es-419"),
        ("zh-hans", "zh"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh"),
        ("fr-CA", "fr"),
        ("uk-UA", "uk"),
        ("fa-AF", "fa"),
        ("vi-VN", "vi"),
        ("th-TH", "th"),
        ("bg-BG", "bg"),
        ("ja-JP", "en"),
        ("", "en"),
    ],
)
def test_a_profiles_tag_leads_to_the_language_nearest_to_it(tag: str, language: str) -> None:
    assert spoken_language(tag) == language
    assert closest(tag, LANGUAGES) == language


def test_where_the_spanish_of_a_region_is_not_spoken_spanish_is() -> None:
    assert closest("es-MX", ("en", "es")) == "es"
    assert (base("es-419"), base("fa")) == ("es", "fa")


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "Nov 25, 2026, 6:00 PM"),
        ("es", "25/11/2026, 18:00"),
        ("es-419", "25/11/2026, 6:00 p.m."),
        ("zh", "2026-11-25 18:00"),
        ("de", "25.11.2026, 18:00 Uhr"),
        ("fr", "25 nov. 2026, 18:00"),
        ("uk", "25 лист. 2026 р., 18:00"),
        ("bg", "25.11.2026 г., 18:00"),
        ("vi", "25 thg 11, 2026, 18:00"),
        ("th", "25 พ.ย. 2026 18:00"),
    ],
)
def test_r37_a_date_is_written_as_the_language_does(language: str, date: str) -> None:
    assert date == brief(language)


def brief(language: str) -> str:

    at = datetime(2026, 11, 25, 23, tzinfo=UTC)
    return Voice(PHRASES, INC, language, LIMA).brief_moment(at)


@pytest.mark.parametrize(
    ("language", "due"),
    [
        ("es", "martes, 24/11/2026, 18:00"),
        ("es-419", "martes, 24/11/2026, 6:00 p.m."),
        ("zh", "2026-11-24 星期二 18:00"),
        ("fr", "mardi 24 novembre 2026 à 18:00"),
        ("fa", "سه‌شنبه 24 نوامبر 2026"),
    ],
)
def test_r37_so_is_the_day_of_a_promise(language: str, due: str) -> None:
    words = screen(receipt(), language).plain()
    assert due in words.translate(dict.fromkeys(map(ord, LEFT + ANY + END + MARK)))


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("uk", {1: "1 файл ", 3: "3 файли ", 5: "5 файлів", 21: "21 файл ", 22: "22 файли "}),
        ("bg", {1: "този файл", 5: "5 файла"}),
        ("fr", {1: "ce fichier", 2: "2 fichiers"}),
        ("zh", {1: "1 个文件", 5: "5 个文件"}),
        ("th", {1: "1 ไฟล์", 5: "5 ไฟล์"}),
    ],
)
def test_things_are_counted_as_the_language_counts(language: str, counts: dict[int, str]) -> None:
    for count, words in counts.items():
        assert words in PHRASES.counted("files-taken", language, count)


def spans(shown: Screen) -> list[tuple[str, Role]]:
    first = next(each for each in shown.blocks if isinstance(each, Paragraph))
    return [(each.text, each.role) for each in first.spans]


def test_r37_in_farsi_a_tid_is_isolated_and_copied_without_the_marks() -> None:
    shown = spans(screen(Say("follow-up-added", TID), "fa"))
    assert shown[0] == (MARK, Role.PLAIN)
    place = shown.index((TID, Role.CODE))
    assert (shown[place - 1], shown[place + 1]) == ((LEFT, Role.PLAIN), (END, Role.PLAIN))


def test_r37_in_farsi_an_address_is_isolated_too() -> None:
    card = Review((ReviewLine("url", "https://shop.example.org/a", lifted=False),), (), (), ())
    rows = [each for each in screen(card, "fa").blocks if isinstance(each, Row)]
    assert rows == [Row(f"{MARK}نشانی سایت", f"{ANY}https://shop.example.org/a{END}")]


def test_r37_every_line_of_ours_in_farsi_runs_from_right_to_left() -> None:
    for block in screen(receipt(), "fa").blocks:
        assert isinstance(block, Row | Paragraph)
        assert (block.label if isinstance(block, Row) else block.spans[0].text).startswith(MARK)


def test_somebodys_own_words_run_as_they_run() -> None:
    shown = screen(FilesTaken(("a.png",)), "fa")
    assert shown.blocks[-1] == Quote("a.png")


def test_only_farsi_runs_from_right_to_left() -> None:
    """The source calls Latin scripts so: an error of its own."""
    for language in LANGUAGES:
        words = screen(Ask("url", 1, 2, "x"), language).plain()
        assert (MARK in words) is (language == "fa")


def test_nothing_is_not_isolated() -> None:
    assert isolated("") == ""


def test_a_message_that_a_region_lacks_is_said_in_its_language() -> None:
    assert said(Say("resumed"), "es-419") == said(Say("resumed"), "es")


def test_a_button_that_is_only_a_name_holds_no_marks() -> None:
    choices = (
        Choice("1:a", "button-option", "edition.business"),
        Choice("1:b", "button-edit", "url"),
    )
    name, edit = screen(Say("greeting", choices=choices), "fa").buttons
    assert name.label == "Business"
    assert edit.label == f"ویرایش: {ANY}نشانی سایت{END}"


def test_r37_a_tid_and_an_address_in_our_own_words_are_isolated_too() -> None:
    assert (TID, Role.STRONG) in spans(screen(receipt(), "fa"))
    assert (LEFT, Role.PLAIN) in spans(screen(receipt(), "fa"))
    example = screen(Ask("url", 0, 0), "fa").plain().split("\n")[-1]
    assert example == f"{MARK}مثلاً: {LEFT}https://www.example.com/shop{END}"
    mistyped = screen(Ask("email", 0, 0, problem="problem-email"), "fa").plain()
    assert f"{LEFT}ana@example.com{END}." in mistyped
