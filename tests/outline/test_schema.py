"""The JSON Schema says the same as the reader; every key has its manual."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml

from deckgen.diagnostics import Diagnostics
from deckgen.outline.entry import Kind
from deckgen.outline.identify import read_outline
from deckgen.outline.kinds import kinds
from deckgen.outline.schema import example, json_schema, manual, schema_line
from deckgen.outline.source import parse
from deckgen.outline.variants import vary

SCHEMA = json_schema(kinds())
every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)


def accepted(outline: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(outline))


def as_editors_read(text: str) -> Any:
    return yaml.safe_load(text)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@every_kind
def test_the_example_of_a_kind_is_accepted_by_schema_and_reader(kind: Kind) -> None:
    text = f"title: Talk\nslides:\n{example(kind)}"
    assert accepted(as_editors_read(text))
    found = Diagnostics()
    node = parse("example.yaml", text.encode(), found)
    assert node is not None
    outline = read_outline(vary(node, found), kinds(), found)
    assert [each.message for each in found] == []
    assert outline is not None
    assert kind.name in {each.name for each, _ in outline.slides}


@pytest.mark.parametrize(
    "outline",
    [
        {"title": "T", "slides": ["cover"]},
        {"title": 2026, "slides": [{"section": True}]},
        {"title": "T", "subtitle": None, "slides": [{"cover": None}]},
        {"title": "T", "vars": {"a": 1}, "slides": [{"title": "A", "bullets": ["a", {"b": "c"}]}]},
        {"title": "T", "slides": [{"title": "A", "bullets": [{"a": ["b", {"c": [1]}]}]}]},
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
        {"title": "T", "lang": "deutsch bitte", "slides": ["cover"]},
        {"title": "T", "size": "16x9", "slides": ["cover"]},
    ],
)
def test_refused(outline: Any) -> None:
    assert not accepted(outline)


def properties(schema: Any) -> list[tuple[str, Any]]:
    if isinstance(schema, list):
        return [found for each in schema for found in properties(each)]
    if not isinstance(schema, dict):
        return []
    own = list(schema.get("properties", {}).items())
    return own + [found for each in schema.values() for found in properties(each)]


def test_every_key_is_described() -> None:
    described = properties(SCHEMA)
    assert len(described) > 40
    assert [name for name, each in described if not each.get("description")] == []


@every_kind
def test_the_manual_tells_every_key_and_shows_the_example(kind: Kind) -> None:
    page = manual(kind)
    assert page.startswith(f"# {kind.name}\n")
    assert f"```yaml\n{example(kind)}```" in page
    assert f"| `{kind.name}` |" in page
    assert "| `notes` |" in page


def test_the_line_that_binds_the_schema() -> None:
    assert schema_line("x.json") == "# yaml-language-server: $schema=x.json"
