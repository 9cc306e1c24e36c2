"""`deckgen audit --mend`: the copy that it writes, what it tells, and what it refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import cli
from deckgen.support.exit_codes import ExitCode
from tests.tools.packages import clean_deck, edited, replace

DECK = edited(clean_deck(), [replace("ppt/slides/slide1.xml", 'id="3"', 'id="2"')])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a deck that has a fault."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.pptx").write_bytes(DECK)
    (tmp_path / "there.pptx").write_bytes(b"mine")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("audit", "talk.pptx", *arguments))


@pytest.mark.slow
def test_what_was_mended_is_told_by_slide_and_the_deck_stays(folder: Path) -> None:
    result = run("--mend", "-o", "better.pptx")
    assert result.exit_code == ExitCode.OK
    told = result.stdout.partition("better.pptx is a copy in which this is done:\n")[2]
    assert " ".join(told.split()).startswith(
        "Slide 1 - Repaired: /ppt/slides/slide1.xml: two shapes have the id 2 (duplicate-shape-id) "
        "In the copy: 3 slides"
    )
    assert (folder / "talk.pptx").read_bytes() == DECK
    again = CliRunner().invoke(cli, ("audit", "better.pptx", "--mend", "-o", "third.pptx"))
    assert "there was nothing to do that is safe" in again.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mend"], "The mended copy needs a name."),
        (["-o", "better.pptx"], "Without --mend, no copy is written."),
        (["--private"], "Without --mend, no copy is written."),
        (["--mend", "-o", "better.potx"], "better.potx and talk.pptx have different endings."),
        (["--mend", "-o", "there.pptx"], "there.pptx is there already."),
        (["--mend", "-o", "talk.pptx"], "talk.pptx is there already."),
        (["there.pptx", "--mend", "-o", "b.pptx"], "One deck is mended at a time."),
    ],
)
def test_what_cannot_be_done_is_refused_before_the_work(
    folder: Path, arguments: list[str], said: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert (folder / "talk.pptx").read_bytes() == DECK
    assert (folder / "there.pptx").read_bytes() == b"mine"


@pytest.mark.slow
def test_data_for_programs_is_not_mixed_with_what_was_mended(folder: Path) -> None:
    result = run("--mend", "-o", "better.pptx", "--format", "json")
    assert result.stdout.startswith("[")
    assert "is a copy in which this is done" in result.stderr
    assert (folder / "better.pptx").exists()


def test_a_file_that_cannot_be_read_is_not_mended(folder: Path) -> None:
    (folder / "talk.pptx").write_bytes(b"nothing")
    result = run("--mend", "-o", "better.pptx")
    assert result.exit_code == ExitCode.OUTLINE
    assert not (folder / "better.pptx").exists()
