"""A mapping is read as any record: each key by its type, every mistake reported."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import pytest

from deckgen.outline.schema.fields import ListItem, ListItems, Minutes, Text, key
from deckgen.outline.schema.record_reader import read_record
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import LocatedRecord, field, record
from tests.outline.reading import parsed
from tests.present import present


@record
class Inner(LocatedRecord):
    name: str = key("A name.")


@record
class Schema(LocatedRecord):
    text: Text | None = key("Text.", default=None)
    flag: bool = key("Flag.", default=False)
    whole: int = key("Whole.", default=0)
    number: Minutes = key("Minutes.", default=Minutes(0))
    day: dt.date | None = key("Day.", default=None)
    choice: Literal["light", "dark"] | None = key("Choice.", default=None)
    inner: Inner | None = key("Inner.", default=None)
    many: tuple[Inner, ...] = key("Many.", default=())
    words: Mapping[str, Text] | None = key("Words.", default=None)
    bullets: ListItems | None = key("Bullets.", default=None)
    color: str | None = field(
        default=None,
        metadata={"doc": "Color.", "pattern": "[0-9A-F]{6}", "pattern_doc": "six digits"},
    )


def value(name: str, written: str) -> tuple[object, list[str]]:
    diagnostics = Diagnostics()
    node = parsed(f"{name}: {written}\n", diagnostics)
    result = present(read_record(node, Schema, diagnostics))
    return getattr(result, name), [each.code for each in diagnostics]


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("flag", "ja", True),
        ("flag", "Off", False),
        ("whole", "12", 12),
        ("number", "1.5", 1.5),
        ("number", "2,5", 2.5),
        ("number", "20 Minuten", 20),
        ("day", "22.11.2026", dt.date(2026, 11, 22)),
        ("day", "22. November 2026", dt.date(2026, 11, 22)),
        ("day", "2026-11-22", dt.date(2026, 11, 22)),
        ("choice", "dark", "dark"),
        ("color", "0E4A50", "0E4A50"),
        ("text", "", None),
        ("flag", "", False),
    ],
)
def test_a_value_is_read_by_its_type(name: str, written: str, expected: object) -> None:
    assert value(name, written) == (expected, [])


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("flag", "vielleicht"),
        ("whole", "1.5"),
        ("whole", "²"),
        ("number", "1,250"),
        ("number", "lang"),
        ("number", "inf"),
        ("day", "3/4/2027"),
        ("day", "46348"),
        ("day", "2026-02-30"),
        ("choice", "drak"),
        ("color", "red"),
        ("text", "[a]"),
        ("inner", "a"),
        ("many", "a"),
        ("words", "a"),
        ("bullets", "a"),
    ],
)
def test_a_wrong_value_is_reported_and_left_out(name: str, written: str) -> None:
    shown, codes = value(name, written)
    assert codes == ["wrong-type"]
    assert not shown


def test_spans_are_set() -> None:
    diagnostics = Diagnostics()
    node = parsed("inner:\n  name: Anna\n", diagnostics)
    result = present(read_record(node, Schema, diagnostics))
    assert result.inner is not None
    assert result.inner.span == Span("talk.yaml", 2, 3)
    assert result.inner.spans == {"name": Span("talk.yaml", 2, 9, 4)}


def shape(items: object) -> list[object]:
    assert isinstance(items, tuple)
    return [
        (item.text.text, shape(item.children)) if item.children else item.text.text
        for item in items
        if isinstance(item, ListItem)
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a, b]", ["a", "b"]),
        ("\n - Herausforderung: das Beharren", ["Herausforderung: das Beharren"]),
        ("\n - Fazit:", ["Fazit:"]),
        ("\n - 'Fazit: gut'", ["Fazit: gut"]),
        (
            "\n - Töchter:\n    - Energie\n    - Wohnen:\n       - neu",
            [("Töchter", ["Energie", ("Wohnen", ["neu"])])],
        ),
    ],
)
def test_bullets(written: str, expected: list[object]) -> None:
    items, codes = value("bullets", written)
    assert codes == []
    assert shape(items) == expected
