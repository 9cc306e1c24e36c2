"""`deckgen pull`: what was changed by hand, into the outline; and what is said of it."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pptx
import pytest
from click.testing import CliRunner

from deckgen.cli import cli
from tests.roundtrip.edited_talk import delete_slide, shape
from tests.tools.packages import saved, without_map

OUTLINE = """\
title: A talk
lang: en-GB
vars: {town: Gera}
slides:
  - id: aim
    title: What we want in ${town}  # a comment
    bullets:
      - A square for all
      - Fewer cars
  - id: costs
    title: What it costs
    text: Not much.
"""


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, list(arguments))
    return result.exit_code, result.stdout + result.stderr


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("slides.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("towns").mkdir()
    Path("towns/jena.yaml").write_text(
        "vars: {town: Jena}\nslides:\n  costs:\n    text: A lot.\n", encoding="utf-8"
    )
    assert run("build", "-q")[0] == 0
    assert run("build", "-q", "--town", "jena")[0] == 0


def _edit(deck: str, *words: tuple[str, str]) -> None:
    presentation: Any = pptx.Presentation(io.BytesIO(Path(f"build/{deck}.pptx").read_bytes()))
    for old, new in words:
        runs = [
            run
            for slide in presentation.slides
            for each in slide.shapes
            if each.has_text_frame
            for paragraph in each.text_frame.paragraphs
            for run in paragraph.runs
            if old in run.text
        ]
        runs[0].text = runs[0].text.replace(old, new)
    Path("edited.pptx").write_bytes(saved(presentation))


def outline() -> str:
    return Path("slides.yaml").read_text(encoding="utf-8")


def test_a_slide_of_another_deck_goes_once_among_those_of_one_title() -> None:
    others: Any = pptx.Presentation()
    others.slide_width, others.slide_height = 12_192_000, 6_858_000
    for words in ("Limes", "Maples", "Oaks"):
        slide = others.slides.add_slide(others.slide_layouts[1])
        slide.shapes.title.text_frame.text = "Trees"
        slide.placeholders[1].text_frame.text = words
    Path("other.pptx").write_bytes(saved(others))
    included = "".join(f"  - include: other.pptx\n    slides: {at}\n" for at in (1, 2, 3))
    Path("slides.yaml").write_text(f"{OUTLINE}{included}", encoding="utf-8")
    assert run("build", "-q", "--force") == (0, "")
    presentation: Any = pptx.Presentation("build/a-talk.pptx")
    delete_slide(presentation, 3)
    Path("edited.pptx").write_bytes(saved(presentation))
    for _ in range(2):
        assert run("pull", "edited.pptx")[0] == 0
        left = included.replace("  - include: other.pptx\n    slides: 2\n", "")
        assert outline() == f"{OUTLINE}{left}"


def test_words_come_into_their_lines_and_the_rest_is_told() -> None:
    _edit("a-talk", ("A square", "A park"), ("in Gera", "in Jena"))
    code, said = run("pull", "edited.pptx")
    assert code == 4
    assert outline() == OUTLINE.replace("A square", "A park")
    assert "slides.yaml:8: text" in said
    assert "They come from the variable town. (slides.yaml:3)" in said
    assert "1 of 2 changes written into slides.yaml." in said


@pytest.mark.slow
def test_without_a_name_the_deck_is_the_one_that_was_changed() -> None:
    _edit("jena", ("A lot", "Too much"))
    code, said = run("pull")
    assert (code, said.splitlines()) == (
        0,
        [
            "No deck in build was changed by hand since it was built.",
            "One that lies elsewhere? Name it: deckgen pull Downloads/my-talk.pptx",
        ],
    )
    Path("edited.pptx").rename("build/jena.pptx")
    Path("build/~$jena.pptx").write_bytes(b"PowerPoint has it open")
    assert "1 change since build/jena.pptx was built." in run("diff")[1]
    code, said = run("pull", "slides.yaml")
    assert (code, said.splitlines()[-1]) == (0, "1 of 1 change written into towns/jena.yaml.")

    _edit("a-talk", ("A square", "A park"))
    Path("edited.pptx").rename("build/a-talk.pptx")
    code, said = run("pull")
    assert (code, said.splitlines()) == (
        2,
        [
            "deckgen: Several decks were changed by hand: build/a-talk.pptx, build/jena.pptx.",
            "  Name it: deckgen pull build/a-talk.pptx",
        ],
    )
    code, said = run("pull", "other.yaml")
    assert code == 2
    assert "There is no deck of other.yaml in the folder build." in said


@pytest.mark.slow
def test_words_are_pulled_without_python_pptx() -> None:
    Path("bench.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/>'
        "</svg>",
        encoding="utf-8",
    )
    picture = "  - {title: A bench, image: {file: bench.svg, alt: A bench}}\n"
    Path("slides.yaml").write_text(OUTLINE + picture, encoding="utf-8")
    assert run("build", "-q")[0] == 0
    _edit("a-talk", ("A square", "A park"))
    code = (
        "import sys\n"
        "from deckgen.cli import cli\n"
        "try: cli(['pull', 'edited.pptx'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "assert 'pptx' not in sys.modules\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert outline() == OUTLINE.replace("A square", "A park") + picture


def test_a_dry_run_writes_nothing() -> None:
    _edit("a-talk", ("A square", "A park"))
    code, said = run("pull", "edited.pptx", "--dry-run")
    assert code == 0
    assert outline() == OUTLINE
    assert "1 of 1 change would be written into slides.yaml." in said


def test_a_deck_as_it_was_built_changes_nothing() -> None:
    code, said = run("pull", "build/a-talk.pptx")
    assert (code, said) == (0, "build/a-talk.pptx: nothing was changed since it was built.\n")
    assert outline() == OUTLINE


def test_both_words_of_a_conflict_are_told() -> None:
    _edit("a-talk", ("A square", "A park"))
    theirs = OUTLINE.replace("A square", "Two squares")
    Path("slides.yaml").write_text(theirs, encoding="utf-8")
    code, said = run("pull", "edited.pptx")
    assert code == 4
    assert outline() == theirs
    assert "A park for all" in said
    assert "The outline says: “Two squares for all”" in said


def test_words_of_a_town_come_into_its_file_and_those_of_all_towns_are_left() -> None:
    _edit("jena", ("A lot", "Too much"), ("Fewer", "No"))
    code, said = run("pull", "edited.pptx")
    assert code == 4
    assert "text: Too much." in Path("towns/jena.yaml").read_text(encoding="utf-8")
    assert outline() == OUTLINE
    assert "add --only-here for this town alone, --everywhere for all" in said


def test_words_for_one_town_come_into_its_file_alone() -> None:
    _edit("jena", ("Fewer", "No"), ("What it", "What this"))
    code, said = run("pull", "edited.pptx", "--only-here")
    assert code == 0, said
    assert outline() == OUTLINE
    assert Path("towns/jena.yaml").read_text(encoding="utf-8") == (
        "vars: {town: Jena}\n"
        "slides:\n"
        "  costs:\n"
        "    text: A lot.\n"
        "    title: What this costs\n"
        "  aim:\n"
        "    bullets:\n"
        "      - A square for all\n"
        "      - No cars\n"
    )


def test_words_that_the_towns_file_has_change_there_also_when_that_is_asked_for() -> None:
    before = Path("towns/jena.yaml").read_text(encoding="utf-8")
    _edit("jena", ("A lot", "A little"))
    code, said = run("pull", "edited.pptx", "--only-here")
    assert code == 0, said
    assert Path("towns/jena.yaml").read_text(encoding="utf-8") == before.replace("lot", "little")


@pytest.mark.slow
def test_a_slide_is_pinned_for_one_town_alone() -> None:
    presentation: Any = pptx.Presentation(io.BytesIO(Path("build/jena.pptx").read_bytes()))
    presentation.slides[0].shapes.add_textbox(0, 0, 900_000, 360_000).text_frame.text = "Draft!"
    Path("edited.pptx").write_bytes(saved(presentation))
    code, said = run("pull", "edited.pptx", "--only-here")
    assert code == 0, said
    assert outline() == OUTLINE
    town = Path("towns/jena.yaml").read_text(encoding="utf-8")
    assert town.endswith("  aim:\n    pinned: {deck: ../hand/edited.pptx, slide: 1}\n")
    assert run("build", "-q", "--town", "jena")[0] == 0


def test_a_slide_is_left_out_for_one_town_alone() -> None:
    presentation: Any = pptx.Presentation(io.BytesIO(Path("build/jena.pptx").read_bytes()))
    delete_slide(presentation, 0)
    Path("edited.pptx").write_bytes(saved(presentation))
    code, said = run("pull", "edited.pptx", "--only-here")
    assert code == 0, said
    assert outline() == OUTLINE
    assert Path("towns/jena.yaml").read_text(encoding="utf-8").endswith("  aim: drop\n")


def test_words_of_all_towns_change_for_all_of_them() -> None:
    _edit("jena", ("Fewer", "No"))
    code, _ = run("pull", "edited.pptx", "--everywhere")
    assert code == 0
    assert outline() == OUTLINE.replace("Fewer", "No")


def _slides_added(deck: str, file: str, *slides: tuple[str, str]) -> None:
    presentation: Any = pptx.Presentation(io.BytesIO(Path(f"build/{deck}.pptx").read_bytes()))
    for title, words in slides:
        new = presentation.slides.add_slide(presentation.slides[0].slide_layout)
        new.shapes.title.text = title
        shape(presentation, len(presentation.slides) - 1, "Content").text_frame.text = words
    Path(file).write_bytes(saved(presentation))


@pytest.mark.slow
def test_a_new_slide_becomes_an_entry() -> None:
    _slides_added("a-talk", "edited.pptx", ("And then?", "A party"))
    code, said = run("pull", "edited.pptx")
    assert code == 0, said
    assert outline() == f"{OUTLINE}  - title: And then?\n    bullets:\n      - A party\n"


@pytest.mark.slow
def test_a_deck_that_lost_its_map_is_compared_with_the_one_that_was_sent() -> None:
    Path("sent.pptx").write_bytes(Path("build/a-talk.pptx").read_bytes())
    _edit("a-talk", ("Fewer cars", "No cars"))
    Path("edited.pptx").write_bytes(without_map(Path("edited.pptx").read_bytes()))
    outline = OUTLINE.replace("Not much", "Next to nothing")
    Path("slides.yaml").write_text(outline, encoding="utf-8")
    code, said = run("pull", "edited.pptx")
    assert (code, "--sent FILE" in said) == (2, True)
    assert run("pull", "edited.pptx", "--sent", "sent.pptx")[0] == 0
    expected = outline.replace("Fewer cars", "No cars")
    assert Path("slides.yaml").read_text(encoding="utf-8") == expected
    code, said = run("diff", "edited.pptx", "--sent", "edited.pptx")
    assert (code, "edited.pptx does not hold the map of its words." in said) == (2, True)


def test_a_table_that_is_open_in_another_program_stays() -> None:
    _edit("a-talk", ("A square", "A park"))
    Path(".~lock.slides.yaml#").touch()
    code, said = run("pull", "edited.pptx")
    assert (code, outline()) == (3, OUTLINE)
    assert "slides.yaml is open in another program" in said


@pytest.mark.slow
def test_new_slides_for_one_town_stand_in_its_file() -> None:
    _slides_added("jena", "second.pptx", ("Before", "Words"))
    _slides_added(
        "jena", "edited.pptx", ("And then?", "A party"), ("And after that?", "Work: a lot")
    )
    code, said = run("pull", "edited.pptx", "--only-here")
    assert code == 0, said
    assert outline() == OUTLINE
    town = Path("towns/jena.yaml").read_text(encoding="utf-8")
    assert town.startswith(
        "vars: {town: Jena}\nslides:\n  costs:\n    text: A lot.\n    insert-after:\n"
        "      - title: And then?\n"
    )
    assert run("build", "-q", "--town", "jena")[0] == 0
    deck: Any = pptx.Presentation("build/jena.pptx")
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[2:] == ["And then?", "And after that?"]
    assert run("pull", "edited.pptx", "--only-here")[0] == 0
    assert Path("towns/jena.yaml").read_text(encoding="utf-8") == town
    assert run("pull", "second.pptx", "--only-here")[0] == 0
    new = "- title: Before\n        bullets:\n          - Words\n      - title: And then?"
    town = town.replace("- title: And then?", new)
    assert Path("towns/jena.yaml").read_text(encoding="utf-8") == town


def test_a_town_whose_slides_stand_in_braces_is_told() -> None:
    town = "vars: {town: Jena}\nslides: {costs: {text: A lot.}}\n"
    Path("towns/jena.yaml").write_text(town, encoding="utf-8")
    _edit("jena", ("Fewer", "No"))
    code, said = run("pull", "edited.pptx", "--only-here")
    assert (code, Path("towns/jena.yaml").read_text(encoding="utf-8")) == (4, town)
    assert "put each of its keys on a line of its own first. (towns/jena.yaml:2)" in " ".join(
        said.split()
    )
