"""What the docs show can be typed: each command line is known, each piece of YAML builds."""

import io
import re
import runpy
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pptx import Presentation

import deckgen
from deckgen.cli import cli
from deckgen.outline.documentation.kind_manual import kind_example
from deckgen.outline.lower.lowering import lower_outline
from deckgen.outline.schema.entry import Kind
from deckgen.outline.schema.outline_reader import read_outline
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics
from tests.building import ROOT
from tests.sampled import sampled

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


def fenced(page: str) -> Iterator[tuple[str, str]]:
    """Yield the language and the text of each fenced block."""
    for block in re.finditer(r"^```(\w*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        yield block[1], block[2]


def command_lines(page: str) -> list[str]:
    """Return what a page tells to type: in blocks of the shell, and within a line."""
    words = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    return [
        *(
            line
            for language, text in fenced(page)
            if language in ("", "sh")
            for line in text.splitlines()
            if line.startswith("deckgen ")
        ),
        *(" ".join(code.split()) for code in re.findall(r"`(deckgen [^`]+)`", words)),
    ]


def assert_known(line: str) -> None:
    """Read a command line as click does, without running it or asking for its files."""
    words = shlex.split(line, comments=True)[1:]
    if ">" in words:
        words = words[: words.index(">")]
    command: click.Command = cli
    context = click.Context(cli, info_name="deckgen", **cli.context_settings)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words.pop(0))
        assert found, f"no such command: {line}"
        command, context = found, click.Context(found, parent=context)
    values, left, _ = command.make_parser(context).parse_args(words)
    assert left == [], line
    for parameter in command.params:
        value = values.get(str(parameter.name))
        if isinstance(value, str) and isinstance(parameter.type, click.Choice):
            parameter.type.convert(value, parameter, context)


INCOMPLETE = {"deckgen COMMAND --help", "deckgen build [OUTLINE] [-o FILE] [-q]"}
"""These stand for many command lines."""


@pytest.mark.parametrize(
    "page", sampled(PAGES, every=2), ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_every_command_line_is_known(page: Path) -> None:
    for line in command_lines(page.read_text(encoding="utf-8")):
        if line not in INCOMPLETE:
            assert_known(re.sub(r"(--town|--each)$", r"\1 x", line))


@pytest.mark.parametrize(
    "line",
    ["deckgen bild", "deckgen build --hand", "deckgen export docx", "deckgen check a.yaml b c"],
)
def test_an_unknown_command_line_is_found(line: str) -> None:
    with pytest.raises((click.UsageError, AssertionError)):
        assert_known(line)


LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">
<rect width="90" height="30" fill="currentColor"/></svg>"""
PLAIN = "title: T\nslides: [cover]\n"
OWN_BRAND = """title: T
brand: brand.yaml
event: {name: Town talk}
slides: [cover, {title: A, bullets: [B]}]
"""
TOWNS = """title: T
vars: {town: Altenburg}
event: {name: Town talk}
slides:
  - {id: value, title: "In ${town}", text: "${event}", notes: N}
  - {id: costs, title: B, text: B}
  - {id: questions, title: C, text: C}
  - {id: thanks, title: D, text: D}
"""


def deck(slides: int, **renamed: str) -> bytes:
    """Return a deck of python-pptx's own template, with other names for some of its layouts."""
    presentation, data = Presentation(), io.BytesIO()
    for layout in presentation.slide_layouts:
        layout.name = renamed.get(layout.name.replace(" ", "_"), layout.name)
    for number in range(slides):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number + 1}"
    presentation.save(data)
    return data.getvalue()


STAND_IN = {"pinned-slide-differs"}
"""The deck that stands in for one of the author's says other words."""
GERMAN = {
    "Title_Slide": "Titelfolie dunkel",
    "Title_and_Content": "Titel und Inhalt",
    "Content_with_Caption": "Zitat",
}

SNIPPETS: dict[str, list[tuple[str, str, dict[str, str | bytes]]]] = {
    "README.md": [
        ("slides.yaml", "title: T\nvars: {town: Gera}\n…", {}),
        ("towns/gera.yaml", "…", {"slides.yaml": TOWNS}),
    ],
    "docs/brand.md": [("brand.yaml", "…", {"slides.yaml": OWN_BRAND, "logo.svg": LOGO})],
    "docs/colleagues.md": [
        ("slides.yaml", "title: T\nsize: 4:3\nslides:\n…", {"hand/the-square.pptx": deck(3)})
    ],
    "docs/formulas.md": [("slides.yaml", "title: T\nslides:\n…", {})],
    "docs/handout.md": [("slides.yaml", "title: T\n…", {})],
    "docs/moving.md": [
        (
            "slides.yaml",
            "title: T\nsize: 4:3\n…",
            {"data/slide-3.csv": "year,people\n2025,3\n2026,4\n", "original.pptx": deck(4)},
        )
    ],
    "docs/templates.md": [
        ("slides.yaml", "…", {"corporate.potx": deck(0)}),
        ("brand.yaml", "…", {"slides.yaml": OWN_BRAND, "corporate.potx": deck(0, **GERMAN)}),
        ("slides.yaml", "…", {"corporate.potx": deck(0, Content_with_Caption="Statement")}),
    ],
    "docs/towns.md": [
        ("slides.yaml", "title: T\n…", {}),
        ("towns/gera.yaml", "…", {"slides.yaml": TOWNS}),
        ("slides.yaml", "title: T\n…", {"towns/gera.yaml": "tags: kurz\n"}),
        ("slides.yaml", "title: T\n…", {}),
    ],
    "docs/typography.md": [("slides.yaml", f"…{PLAIN}", {})],
}
"""The pieces of YAML of each page: the file that a piece is, what it lacks, other files."""


@pytest.mark.parametrize(
    ("page", "number"),
    sampled(
        [(page, number) for page, snippets in SNIPPETS.items() for number in range(len(snippets))]
    ),
)
def test_every_piece_of_yaml_builds(page: str, number: int, tmp_path: Path) -> None:
    name, whole, others = SNIPPETS[page][number]
    files = others | {name: whole.replace("…", pieces_of_yaml(page)[number], 1)}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / path).write_bytes(data)
    town = "gera" if "towns/gera.yaml" in files else None
    found = deckgen.check(tmp_path / "slides.yaml", town=town)
    codes = {one.code for one in found if one.severity != deckgen.Severity.NOTE}
    assert codes - STAND_IN == set()


def pieces_of_yaml(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [piece for language, piece in fenced(text) if language == "yaml"]


FONTS = "docs/brand.md"
"""Its second piece names fonts that nobody has."""
GENERATED = {"docs/kinds.md", "docs/gallery.md"}
"""Their pieces are examples, which are built as such."""


def test_no_piece_of_yaml_is_forgotten() -> None:
    there = {
        name: len(pieces_of_yaml(name))
        for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        if (name := page.relative_to(ROOT).as_posix()) not in GENERATED
    }
    tried = {page: len(snippets) + (page == FONTS) for page, snippets in SNIPPETS.items()}
    assert tried == {page: count for page, count in there.items() if count}


def test_the_kind_of_the_walk_is_a_kind(tmp_path: Path) -> None:
    walk = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("\n## Add a kind\n")[1]
    python = [text for language, text in fenced(walk) if language == "python"]
    (tmp_path / "number.py").write_text("\n".join(python), encoding="utf-8")
    made = runpy.run_path(str(tmp_path / "number.py"))
    number = Kind("number", made["Number"], made["lower"], made["__doc__"], ("number",), bare=False)
    outline = "title: T\nslides:\n" + textwrap.indent(kind_example(number), "  ")
    diagnostics = Diagnostics()
    node = parse("slides.yaml", outline.encode(), diagnostics)
    read = node and read_outline(node, (number,), diagnostics)
    assert read, list(diagnostics)
    (slide,) = lower_outline(read, "auto", lambda _: None, diagnostics).slides
    assert list(diagnostics) == []
    assert slide.title == "4,200"
    assert [name for name, _ in slide.placeholders] == ["title", "by"]
