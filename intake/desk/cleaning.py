"""Takes out of a message what nobody can store or read (B3)."""

from dataclasses import replace
from typing import Final

from intake.dialogue import words
from intake.dialogue.messages import Command, Correction, Files, Message, Pressed, Text

LONGEST_TOKEN: Final = 64
"""No button of ours has a longer one."""


def cleaned(message: Message) -> Message:
    """The same message, fit to be kept."""
    speaker = replace(message.speaker, name=words.name(message.speaker.name))
    said = message.said
    match said:
        case Text(text):
            said = Text(words.clean(text))
        case Correction(text):
            said = Correction(words.clean(text))
        case Pressed(token):
            said = Pressed(words.clean(token)[:LONGEST_TOKEN])
        case Command(name, argument):
            said = Command(name, words.clean(argument))
        case Files():
            files = tuple(replace(each, name=words.name(each.name)) for each in said.files)
            said = replace(said, files=files, caption=words.clean(said.caption))
        case _:
            pass
    return replace(message, speaker=speaker, said=said)
