"""Whole talks, from a real person's first words to the desk's answer, written down as Markdown."""

from dataclasses import dataclass
from typing import Final

from intake.dialogue.staffing import Agent
from intake.tid import Tid
from tests.journeys.journey import Journey, Way
from tests.journeys.people import Act, File, Person
from tests.pictures import png

PNG: Final = File("screenshot.png", png())


@dataclass(frozen=True, slots=True)
class Talk:
    """Which talk to hold: where, by whom, and what is typed on the way."""

    name: str
    title: str
    way: Way
    who: str
    language: str
    faq: str
    question: int
    """Which of that set's questions, counted from 0."""
    source: str
    steps: str
    answer: str
    thanks: str
    words: str = ""
    """What is asked instead, where there is no set of real questions in this language."""


TALKS: Final = (
    Talk(
        "telegram-es",
        "A talk in Telegram, in Spanish",
        "telegram-polling",
        "eva",
        "es",
        "nlpjs_es_a",
        4,
        "the corpus of NLP.js (AXA Group, MIT licence)",
        "Busco en la página y no la encuentro",
        "Hemos completado la lista. ¿Puede mirar otra vez?",
        "Ahora sí está todo, gracias.",
    ),
    Talk(
        "slack-en",
        "A talk in Slack, in English",
        "slack-http",
        "ana",
        "en",
        "banking77_k5",
        0,
        "BANKING77 (Casanueva et al., PolyAI, CC BY 4.0)",
        "I open the statement and look for the refund",
        "We have found the refund; it is on its way to you.",
        "I can see it now, thank you.",
    ),
    Talk(
        "terminal-de",
        "A talk in the terminal, in German",
        "terminal",
        "otto",
        "de",
        "roboai_de_a",
        2,
        "the roboai set (MIT licence)",
        "Ich öffne die Übersicht und suche danach",
        "Wir haben die Übersicht ergänzt. Bitte sehen Sie noch einmal nach.",
        "Jetzt ist alles da, danke.",
    ),
    Talk(
        "telegram-fa",
        "A talk in Telegram, in Farsi",
        "telegram-polling",
        "ana",
        "fa",
        "",
        0,
        "the journeys' own few entries",
        "صفحهٔ پرداخت را باز می‌کنم و دکمه را می‌زنم",
        "کش را پاک کردیم. لطفاً دوباره امتحان کنید.",
        "درست شد، ممنون.",
        "پس از به‌روزرسانی، دکمهٔ پرداخت کار نمی‌کند",
    ),
    Talk(
        "slack-zh",
        "A talk in Slack, in Chinese",
        "slack-http",
        "ana",
        "zh",
        "",
        0,
        "the journeys' own few entries",
        "打开购物车，点击付款按钮",
        "我们清除了缓存，请再试一次。",
        "现在好了，谢谢。",
        "付款按钮点了没有反应，一直报错",
    ),
)


async def written(talk: Talk, trip: Journey, text: str) -> str:
    """Hold the talk, first words first, and write it down."""
    person = trip.person(talk.who, talk.language)
    await hold(talk, trip, person, text)
    turns = "\n\n".join(filter(None, (turn(person.name, act) for act in person.acts)))
    return (
        f"# {talk.title}\n\n"
        "Written down by `python -m benchmarks.talks`: the real channel, desk and database, "
        "against a platform on loopback.\n"
        f"The question and the suggestions are from {talk.source}; everything else was made up for "
        "this page.\n\n"
        f"{turns}\n"
    )


async def hold(talk: Talk, trip: Journey, person: Person, text: str) -> None:
    """From the greeting to a TID, its status, the desk's answer, and thanks."""

    def button(key: str) -> str:
        return trip.desk.parts.words.text(f"button-{key}", talk.language)

    await person.arrives()
    await person.says(text)
    if button("none") in person.labels:
        await person.presses(button("none"))
    if button("covered") not in person.labels:
        await person.presses(trip.desk.parts.words.text("topic-general", talk.language))
    await person.presses(button("covered"))
    await person.presses(button("yes"))
    await person.says(talk.steps)
    await person.says("www.example.org/help")
    await person.presses(button("unknown"))
    await person.presses("Business")
    await person.says("person(at)example.org")
    await person.says("person@example.org")
    await person.presses(button("skip"))
    await person.says("Firefox 140")
    await person.presses(button("no"))
    await person.sends(PNG)
    await person.presses(button("done"))
    await person.presses(button("file"))
    await goes_on(talk, trip, person, person.tid)


async def goes_on(talk: Talk, trip: Journey, person: Person, tid: str) -> None:
    """After the TID."""
    trip.clock.passes(hours=2)
    await person.says(tid.lower())
    trip.clock.passes(days=1)
    await trip.desk.agent.answer(Tid(tid), Agent("Kim"), talk.answer)
    await trip.works()
    await person.looks()
    await person.says(talk.thanks)


def turn(name: str, act: Act) -> str:
    """What was done, and what came of it; nothing where nothing was done or came."""
    said = [f"**{name}:** {_literal(act.done)}"] if act.done else []
    return "\n\n".join([*said, *map(_shown, (_quoted(s.text, s.labels) for s in act.shown))])


def _quoted(text: str, labels: tuple[str, ...]) -> list[str]:
    lines = [line for line in text.split("\n") if not line.startswith("[1] ")]
    buttons = [" ".join(f"`[{label}]`" for label in labels)] if labels else []
    return [*map(_literal, lines), *buttons]


def _shown(lines: list[str]) -> str:
    return "\n".join(f"> {line}  " if line else ">" for line in lines)


def _literal(text: str) -> str:
    """The words as they were, whatever Markdown would make of them."""
    for sign in "\\`*_<>[]#|":
        text = text.replace(sign, f"\\{sign}")
    return text
