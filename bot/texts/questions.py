"""The questions of the form, as blocks."""

from collections.abc import Iterator
from typing import get_args

from bot.texts.cutting import GLIMPSE, clip
from bot.texts.screen import Block, Paragraph, Quote, Role, Row, Span
from bot.texts.voice import Voice
from intake.dialogue.replies import Ask, AskTopic
from intake.regulations.scope import Part


def asked(question: Ask | AskTopic, voice: Voice) -> Iterator[Block]:
    """The question, after what was wrong with the last answer and its place in the form."""
    if question.problem:
        about = question.about if isinstance(question, Ask) else ""
        yield from voice.say(question.problem, about=about)
    if question.number:
        yield voice.faint("step", number=str(question.number), of=str(question.of))
    if isinstance(question, Ask):
        yield from _field(question, voice)
    else:
        yield from _topic(question, voice)


def _field(asked: Ask, voice: Voice) -> Iterator[Block]:
    yield Paragraph((Span(voice.question(asked.field), Role.STRONG),))
    if example := voice.example(asked.field):
        yield Paragraph((Span(example, Role.FAINT),))
    if asked.current:
        yield voice.faint("current-value")
        yield Quote(clip(voice.value(asked.field, asked.current), GLIMPSE))


def _topic(asked: AskTopic, voice: Voice) -> Iterator[Block]:
    """The topic with what is covered of it, what is not, and whom to ask for that (R3)."""
    if not asked.topic:
        yield voice.strong("ask-topic")
        return
    if asked.guessed:
        yield from voice.say("topic-guess", about=voice.topic(asked.topic))
    else:
        yield Row(voice.label(asked.field), voice.topic(asked.topic))
    for part in get_args(Part):
        if words := voice.scope(asked.topic, part):
            yield from voice.say(f"scope-{part}", about=words)
    yield voice.strong("topic-ask")
