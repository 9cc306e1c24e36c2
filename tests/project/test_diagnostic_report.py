"""Diagnostics as people, programs and GitHub read them."""

import json

import pytest

from deckgen.fit.reports.explain import FittedPlaceholder, FittedSlide
from deckgen.project.diagnostic_report import (
    WIDEST_LINE,
    fitting_report,
    github_report,
    json_report,
    text_report,
)
from deckgen.support.diagnostics import MOST_OF_A_KIND, Diagnostics, Severity, Span


def one(span: Span | None, message: str = "Nein.", hint: str | None = "Ja.") -> Diagnostics:
    diagnostics = Diagnostics()
    diagnostics.error("a-code", message, span, hint)
    return diagnostics


def test_the_whole_of_a_report() -> None:
    found = one(Span("t.yaml", 2, 3, 4))
    found.warning("b-code", "Hm.", Span("t.yaml", 1, 1, 2))
    found.error("c-code", "Ohne Ort.", None)
    assert text_report(found, {"t.yaml": "ab\n  cdef\n"}) == (
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
    report = text_report(one(Span("t", 1, column, length), hint=None), {"t": line})
    assert report.split("\n")[1:3] == [f"  1 | {shown}", f"    | {caret}"]


@pytest.mark.parametrize("column", [1, 60, 150, 299, 300])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    line = "a" * (column - 1) + "X" + "b" * (300 - column)
    _, shown, caret, *_ = text_report(one(Span("t", 1, column)), {"t": line}).split("\n")
    assert len(shown) < 130
    assert shown[caret.index("^")] == "X"


def test_a_line_that_a_terminal_holds_is_shown_whole() -> None:
    for length, whole in ((WIDEST_LINE, True), (WIDEST_LINE + 1, False)):
        report = text_report(one(Span("t", 1, 1)), {"t": "a" * length})
        assert ("…" not in report) == whole


def test_a_place_that_no_source_has_is_no_failure() -> None:
    assert "t:9:1: error" in text_report(one(Span("t", 9, 1)), {"t": "a"})
    assert "t:9:1: error" in text_report(one(Span("t", 9, 1)), {})


def test_nothing_found_says_nothing() -> None:
    assert text_report(Diagnostics(), {}) == ""


def test_color_is_only_added_when_asked_for() -> None:
    assert "\x1b[" not in text_report(one(Span("t", 1, 1)), {"t": "a"})
    assert "\x1b[31" in text_report(one(Span("t", 1, 1)), {"t": "a"}, color=True)


def test_json() -> None:
    assert json.loads(json_report(one(Span("t", 2, 3, 4)))) == [
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
    (nowhere,) = json.loads(json_report(one(None)))
    assert [nowhere[name] for name in ("file", "line", "column", "length")] == [None] * 4
    assert json.loads(json_report(Diagnostics())) == []


def test_github_escapes_what_its_commands_are_made_of() -> None:
    assert github_report(one(Span("a,b:c.yaml", 2, 3, 4), "50 %\nmehr")) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,endColumn=7,title=a-code::50 %25%0Amehr%0AJa.\n"
    )
    note = Diagnostics()
    note.note("n", "m", None)
    assert github_report(note) == "::notice title=n::m\n"


def many(count: int, code: str = "a-code") -> Diagnostics:
    diagnostics = Diagnostics()
    for line in range(1, count + 1):
        diagnostics.error(code, f"Nein {line}.", Span("t", line, 1), "Ja.")
    return diagnostics


@pytest.mark.parametrize(
    ("beyond", "last"),
    [
        (0, f"t:{MOST_OF_A_KIND}:1: error a-code: Nein {MOST_OF_A_KIND}."),
        (1, f"t:{MOST_OF_A_KIND + 1}:1: error a-code: There is 1 more finding of this kind"),
        (1234, f"t:{MOST_OF_A_KIND + 1}:1: error a-code: There are 1,234 more findings of this"),
    ],
)
def test_of_a_kind_the_first_are_told_and_the_rest_counted(beyond: int, last: str) -> None:
    found = many(MOST_OF_A_KIND + beyond)
    found.warning("a-code", "Ein anderer Grad.", Span("t", 1, 1), "Ja.")
    text = text_report(found, {})
    told = [line for line in text.split("\n") if ": error " in line]
    assert told[-1].startswith(last)
    assert len(told) == MOST_OF_A_KIND + (beyond > 0)
    assert "warning a-code: Ein anderer Grad." in text
    assert text.endswith(f"\n{MOST_OF_A_KIND + beyond:,} errors, 1 warning\n")
    assert (len(found), found.errors) == (MOST_OF_A_KIND + beyond + 1, MOST_OF_A_KIND + beyond)


def test_what_several_stages_found_is_counted_together() -> None:
    diagnostics = Diagnostics()
    assert not diagnostics.is_full("a-code")
    for _ in range(3):
        diagnostics.extend(many(MOST_OF_A_KIND + 10))
    assert diagnostics.is_full("a-code")
    assert not diagnostics.is_full("a-code", Severity.WARNING)
    *first, rest = diagnostics
    assert [one.message for one in first] == [one.message for one in many(MOST_OF_A_KIND)]
    assert (rest.stands_for, len(diagnostics)) == (2 * MOST_OF_A_KIND + 30, 3 * MOST_OF_A_KIND + 30)
    strict = many(MOST_OF_A_KIND + 10).stricter(frozenset({"a-code"}))
    assert (len(strict), strict.errors) == (MOST_OF_A_KIND + 10,) * 2


def test_how_slides_were_fitted() -> None:
    title = FittedPlaceholder("title", (32,), smaller=False, lines=1, free_height=44.4)
    body = FittedPlaceholder("body", (24, 20), smaller=True, lines=8, free_height=0)
    slides = [
        FittedSlide("a", "bullets", "Title and bullets", (title, body), "the text needs 2 slides"),
        FittedSlide("b", "bullets", "Inhalt", (), deck="partner.pptx"),
    ]
    assert fitting_report(slides) == (
        "a: bullets, on “Title and bullets”\n"
        "  the text needs 2 slides\n"
        "  title: 32 pt, 1 line, 44 pt left\n"
        "  body: 24/20 pt, smaller than the layout, 8 lines, 0 pt left\n"
        "b: as it is in partner.pptx, on “Inhalt”\n"
    )
