"""The terminal as a channel: a talk with the desk by keyboard, or a script through a pipe."""

from bot.channels.terminal.attachments import FetchFailed, fetch
from bot.channels.terminal.drawing import draw, plain_lines
from bot.channels.terminal.keyboard import Keyboard, Lines
from bot.channels.terminal.talk import Desk, Guest, talk

__all__ = [
    "Desk",
    "FetchFailed",
    "Guest",
    "Keyboard",
    "Lines",
    "draw",
    "fetch",
    "plain_lines",
    "talk",
]
