"""Holds the fake's table, limits and update shapes against a copy of the specification."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.platforms.telegram import FakeTelegram
from tests.platforms.telegram.contents import ODD
from tests.platforms.telegram.limits import STATED
from tests.platforms.telegram.spec import METHODS, OBJECTS, VARIANTS, Field, Kind
from tests.platforms.telegram.wire import JsonObject

SPECIFICATION = Path(__file__).parents[4] / "shared" / "specs" / "telegram-bot-api.json"
PLAIN = {"str": "String", "int": "Integer", "bool": "Boolean", "file": "InputFile"}
PYTHON = {"String": str, "Integer": int, "Boolean": bool, "Float": float, "True": bool}


@pytest.fixture(scope="module")
def published() -> JsonObject:
    if not SPECIFICATION.exists():
        pytest.skip(f"the Bot API's specification is not at {SPECIFICATION}: NOTHING WAS COMPARED")
    read: JsonObject = json.loads(SPECIFICATION.read_text())
    return read


def fields_of(published: JsonObject, name: str) -> dict[str, Any]:
    one = published["methods"].get(name) or published["types"][name]
    return {field["name"]: field for field in one.get("fields", [])}


def written_out(kind: Kind) -> set[str]:
    return {"Array of " * kind.depth + PLAIN.get(name, name) for name in kind.names}


@pytest.mark.parametrize("name", [*METHODS, *OBJECTS])
def test_every_field_of_the_table_is_published_with_this_type(
    published: JsonObject, name: str
) -> None:
    fields = fields_of(published, name)
    for field in table(name):
        assert field.name in fields, f"{name}.{field.name}"
        assert written_out(field.kind) <= set(fields[field.name]["types"]), f"{name}.{field.name}"


@pytest.mark.parametrize("name", [*METHODS, *OBJECTS])
def test_what_is_required_is_required_in_both(published: JsonObject, name: str) -> None:
    required = {field for field, one in fields_of(published, name).items() if one["required"]}
    ours = {field.name for field in table(name) if field.required}
    assert ours == required


def table(name: str) -> list[Field]:
    return list((METHODS.get(name) or OBJECTS.get(name) or {}).values())


@pytest.mark.parametrize("family", VARIANTS)
def test_a_variant_is_named_by_its_published_type(published: JsonObject, family: str) -> None:
    for type_name, concrete in VARIANTS[family].items():
        assert concrete in published["types"][family]["subtypes"]
        described = fields_of(published, concrete)["type"]["description"]
        assert described.endswith(f"must be {type_name}")


@pytest.mark.parametrize(("owner", "field"), STATED)
def test_a_limit_is_stated_in_the_published_words(
    published: JsonObject, owner: str, field: str
) -> None:
    bounds = STATED[owner, field]
    described = fields_of(published, owner)[field]["description"]
    assert f"{bounds.low}-{bounds.high}" in re.sub(r"[\u2013\u2014]", "-", described)


async def test_whatever_happens_reaches_the_bot_in_the_published_shape(
    published: JsonObject,
) -> None:
    async with FakeTelegram() as telegram:
        ana, office = telegram.person(last_name="Ruiz", username="ana_ruiz"), telegram.group()
        said = await ana.says("see https://example.org and @TidingsBot", office)
        await ana.edits(said, "rather not", office)
        await ana.sends_document("log.txt", b"log", "text/plain", caption="the log")
        await ana.sends_album([b"one", b"two"], "both")
        for kind in ODD:
            await ana.sends(kind)
        await ana.blocks_bot()
        await ana.unblocks_bot()
        await office.migrates_to(-1009876543210)
        for update in telegram.updates.every:
            assert_fits(update.json, "Update", published)


def assert_fits(value: Any, name: str, published: JsonObject) -> None:
    """Fails unless the value has the required fields of the type, and only published ones."""
    if name in PYTHON:
        assert isinstance(value, PYTHON[name]), (value, name)
        return
    if name.startswith("Array of "):
        for item in value:
            assert_fits(item, name.removeprefix("Array of "), published)
        return
    if subtypes := published["types"][name].get("subtypes"):
        assert_fits(value, closest(value, subtypes, published), published)
        return
    fields = fields_of(published, name)
    assert set(value) <= set(fields), (name, set(value) - set(fields))
    assert {f for f, one in fields.items() if one["required"]} <= set(value), (name, value)
    for key, inner in value.items():
        assert_fits(inner, fields[key]["types"][0], published)


def closest(value: JsonObject, subtypes: list[str], published: JsonObject) -> str:
    """The subtype whose fixed `status` or `type` is the value's, else the first."""
    for name in subtypes:
        fixed = fields_of(published, name).get("status", {}).get("description", "")
        if "status" in value and re.search(rf"always \W?{value['status']}\b", fixed):
            return name
    return subtypes[0]
