"""The JSON Schemas accept what the reader accepts, and describe every key."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from deckgen.outline.documentation.json_schema import json_schema, town_schema
from deckgen.outline.documentation.kind_manual import kind_example
from deckgen.outline.expand.variables import insert_variables
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Kind
from deckgen.outline.schema.outline_reader import read_outline
from deckgen.support.diagnostics import Diagnostics
from tests.building import TOWNS
from tests.outline.reading import parsed
from tests.present import present

SCHEMA = json_schema(kinds())
TOWN_SCHEMA = town_schema(kinds())
OUTLINES = jsonschema.Draft202012Validator(SCHEMA)
TOWN_FILES = jsonschema.Draft202012Validator(TOWN_SCHEMA)
every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)


def accepted(outline: Any) -> bool:
    return bool(OUTLINES.is_valid(outline))


def as_editors_read(text: str) -> Any:
    return yaml.safe_load(text)


@pytest.mark.slow
@pytest.mark.parametrize("schema", [SCHEMA, TOWN_SCHEMA], ids=["outline", "town"])
def test_the_schema_is_valid(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@every_kind
def test_the_example_of_a_kind_is_accepted_by_schema_and_reader(kind: Kind) -> None:
    text = f"title: Talk\nslides:\n{kind_example(kind)}"
    assert accepted(as_editors_read(text))
    diagnostics = Diagnostics()
    node = parsed(text, diagnostics)
    outline = present(read_outline(insert_variables(node, diagnostics), kinds(), diagnostics))
    assert [each.message for each in diagnostics] == []
    assert kind.name in {each.name for each, _ in outline.slides}


@pytest.mark.parametrize(
    "outline",
    [
        {"title": "T", "slides": ["cover"]},
        {"title": 2026, "slides": [{"section": True}]},
        {"title": "T", "subtitle": None, "slides": [{"cover": None}]},
        {"title": "T", "vars": {"a": 1}, "slides": [{"title": "A", "bullets": ["a", {"b": "c"}]}]},
        {"title": "T", "slides": [{"title": "A", "bullets": [{"a": ["b", {"c": [1]}]}]}]},
        {"title": "T", "slides": [{"include": "shared.yaml"}, {"section": "A", "only": "gera"}]},
        {"title": "T", "slides": [{"section": "A", "except": ["a", "b"], "minutes": 1.5}]},
        {"title": "T", "slides": [{"title": "A", "bullets": [{"text": "b", "only": "gera"}]}]},
    ],
)
def test_accepted(outline: Any) -> None:
    assert accepted(outline)


@pytest.mark.parametrize(
    "outline",
    [
        {"title": "T"},
        {"slides": ["cover"]},
        {"title": "T", "slides": []},
        {"title": "T", "slides": ["quote"]},
        {"title": "T", "slides": ["cover"], "titel": "x"},
        {"title": "T", "slides": [{"title": "A", "bulets": ["a"]}]},
        {"title": "T", "slides": [{"quote": "A", "bullets": ["a"]}]},
        {"title": "T", "slides": [{"title": "A", "bullets": [{"a": ["b"], "c": "d"}]}]},
        {"title": "T", "slides": [{"title": "A", "bullets": [{"text": "b", "nur": "gera"}]}]},
        {"title": "T", "slides": [{"include": "a.yaml", "only": "gera"}]},
        {"title": "T", "lang": "deutsch bitte", "slides": ["cover"]},
        {"title": "T", "size": "16x9", "slides": ["cover"]},
    ],
)
def test_refused(outline: Any) -> None:
    assert not accepted(outline)


def properties(schema: Any) -> list[tuple[str, Any]]:
    if isinstance(schema, list):
        return [pair for each in schema for pair in properties(each)]
    if not isinstance(schema, dict):
        return []
    own = list(schema.get("properties", {}).items())
    return own + [pair for each in schema.values() for pair in properties(each)]


def test_every_key_is_described() -> None:
    described = properties(SCHEMA)
    assert len(described) > 40
    assert [name for name, each in described if not each.get("description")] == []


@pytest.mark.parametrize("path", TOWNS, ids=lambda path: path.stem)
def test_the_schema_accepts_our_towns(path: Path) -> None:
    town = as_editors_read(path.read_text(encoding="utf-8"))
    del town["event"]  # to an editor its date is no text; the schema of an outline refuses it, too
    assert TOWN_FILES.is_valid(town)


@pytest.mark.parametrize(
    ("town", "valid"),
    [
        ({"vars": {"town": "Gera"}, "tags": ["kurz"], "title": 2026}, True),
        ({"slides": {"a": "drop", "b": {"move": "after a", "notes": None}}}, True),
        ({"slides": {"a": {"insert-after": ["closing", {"section": "New"}]}}}, True),
        ({"titel": "Gera"}, False),
        ({"slides": ["a"]}, False),
        ({"slides": {"a": "dorp"}}, False),
        ({"slides": {"a": {"bulets": ["b"]}}}, False),
        ({"slides": {"a": {"move": "up"}}}, False),
    ],
)
def test_a_towns_file_has_a_schema(town: Any, *, valid: bool) -> None:
    assert TOWN_FILES.is_valid(town) is valid


def test_layouts_are_offered_by_name_if_the_names_are_known() -> None:
    schema = jsonschema.Draft202012Validator(json_schema(kinds(), ["Title Only", "Blank"]))
    town = jsonschema.Draft202012Validator(town_schema(kinds(), ["Title Only", "Blank"]))
    cases = {"Title Only": True, "${page}": True, "Title only": False}
    for name, good in cases.items():
        slide = {"title": "A", "bullets": ["a"], "layout": name}
        assert schema.is_valid({"title": "T", "slides": [slide]}) == good
        assert (
            schema.is_valid({"title": "T", "layouts": {"quote": name}, "slides": ["cover"]}) == good
        )
        assert town.is_valid({"slides": {"one": {"layout": name}}}) == good
    assert accepted({"title": "T", "layouts": {"quote": "Any"}, "slides": ["cover"]})
    assert not accepted({"title": "T", "layouts": {"qoute": "Any"}, "slides": ["cover"]})
