"""Questions, suggestions, the review card, files: the right words in the right order."""

import pytest

from bot.texts.screen import Paragraph, Quote, Role, Row, Span
from bot.texts.words import Words
from faq_index import EntryId
from intake.dialogue.messages import FileId, RefusedFile
from intake.dialogue.replies import (
    Ask,
    FilesRefused,
    FilesTaken,
    Review,
    ReviewLine,
    Say,
    Suggested,
    Suggestions,
)
from intake.regulations.attachments import Refusal
from intake.regulations.policy import FieldId, FormField, Option, Policy
from intake.tickets import Reason
from tests.unit.texts.samples import (
    INC,
    SKIP,
    TID,
    said,
    screen,
    spans,
)

# The beginning


def test_the_greeting_says_what_this_is_and_what_it_is_not() -> None:
    """R5: only a ticket with a TID is official; R39: the person is told which desk this is."""
    greeting = said(Say("greeting"))
    assert greeting[0].startswith("Hello. This is the global support desk;")
    assert "not an official channel" in greeting[2]
    assert greeting[-1] == "What is wrong? Please tell me in your own words."


def test_a_tid_in_a_sentence_stands_out_to_be_copied() -> None:
    assert spans(screen(Say("follow-up-added", TID)), Role.CODE) == [TID]


def test_a_corrected_field_is_called_by_its_name() -> None:
    assert said(Say("corrected", "url"), "de") == [
        "Ihre Korrektur ist notiert: Adresse der Website."
    ]


def test_the_languages_of_the_desk_are_named_in_the_persons_own() -> None:
    """R38."""
    assert "answers in English." in said(Say("desk-languages", "en"))[0]
    assert "responde en inglés y alemán." in said(Say("desk-languages", "en,de"), "es")[0]
    assert "auf xx-unknown." in said(Say("desk-languages", "xx-unknown"), "de")[0]


def test_staff_are_shown_each_reason_with_its_meaning() -> None:
    """R32."""
    lines = said(Say("close-usage"))
    assert len(lines) == 1 + len(Reason)
    assert "no-access: The site cannot be reached with the access given" in lines


def test_staff_get_the_help_of_everybody_and_their_own() -> None:
    assert said(Say("help-staff"))[: len(said(Say("help")))] == said(Say("help"))
    assert "queue: " in screen(Say("help-staff")).plain()


# The form


def test_a_question_comes_with_its_place_its_example_and_the_answer_so_far() -> None:
    shown = screen(Ask("url", 3, 5, current="https://old.example", choices=SKIP))
    assert shown.blocks == (
        Paragraph((Span("3 of 5", Role.FAINT),)),
        Paragraph((Span("On which page does it happen? Please send its address.", Role.STRONG),)),
        Paragraph((Span("For example: https://www.example.com/shop", Role.FAINT),)),
        Paragraph((Span("Your answer so far:", Role.FAINT),)),
        Quote("https://old.example"),
    )
    assert [(each.token, each.label) for each in shown.buttons] == [("1:skip", "Skip")]


def test_what_was_wrong_comes_before_the_question() -> None:
    lines = said(Ask("server", 4, 5, problem="problem-too-long", about="300"))
    assert lines[0].startswith("This is longer than 300 characters.")
    assert lines[1] == "4 of 5"


def test_a_question_outside_the_round_has_no_place_in_it() -> None:
    assert said(Ask("email", 0, 0))[0].startswith("Which e-mail address")


@pytest.mark.parametrize(
    ("field", "current", "shown"),
    [
        ("edition", "demo", "Demo"),
        ("reproducible", "yes", "Ja"),
        ("configuration", "no", "Nein"),
        ("version", "unknown", "Weiß ich nicht"),
        ("version", "24.5", "24.5"),
        ("browser", "unknown", "unknown"),
        ("reproducible", "sometimes", "sometimes"),
    ],
)
def test_an_answer_so_far_is_shown_in_words(field: str, current: str, shown: str) -> None:
    assert said(Ask(field, 1, 2, current), "de")[-1] == shown


def vendors(**words: dict[str, str]) -> Words:
    own = FormField(
        id=FieldId("plan-tier"),
        kind="choice",
        options=(Option(id="xl", label={"fr": "Très grand"}),),
        **words,  # type: ignore[arg-type]  # the words of a policy: label, ask, example
    )
    return Words(with_form(*INC.form, own))


def with_form(*form: FormField) -> Policy:
    return Policy.model_validate(INC.model_dump() | {"form": [each.model_dump() for each in form]})


def test_a_vendors_own_field_is_asked_in_its_own_words() -> None:
    words = vendors(
        label={"en": "Plan", "de": "Tarif"},
        ask={"en": "Which plan?", "de": "Welcher Tarif?"},
        example={"en": "XL"},
    )
    asked = words.screen(Ask("plan-tier", 1, 2, "xl"), "de", "").plain().split("\n")
    assert asked[1:] == [
        "Welcher Tarif?",
        "Zum Beispiel: XL",
        "Ihre bisherige Antwort:",
        "Très grand",
    ]
    review = Review((ReviewLine("plan-tier", "xl", lifted=False),), (), (), ())
    assert "Tarif: Très grand" in words.screen(review, "de", "").plain()


def test_a_vendors_own_words_go_before_the_ones_that_ship() -> None:
    url = INC.form[4].model_copy(update={"label": {"en": "Shop"}, "ask": {"en": "Which shop?"}})
    words = Words(with_form(*INC.form[:4], url))
    assert "Which shop?" in words.screen(Ask("url", 1, 2), "es", "").plain()


def test_a_field_without_any_words_is_still_asked() -> None:
    assert "plan tier?" in vendors().screen(Ask("plan-tier", 1, 2), "en", "").plain()
    assert "retired field?" in said(Ask("retired-field", 1, 2, "x"))[1]


# Suggestions and review


def test_suggestions_are_links_of_the_desks_own() -> None:
    faq = Suggested(EntryId("1"), "How do I clear the cache?", "https://example.com/1", "Press it.")
    odd = Suggested(EntryId("2"), "Odd", "javascript:alert(1)", "")
    shown = screen(Suggestions((faq, odd)))
    links = [s for b in shown.blocks if isinstance(b, Paragraph) for s in b.spans if s.url]
    assert links == [Span("How do I clear the cache?", Role.STRONG, "https://example.com/1")]
    assert said(Suggestions((faq, odd))) == [
        "This may already answer it:",
        "1. How do I clear the cache?",
        "Press it.",
        "2. Odd",
        "Did one of these help?",
    ]


def test_what_may_be_meant_is_shown_as_that_after_what_answers() -> None:
    sure = Suggested(EntryId("1"), "How do I clear the cache?", "", "")
    maybe = Suggested(EntryId("2"), "Where is the cache?", "", "", sure=False)
    assert said(Suggestions((sure, maybe))) == [
        "This may already answer it:",
        "1. How do I clear the cache?",
        "I am not sure, but this may be it:",
        "2. Where is the cache?",
        "Did one of these help?",
    ]
    assert said(Suggestions((maybe,)))[0] == "I am not sure, but this may be it:"


def test_the_review_card_shows_everything_that_will_be_filed() -> None:
    """R2: what was shown and did not help goes on the ticket."""
    card = Review(
        lines=(
            ReviewLine("problem", "The shop\nis empty", lifted=False),
            ReviewLine("url", "https://www.example.com", lifted=True),
            ReviewLine("browser", "", lifted=False),
        ),
        files=("a.png", "b.png"),
        related=(TID,),
        suggestions=("How do I clear the cache?", "Why is it empty?"),
    )
    assert [block for block in screen(card).blocks if isinstance(block, Row)] == [
        Row("Problem", "The shop\nis empty"),
        Row("Site address", "https://www.example.com (from your message)"),
        Row("Browser", "—"),
        Row("Files", "a.png, b.png"),
        Row("Related tickets", TID),
        Row("Shown, did not help", "How do I clear the cache?; Why is it empty?"),
    ]
    assert said(card)[-1].startswith("Nothing is filed yet.")


# Files


def test_files_are_named_and_counted() -> None:
    assert said(FilesTaken(("a.png",)))[0].startswith("I have this file")
    many = said(FilesTaken(tuple(f"{n}.png" for n in range(12))), "de")
    assert many[0].startswith("Ich habe diese 12 Dateien")
    assert many[-1] == "… und 2 mehr"


def test_a_refused_file_comes_with_what_to_send_instead() -> None:
    """R9: a BMP comes inside an archive only."""
    refused = FilesRefused((RefusedFile(FileId("1"), "shot.bmp", Refusal.BMP),))
    assert screen(refused).blocks[1] == Row(
        "shot.bmp", "A BMP is not taken as it is. Please save it as PNG, or pack it as a ZIP."
    )


def test_r38_r39_the_card_says_which_desk_it_goes_to_and_what_that_answers_in() -> None:
    card = Review((), (), (), ())
    assert "The desk" not in screen(card).plain()
    assert "the desk answers in Spanish" in screen(card, "en", desk="es").plain()
    assert "ticket of the Spanish-language support desk only when" in said(card, desk="es")[-1]
    assert "the maker's global desk" in said(Say("desk-panel"), desk="es")[0]
