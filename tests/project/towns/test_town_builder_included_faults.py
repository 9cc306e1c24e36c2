"""`check` tells what slides of other decks bring along, at the line that names them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli import cli
from tests.tools.packages import Edit, clean_deck, edited, replace

PICTURES = "ppt/slides/slide3.xml"
SHOWN: list[Edit] = [replace(PICTURES, ' show="0"', "")]


def told(tmp_path: Path, edits: list[Edit]) -> list[tuple[str, str, int, str]]:
    """Return what `check` says of a talk that takes over the third slide of a deck."""
    (tmp_path / "partner.pptx").write_bytes(edited(clean_deck(), [*SHOWN, *edits]))
    outline = tmp_path / "slides.yaml"
    outline.write_text(
        "title: Talk\nsize: 4:3\nslides:\n  - include: partner.pptx\n    slides: [3]\n"
    )
    return [
        (each.severity.value, each.code, each.span.line if each.span else 0, each.message)
        for each in deckgen.check(outline)
        if each.severity != "note"
    ]


@pytest.mark.slow
def test_a_picture_without_alternative_text_is_told_where_its_slide_is_named(
    tmp_path: Path,
) -> None:
    (finding,) = told(tmp_path, [replace(PICTURES, 'descr="A red field"', "")])
    assert finding[:3] == ("warning", "alt-missing", 4)
    assert finding[3].startswith("partner.pptx, slide 3: “Picture 2” has no alternative text")


@pytest.mark.slow
def test_many_towns_are_told_as_one_talk(tmp_path: Path) -> None:
    told(tmp_path, [replace(PICTURES, 'descr="A red field"', "")])
    (tmp_path / "towns").mkdir()
    for town in ("gera", "jena"):
        (tmp_path / "towns" / f"{town}.yaml").write_text(f"vars: {{town: {town}}}\n")
    run = CliRunner().invoke(cli, ["check", str(tmp_path / "slides.yaml"), "--all"])
    assert run.output.count("warning alt-missing: partner.pptx, slide 3:") == 1


@pytest.mark.slow
def test_a_slide_that_keeps_nobody_out_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, []) == []
