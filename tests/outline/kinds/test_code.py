"""Listings from the outline to the deck: every line as it was typed."""

import gc
import os
from pathlib import Path
from typing import Any

import pytest

from deckgen.deck.graphics import Drawing
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.outline.lower.graphics.drawings.code_highlighting import (
    Highlighter,
    NotHighlightedError,
    UnknownLanguageError,
)
from tests.talks import check_valid, complaints, talk
from tests.template.test_any_template import FILES, GOOD
from tests.tools.processes import below, left_of

LINES = ["def f(x):", "", "    # nothing", '    return "a" < x  &  1']


def entry(lines: list[str], more: str = "") -> str:
    indented = "\n".join(f"    {line}" for line in lines)
    return f"- title: T\n  frame: no\n{more}  code: |\n{indented}\n"


def listing(slide: Any) -> Any:
    (_, found) = slide.placeholders
    return found


@pytest.mark.slow
@pytest.mark.parametrize("more", ["", "  language: python\n"])
def test_lines_and_blanks_are_kept_in_the_place_of_the_body(more: str) -> None:
    (slide,) = talk(entry(LINES, more)).slides
    found = listing(slide)
    assert found.placeholder_format.idx == 1
    assert found.text_frame.text.split("\n") == LINES
    fonts = {run.font.name for one in found.text_frame.paragraphs for run in one.runs}
    assert fonts == {"Consolas"}


def test_words_are_told_apart_by_weight_and_slant_not_by_colour_alone() -> None:
    runs = [run for line in Highlighter().lines("\n".join(LINES), "python") for run in line]
    ways = {
        run.text.strip(): (run.bold, run.italic, run.color_role) for run in runs if run.text.strip()
    }
    assert ways["def"] == (True, False, "accent")
    assert ways["f"] == (True, False, "")
    assert ways["# nothing"] == (False, True, "quiet")
    assert ways['"a"'] == (False, False, "accent")


@pytest.mark.slow
def test_no_letter_is_lost_whatever_the_language() -> None:
    code = "<p class='a'>\t&amp;</p>\n\n{% x %} `${'"
    highlighter = Highlighter()
    for language in ("python", "html", "bash", "json", "yaml"):
        lines = highlighter.lines(code, language)
        assert "\n".join("".join(run.text for run in line) for line in lines) == code
    with pytest.raises(UnknownLanguageError):
        highlighter.lines(code, "pyton")


HOSTILE = {
    "never ends": ("tnt", "~"),
    "never ends, either": ("mcschema", "<!--"),
    "twice as long for each sign": ("bash", "$'" + "\\" * 300),
    "takes the square": ("csharp", "ABC\n" * 4_000),
}


@pytest.mark.slow
@pytest.mark.parametrize(("language", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_language_that_takes_too_long_is_given_up(language: str, code: str) -> None:
    highlighter = Highlighter(seconds=0.5)
    with pytest.raises(NotHighlightedError, match=f"it takes too long to read as {language}"):
        highlighter.lines(code, language)
    assert len(highlighter.lines("x = 1", "python")[0]) > 1, "others are read by the same process"


@pytest.mark.slow
def test_after_some_others_are_left_alone_and_nothing_runs_on() -> None:
    before = {one.id for one in below(os.getpid())}
    highlighter = Highlighter(seconds=0.2)
    told = []
    for _ in range(4):
        with pytest.raises(NotHighlightedError) as why:
            highlighter.lines("~", "tnt")
        told.append(str(why.value))
    assert [each.startswith("it takes too long") for each in told] == [True, True, False, False]
    own = {one.id for one in below(os.getpid()) if "highlight_worker" in one.command} - before
    assert len(own) == 1
    del highlighter, why  # its traceback holds it, too
    gc.collect()
    assert left_of(own) == set()


@pytest.mark.slow
def test_what_is_not_highlighted_is_shown_as_it_is_with_a_note() -> None:
    made = talk(entry(["x"] * 10_001, "  language: python\n"))
    assert [(one.severity, one.code) for one in made.diagnostics] == [("note", "not-highlighted")]
    assert made.diagnostics.has_errors is False
    runs = [run for slide in made.slides[:2] for run in _runs(slide)]
    assert {run.font.bold for run in runs} == {None}


def _runs(slide: Any) -> list[Any]:
    return [run for one in listing(slide).text_frame.paragraphs for run in one.runs]


@pytest.mark.slow
def test_a_long_listing_goes_on_over_further_slides_and_loses_no_line() -> None:
    lines = [f"line_{n} = {n}" if n % 9 else "" for n in range(1, 60)]
    made = talk(entry(lines))
    shown = [listing(slide).text_frame.text for slide in made.slides]
    assert len(shown) > 1
    assert [line for page in shown for line in page.split("\n") if line] == list(
        filter(None, lines)
    )
    assert made.slides[0].shapes.title.text_frame.text == f"T (1/{len(shown)})"


@pytest.mark.parametrize(
    ("lines", "more", "codes"),
    [
        (["x" * 200], "", ["too-long"]),
        (["x"] * 80, "  fit: shrink\n", ["too-long"]),
        (["x"], "  language: pyton\n", ["unknown-language"]),
    ],
)
def test_what_cannot_be_shown_is_told(lines: list[str], more: str, codes: list[str]) -> None:
    made = talk(entry(lines, more))
    assert made.codes == codes
    assert all(one.hint for one in made.diagnostics)


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_on_any_template_it_is_one_of_its_placeholders(name: str) -> None:
    made = talk(entry(LINES, "  language: python\n"), brand=FILES[name])
    # Colours are the template's own: by number where its theme has no name for them.
    found = complaints(made.data, FILES[name].read_bytes())
    assert found.keys() - {"hard-coded-colour", "hard-coded-fill"} == set()


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    check_valid(talk(entry(LINES, "  language: python\n")).data, tmp_path)


def test_lines_stand_further_apart_where_that_costs_no_size() -> None:
    short, full = (
        talk(entry(["a = 1"] * count)).compiled.fitted.deck.slides[0].graphics[0][1]
        for count in (5, 13)
    )
    assert isinstance(short, Drawing)
    assert isinstance(full, Drawing)
    assert [each.shapes[0].styles[0].line_spacing for each in (short, full)] == [140, 100]
    assert short.shapes[0].box.cy > 5 * 28 * 1.17 * 1.2 * EMU_PER_POINT
