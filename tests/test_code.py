"""Listings from the outline to the deck: every line as it was typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.outline.highlight import (
    MOST_CHARACTERS,
    UnhighlightedError,
    UnknownLanguageError,
    highlighted,
)
from tests.talks import complaints, talk
from tests.template.test_any_template import FILES, GOOD
from tests.tools import validator
from tests.tools.needs import need

LINES = ["def f(x):", "", "    # nothing", '    return "a" < x  &  1']


def entry(lines: list[str], more: str = "") -> str:
    indented = "\n".join(f"    {line}" for line in lines)
    return f"- title: T\n  frame: no\n{more}  code: |\n{indented}\n"


def listing(slide: Any) -> Any:
    (_, found) = slide.placeholders
    return found


@pytest.mark.parametrize("more", ["", "  language: python\n"])
def test_lines_and_blanks_are_kept_in_the_place_of_the_body(more: str) -> None:
    (slide,) = talk(entry(LINES, more)).slides
    found = listing(slide)
    assert found.placeholder_format.idx == 1
    assert found.text_frame.text.split("\n") == LINES
    fonts = {run.font.name for one in found.text_frame.paragraphs for run in one.runs}
    assert fonts == {"Consolas"}


def test_words_are_told_apart_by_weight_and_slant_not_by_colour_alone() -> None:
    runs = [run for line in highlighted("\n".join(LINES), "python") for run in line]
    ways = {run.text.strip(): (run.bold, run.italic, run.ink) for run in runs if run.text.strip()}
    assert ways["def"] == (True, False, "accent")
    assert ways["f"] == (True, False, "")
    assert ways["# nothing"] == (False, True, "quiet")
    assert ways['"a"'] == (False, False, "accent")


def test_no_letter_is_lost_whatever_the_language() -> None:
    code = "<p class='a'>\t&amp;</p>\n\n{% x %} `${'"
    for language in ("python", "html", "bash", "json", "yaml"):
        lines = highlighted(code, language)
        assert "\n".join("".join(run.text for run in line) for line in lines) == code
    with pytest.raises(UnknownLanguageError):
        highlighted(code, "pyton")


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("~" * 40_000, "tnt"),
        ("<!--" * 10_000, "mcschema"),
        ("\n" * 1_500, "ahk"),
        ("a\n" * 2_000, "c#"),
        ("x" * (MOST_CHARACTERS + 1), "python"),
        ("operator " * 166 + "operat", "delphi"),
    ],
)
def test_no_listing_takes_for_ever_or_fails_in_its_lexer(code: str, language: str) -> None:
    with pytest.raises(UnhighlightedError):
        highlighted(code, language)


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
        (["a ~ b"], "  language: tnt\n", ["not-highlighted"]),
    ],
)
def test_what_cannot_be_shown_is_told(lines: list[str], more: str, codes: list[str]) -> None:
    made = talk(entry(lines, more))
    assert made.codes == codes
    assert all(one.hint for one in made.found)


@pytest.mark.parametrize("name", GOOD)
def test_on_any_template_it_is_one_of_its_placeholders(name: str) -> None:
    made = talk(entry(LINES, "  language: python\n"), brand=FILES[name])
    assert complaints(made.data, FILES[name].read_bytes()) == {}


def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    data = talk(entry(LINES, "  language: python\n")).data
    assert complaints(data) == {}
    need("validator")
    (tmp_path / "deck.pptx").write_bytes(data)
    assert list(validator.validate([tmp_path / "deck.pptx"]).values()) == [[]]
