"""Slack, through slack-bolt: what people do there becomes messages, replies become blocks."""

from bot.channels.slack.channel import SlackChannel
from bot.channels.slack.credentials import Credentials
from bot.channels.slack.files import FetchExpired, FetchFailed, FetchTooBig
from bot.channels.slack.manifest import manifest
from bot.channels.slack.sender import PACE, SlackSender

__all__ = [
    "PACE",
    "Credentials",
    "FetchExpired",
    "FetchFailed",
    "FetchTooBig",
    "SlackChannel",
    "SlackSender",
    "manifest",
]
