"""`deckgen import`: a talk as a new folder, and what it says of files that it cannot take."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE

from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import run
from tests.sampled import sampled

COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a file with a password begins, and one of before 2007 ([MS-CFB] 2.2)."""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a talk of three slides, in the current folder; the last is drawn."""
    monkeypatch.chdir(tmp_path)
    talk = Presentation()
    for title, text in (("One", "first"), ("Two", "second")):
        slide = talk.slides.add_slide(talk.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, text
    slide = talk.slides.add_slide(talk.slide_layouts[5])
    slide.shapes.title.text = "Three"
    arrow = slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, 900_000, 2_000_000, 900_000, 900_000)
    arrow.text_frame.text = "third"
    file = tmp_path / "old.pptx"
    talk.save(str(file))
    return file


ENTRIES = {
    "": ["title: One", "title: Two", "include: original.pptx"],
    "--slides 2-3": ["title: Two", "include: original.pptx"],
    "--words": ["title: One", "title: Two", "title: Three"],
}


@pytest.mark.slow
@pytest.mark.parametrize("options", ENTRIES)
def test_the_slides_that_are_asked_for(options: str, old: Path) -> None:
    result = run("import", old.name, *options.split())
    assert result.exit_code == ExitCode.OK, result.output
    outline = Path("old/slides.yaml").read_text(encoding="utf-8")
    starts = [line[4:] for line in outline.split("\n") if line.startswith("  - ")]
    assert starts == ENTRIES[options]
    assert run("build", "old/slides.yaml").exit_code == ExitCode.OK


@pytest.mark.slow
def test_the_summary_says_what_stays(old: Path) -> None:
    result = run("import", old.name)
    assert "3 slides, 6 words, 0 pictures: 2 bullets. 1 stays as it is" in result.stdout


@pytest.mark.slow
def test_the_words_of_a_drawn_slide_are_its_text(old: Path) -> None:
    run("import", old.name, "--words")
    outline = Path("old/slides.yaml").read_text(encoding="utf-8")
    entry = "  - title: Three\n    text: third\n"
    assert outline.endswith(f"  # Slide 3: its words; left out is a drawn shape.\n{entry}")


def test_a_folder_that_is_not_empty_stays_as_it_is(old: Path) -> None:
    Path("talk").mkdir()
    Path("talk/mine.txt").write_text("mine", encoding="utf-8")
    result = run("import", old.name, "talk")
    assert result.exit_code == ExitCode.USAGE
    assert "talk is there already." in result.stderr
    assert [each.name for each in Path("talk").iterdir()] == ["mine.txt"]


def without_slides(_: bytes) -> bytes:
    data = io.BytesIO()
    Presentation().save(data)
    return data.getvalue()


REFUSED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a file with a password": (lambda _: COMPOUND_FILE + bytes(600), "remove the password"),
    "half a file": (lambda data: data[: len(data) // 2], "damaged or cut off"),
    "another file": (
        lambda _: b"A letter to the mayor.\n",
        "is a text file, not a PowerPoint file",
    ),
    "an empty file": (lambda _: b"", "old.pptx is empty"),
    "no slides": (without_slides, "old.pptx has no slides."),
}


@pytest.mark.parametrize("name", sampled([*REFUSED], every=2))
def test_what_is_no_talk_is_refused(name: str, old: Path) -> None:
    change, said = REFUSED[name]
    old.write_bytes(change(old.read_bytes()))
    result = run("import", old.name)
    assert result.exit_code == ExitCode.OUTLINE
    assert said in result.stderr
    assert [each.name for each in old.parent.iterdir()] == ["old.pptx"]


@pytest.mark.parametrize(
    ("which", "said"), [("7", "the deck has 3"), ("x", "no slide with the id")]
)
def test_slides_that_are_not_there(which: str, said: str, old: Path) -> None:
    result = run("import", old.name, "--slides", which)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert [each.name for each in old.parent.iterdir()] == ["old.pptx"]
