"""Variables: inserted everywhere, overridden from outside, errors at the exact column."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.outline.nodes import Mapping, Scalar
from deckgen.outline.source import parse
from deckgen.outline.variants import vary

HEAD = """title: Talk
vars: {town: Altenburg, greeting: "Hallo ${town}"}
event: {name: Konferenz, place: Leipzig, date: 2026-11-22}
"""


def varied(text: str, **overrides: str) -> tuple[str, list[str]]:
    found = Diagnostics()
    node = parse("talk.yaml", f"{HEAD}x: {text}\n".encode(), found)
    assert node is not None
    result = vary(node, overrides, found)
    assert isinstance(result, Mapping)
    value = result.get("x")
    assert isinstance(value, Scalar)
    return value.text, [f"{each.span.column} {each.code}" for each in found if each.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in ${town}", "in Altenburg"),
        ("${ town }", "Altenburg"),
        ("${greeting}!", "Hallo Altenburg!"),
        ("${event}, ${event.place}, ${event.date}", "Konferenz, Leipzig, 2026-11-22"),
        ("${deck.title}", "Talk"),
        ("5 $ und $$", "5 $ und $"),
        ("$${town}", "${town}"),
    ],
)
def test_insertion(text: str, expected: str) -> None:
    assert varied(text) == (expected, [])


def test_an_override_comes_before_the_outlines_own_and_reaches_other_variables() -> None:
    assert varied("${greeting}", town="Gotha ${town}") == ("Hallo Gotha ${town}", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in ${twon}", ["7 undefined-variable"]),
        ("'in ${twon}'", ["8 undefined-variable"]),
        ("${}", ["4 undefined-variable"]),
        ("auf ${town", ["8 undefined-variable"]),
    ],
)
def test_what_is_undefined_is_told_at_its_column_and_stays(text: str, expected: list[str]) -> None:
    shown, found = varied(text)
    assert shown == text.strip("'")
    assert found == expected


def test_a_key_may_hold_a_variable() -> None:
    node = parse("t", b"vars: {a: b}\n${a}:\n  - c\n", Diagnostics())
    assert node is not None
    result = vary(node, {}, Diagnostics())
    assert isinstance(result, Mapping)
    assert result.get("b") is not None


def test_variables_that_double_each_other_do_not_fill_the_memory() -> None:
    lines = ["vars:", "  v0: 0123456789"]
    lines += [f"  v{n}: ${{v{n - 1}}}${{v{n - 1}}}" for n in range(1, 60)]
    found = Diagnostics()
    node = parse("t", "\n".join([*lines, "x: ${v59}"]).encode(), found)
    assert node is not None
    vary(node, {}, found)
    assert {each.code for each in found} == {"too-long"}


def test_what_holds_no_variable_is_the_same_node() -> None:
    node = parse("t", b"a: [b, {c: d}]\n", Diagnostics())
    assert node is not None
    assert vary(node, {}, Diagnostics()) is node
