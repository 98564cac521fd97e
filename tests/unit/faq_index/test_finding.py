"""A person asks in their own words, and the entry that answers comes first."""

from dataclasses import replace

import pytest

from faq_index import SHOW, Entry, FaqIndex
from faq_index.entry import EntryId

PASSWORD = Entry(
    id=EntryId("password"),
    question="How do I reset my password?",
    answer="Use the link on the sign-in page.",
    wordings=("I cannot log in any more", "locked out of my account"),
    tags=("login", "account"),
)
INVOICE = Entry(
    id=EntryId("invoice"),
    question="Where do I find my invoices?",
    answer="Under Billing; receipts for the tax office are there as PDF.",
    tags=("billing",),
)
BACKUP = Entry(id=EntryId("backup"), question="How do I restore a backup?", tags=("archive",))
KENNWORT = Entry(
    id=EntryId("kennwort"),
    question="Wie ändere ich die Größe meiner Bestellung?",
    language="de",
)
FAQ = FaqIndex.build([PASSWORD, INVOICE, BACKUP, KENNWORT])


def found(text: str, language: str | None = None) -> list[str]:
    return [match.entry.id for match in FAQ.search(text, language=language, floor=SHOW)]


@pytest.mark.parametrize(
    "said",
    [
        "how can i reset the password",
        "Resetting passwords",
        "how do i reste my pasword",
        "HOW DO I RESET MY PASSWORD???",
        "locked out",
    ],
)
def test_the_right_entry_comes_first_however_it_is_asked(said: str) -> None:
    assert found(said)[0] == "password"


def test_what_only_the_answer_or_a_tag_says_is_found_too() -> None:
    assert FAQ.search("receipts for the tax office")[0].entry is INVOICE
    assert FAQ.search("archive")[0].entry is BACKUP


@pytest.mark.parametrize("said", ["what is the weather like", "hello", "my dog is ill", "thanks!"])
def test_nothing_is_shown_where_nothing_answers(said: str) -> None:
    assert found(said) == []


def test_saying_exactly_a_wording_leaves_no_doubt() -> None:
    sure, *_ = FAQ.search("LOCKED OUT, of my account")
    assert sure.entry is PASSWORD
    assert sure.confidence > 0.999
    assert sure.why.wording == "locked out of my account"


def test_what_was_said_exactly_stands_before_any_number_of_likenesses() -> None:
    alike = ("Resetting the password", "Password reset", "Resets the passwords")
    exact = Entry(id=EntryId("exact"), question="Reset the password")
    many = Entry(
        id=EntryId("many"),
        question="Reset the passwords",
        answer="Reset the password.",
        wordings=alike,
        tags=("reset", "password"),
    )
    faq = FaqIndex.build([many, exact])
    assert faq.search("reset the password")[0].entry is exact
    assert faq.search("password resetting")[0].entry is many


def test_thanks_beside_a_question_answer_nothing_themselves() -> None:
    thanks = Entry(id=EntryId("thanks"), question="Thanks for your help")
    faq = FaqIndex.build([thanks, BACKUP])
    assert faq.search("Thanks for your help")[0].entry is thanks
    assert faq.search("How to restore backups? Thanks for your help.")[0].entry is BACKUP


def test_a_mistyped_word_is_understood_as_the_word_it_is_near_to() -> None:
    best = FAQ.search("pasword")[0]
    assert best.entry is PASSWORD
    assert best.why.wordings > 0.5


def test_an_entry_is_listed_once_however_many_of_its_wordings_match() -> None:
    matches = FAQ.search("I cannot log in to my account, how do I reset my password")
    assert [match.entry.id for match in matches].count(PASSWORD.id) == 1


def test_the_best_stands_first_and_no_more_come_than_asked_for() -> None:
    matches = FAQ.search("reset my backup", limit=2)
    assert len(matches) == 2
    assert matches[0].confidence >= matches[1].confidence
    assert FAQ.search("reset my backup", limit=0) == ()


def test_a_long_message_is_understood_by_the_sentence_that_matters() -> None:
    message = (
        "Hello everybody, hope you are well. My colleague told me to write here. "
        "I have been trying since yesterday and it is urgent! How do I restore a backup? "
        "Thanks in advance and best regards"
    )
    best = FAQ.search(message)[0]
    assert best.entry is BACKUP
    assert best.why.sentence == "how do i restore a backup"


def test_what_is_asked_at_the_end_of_a_very_long_message_is_still_heard() -> None:
    log = "Line of a log with nothing in it. " * 2_000
    assert found(f"{log}\nHow do I restore a backup?") == ["backup"]


@pytest.mark.parametrize("said", ["GROSSE bestellung andern", "groesse bestellung aendern"])
def test_german_reads_the_same_with_and_without_its_letters(said: str) -> None:
    assert found(said, "de") == ["kennwort"]


def test_a_german_profile_does_not_hide_an_english_answer() -> None:
    assert found("how do i reset my password", "de") == ["password"]
    assert found("how do i reset my password", "fr") == ["password"]


def test_the_persons_language_comes_first_where_both_answer() -> None:
    english = Entry(id=EntryId("en"), question="Error 500")
    german = Entry(id=EntryId("de"), question="Fehler 500", language="de-AT")
    both = FaqIndex.build([english, german])
    assert [match.entry.id for match in both.search("500", language="de")] == ["de"]
    assert [match.entry.id for match in both.search("500", language="en")] == ["en"]
    assert len(both.search("500")) == 2


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("zh", "如何重置密码?", "忘记密码"),
        ("th", "ฉันจะเปลี่ยนรหัสผ่านได้อย่างไร", "รหัสผ่าน"),
        ("hi", "पासवर्ड कैसे बदलें", "पासवर्ड बदलें"),
        ("ru", "Как сделать ещё одну копию?", "еще копию"),
        ("ko", "비밀번호를 어떻게 바꾸나요?", "비밀번호"),
        ("xx", "Quenya nurtalë", "nurtale"),
    ],
)
def test_every_script_is_searched(language: str, question: str, said: str) -> None:
    entry = Entry(id=EntryId("it"), question=question, language=language)
    other = Entry(id=EntryId("other"), question="1 2 3", language=language)
    assert FaqIndex.build([other, entry]).search(said, language=language)[0].entry is entry


def test_a_word_cut_short_or_compounded_still_counts() -> None:
    compound = Entry(id=EntryId("c"), question="Lizenzschlüssel eintragen", language="de")
    other = Entry(id=EntryId("o"), question="Lieferung verfolgen", language="de")
    assert FaqIndex.build([other, compound]).search("lizenz")[0].entry is compound


def test_an_index_knows_its_entries() -> None:
    assert len(FAQ) == 4
    assert FAQ.get(INVOICE.id) is INVOICE
    assert FAQ.get(EntryId("gone")) is None


def test_of_two_entries_with_one_id_the_later_counts() -> None:
    newer = Entry(id=INVOICE.id, question="Where are receipts?")
    assert FaqIndex.build([INVOICE, newer]).get(INVOICE.id) is newer


def test_an_empty_faq_answers_nothing() -> None:
    assert FaqIndex.build([]).search("anything") == ()
    assert len(FaqIndex.build([])) == 0


def test_an_entry_without_a_word_is_kept_and_never_found() -> None:
    smile = Entry(id=EntryId("smile"), question="😀")
    faq = FaqIndex.build([smile])
    assert faq.get(smile.id) is smile
    assert faq.search("😀 smile") == ()


def test_among_thousands_of_lines_the_right_one_is_still_chosen() -> None:
    crowd = [
        Entry(id=EntryId(f"n{n}"), question=f"Item {n} of the catalogue") for n in range(3_000)
    ]
    assert FaqIndex.build([*crowd, BACKUP]).search("restore backup")[0].entry is BACKUP


def test_what_is_not_published_is_not_found() -> None:
    hidden = replace(BACKUP, published=False)
    faq = FaqIndex.build([BACKUP, PASSWORD, hidden])
    assert faq.get(BACKUP.id) is None
    assert all(match.entry.id != BACKUP.id for match in faq.search("restore a backup", limit=9))
