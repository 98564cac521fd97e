"""Takes out of a message what nobody can store or read (B3)."""

from dataclasses import replace
from typing import Final

from intake.dialogue import words
from intake.dialogue.messages import (
    Command,
    Correction,
    Files,
    Message,
    Pressed,
    Said,
    Submitted,
    Text,
)

LONGEST_TOKEN: Final = 64
"""No button of ours has a longer one."""


def cleaned(message: Message) -> Message:
    """The same message, fit to be kept."""
    name, said = words.name(message.speaker.name), _cleaned(message.said)
    if name == message.speaker.name and said == message.said:
        return message
    return replace(message, speaker=replace(message.speaker, name=name), said=said)


def _cleaned(said: Said) -> Said:
    match said:
        case Text(text):
            return Text(words.clean(text))
        case Correction(text):
            return Correction(words.clean(text))
        case Pressed(token):
            return Pressed(words.clean(token)[:LONGEST_TOKEN])
        case Command(name, argument):
            return Command(name, words.clean(argument))
        case Submitted(values=values):
            cleaned = tuple((words.clean(field), words.clean(typed)) for field, typed in values)
            return replace(said, values=cleaned)
        case Files():
            files = tuple(replace(each, name=words.name(each.name)) for each in said.files)
            return replace(said, files=files, caption=words.clean(said.caption))
        case _:
            return said
