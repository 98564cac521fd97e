"""The judge of outgoing blocks and views: Slack's refusal, word for word where it is known."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from tests.platforms.slack import limits
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json, complaint
from tests.platforms.slack.spec import MESSAGE_BLOCKS, VIEW


def check_blocks(blocks: object) -> None:
    """Raise `invalid_blocks` or `msg_blocks_too_long` for what a message may not carry."""
    found = list(MESSAGE_BLOCKS.complaints(blocks, "/blocks"))
    if not found and isinstance(blocks, list):
        found = [*_relations(blocks, "/blocks"), *_only_in_modals(blocks)]
    if found:
        lines = tuple(f"[ERROR] {line}" for line in found)
        raise Refused("invalid_blocks", lines, {"errors": found})
    if text_length(blocks) > limits.BLOCK_TEXT_OF_MESSAGE:
        raise Refused("msg_blocks_too_long")


def check_view(view: object, kind: str) -> None:
    """Raise `invalid_arguments` or `view_too_large` for a view that may not be shown as `kind`."""
    found = list(VIEW.complaints(view, "/view"))
    if not found and isinstance(view, dict):
        found = [*_relations(view["blocks"], "/view/blocks"), *_view_rules(view, kind)]
    if found:
        raise Refused("invalid_arguments", tuple(f"[ERROR] {line}" for line in found))
    if len(json.dumps(view)) > limits.VIEW_BYTES:
        raise Refused("view_too_large")


def text_length(piece: object) -> int:
    """All the characters of every text in a tree of blocks."""
    if isinstance(piece, list):
        return sum(map(text_length, piece))
    if not isinstance(piece, dict):
        return 0
    own = len(piece["text"]) if isinstance(piece.get("text"), str) else 0
    return own + sum(text_length(held) for held in piece.values())


def elements_of(block: Json) -> list[Json]:
    """The interactive (and image) elements of a block, in the order they are shown."""
    if block["type"] == "actions":
        return list(block["elements"])
    return [block[place] for place in ("accessory", "element") if place in block]


def options_of(element: Json) -> list[Json]:
    """The options that an element offers, its groups laid flat."""
    groups = [group["options"] for group in element.get("option_groups", [])]
    return [option for options in (element.get("options", []), *groups) for option in options]


def _relations(blocks: list[Json], at: str) -> Iterator[str]:
    """What no single field can say: uniqueness, either-or, and agreement between fields."""
    taken: set[str] = set()
    for place, block in enumerate(blocks):
        here = f"{at}/{place}"
        if block.get("block_id") in taken:
            yield complaint(f"block_id {block['block_id']} already exists", f"{here}/block_id")
        taken |= {block["block_id"]} if "block_id" in block else set()
        yield from _BLOCK_RULES.get(block["type"], _no_rule)(block, here)
        yield from _distinct_actions(block, here)
        for element in elements_of(block):
            yield from _element_rules(element, here)


def _no_rule(block: Json, at: str) -> Iterator[str]:  # noqa: ARG001 (the rules' common shape)
    yield from ()


def _section(block: Json, at: str) -> Iterator[str]:
    if "text" not in block and "fields" not in block:
        yield complaint("missing required field: text or fields", at)


def _image(block: Json, at: str) -> Iterator[str]:
    if ("image_url" in block) == ("slack_file" in block):
        yield complaint("needs one of image_url and slack_file", at)


_BLOCK_RULES: dict[str, Callable[[Json, str], Iterator[str]]] = {
    "section": _section,
    "image": _image,
}


def _distinct_actions(block: Json, at: str) -> Iterator[str]:
    # "Each action_id should be unique among all other action_ids in the containing block."
    # https://docs.slack.dev/reference/block-kit/block-elements/button-element
    named = [element["action_id"] for element in elements_of(block) if "action_id" in element]
    for action in sorted({action for action in named if named.count(action) > 1}):
        yield complaint(f"action_id {action} already exists", f"{at}/elements")


def _element_rules(element: Json, at: str) -> Iterator[str]:
    kind = element["type"]
    if kind == "image":
        yield from _image(element, at)
    if kind == "static_select" and ("options" in element) == ("option_groups" in element):
        yield complaint("needs one of options and option_groups", at)
    offered = options_of(element)
    for chosen in _initial(element):
        if chosen not in offered:
            yield complaint("initial option is not among the options", at)
    if element.get("min_length", 0) > element.get("max_length", limits.PLAIN_INPUT):
        yield complaint("min_length is above max_length", at)


def _initial(element: Json) -> list[Any]:
    one = [element["initial_option"]] if "initial_option" in element else []
    return [*one, *element.get("initial_options", [])]


def _only_in_modals(blocks: list[Json]) -> Iterator[str]:
    for place, block in enumerate(blocks):
        if any(element["type"] == "file_input" for element in elements_of(block)):
            yield complaint("unsupported type: file_input", f"/blocks/{place}/element")


def _view_rules(view: Json, kind: str) -> Iterator[str]:
    if view["type"] != kind:
        yield complaint(f"must be a {kind}", "/view/type")
    asks = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and asks and "submit" not in view:
        yield complaint("missing required field: submit, as there are input blocks", "/view")
    if view["type"] == "home":
        yield from _only_in_modals(view["blocks"])
