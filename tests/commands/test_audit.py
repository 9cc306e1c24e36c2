"""`deckgen audit`: which files it looks at, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.cli import cli
from tests.tools.packages import clean_deck, edited, replace

BROKEN = edited(clean_deck(), [replace("ppt/slides/slide1.xml", "<a:bodyPr/>", "")])


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["audit", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_deck_with_an_error_ends_with_1(tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    deck.write_bytes(BROKEN)
    code, out, _ = run(str(deck))
    assert code == 1
    assert "text-body-without-properties" in out


def test_all_decks_of_a_folder_but_not_the_locks_of_powerpoint(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("b.PPTX", "below/a.pptx", "~$b.pptx", "notes.txt"):
        (tmp_path / name).write_bytes(BROKEN)
    code, out, _ = run(str(tmp_path), "--format", "json")
    assert code == 1
    assert [Path(deck["file"]).name for deck in json.loads(out)] == ["b.PPTX", "a.pptx"]


@pytest.mark.parametrize(
    ("report_format", "begins"),
    [
        ("json", '[\n  {\n    "file"'),
        ("sarif", '{\n  "version": "2.1.0",\n  "$schema": "https://json.schemastore.org/sarif'),
        ("github", "::error file="),
    ],
)
def test_a_report_for_programs_is_all_that_is_written(
    report_format: str, begins: str, tmp_path: Path
) -> None:
    (tmp_path / "talk.pptx").write_bytes(BROKEN)
    code, out, err = run(str(tmp_path / "talk.pptx"), "--format", report_format)
    assert (code, err) == (1, "")
    assert out.startswith(begins)


def test_a_missing_file_is_told_and_the_others_are_looked_at(tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    deck.write_bytes(clean_deck())
    code, out, err = run(str(tmp_path / "gone.pptx"), str(deck))
    assert code == 1
    assert "There is no file" in err
    assert "talk.pptx: 3 slides" in out


def test_a_folder_without_decks(tmp_path: Path) -> None:
    code, _, err = run(str(tmp_path))
    assert (code, "There is no deck in this folder." in err) == (2, True)


def test_a_deck_may_be_as_large_as_its_films(tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    deck.write_bytes(clean_deck())
    with deck.open("ab") as file:
        file.truncate(60 << 20)
    _, _, err = run(str(deck))
    assert err == ""
