"""The race is fair: the same words for all, real decks only, memory that is the tool's own."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from bench.inputs import Bullet, Page, as_json, as_markdown, as_outline, numbered, talk
from bench.measure import FailedError, measure
from bench.race import Case, Failure, Result, race
from bench.table import FIVE_THOUSAND, TALK, THOUSAND, insert, page
from bench.tools import Tool, pptxgenjs, python_pptx
from bench.towns import GERMANY, Built, names, section, table
from deckgen.project.output_names import safe_name
from tests.sampled import sampled

if TYPE_CHECKING:
    from pathlib import Path

    from bench.race import Outcome

MEGABYTE = 1_000_000

OUTLINE = """
title: Wege
subtitle: Ein Anfang
vars: {town: Altenburg}
slides:
  - cover
  - id: eins
    title: Nach ${town}
    question: Wohin?
    bullets:
      - Geradeaus
      - Dann:
          - links
    notes: |
      Langsam.
      Deutlich.
  - quote: Der Weg ist lang.
    by: Ein Wanderer
"""


def test_a_talk_becomes_the_same_words_for_the_peers(tmp_path: Path) -> None:
    outline = tmp_path / "talk.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    assert talk(outline) == (
        Page("Wege", (Bullet("Ein Anfang"),)),
        Page(
            "Nach Altenburg",
            (Bullet("Wohin?"), Bullet("Geradeaus"), Bullet("Dann", ("links",))),
            "Langsam.\nDeutlich.",
        ),
        Page("Der Weg ist lang.", (Bullet("Ein Wanderer"),)),
    )


@pytest.mark.parametrize("write", [as_outline, as_markdown, as_json])
def test_every_tool_gets_every_word(write: object) -> None:
    assert callable(write)
    pages = numbered(3, notes=True)
    texts = [text for shown in pages for text in (shown.title, shown.notes)]
    texts += [bullet.text for shown in pages for bullet in shown.bullets]
    texts += [child for shown in pages for bullet in shown.bullets for child in bullet.children]
    assert [text for text in texts if text not in write(pages)] == []


def test_large_decks_have_five_bullets_and_no_slide_twice() -> None:
    pages = numbered(50)
    assert {sum(1 + len(b.children) for b in shown.bullets) for shown in pages} == {5}
    assert len({shown.title for shown in pages}) == 50


@pytest.mark.slow
def test_memory_is_that_of_the_program_alone(tmp_path: Path) -> None:
    ours = bytearray(b"x" * 200 * MEGABYTE)
    small = measure([sys.executable, "-c", "pass"], tmp_path / "log")
    large = measure([sys.executable, "-c", "b'x' * 100_000_000"], tmp_path / "log")
    assert len(ours) == 200 * MEGABYTE
    assert small.peak < 60 * MEGABYTE
    assert 100 * MEGABYTE < large.peak < 160 * MEGABYTE


@pytest.mark.parametrize(
    ("command", "reason"),
    sampled(
        [
            ([sys.executable, "-c", "import sys; sys.exit('out of paper')"], "out of paper"),
            ([sys.executable, "-c", "import sys; sys.exit(3)"], "exit code 3"),
            (["there-is-no-such-program"], "No such file or directory"),
        ]
    ),
)
def test_a_failure_says_why(command: list[str], reason: str, tmp_path: Path) -> None:
    with pytest.raises(FailedError, match=reason):
        measure(command, tmp_path / "log")


WRITES_ONE_SLIDE = """
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as deck:
    deck.writestr("ppt/slides/slide1.xml", "")
    deck.writestr("ppt/slides/_rels/slide1.xml.rels", "")
"""


def fake(name: str, program: str) -> Tool:
    def command(_source: Path, target: Path) -> list[str]:
        return [sys.executable, "-c", program, str(target)]

    return Tool(name, "1", "json", as_json, command)


@pytest.mark.slow
def test_only_a_whole_deck_counts(tmp_path: Path) -> None:
    tools = (python_pptx(), fake("idle", "pass"), fake("lossy", WRITES_ONE_SLIDE))
    outcomes = race(Case("two slides", numbered(2, notes=True), runs=1), tools, tmp_path)
    whole = outcomes["python-pptx"]
    assert isinstance(whole, Result)
    assert whole.size == (tmp_path / "two-slides-python-pptx.pptx").stat().st_size
    assert isinstance(outcomes["idle"], Failure)
    assert outcomes["idle"].reason.startswith("wrote no deck")
    assert outcomes["lossy"] == Failure("wrote 1 slides instead of 2")


@pytest.mark.slow
def test_pptxgenjs_packs_its_deck_only_if_asked(tmp_path: Path) -> None:
    asked = (pptxgenjs(), pptxgenjs(packed=True))
    tools = tuple(tool for tool in asked if isinstance(tool, Tool))
    if not tools:
        pytest.skip("`make bench` brings PptxGenJS")
    plain, packed = race(Case("ten slides", numbered(10), runs=1), tools, tmp_path).values()
    assert isinstance(plain, Result)
    assert isinstance(packed, Result)
    assert packed.size < plain.size / 2


def verdicts(seconds: dict[tuple[str, str], float], share: float | None = None) -> list[str]:
    """Return the first words of each target's line, for results of one megabyte each.

    The last is that of fitting's share; without one, it is left out.
    """
    outcomes: dict[str, dict[str, Outcome]] = {}
    for (case, tool), value in seconds.items():
        outcomes.setdefault(case, {})[tool] = Result(value, MEGABYTE, MEGABYTE, 1)
    cases = tuple(Case(name, (), 1) for name in outcomes)
    text = page(cases, (fake("deckgen", ""), fake("pandoc", "")), (), outcomes, share)
    found = re.findall(r"^- (reached|MISSED|not measured): ", text, re.MULTILINE)
    return found if share else found[:-1]


MEASURED = {
    (TALK, "deckgen"): 0.2,
    (TALK, "pandoc"): 0.2,
    (THOUSAND, "deckgen"): 0.5,
    (THOUSAND, "PptxGenJS"): 1.0,
    (FIVE_THOUSAND, "deckgen"): 2.0,
    (FIVE_THOUSAND, "PptxGenJS"): 4.0,
}


PICTURES = ["not measured"] * 2
"""Decks with pictures are a race of their own."""


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["reached", "reached", "reached", "reached", *PICTURES, "MISSED"]),
        ({(TALK, "pandoc"): 0.1}, ["MISSED", "reached", "reached", "reached", *PICTURES, "MISSED"]),
        (
            {(THOUSAND, "deckgen"): 0.3},
            ["reached", "reached", "reached", "MISSED", *PICTURES, "MISSED"],
        ),
        (
            {(FIVE_THOUSAND, "deckgen"): 2.1},
            ["reached", "reached", "MISSED", "reached", *PICTURES, "MISSED"],
        ),
    ],
)
def test_a_target_is_reached_or_missed(
    changed: dict[tuple[str, str], float], expected: list[str]
) -> None:
    assert verdicts({**MEASURED, **changed}) == expected


@pytest.mark.parametrize(("share", "expected"), [(0.33, "reached"), (0.34, "MISSED")])
def test_fitting_has_its_share_and_no_more(share: float, expected: str) -> None:
    assert verdicts(MEASURED, share)[-1] == expected


def test_what_was_not_run_has_no_verdict() -> None:
    assert verdicts({(TALK, "deckgen"): 0.2}) == ["not measured"] * 7


def test_the_table_replaces_the_one_before(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text("Before.\n<!-- bench -->\nold\n<!-- /bench -->\nAfter.\n", encoding="utf-8")
    insert("new", document)
    insert("newer", document)
    expected = "Before.\n<!-- bench -->\n\nnewer\n<!-- /bench -->\nAfter.\n"
    assert document.read_text(encoding="utf-8") == expected


@pytest.mark.slow
def test_there_are_towns_enough_and_each_has_a_file_of_its_own() -> None:
    towns = list(names())
    assert len({safe_name(town) for town in towns}) == len(towns) >= GERMANY
    assert table(2).splitlines() == ["town", *towns[:2]]


@pytest.mark.parametrize(
    ("seconds", "peak", "expected"),
    [
        (60, 100, ["reached", "reached", "reached"]),
        (80, 100, ["MISSED", "reached", "MISSED"]),
        (60, 201, ["reached", "MISSED", "reached"]),
    ],
)
def test_the_targets_of_the_towns(seconds: float, peak: int, expected: list[str]) -> None:
    small = Built(1_000, 6, 12, peak * MEGABYTE, 80e3)
    large = Built(10_000, seconds, 120, peak * MEGABYTE, 80e3)
    text = section(small, large, Built(100, 10, 10, 60 * MEGABYTE, 30e3))
    assert re.findall(r"^- (reached|MISSED): ", text, re.MULTILINE) == expected
    assert "120,000 decks ÷ " in text
