"""What the docs say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.cli import cli
from tests.building import EXAMPLES, ROOT
from tests.tools.make_docs import pages

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", pages())
def test_generated_pages_are_current(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == pages()[name], "run: make docs"


def test_no_example_is_left_over() -> None:
    there = {path.relative_to(ROOT).as_posix() for path in EXAMPLES}
    assert there == {name for name in pages() if name.startswith("examples/")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_readme_names_every_command() -> None:
    said = (ROOT / "README.md").read_text(encoding="utf-8") + (
        ROOT / "docs" / "commands.md"
    ).read_text(encoding="utf-8")
    assert all(f"deckgen {name}" in said for name in cli.commands)


def test_the_talk_binds_its_schema() -> None:
    for path in [ROOT / "slides.yaml", *EXAMPLES]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, path.name
        assert (path.parent / found[1]).is_file()
