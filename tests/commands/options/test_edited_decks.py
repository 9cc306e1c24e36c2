"""Decks that come back late at night: renamed, of other talks, of other programs, or forged."""

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest

from tests.project.two_towns import run, write
from tests.sampled import sampled
from tests.tools.packages import saved

OUTLINE = """\
title: A talk
lang: en-GB
slides:
  - id: aim
    title: What we want  # a comment
    bullets:
      - A square for all
      - Fewer cars
  - id: costs
    title: What it costs
    text: Not much.
    notes: Say it slowly.
"""
DECK = "build/a-talk.pptx"


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("slides.yaml", OUTLINE)
    assert run("build", "-q").exit_code == 0


def edited(old: str = "A square", new: str = "A park", deck: str = "edited.pptx") -> str:
    """Write the deck with other words under a name, and return the name."""
    presentation: Any = pptx.Presentation(DECK)
    for slide in presentation.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs:
                for each in paragraph.runs:
                    each.text = each.text.replace(old, new)
    Path(deck).write_bytes(saved(presentation))
    return deck


def outline() -> str:
    return Path("slides.yaml").read_bytes().decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after"),
    sampled(
        [
            pytest.param(OUTLINE.replace("\n", "\r\n"), None, id="lines of Windows"),
            pytest.param("\ufeff" + OUTLINE, None, id="byte order mark"),
            pytest.param(OUTLINE.rstrip("\n"), None, id="no end of the last line"),
            pytest.param(OUTLINE.replace("for all", "for all   "), None, id="blanks at the end"),
            pytest.param(
                OUTLINE.replace("A square for all", "'A square for all'"), None, id="quotes"
            ),
            pytest.param(
                OUTLINE.replace("- A square for all", "- A square\n        for all"),
                OUTLINE.replace("- A square for all", "- A park\n        for all"),
                id="two lines",
            ),
        ],
        every=5,
    ),
)
def test_an_untidy_outline_keeps_all_other_bytes(before: str, after: str | None) -> None:
    Path("slides.yaml").write_bytes(before.encode())
    assert run("pull", edited()).exit_code == 0
    assert outline() == (after or before.replace("A square", "A park"))


@pytest.mark.parametrize(
    ("content", "code"),
    sampled(
        [
            (OUTLINE.replace("A square", "Ein großer Platz").encode("latin-1"), "not-utf8"),
            (OUTLINE.encode("utf-16"), "not-utf8"),
            (OUTLINE.replace("  - id", "\t- id").encode(), "tab-indentation"),
            (OUTLINE.replace("text:", "txt:").encode(), "unknown-key"),
            (
                OUTLINE.replace("      - Fewer", "<<<<<<< HEAD\n      - Fewer").encode(),
                "two-versions",
            ),
        ]
    ),
    ids=["Latin-1", "UTF-16", "tabs", "a mistake", "marks of git"],
)
def test_into_an_outline_with_errors_nothing_is_written(content: bytes, code: str) -> None:
    Path("slides.yaml").write_bytes(content)
    result = run("pull", edited())
    assert (result.exit_code, f"error {code}" in result.stderr) == (1, True)
    assert result.stderr.endswith("Nothing was written. Mend the outline first; then pull again.\n")
    assert Path("slides.yaml").read_bytes() == content


def test_a_deck_finds_its_outline_under_any_name_of_its_own() -> None:
    assert run("pull", edited(deck="Copy of the talk (2).pptx")).exit_code == 0
    assert outline() == OUTLINE.replace("A square", "A park")


def test_an_outline_that_was_renamed_is_asked_for() -> None:
    deck = edited()
    Path("slides.yaml").rename("talk.yaml")
    result = run("pull", deck)
    assert result.exit_code == 2
    assert result.stderr == (
        "deckgen: The outline of edited.pptx is called slides.yaml; it is neither here nor beside "
        "the deck.\n  Name it: deckgen pull edited.pptx talk.yaml\n"
    )
    assert run("pull", deck, "talk.yaml").exit_code == 0


def test_a_deck_of_another_talk_is_not_pulled() -> None:
    deck = edited()
    other = OUTLINE
    for old in ("What we want", "A square for all", "Fewer cars", "What it costs", "Not much."):
        other = other.replace(old, old[::-1])
    other = other.replace("Say it slowly.", "Quickly!")
    write("slides.yaml", other)
    result = run("pull", deck)
    assert (result.exit_code, "edited.pptx is of another talk" in result.stderr) == (2, True)
    assert run("pull", deck, "slides.yaml").exit_code == 4
    assert outline() == other


@pytest.mark.slow
def test_what_two_colleagues_changed_is_merged_but_for_the_same_words() -> None:
    one, two = edited(deck="one.pptx"), edited("Fewer", "No", "two.pptx")
    three = edited("A square", "A garden", "three.pptx")
    assert [run("pull", deck).exit_code for deck in (one, two, three)] == [0, 0, 4]
    assert outline() == OUTLINE.replace("A square", "A park").replace("Fewer", "No")
    assert run("pull", two).exit_code == 0  # again: all of it is there


def test_a_deck_that_was_edited_before_a_new_build_is_pulled_after_it() -> None:
    deck = edited()
    newer = OUTLINE.replace("Fewer", "No").replace("slides:", "footer: Leipzig\nslides:")
    write("slides.yaml", newer)
    assert run("build", "-q").exit_code == 0
    assert run("pull", deck).exit_code == 0
    assert outline() == newer.replace("A square", "A park")


@pytest.mark.slow
def test_another_brand_is_no_hindrance() -> None:
    deck = edited()
    write(
        "brand.yaml",
        "name: Ours\nstyle: editorial\nfonts: {heading: Cambria, body: Calibri}\n"
        "colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0E4A50, sand: F4ECDF, accent: A83F1B}\n",
    )
    newer = OUTLINE.replace("slides:", "brand: brand.yaml\nslides:")
    write("slides.yaml", newer)
    assert run("pull", deck).exit_code == 0
    assert outline() == newer.replace("A square", "A park")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("old.ppt", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "a .ppt file of before 2007"),
        ("talk.pdf", b"%PDF-1.7", "not a PowerPoint file"),
        ("talk.key", b"PK\x03\x04", "not a PowerPoint file"),
        ("empty.pptx", b"", "not a PowerPoint file"),
        ("outline.pptx", OUTLINE.encode(), "not a PowerPoint file"),
    ],
)
def test_other_files_are_told_as_what_they_are(name: str, content: bytes, says: str) -> None:
    Path(name).write_bytes(content)
    result = run("pull", name)
    assert (result.exit_code, says in result.stderr) == (3, True)


def _mapped(change: Callable[[str], str], deck: str = "edited.pptx") -> str:
    """Change the map in the deck, and return its name."""
    source = io.BytesIO(Path(deck).read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(deck, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if b"<map " in data:
                assert change(data.decode()) != data.decode()
                data = change(data.decode()).encode()
            new.writestr(name, data)
    return deck


def _set(old: str, new: str) -> Callable[[str], str]:
    return lambda part: part.replace(old, new)


_NAME = 'outline="slides.yaml"'
FORGED = {
    "an outline above": _set(_NAME, 'outline="../../etc/passwd"'),
    "an outline of a drive": _set(_NAME, 'outline="C:slides.yaml"'),
    "an outline that is a key": _set(_NAME, 'outline="secret.pem"'),
    "a town above": _set(_NAME, f'{_NAME} town="../../etc/passwd"'),
    "a table that is a key": _set(_NAME, f'{_NAME} town="x" table="secret.pem"'),
    "no such style": _set(_NAME, f'{_NAME} style="nope"'),
    "variables": _set("<slide", '<variable name="title">${secret}</variable><tag>x</tag><slide'),
    "another number": _set('id="aim"', 'id="aim" number="-5"'),
    "a number without end": _set('id="aim"', f'id="aim" number="{"9" * 6000}"'),
    "a box without end": _set("@685800 502920", f"@{'9' * 6000} 502920"),
    "one id twice": _set('id="costs"', 'id="aim"'),
    "texts without end": _set(":00\n", f":{',' * 300_000}\n"),
    "a later form": _set('version="3"', 'version="4"'),
    "other words": _set("Fewer cars", "rm -rf /"),
    "slides without end": _set(
        "</map>", "".join(f'<slide id="q{at}" layout="x"/>' for at in range(10_000)) + "</map>"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", sampled(FORGED, every=6))
def test_a_map_that_lies_leads_to_no_other_file_and_no_other_words(
    change: Callable[[str], str],
) -> None:
    write("secret.pem", "-----BEGIN KEY-----")
    edited()
    deck = _mapped(change)
    there = sorted(Path().rglob("*"))
    result = run("pull", deck)
    assert result.exit_code in {0, 2, 4}, result.output
    assert "BEGIN KEY" not in result.output
    assert outline() in {OUTLINE, OUTLINE.replace("A square", "A park")}
    assert sorted(Path().rglob("*")) == there


@pytest.mark.slow
def test_a_deck_in_the_place_of_another_outlines_is_that_of_its_own() -> None:
    write("spring/slides.yaml", OUTLINE.replace("A talk", "Spring"))
    deck = edited(deck="spring/edited.pptx")
    shutil.move("slides.yaml", "autumn.yaml")
    assert run("pull", deck).exit_code == 0
    assert "A park" in Path("spring/slides.yaml").read_text("utf-8")
