"""What the docs say is what the program does."""

import re
from pathlib import Path

import click
import pytest
from PIL import Image

from deckgen.brand.styles import style_names
from deckgen.cli import cli
from deckgen.deck.equation_text import linear_text
from deckgen.outline.documentation.kind_manual import kind_example
from deckgen.outline.kinds import kinds
from deckgen.outline.markup.latex.commands import known_commands
from deckgen.outline.markup.latex.parser import parse_latex
from deckgen.outline.schema.entry import Kind
from tests.building import BRANDS, EXAMPLES, FORMULAS, ROOT, TOUR
from tests.sampled import sampled
from tests.tools import gallery, rendering, style_pictures
from tests.tools.make_docs import pages

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    return pages()


def test_generated_pages_are_current(generated: dict[str, str]) -> None:
    there = {name: (ROOT / name).read_text(encoding="utf-8") for name in generated}
    assert there == generated, "run: make docs"


def test_no_example_is_left_over(generated: dict[str, str]) -> None:
    there = {path.relative_to(ROOT).as_posix() for path in EXAMPLES}
    assert there == {name for name in generated if name.startswith("examples/")}


def test_the_gallery_has_every_picture_and_no_other() -> None:
    folder = ROOT / gallery.PICTURES
    there = {path.relative_to(ROOT).as_posix() for path in folder.iterdir()}
    assert there == set(gallery.pictures().values()), "run: make gallery"


@pytest.mark.parametrize(
    "kind", sampled(((case,) for case in kinds()), every=2), ids=lambda kind: kind.name
)
def test_the_gallery_shows_every_kind(kind: Kind) -> None:
    page = (ROOT / gallery.PAGE).read_text(encoding="utf-8")
    section = page.split(f"\n## {kind.name}\n")[1].split("\n## ")[0]
    assert kind.manual.splitlines()[0] in section
    assert kind_example(kind) in section
    shown = re.findall(r"!\[([^\]]+)\]\((\S+)\)", section)
    files = [gallery.pictures()[kind.name, brand] for brand in BRANDS]
    assert [f"docs/{file}" for _, file in shown] == files
    for alt, file in shown:
        assert alt.partition(": ")[2], "the alternative text names the slides"
        assert (ROOT / "docs" / file).stat().st_size <= gallery.LARGEST
        with Image.open(ROOT / "docs" / file) as picture:
            assert picture.width == gallery.WIDTH + 2 * rendering.GAP


def test_every_style_has_its_picture_and_no_other_is_there() -> None:
    there = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / style_pictures.PICTURES).iterdir()
    }
    assert there == set(style_pictures.paths().values()), "run: make styles"


@pytest.mark.parametrize("style", style_names())
def test_the_page_on_design_explains_and_shows_every_style(style: str) -> None:
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    section = page.split(f"\n### {style}\n")[1].split("\n##")[0]
    words, _, shown = section.partition("![")
    file = style_pictures.paths()[style]
    assert len(words.split()) > 20, "a paragraph says what is particular to it"
    assert f"]({file.removeprefix('docs/')})" in shown
    assert (ROOT / file).stat().st_size <= style_pictures.LARGEST
    with Image.open(ROOT / file) as picture:
        assert picture.width == style_pictures.WIDTH


@pytest.mark.parametrize("page", sampled(PAGES), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_index_of_decisions_has_each_page_by_its_title() -> None:
    folder = ROOT / "docs/decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = {path.name: path for path in folder.glob("*.md") if path.name != "README.md"}
    titles = {
        name: page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        for name, page in pages.items()
    }
    assert {name: title for title, name in re.findall(r"- \[(.+)\]\((.+)\)", index)} == titles


def test_the_readme_names_every_command() -> None:
    said = (ROOT / "README.md").read_text(encoding="utf-8") + (
        ROOT / "docs" / "commands.md"
    ).read_text(encoding="utf-8")
    assert all(f"deckgen {name}" in said for name in cli.list_commands(click.Context(cli)))


def test_the_readme_puts_the_command_on_the_path_before_it_is_used() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    first = next(at for at, line in enumerate(lines) if line.startswith("deckgen "))
    ways = ("uv tool install ", "pipx install ", ". .venv/bin/activate")
    assert all(any(line.startswith(way) for line in lines[:first]) for way in ways)


def test_every_outline_binds_its_schema() -> None:
    for path in [ROOT / "slides.yaml", *EXAMPLES, FORMULAS, TOUR]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, path.name
        assert (path.parent / found[1]).is_file()


def test_the_formulas_of_the_manual_are_what_they_say() -> None:
    text = (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`\$.*) \| (.*) \|$", text, re.MULTILINE)
    assert len(rows) > 12
    for typed, words in rows:
        read = [linear_text(parse_latex(latex)) for latex in re.findall(r"`\$(.*?)\$`", typed)]
        assert ", ".join(read).replace("\u202f", " ") == words


def test_the_manual_of_formulas_names_only_what_there_is() -> None:
    text = (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8")
    also = text.split("Also: ")[1].split("\n\n")[0]
    named = re.findall(r"`\\([a-z]+)[^`]*`", also)
    assert named
    assert [name for name in named if f"\\{name}" not in known_commands() and name != "quad"] == []
