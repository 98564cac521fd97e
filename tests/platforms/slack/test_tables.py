"""Our compact tables say what the published specifications say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.platforms.slack.methods import METHODS
from tests.platforms.slack.rich_text import PARTS, WORDS
from tests.platforms.slack.rules import (
    Address,
    Choice,
    Kinds,
    Many,
    Number,
    Rule,
    Shape,
    Word,
)
from tests.platforms.slack.spec import BLOCKS, CONFIRM, ELEMENTS, OPTION_GROUP, PLAIN_OPTION, VIEWS

SPECS = Path(__file__).parents[4] / "shared" / "specs"
pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason=f"LOUD: no specifications at {SPECS}: our tables are not compared"
)
Json = dict[str, Any]
NAMES = {
    "section": "SectionBlock",
    "header": "HeaderBlock",
    "divider": "DividerBlock",
    "context": "ContextBlock",
    "actions": "ActionsBlock",
    "input": "InputBlock",
    "button": "Button",
    "static_select": "StaticSelect",
    "overflow": "Overflow",
    "checkboxes": "Checkboxes",
    "radio_buttons": "RadioButtons",
    "plain_text_input": "PlainTextInput",
    "file_input": "FileInput",
    "modal": "ModalView",
    "home": "HomeView",
    "confirm": "ConfirmationDialog",
    "option": "PlainTextOption",
}
SHAPES = {**BLOCKS, **ELEMENTS, **VIEWS, "confirm": CONFIRM, "option": PLAIN_OPTION}


def load(name: str) -> Any:
    return json.loads((SPECS / name).read_text())


@pytest.mark.parametrize("method", METHODS)
def test_a_method_takes_and_needs_what_is_published(method: str) -> None:
    published = load("slack_methods.json")[method]
    ours = METHODS[method]
    assert ours.takes - {"token"} == set(published["args"]) - {"token"}
    alternatives = [set(group) for group in published["required_any"]]
    minimal = {
        frozenset(group)
        for group in alternatives
        if not any(other < group for other in alternatives)
    }
    assert set(ours.needs) == minimal


@pytest.mark.parametrize("kind", NAMES)
def test_a_shape_has_the_published_fields(kind: str) -> None:
    published = load("slack_blockkit.schema.json")["definitions"][NAMES[kind]]
    assert set(SHAPES[kind].fields) == set(published["properties"])
    assert set(SHAPES[kind].required) == set(published["required"])


RICH = {
    "rich_text_section": "RichTextSection",
    "rich_text_quote": "RichTextQuote",
    "rich_text_preformatted": "RichTextPreformatted",
    "rich_text_list": "RichTextList",
    "text": "RichTextText",
    "link": "RichTextLink",
    "user": "RichTextUserMention",
    "broadcast": "RichTextBroadcastMention",
}


@pytest.mark.parametrize("kind", RICH)
def test_rich_text_has_the_published_fields(kind: str) -> None:
    published = load("slack_blockkit.schema.json")["definitions"][RICH[kind]]
    shape = {**PARTS, **WORDS}[kind]
    assert isinstance(shape, Shape)
    # Published, but not in use here: `unsafe`, which marks a link as dangerous.
    assert set(shape.fields) == set(published["properties"]) - {"unsafe"}
    assert set(shape.required) == set(published["required"])


def simplest(rule: Rule, length: int = 1) -> Any:
    """The simplest value that the rule allows, of that length where it has one."""
    match rule:
        case Word():
            return ("https://a.io/" if isinstance(rule, Address) else "").ljust(length, "x")
        case Choice(words):
            return words[0]
        case Number(least):
            return least
        case Many(of):
            return [simplest(of)] * length
        case Kinds(shapes):
            return simplest(next(iter(shapes.values())))
        case Shape(fields, required):
            return {name: simplest(fields[name]) for name in required}
        case _:
            return True


def bounds() -> Iterator[tuple[str, str, Rule, int]]:
    """Every field with a bound: those of words and lists, and those of the texts inside."""
    for kind in NAMES:
        for field, rule in SHAPES[kind].fields.items():
            if isinstance(rule, Word | Many) and rule.most is not None:
                yield kind, field, rule, rule.most
            if isinstance(rule, Kinds) and "plain_text" in rule.shapes:
                text = rule.shapes["plain_text"]
                assert isinstance(text, Shape)
                word = text.fields["text"]
                assert isinstance(word, Word)
                assert word.most is not None
                yield kind, field, rule, word.most


# The schema states no bound for these; docs.slack.dev does, or our own good sense.
UNSTATED = {
    ("home", "external_id"),
    ("modal", "external_id"),
    ("plain_text_input", "initial_value"),
    ("checkboxes", "initial_options"),
    ("file_input", "filetypes"),
}


@pytest.mark.parametrize(
    ("kind", "field", "rule", "most"),
    [bound for bound in bounds() if bound[:2] not in UNSTATED],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_bound_is_where_it_is_published(kind: str, field: str, rule: Rule, most: int) -> None:
    schema = load("slack_blockkit.schema.json")
    judge = Draft7Validator({**schema, "$ref": f"#/definitions/{NAMES[kind]}"})
    shape = SHAPES[kind]
    whole = {**simplest(shape), "type": kind} if "type" in shape.fields else simplest(shape)
    for length, allowed in ((most, True), (most + 1, False)):
        value = simplest(rule, length)
        if isinstance(rule, Kinds):
            value = {"type": "plain_text", "text": "x" * length}
        candidate = {**whole, field: value}
        assert judge.is_valid(candidate) is allowed, (length, candidate)
        complaints = list(shape.complaints(candidate, ""))
        assert (complaints == []) is allowed, complaints


def test_an_option_group_is_published_inside_a_select() -> None:
    select = load("slack_blockkit.schema.json")["definitions"]["StaticSelect"]["properties"]
    published = select["option_groups"]["items"]
    assert set(OPTION_GROUP.fields) == set(published["properties"])
    assert set(OPTION_GROUP.required) == set(published["required"])
