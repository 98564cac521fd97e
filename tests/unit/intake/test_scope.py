"""What it is about: guessed, told what is covered, and filed all the same where it is not."""

from dataclasses import replace
from typing import Literal

import pytest

from intake.dialogue import scoping
from intake.dialogue.messages import Correction
from intake.dialogue.replies import AskTopic, Receipt
from intake.dialogue.state import Asking, Reviewing
from intake.regulations.policy import FieldId, PolicyInvalid, read, shipped
from intake.regulations.scope import Picked, guess, picked
from tests.unit.intake.helpful import goes_on_to_a_ticket
from tests.unit.intake.standings import ODD, WHITE, changing_the_topic
from tests.unit.intake.talk import SCOPED, Talk, playbook, with_form

TOPICS = SCOPED.topics


@pytest.fixture
def ana() -> Talk:
    return Talk(playbook=playbook(SCOPED))


def asked(talk: Talk) -> AskTopic:
    return next(each for each in talk.replies if isinstance(each, AskTopic))


def buttons(talk: Talk) -> list[str]:
    return [each.token.partition(":")[2] for each in asked(talk).choices]


def test_r3_a_right_guess_costs_one_press(ana: Talk) -> None:
    assert ana.says(ODD) == ["intro", "nothing-found", "ask-topic"]
    assert (asked(ana).topic, asked(ana).guessed) == ("errors", True)
    assert buttons(ana)[:2] == ["covered", "beyond"]
    assert [each.emphasis for each in asked(ana).choices[:2]] == ["primary", ""]
    assert ana.presses("covered") == ["ask-reproducible"]
    ticket = goes_on_to_a_ticket(ana)
    assert ticket.value("topic") == "errors"
    assert (ticket.level, ticket.queue) == ("non-commercial", "technical")


def test_r3_what_is_outside_is_said_and_filed_all_the_same(ana: Talk) -> None:
    ana.says("Please install it for me")
    assert asked(ana).topic == "installation"
    assert buttons(ana)[:2] == ["beyond", "covered"]
    assert ana.presses("beyond") == ["scope-noted", "ask-reproducible"]
    ticket = goes_on_to_a_ticket(ana)
    assert ticket.value("topic") == "installation/beyond"
    assert ticket.level == "beyond-scope"
    (receipt,) = (each for each in ana.replies if isinstance(each, Receipt))
    assert (receipt.level, receipt.hours) == ("beyond-scope", 72)


def test_another_topic_shows_first_what_it_covers(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.presses("topic.development") == ["ask-topic"]
    assert (asked(ana).topic, asked(ana).guessed) == ("development", False)
    assert "topic.errors" in buttons(ana)
    ana.presses("covered")
    assert ana.answers()["topic"] == "development"


def test_where_nothing_can_be_guessed_the_person_picks(ana: Talk) -> None:
    ana.says("Somebody has moved my cheese")
    assert asked(ana).topic == ""
    assert buttons(ana) == [*(f"topic.{each.id}" for each in TOPICS), "back", "cancel"]


def test_yes_and_no_answer_the_guess(ana: Talk) -> None:
    bob = Talk(playbook=ana.playbook)
    ana.says(ODD), bob.says(ODD)
    assert ana.says("yes") == ["ask-reproducible"]
    assert bob.says("no") == ["ask-topic"]
    assert (asked(bob).topic, asked(bob).problem) == ("", "")
    assert bob.says("yes") == ["problem-topic", "ask-topic"]
    assert bob.says("something else") == ["problem-topic", "ask-topic"]


def test_the_question_can_be_gone_back_to_and_shows_the_answer(ana: Talk) -> None:
    changing_the_topic(ana)
    assert buttons(ana)[:2] == ["beyond", "covered"]
    ana.presses("topic.updates")
    # Going to and fro forgets nothing of what was answered.
    ana.presses("topic.errors")
    assert buttons(ana)[:2] == ["beyond", "covered"]
    ana.presses("covered")
    assert ana.answers()["topic"] == "errors"


def test_the_topic_can_be_changed_on_the_review_card(ana: Talk) -> None:
    ana.says(ODD)
    for _ in range(30):
        if ana.state.stage == Reviewing():
            break
        ana.presses(next(n for n in ("covered", "no", "skip", "unknown") if n in names(ana))) if (
            {"covered", "no", "skip", "unknown"} & set(names(ana))
        ) else answer(ana)
    assert ana.presses("edit.topic") == ["ask-topic"]
    assert ana.presses("beyond") == ["scope-noted", "review"]
    assert ana.presses("file") == ["receipt"]
    (ticket,) = ana.tickets.values()
    assert ticket.level == "beyond-scope"


def names(talk: Talk) -> list[str]:
    choices = talk.replies[-1].choices
    return [each.token.partition(":")[2] for each in choices]


def answer(talk: Talk) -> None:
    stage = talk.state.stage
    assert isinstance(stage, Asking)
    typed = {"url": "a.example.org", "email": "ana@example.org", "edition": "Demo"}
    talk.says(typed[stage.field])


def test_r4_orders_and_licences_have_a_queue_of_their_own(ana: Talk) -> None:
    ana.says("I need an invoice for my order")
    assert asked(ana).topic == "orders"
    ana.presses("covered")
    assert goes_on_to_a_ticket(ana).queue == "commercial"


def test_a_topic_may_be_passed_over_where_the_policy_lets(ana: Talk) -> None:
    optional = {"required": False}
    form = [each.model_dump() | (optional if each.kind == "topic" else {}) for each in SCOPED.form]
    ana.playbook = playbook(with_form(*form))
    ana.says(ODD)
    assert ana.presses("skip") == ["ask-reproducible"]
    assert goes_on_to_a_ticket(ana).queue == "technical"


def test_an_edited_yes_is_told_how_to_answer(ana: Talk) -> None:
    ana.says(ODD)
    ana.says("yes", ref="about")
    assert ana.hears(Correction("performance"), "about") == ["problem-topic"]


def test_b14_a_topic_that_the_policy_dropped_is_asked_anew(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("topic.development")
    fewer = SCOPED.model_copy(update={"topics": TOPICS[:2]})
    ana.playbook = playbook(fewer)
    ana.commands("help")
    assert asked(ana).topic == ""
    ana.state = replace(ana.state, stage=Asking(FieldId("topic")))
    ana.commands("help")
    assert asked(ana).topic == ""


@pytest.mark.parametrize(
    ("said", "topic", "beyond"),
    [
        ("How do I set up the backup?", "installation", False),
        ("Please install it for me", "installation", True),
        ("My shop is very slow since Monday", "performance", False),
        ("Can you run a stress test of my slow shop?", "performance", True),
        ("It says that the proxy refuses the update", "updates", True),
        (WHITE, "updates", False),
        ("Teach me how to use the API", "development", True),
        ("Is there a feature for gift cards?", "general", False),
        ("La página no funciona", "errors", False),
        ("Die Website ist sehr langsam", "performance", False),
        ("Le site est très lent", "performance", False),
        ("Після оновлення все зникло", "updates", False),
        ("Имам нужда от фактура", "orders", False),
        ("网站很慢", "performance", False),
        ("Làm sao để cài đặt?", "installation", False),
        ("ร้านค้าช้ามาก", "performance", False),
        ("سایت خیلی کند است", "performance", False),
        ("پس از به‌روزرسانی دکمه کار نمی‌کند", "updates", False),
    ],
)
def test_r25_to_r30_the_topic_is_guessed_in_every_language(
    said: str, topic: str, beyond: bool
) -> None:
    assert guess(said, TOPICS) == Picked(topic, beyond)


def test_nothing_is_guessed_from_nothing() -> None:
    assert guess("Good morning", TOPICS) is None
    assert guess("slow", ()) is None
    # The middle of a word says nothing.
    assert guess("Somebody debugged", TOPICS) is None


def test_an_answer_comes_back_as_it_was_given() -> None:
    for each in (Picked("errors"), Picked("errors", beyond=True), Picked("")):
        assert picked(each.value) == each


@pytest.mark.parametrize("name", ["inc", "es"])
def test_r25_to_r30_both_desks_know_the_topics(name: str) -> None:
    policy = shipped("inc" if name == "inc" else "es")
    assert [each.id for each in policy.topics] == [
        "installation", "performance", "updates", "errors", "development", "orders", "general",
    ]  # fmt: skip
    assert {each.id for each in policy.topics if each.queue == "commercial"} == {"orders"}


INC = """
id = "x"
desk = { en = "x" }
languages = ["en"]
unproven_level = "l"
hours = { zone = "UTC", country = "US" }
attachments = { kinds = [], max_bytes = 1, max_files = 1 }
form = [{ id = "problem", kind = "long-text" }{form}]
levels = [{ id = "l", hours = 1, clock = "calendar-days" }{levels}]
{topics}
"""
BEYOND = ', { id = "beyond-scope", hours = 1, clock = "calendar-days" }'
ASKED = ', { id = "about", kind = "topic" }'
OWN = """
[[topics]]
id = "gifts"
label = { en = "Gifts" }
covers = { en = "gift cards" }
outside = { en = "wrapping" }
instead = { en = "the shop" }
"""


def policy(form: str = ASKED, levels: str = BEYOND, topics: str = OWN) -> str:
    text = INC.replace("{{", "{").replace("}}", "}")
    return text.replace("{form}", form).replace("{levels}", levels).replace("{topics}", topics)


def test_a_vendor_brings_topics_of_its_own() -> None:
    (topic,) = read(policy()).topics
    words = [topic.words(part) for part in ("covers", "outside", "instead")]
    assert words == [{"en": "gift cards"}, {"en": "wrapping"}, {"en": "the shop"}]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (policy(topics=""), "needs topics"),
        (policy(levels=""), "beyond-scope"),
        (policy(topics=OWN * 2), "same id"),
        (policy(topics=OWN + "colour = 3"), "colour"),
    ],
)
def test_h15_a_mistake_about_topics_is_named(text: str, named: str) -> None:
    with pytest.raises(PolicyInvalid, match=named):
        read(text)


def test_r38_r39_which_desk_it_is_and_what_it_answers_in_is_said_before_filing() -> None:
    ana, eva = (Talk(language=tag, playbook=playbook(shipped("es"))) for tag in ("en", "es"))
    assert ana.says(ODD)[:4] == ["intro", "desk-panel", "desk-languages", "nothing-found"]
    assert eva.says(ODD)[:3] == ["intro", "desk-panel", "nothing-found"]
    assert shipped("es").answers_in("es-419")
    assert not shipped("inc").answers_in("es-419")


def test_a_button_that_is_none_of_the_question_is_no_answer() -> None:
    stage = Asking(FieldId("topic"))
    assert scoping.chosen(stage, "covered", None) is None
    assert scoping.chosen(stage, "nonsense", Picked("errors", beyond=False)) is None


@pytest.mark.parametrize("name", ["inc", "es"])
@pytest.mark.parametrize(
    ("rule", "topic", "asked"),
    [
        ("R25", "installation", "How do I install it on nginx, and how should I set up backups?"),
        ("R26", "performance", "The shop is slow, which cache should I switch on?"),
        ("R27", "updates", "The update stops and says that the licence key has expired"),
        ("R28", "errors", "Error 500 when I open the catalogue"),
        ("R29", "development", "How do I call your REST API from my own module?"),
        ("R30", "general", "Is there a function for this that is not documented?"),
    ],
)
def test_r25_to_r30_each_topic_is_found_by_what_it_is_about(
    name: Literal["inc", "es"], rule: str, topic: str, asked: str
) -> None:
    assert guess(asked, shipped(name).topics) == Picked(topic), rule
