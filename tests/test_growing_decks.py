"""Decks with much of one thing: time grows with their size alone, in bounds of time and memory.

The bounds are several times what a deck takes today, and a fraction of what it would take if the
time grew with the square.
"""

import re
from pathlib import Path

import pytest

from tests.tools.bounded import run_deckgen
from tests.tools.packages import Edit, Parts, edited

_BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Box {id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="180000" cy="50000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
    '<a:rPr lang="en-GB"/><a:t>word {id}</a:t></a:r></a:p></p:txBody></p:sp>'
)


def _build(folder: Path, entries: str) -> bytes:
    outline = f"title: A talk\nlang: en-GB\nslides:\n{entries}"
    (folder / "slides.yaml").write_text(outline, encoding="utf-8")
    ended = run_deckgen("build", "-o", "talk.pptx", folder=folder, seconds=20)
    assert ended.code == 0, ended.said
    return (folder / "talk.pptx").read_bytes()


def _with_boxes(parts: Parts) -> None:
    boxes = "".join(
        _BOX.format(id=at + 100, x=at % 50 * 200_000, y=at // 50 * 60_000) for at in range(900)
    )
    name = next(name for name in parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    parts[name] = parts[name].replace(b"</p:spTree>", f"{boxes}</p:spTree>".encode())


def _without_every_second_slide(parts: Parts) -> None:
    xml = parts["ppt/presentation.xml"]
    for slide in re.findall(rb"<p:sldId [^>]*/>", xml)[::2]:
        xml = xml.replace(slide, b"")
    parts["ppt/presentation.xml"] = xml


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("import", "edited.pptx", "new"),
        ("audit", "edited.pptx"),
        ("audit", "edited.pptx", "--mend", "-o", "mended.pptx"),
        ("diff", "edited.pptx", "slides.yaml"),
        ("text", "edited.pptx"),
    ],
    ids=lambda command: command[0],
)
def test_a_slide_of_many_text_boxes(command: tuple[str, ...], tmp_path: Path) -> None:
    deck = _build(tmp_path, "  - {title: One, bullets: [a, b]}\n")
    (tmp_path / "edited.pptx").write_bytes(edited(deck, [_with_boxes]))
    ended = run_deckgen(*command, folder=tmp_path, seconds=12)
    assert ended.code in {0, 1, 4}, ended.said[-500:]


def _with_other_titles(parts: Parts) -> None:
    for name in parts:
        if name.startswith("ppt/slides/slide"):
            parts[name] = parts[name].replace(b"Part ", b"Chapter ")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "slides", "changes"),
    [(_without_every_second_slide, 2_700, 1_350), (_with_other_titles, 2_700, 2_700)],
    ids=["deleted", "retitled"],
)
def test_a_change_of_many_slides(edit: Edit, slides: int, changes: int, tmp_path: Path) -> None:
    deck = _build(tmp_path, "".join(f"  - {{title: Part {at}}}\n" for at in range(slides)))
    (tmp_path / "edited.pptx").write_bytes(edited(deck, [edit]))
    ended = run_deckgen("pull", "edited.pptx", "slides.yaml", folder=tmp_path, seconds=12)
    said = ended.out.splitlines()[-1].replace(",", "")
    assert (ended.code, said) == (0, f"{changes} of {changes} changes written into slides.yaml.")


def _reversed(each: bytes, part: str) -> Edit:
    """Return an edit that turns round, in each part of a kind, what a pattern finds."""

    def edit(parts: Parts) -> None:
        for name in parts:
            if name.startswith(part):
                last_first = re.findall(each, parts[name], re.DOTALL)
                between = re.split(each, parts[name], flags=re.DOTALL)
                pairs = zip(between, [*last_first[::-1], b""], strict=True)
                parts[name] = b"".join(piece for pair in pairs for piece in pair)

    return edit


def _with_other_notes(parts: Parts) -> None:
    for name in parts:
        if name.startswith("ppt/notesSlides/notesSlide"):
            parts[name] = parts[name].replace(b"word", b"term")


_SLIDES = "ppt/slides/slide"
_BULLETS = "".join(f"      - bullet {at} of {at * at}\n" for at in range(600))
_ROWS = "".join(f"      - [town {at}, {at}, words {at * 7}]\n" for at in range(150))
_NOTES = " ".join(f"word{at}" for at in range(3_000))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("entry", "edit"),
    [
        (f"bullets:\n{_BULLETS}", _reversed(rb"<a:p>.*?</a:p>", _SLIDES)),
        (f"table:\n{_ROWS}", _reversed(rb"<a:tr .*?</a:tr>", _SLIDES)),
        (f"text: x\n    notes: {_NOTES}\n", _with_other_notes),
    ],
    ids=["reversed bullets", "reversed rows", "all words of the notes"],
)
def test_much_is_changed_on_one_slide(entry: str, edit: Edit, tmp_path: Path) -> None:
    deck = _build(tmp_path, f"  - title: One\n    {entry}")
    (tmp_path / "edited.pptx").write_bytes(edited(deck, [edit]))
    ended = run_deckgen("pull", "edited.pptx", "slides.yaml", folder=tmp_path, seconds=10)
    assert ended.code in {0, 4}, ended.said[-500:]
    assert not ended.out.splitlines()[-1].startswith("0 of")
