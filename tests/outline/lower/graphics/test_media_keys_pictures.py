"""Pictures from the outline to the deck."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostic, Diagnostics
from tests.outline.lower.graphics.picture_decks import (
    ALONE,
    ASKED,
    BOTH,
    CLOSING,
    COVER,
    FILES,
    FULL,
    HALF,
    HALF_ALONE,
    HALF_LEFT,
    HEAD,
    HIDDEN,
    LEFT,
    QUOTE,
    RIGHT,
    SCRIM,
    SECTION,
    SEEN,
    Pictures,
    built,
    findings,
    shown,
)
from tests.present import present
from tests.sampled import sampled
from tests.talks import check_valid


@pytest.mark.parametrize(
    ("entry", "layout", "shapes"),
    sampled(
        [
            (ALONE, "Picture beside title", ["Title", "Picture 2"]),
            (RIGHT, "Two contents", ["Title", "Content 1", "Picture 3"]),
            (LEFT, "Two contents", ["Title", "Picture 3", "Content 2"]),
            (BOTH, "Two contents", ["Title", "Picture 3", "Picture 4", "Content 2"]),
            (ASKED, "Two contents", ["Title", "Kicker", "Picture 4", "Content 2"]),
            (SEEN, "Picture beside title", ["Title", "Kicker", "Picture 3"]),
            (FULL, "Full picture", ["Picture 2", "Title", "Caption 3"]),
            (HIDDEN, "Full picture", ["Picture 2", "Title"]),
            (SCRIM, "Full picture with scrim", ["Picture 2", "Title", "Caption 3"]),
            (HALF, "Half picture", ["Title", "Content 1", "Picture 3", "Caption 4"]),
            (HALF_LEFT, "Half picture", ["Title", "Picture 3", "Content 1"]),
            (HALF_ALONE, "Half picture", ["Title", "Picture 2"]),
            (COVER, "Cover with picture", ["Title", "Picture 2"]),
            (SECTION, "Section with picture", ["Title", "Progress", "Picture 3"]),
            (QUOTE, "Quote with picture", ["Title", "By", "Picture 3"]),
            (CLOSING, "Closing with picture", ["Title", "Body", "Picture 3"]),
        ],
        every=4,
    ),
)
def test_a_picture_stands_and_is_read_where_it_is_written(
    entry: str, layout: str, shapes: list[str]
) -> None:
    (slide,) = shown(entry)
    assert slide.slide_layout.name == layout
    assert [shape.name for shape in slide.shapes if shape.name != "Slide Number"] == shapes
    ids = [shape.shape_id for shape in slide.shapes]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "entry",
    sampled(
        [ALONE, RIGHT, LEFT, FULL, SCRIM, HALF, HALF_LEFT, COVER, SECTION, QUOTE, CLOSING], every=4
    ),
)
def test_a_single_picture_fills_a_placeholder_of_the_layout(entry: str) -> None:
    (slide,) = shown(entry)
    (picture,) = [shape for shape in slide.shapes if shape.name.startswith("Picture")]
    assert picture.is_placeholder
    places = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
    assert picture.placeholder_format.idx in places


def test_a_question_keeps_its_progress_and_its_running_title() -> None:
    (slide, _) = shown(ASKED + "  - {question: R?, bullets: [One]}\n")
    texts = [
        (shape.name, shape.text_frame.text) for shape in slide.placeholders if shape.has_text_frame
    ]
    assert ("Progress", "1/2") in texts
    assert ("Kicker", "T") in texts


def test_what_is_seen_is_told_or_marked_as_decoration() -> None:
    entry = (
        "  - {title: T, image: [{file: a.png, alt: A <tree>}, {file: b.jpg, decorative: yes}]}\n"
    )
    (slide,) = shown(entry)
    told, silent = (shape._element.nvPicPr.cNvPr for shape in slide.shapes if "Pic" in shape.name)
    assert told.get("descr") == "A <tree>"
    assert silent.get("descr") == ""
    assert [mark.get("val") for mark in silent.iter("{*}decorative")] == ["1"]
    assert not list(told.iter("{*}decorative"))


@pytest.mark.parametrize(
    ("file", "extension"),
    [
        ("a.png", "png"),
        ("b.jpg", "jpeg"),
        ("phone.jpg", "jpeg"),
        ("print.jpg", "jpeg"),
        ("c.gif", "gif"),
        ("d.webp", "jpeg"),
        ("e.svg", "png svg"),
    ],
)
def test_every_format_is_written_as_programs_show_it(file: str, extension: str) -> None:
    with zipfile.ZipFile(io.BytesIO(built(ALONE.replace("a.png", file)))) as package:
        names = [name for name in package.namelist() if name.startswith("ppt/media/")]
    assert " ".join(sorted(name.rpartition(".")[2] for name in names)) == extension


def test_one_picture_is_read_once_and_stored_once() -> None:
    files = ["a.png"] * 30 + ["copy.png"] * 3
    entries = "".join(
        f"  - {{title: T{n}, image: {{file: {file}, alt: A}}}}\n" for n, file in enumerate(files)
    )
    diagnostics, folder = Diagnostics(), Pictures(HEAD + entries)
    compiled = present(compile_talk("slides.yaml", folder, None, diagnostics))
    assert folder.reads.count("a.png") == 1
    with zipfile.ZipFile(io.BytesIO(deck_bytes(compiled, None))) as package:
        (name,) = (name for name in package.namelist() if name.startswith("ppt/media/"))
        assert package.read(name) == FILES["a.png"]


def test_a_picture_is_no_larger_than_it_is_shown() -> None:
    with zipfile.ZipFile(io.BytesIO(built(ALONE.replace("a.png", "large.png")))) as package:
        (name,) = (name for name in package.namelist() if name.startswith("ppt/media/"))
        assert len(package.read(name)) < len(FILES["large.png"])


@pytest.mark.parametrize(
    "slide",
    [
        "image: a.png",
        "image: [a.png, b.jpg]",
        "image:\n      - a.png\n      - b.jpg",
        "image: a, b.png",
        "image: 'it''s #1.png'",
        "image: pictures\\a.png",
        "columns:\n      - image: a.png\n      - text: b",
        "bullets: [One]\n    image: [a.png, {file: b.jpg, caption: c}]",
        "image:\n      file: a.png",
        "image: {file: a.png, caption: c}",
    ],
)
def test_the_hint_for_missing_words_can_be_typed_as_it_stands(slide: str) -> None:
    folder = Pictures(f"{HEAD}  - title: T\n    {slide}\n")
    for name in ("a, b.png", "it's #1.png", "pictures/a.png"):
        folder.files[name] = FILES["a.png"]
    for _ in range(3):
        diagnostics = Diagnostics()
        compile_talk("slides.yaml", folder, None, diagnostics)
        assert not diagnostics.has_errors, list(diagnostics)
        if not list(diagnostics):
            return
        told = next(iter(diagnostics))
        lines = folder.files["slides.yaml"].decode().splitlines()
        folder.files["slides.yaml"] = "\n".join(followed(lines, told)).encode()
    pytest.fail(lines[-1])


def followed(lines: list[str], told: Diagnostic) -> list[str]:
    """Do what the hint of a missing `alt` says, as an author would."""
    assert told.code == "missing-alt"
    assert told.span is not None
    at, start = told.span.line - 1, told.span.column - 1
    line, end = lines[at], start + told.span.length
    hint = told.hint or ""
    if hint.startswith("Add `alt: …` beside `file`,"):
        if "{file" in line:
            return [*lines[:at], line[:end] + ", alt: …" + line[end:], *lines[at + 1 :]]
        return [*lines[: at + 1], " " * line.index("file") + "alt: …", *lines[at + 1 :]]
    put = re.match(r"Put `(.+?)` in its place,", hint)
    assert put, hint
    before, after = line[:start].removesuffix("'"), line[end:].removeprefix("'")
    return [*lines[:at], before + put[1] + after, *lines[at + 1 :]]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("broken.png", "broken-picture"),
        ("script.svg", "unsafe-picture"),
        ("words.png", "no-picture"),
        ("empty.png", "no-picture"),
        ("nowhere.png", "missing-file"),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_line(file: str, code: str) -> None:
    entry = f"  - title: T\n    image:\n      - a.png\n      - {{file: {file}, alt: A}}\n"
    assert findings(entry) == [("missing-alt", 6), (code, 7)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../outside.png", "outside-folder"),
        ("/etc/hostname", "outside-folder"),
        ("sub", "is-a-directory"),
        ("link.png", "outside-folder"),
        ("sub/../inside.png", None),
        ("sub\\deep.png", None),
    ],
)
def test_only_files_below_the_outline_are_read(name: str, code: str | None, tmp_path: Path) -> None:
    talk = tmp_path / "talk"
    (talk / "sub").mkdir(parents=True)
    for file in ("outside.png", "talk/inside.png", "talk/sub/deep.png"):
        (tmp_path / file).write_bytes(FILES["a.png"])
    (talk / "link.png").symlink_to(tmp_path / "outside.png")
    (talk / "slides.yaml").write_text(
        f"{HEAD}  - title: T\n    image: {{file: '{name}', alt: A}}\n"
    )
    diagnostics = Diagnostics()
    compile_talk("slides.yaml", Workspace(talk), None, diagnostics)
    assert [one.code for one in diagnostics] == ([code] if code else [])


def test_text_beside_a_picture_goes_on_with_the_picture() -> None:
    bullets = "".join(f"      - Bullet number {n} has a few words of its own\n" for n in range(20))
    slides = shown(f"  - title: T\n    bullets:\n{bullets}    image: {{file: a.png, alt: A}}\n")
    assert len(slides) > 1
    assert all(any("Picture" in shape.name for shape in slide.shapes) for slide in slides)


def test_a_link_in_a_caption_leads_somewhere() -> None:
    entry = "  - {title: T, image: {file: a.png, alt: A, caption: 'See [the plan](#there)'}}\n"
    assert findings(entry) == [("unknown-slide", 4)]
    assert findings(entry + "  - {title: U, bullets: [a], id: there}\n") == []


@pytest.mark.slow
def test_lint_and_microsofts_validator_find_nothing(tmp_path: Path) -> None:
    told = [ALONE, RIGHT, LEFT, BOTH, ASKED, SEEN, FULL, HIDDEN]
    told += [ALONE.replace("a.png", file) for file in ("phone.jpg", "c.gif", "d.webp", "e.svg")]
    named = [
        entry.replace("title: T", f"title: T{n}").replace("Q?", f"Q{n}?")
        for n, entry in enumerate(told)
    ]
    check_valid(built("".join(named)), tmp_path)
