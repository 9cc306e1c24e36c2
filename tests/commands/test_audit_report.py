"""`deckgen audit --report`: the protocol that it writes, and what it refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import cli
from deckgen.support.exit_codes import ExitCode
from tests.export.reading import read
from tests.tools import browser
from tests.tools.packages import clean_deck, edited, replace

DECK = edited(
    clean_deck(),
    [
        replace("ppt/slides/slide1.xml", ' type="title"', ' type="title" hasCustomPrompt="0"'),
        replace("docProps/core.xml", "en-GB", "de-DE"),
    ],
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a deck."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.pptx").write_bytes(DECK)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("audit", "talk.pptx", *arguments))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report", "protocol.docx"], "protocol.docx is no name for a protocol."),
        (["talk.pptx", "--report", "p.html"], "A protocol is about one deck."),
        (["--report", "own.html"], "own.html was not written by deckgen"),
    ],
)
def test_what_cannot_be_written_is_refused_before_the_work(
    folder: Path, arguments: list[str], said: str
) -> None:
    (folder / "own.html").write_text("mine", encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert (folder / "own.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_without_a_renderer_there_is_a_protocol_without_pictures(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(__import__("sys").modules, "betteroffice_pptx", None)
    result = run("--report", "protocol.html")
    assert "protocol.html is the protocol." in result.stderr
    text = (folder / "protocol.html").read_text(encoding="utf-8")
    assert "Es gibt keine Bilder." in text
    assert "<svg" not in text


@pytest.mark.slow
def test_the_protocol_as_pdf_in_the_language_that_is_asked_for(folder: Path) -> None:
    pytest.importorskip("typst")
    result = run("--report", "protocol.pdf", "--report-lang", "en", "--renderer", "light")
    assert "protocol.pdf is the protocol." in result.stderr
    seen = read((folder / "protocol.pdf").read_bytes())
    assert (seen.lang, seen.tagged) == ("en", True)
    assert "Signature" in seen.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(390, 844, "dark"), (1280, 800, "light"), (2560, 1440, "dark")]
)
def test_the_page_stands_in_nobodys_way(
    folder: Path, width: int, height: int, scheme: browser.Scheme
) -> None:
    run("--report", "protocol.html", "--renderer", "light")
    page = folder / "protocol.html"
    assert '<svg class="slide"' in page.read_text(encoding="utf-8")
    assert browser.barriers_of_file(page, width, height, scheme) == []
