"""`deckgen diff`: what was changed by hand, beside the lines of the outline."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from click.testing import CliRunner

from deckgen.cli import cli
from tests.roundtrip.edited_talk import delete_slide, move_slide, shape
from tests.sampled import sampled
from tests.tools.packages import saved, without_map

OUTLINE = """\
title: A talk
lang: en-GB
footer: Dresden
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
  - id: end
    quote: Well begun is half done.
"""


def _deck() -> Any:
    return pptx.Presentation(io.BytesIO(Path("build/a-talk.pptx").read_bytes()))


def _run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["diff", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("slides.yaml").write_text(OUTLINE, encoding="utf-8")
    assert CliRunner().invoke(cli, ["build", "-q"]).exit_code == 0


def _leave(_deck: Any) -> None:
    """Change nothing."""


def _reword(deck: Any) -> None:
    shape(deck, 0, "Title").text_frame.paragraphs[0].runs[0].text = "What all of us want for it"
    deck.slides[1].notes_slide.notes_text_frame.text = "Say it at once."


def _change_footers(deck: Any) -> None:
    for slide in list(deck.slides)[:2]:
        footer = next(each for each in slide.shapes if each.name.startswith("Footer"))
        footer.text_frame.paragraphs[0].runs[0].text = "Leipzig"


def _reorder(deck: Any) -> None:
    move_slide(deck, 2, 1)
    delete_slide(deck, 0)


CASES: dict[str, tuple[Callable[[Any], None], str, str]] = {
    "words": (
        _reword,
        OUTLINE,
        """\
aim: What we want
  slides.yaml:6: title
    What we want                         │ What all of us want for it

costs: What it costs
  slides.yaml:13: notes
    Say it slowly.                       │ Say it at once.

2 changes since edited.pptx was built.
""",
    ),
    "words that were changed in the outline, too": (
        _reword,
        OUTLINE.replace("What we want", "What they want").replace("slowly", "at once"),
        """\
aim: What we want
  slides.yaml:6: title
    What we want                         │ What all of us want for it
    The outline was changed here, too: “What they want”

costs: What it costs
  slides.yaml:13: notes
    Say it slowly.                       │ Say it at once.
    The outline says so already.

2 changes since edited.pptx was built.
""",
    ),
    "a footer on all slides": (
        _change_footers,
        OUTLINE,
        """\
on 2 slides
  slides.yaml:3: footer
    Dresden                              │ Leipzig

2 changes since edited.pptx was built.
""",
    ),
    "slides": (
        _reorder,
        OUTLINE,
        """\
aim: What we want
  slides.yaml:5: deleted

end: Well begun is half done.
  slides.yaml:14: moved to the beginning

2 changes since edited.pptx was built.
""",
    ),
}


@pytest.mark.parametrize("case", sampled([*CASES]))
def test_changes_are_told_beside_their_lines(case: str) -> None:
    edit, outline, expected = CASES[case]
    deck = _deck()
    edit(deck)
    Path("edited.pptx").write_bytes(saved(deck))
    Path("slides.yaml").write_text(outline, encoding="utf-8")
    assert _run("edited.pptx") == (4, expected, "")


def test_an_untouched_deck_is_well() -> None:
    told = "build/a-talk.pptx: nothing was changed since it was built.\n"
    assert _run("build/a-talk.pptx") == (0, told, "")


def test_programs_get_the_changes_as_objects() -> None:
    deck = _deck()
    _reword(deck)
    Path("edited.pptx").write_bytes(saved(deck))
    code, told, _ = _run("edited.pptx", "--format", "json")
    first, second = json.loads(told)
    assert code == 4
    assert first == {
        "change": "words-changed",
        "slide_id": "aim",
        "place": "title",
        "paragraph": 0,
        "base": "What we want",
        "edited": "What all of us want for it",
        "current": {
            "state": "unchanged",
            "words": "What we want",
            "span": {"file": "slides.yaml", "line": 6, "column": 12, "length": 12},
            "generated": False,
        },
    }
    assert second["change"] == "words-changed"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("outline", "code", "told"),
    [
        ((), 4, "slides.yaml as that is today"),
        (("elsewhere/slides.yaml",), 1, "elsewhere/slides.yaml"),
    ],
)
def test_a_deck_without_its_map_is_compared_with_the_outline(
    outline: tuple[str, ...], code: int, told: str
) -> None:
    deck = _deck()
    _reword(deck)
    Path("edited.pptx").write_bytes(without_map(saved(deck)))
    ended, said, errors = _run("edited.pptx", *outline)
    assert (ended, told in errors + said) == (code, True)


def test_nothing_is_known_of_a_deck_without_map_and_outline() -> None:
    Path("edited.pptx").write_bytes(without_map(saved(_deck())))
    Path("slides.yaml").unlink()
    code, _, errors = _run("edited.pptx")
    assert (code, "Name the outline" in errors) == (2, True)


def test_a_deck_without_its_map_is_compared_with_the_copy_beside_it() -> None:
    deck = _deck()
    _reword(deck)
    Path("build/a-talk.pptx").write_bytes(without_map(saved(deck)))
    Path("slides.yaml").write_text(OUTLINE.replace("Not much", "A lot"), encoding="utf-8")
    code, told, errors = _run("build/a-talk.pptx")
    assert (code, "2 changes" in told, "Not much" in told) == (4, True, False)
    assert "compared with the deck\nthat was built here last" in errors


def test_a_deck_with_two_parts_of_one_name_is_refused() -> None:
    data = io.BytesIO(Path("build/a-talk.pptx").read_bytes())
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("ppt/slides/slide1.xml", archive.read("ppt/slides/slide2.xml"))
    Path("twice.pptx").write_bytes(data.getvalue())
    code, told, errors = _run("twice.pptx")
    assert (code, told) == (3, "")
    assert "/ppt/slides/slide1.xml twice" in errors


@pytest.mark.parametrize("name", ["words.pptx", "none.pptx"])
def test_what_is_no_deck_is_refused(name: str) -> None:
    Path("words.pptx").write_text("no deck", encoding="utf-8")
    code, told, errors = _run(name)
    assert (code, told) == (3, "")
    assert name in errors


@pytest.mark.parametrize("change", sampled([_leave, _reword], every=2), ids=["same", "changed"])
def test_an_outline_with_errors_is_told_by_the_exit_code(change: Callable[[Any], None]) -> None:
    deck = _deck()
    change(deck)
    deck.save("build/a-talk.pptx")
    Path("slides.yaml").write_text("title: [\n", encoding="utf-8")
    code, _, err = _run("build/a-talk.pptx", "slides.yaml")
    assert code == 1
    assert "slides.yaml:1" in err


@pytest.mark.parametrize("command", ["diff", "pull"])
def test_the_decks_of_two_colleagues_are_looked_at_one_after_the_other(command: str) -> None:
    result = CliRunner().invoke(cli, [command, "anna.pptx", "ben.pptx"])
    assert (result.exit_code, result.stderr.splitlines()) == (
        2,
        [
            "deckgen: ben.pptx is a deck, too.",
            f"  Type deckgen {command} anna.pptx, then deckgen {command} ben.pptx",
        ],
    )
