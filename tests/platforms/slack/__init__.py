"""A Slack to test against: it refuses what the real one refuses, and acts as the person."""

from tests.platforms.slack.deliveries import Delivery
from tests.platforms.slack.faults import (
    DropsAfter,
    DropsBefore,
    Late,
    RateLimited,
    SaysNo,
    ServerError,
)
from tests.platforms.slack.files import Upload
from tests.platforms.slack.limits import Timing
from tests.platforms.slack.messages import Button, OnScreen
from tests.platforms.slack.person import Person
from tests.platforms.slack.screen import NeverSeen, NothingSuchOnScreen, Screen
from tests.platforms.slack.server import EVENTS, SCOPES, FakeSlack
from tests.platforms.slack.signing import HOSTILE_BODIES, RawRequest

__all__ = [
    "EVENTS",
    "HOSTILE_BODIES",
    "SCOPES",
    "Button",
    "Delivery",
    "DropsAfter",
    "DropsBefore",
    "FakeSlack",
    "Late",
    "NeverSeen",
    "NothingSuchOnScreen",
    "OnScreen",
    "Person",
    "RateLimited",
    "RawRequest",
    "SaysNo",
    "Screen",
    "ServerError",
    "Timing",
    "Upload",
]
