"""Diagnostics as people, programs and GitHub read them."""

from __future__ import annotations

import json

import pytest

from deckgen.diagnostics import Diagnostics, Span
from deckgen.report import as_github, as_json, as_text


def one(span: Span | None, message: str = "Nein.", hint: str | None = "Ja.") -> Diagnostics:
    found = Diagnostics()
    found.error("a-code", message, span, hint)
    return found


def test_the_whole_of_a_report() -> None:
    found = one(Span("t.yaml", 2, 3, 4))
    found.warning("b-code", "Hm.", Span("t.yaml", 1, 1, 2))
    found.error("c-code", "Ohne Ort.", None)
    assert as_text(found, {"t.yaml": "ab\n  cdef\n"}) == (
        "error c-code: Ohne Ort.\n\n"
        "t.yaml:1:1: warning b-code: Hm.\n  1 | ab\n    | ^^\n\n"
        "t.yaml:2:3: error a-code: Nein.\n  2 |   cdef\n    |   ^^^^\n  hint: Ja.\n\n"
        "2 errors, 1 warning\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "caret"),
    [
        ("\tab", 2, 1, "    ab", "    ^"),
        ("日本 x", 4, 1, "日本 x", "     ^"),
        ("日本", 1, 2, "日本", "^^^^"),
        ("e\u0301x", 3, 1, "e\u0301x", " ^"),
        ("ab", 3, 1, "ab", "  ^"),
        ("ab", 2, 99, "ab", " ^"),
        ("a\x1b[31m", 1, 1, "a\N{REPLACEMENT CHARACTER}[31m", "^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_caret_stands_below_what_it_means(
    line: str, column: int, length: int, shown: str, caret: str
) -> None:
    report = as_text(one(Span("t", 1, column, length), hint=None), {"t": line})
    assert report.split("\n")[1:3] == [f"  1 | {shown}", f"    | {caret}"]


@pytest.mark.parametrize("column", [1, 60, 150, 299, 300])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    line = "a" * (column - 1) + "X" + "b" * (300 - column)
    _, shown, caret, *_ = as_text(one(Span("t", 1, column)), {"t": line}).split("\n")
    assert len(shown) < 130
    assert shown[caret.index("^")] == "X"


def test_a_place_that_no_source_has_is_no_failure() -> None:
    assert "t:9:1: error" in as_text(one(Span("t", 9, 1)), {"t": "a"})
    assert "t:9:1: error" in as_text(one(Span("t", 9, 1)), {})


def test_nothing_found_says_nothing() -> None:
    assert as_text(Diagnostics(), {}) == ""


def test_color_is_only_added_when_asked_for() -> None:
    assert "\x1b[" not in as_text(one(Span("t", 1, 1)), {"t": "a"})
    assert "\x1b[31" in as_text(one(Span("t", 1, 1)), {"t": "a"}, color=True)


def test_json() -> None:
    assert json.loads(as_json(one(Span("t", 2, 3, 4)))) == [
        {
            "file": "t",
            "line": 2,
            "column": 3,
            "length": 4,
            "severity": "error",
            "code": "a-code",
            "message": "Nein.",
            "hint": "Ja.",
        }
    ]
    assert json.loads(as_json(Diagnostics())) == []


def test_github_escapes_what_its_commands_are_made_of() -> None:
    assert as_github(one(Span("a,b:c.yaml", 2, 3, 4), "50 %\nmehr")) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,endColumn=7,title=a-code::50 %25%0Amehr%0AJa.\n"
    )
    note = Diagnostics()
    note.note("n", "m", None)
    assert as_github(note) == "::notice title=n::m\n"
