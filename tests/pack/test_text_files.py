"""What README.txt and FONTS.txt say, line by line, and which fonts a talk needs."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen.pack.pack_texts import ENGLISH
from deckgen.pack.text_files import NeededFont, PackPart, fonts_list, needed_fonts, readme
from tests.export.talks import compiled, told

TEXTS = {name: name for name in ENGLISH} | {
    "fonts_head": "Fonts of {}",
    "faces": "r|i|b|bi",
    "lacking": "without {}",
    "install": "install {}",
    "made_for": "for {}",
    "left_out": "no {}",
    "differs": "other: {}",
}
"""The texts of a pack, most of them their own names."""
REGULAR, ITALIC, BOLD = (False, False), (False, True), (True, False)
OFFICE = NeededFont("Office", (REGULAR,), "office")
SHOWS = ["Fonts of a.pptx", "===============", "", "shows", ""]


@pytest.mark.parametrize(
    ("fonts", "lines"),
    [
        ([OFFICE], ["Office (r)", "    office", "", "all_there", "", "otherwise"]),
        (
            [
                NeededFont("Rare", (ITALIC,), "unknown"),
                NeededFont("Own", (REGULAR, BOLD), "embedded", (BOLD,)),
            ],
            [
                *("Rare (i)", "    unknown", "Own (r, b)", "    embedded", "    without b"),
                *("", "install Rare", "", "embedding_untried", "", "otherwise"),
            ],
        ),
    ],
    ids=["those of Office", "one to install, one in the deck"],
)
def test_the_list_of_fonts(fonts: list[NeededFont], lines: list[str]) -> None:
    written = fonts_list("a.pptx", fonts, TEXTS)
    assert written.decode("utf-8-sig").split("\r\n") == [*SHOWS, *lines, ""]


HEAD = "title: Trees\nsubtitle: Old\nspeaker: Ruth\n"
TALK = 'title: Trees\nslides: [{title: S, bullets: ["*a* `c`"]}]\n'
LAST = ["", "order", "-----", "begin", "", "no_installing", "", "check", ""]
LISTED = ["", "in_here", "-------", "a.pdf", "    pdf", "FONTS.txt", "    fonts"]


@pytest.mark.parametrize(
    ("talk", "missing", "differing", "head", "more"),
    [
        (TALK, [], [], ["Trees", "====="], []),
        (
            TALK.replace("title: Trees\n", HEAD),
            ["a.html"],
            [3, 5],
            ["Trees", "=====", "Old", "for Ruth"],
            ["", "not_in_here", "-----------", "no a.html", "", "other: 3, 5"],
        ),
    ],
    ids=["the least", "all"],
)
def test_the_readme(
    talk: str,
    missing: list[str],
    differing: list[int],
    head: list[str],
    more: list[str],
    tmp_path: Path,
) -> None:
    names: Mapping[PackPart, str] = {"pdf": "a.pdf"}
    written = readme(told(talk, tmp_path), names, missing, differing, TEXTS)
    lines = [*head, *LISTED, "SHA256SUMS", "    checksums", *more, *LAST]
    assert written.decode("utf-8-sig").split("\r\n") == lines


def test_each_font_is_needed_in_the_faces_that_the_slides_show(tmp_path: Path) -> None:
    made = compiled(TALK, tmp_path)
    needed = {
        font.name: (font.faces, font.availability) for font in needed_fonts(made.deck, made.brand)
    }
    assert needed == {
        "Calibri": ((REGULAR, ITALIC, BOLD), "office"),  # headlines are bold
        "Consolas": ((REGULAR,), "office"),
    }


@pytest.mark.parametrize(("files", "lacking"), [([REGULAR], (ITALIC, BOLD)), ([], ())])
def test_faces_of_an_embedded_font_without_a_file_are_lacking(
    files: list[tuple[bool, bool]], lacking: tuple[tuple[bool, bool], ...], tmp_path: Path
) -> None:
    made = compiled(TALK, tmp_path)
    own = {("Calibri", *face): b"" for face in files}
    brand = made.brand._replace(font_files=own, embeds_fonts=True)
    needed = {font.name: font for font in needed_fonts(made.deck, brand)}
    assert needed["Calibri"].lacking == lacking
    assert needed["Calibri"].availability == ("embedded" if files else "office")
