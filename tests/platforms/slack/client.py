"""What every Slack client does: it finds what is pressed, fills in forms, and passes deeds on."""

from collections.abc import Callable, Iterable
from typing import Protocol

from tests.platforms.slack.blockkit import elements_of
from tests.platforms.slack.deliveries import Delivery, Kind
from tests.platforms.slack.messages import Button
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.screen import NothingSuchOnScreen
from tests.platforms.slack.workspace import OpenView


class Line(Protocol):
    """What a client needs of Slack: to tell the bot of events and of interactions."""

    @property
    def response_base(self) -> str:
        """The address that response URLs begin with."""
        ...

    def publish(self, event: Json) -> Delivery:
        """Tell the bot of an event, whether or not it listens to that kind."""
        ...

    def interact(self, kind: Kind, payload: Json, then: Callable[[Delivery], None]) -> Delivery:
        """Tell the bot of an interaction; `then` is called once it is answered or failed."""
        ...


def labelled(label: str, buttons: Iterable[Button]) -> Button | None:
    """The first button of that label or action id."""
    return next((one for one in buttons if label in (one.label, one.action_id)), None)


def filled(opened: OpenView, answers: Json) -> Json:
    """The state of a modal's inputs; Slack's client itself insists on those that are required."""
    values: Json = {}
    for block in opened.shown["blocks"]:
        if block["type"] != "input":
            continue
        (element,) = elements_of(block)
        answer = answers.get(element["action_id"])
        if answer is None and not block.get("optional"):
            raise NothingSuchOnScreen(f"an answer to {block['label']['text']}")
        values[block["block_id"]] = {element["action_id"]: _state(element, answer)}
    return values


def _state(element: Json, answer: object) -> Json:
    kind = element["type"]
    match kind:
        case "plain_text_input":
            return {"type": kind, "value": answer}
        case "checkboxes":
            return {"type": kind, "selected_options": answer or []}
        case "file_input":
            return {"type": kind, "files": answer or []}
        case _:
            options = [option for option in element["options"] if option["value"] == answer]
            if answer is not None and not options:
                raise Refused("invalid_arguments")
            return {"type": kind, "selected_option": options[0] if options else None}
