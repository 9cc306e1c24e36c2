"""The promises of the workshop: small modules, a quick start, one set of checks, current pages."""

from __future__ import annotations

import ast
import fnmatch
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sampled import sampled

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "deckgen"
TESTS = ROOT / "tests"
LONGEST_MODULE = 320
MOST_MODULES = 16
LISTS = {"outline/kinds"}
"""Rooms of modules that are found by the key of an outline."""

# A build of plain slides needs no other library. (click loads colorama on Windows, yaml is Cython.)
LIBRARIES = {"click", "colorama", "cython_runtime", "yaml"}
# These cost 5 to 30 ms at start-up; building the talk costs less than 200.
DEAR = {"asyncio", "dataclasses", "email", "multiprocessing", "pathlib", "socket", "subprocess"}

# What a test file specifies if it is no module: whole decks, a whole room, or the project.
WHOLE = {
    "audit/test_corpus": "all rules, each with a deck that breaks it",
    "audit/test_other_decks": "decks of other makers, judged by hand",
    "audit/test_programs": "decks of other programs, made in the tests",
    "audit/test_promises": "the rules for our own decks, which stand in the tests",
    "brand/styles/test_compositions": "the layouts of every two styles",
    "brand/styles/test_few_words": "slides of few words, in every style",
    "brand/styles/test_numbers_of_questions": "numbers of questions and sections, in every style",
    "brand/styles/test_quotations": "quotations in every style",
    "brand/styles/test_style_decks": "whole decks in every style",
    "brand/styles/test_style_pages": "the layouts of every style",
    "commands/test_file_endings": "all commands",
    "commands/test_hints": "all commands",
    "commands/test_impossible_names": "all commands",
    "commands/test_import": "deckgen import, whose module is import_talk",
    "commands/test_long_words": "all commands that quote a file",
    "commands/test_replaced_decks": "all commands",
    "commands/test_style_option": "all commands that know --style",
    "diagnostics/test_diagnostics": "the diagnostics of faulty outlines",
    "export/test_every_export": "all exports",
    "fit/test_below_headline": "what stands below headlines, on whole slides",
    "fit/test_filled_pages": "how much of its height a whole slide fills",
    "fuzz/test_fuzz": "the cases of make fuzz",
    "importing/powerpoint/test_import_memory": "the memory that an import takes",
    "importing/powerpoint/test_old_slides": "slides of old decks, as entries",
    "importing/powerpoint/test_own_decks": "whole decks of ours, imported and built again",
    "mend/test_mended_slides": "what is mended on slides, and what is left",
    "ooxml/graphics/test_text_style": "all graphics",
    "roundtrip/test_colleagues_edits": "what people do in PowerPoint, pulled",
    "roundtrip/test_equations": "equations as PowerPoint writes them",
    "roundtrip/test_libreoffice_edits": "decks that LibreOffice edits",
    "roundtrip/test_random_pulls": "edits of all examples and towns",
    "roundtrip/test_structural_pulls": "each sort of change, pulled",
    "roundtrip/test_untouched": "all examples and towns, as several programs save them",
    "template/test_any_template": "whole decks on templates of others",
    "template/test_designs": "whole decks on templates of other programs",
    "template/test_drawn_things": "whole decks on templates that draw something",
    "template/test_fitted_text": "whole decks on templates, drawn by LibreOffice",
    "template/test_libreoffice_templates": "whole decks on LibreOffice's templates",
    "template/test_page_faults": "the measure of test_page_quality",
    "template/test_page_quality": "whole decks on templates, measured",
    "template/test_real_templates": "templates found in the wild",
    "template/test_writers": "decks of other programs",
    "test_bench": "bench/",
    "test_distribution": "pyproject.toml and locks/",
    "test_docs": "docs/",
    "test_docs_snippets": "docs/",
    "test_golden": "whole decks",
    "test_growing_decks": "whole decks",
    "test_growth": "whole decks",
    "test_promises": "whole decks",
    "test_readable": "whole decks",
    "test_tour": "examples/tour/",
    "test_workshop": "the project",
    "tools/test_tools": "the tools of the tests",
}

START = """
import json, sys
there = set(sys.modules)
from deckgen.__main__ import run
sys.argv = ["deckgen", *sys.argv[1:]]
code = 0
try:
    run(sys.argv[1:])
except SystemExit as exit:
    code = exit.code
print("\\n" + json.dumps({"code": code, "modules": sorted(set(sys.modules) - there)}))
"""

OUTLINE = """
title: Wege
slides:
  - cover
  - title: Ein Weg
    bullets:
      - Erster Schritt
      - Zweiter Schritt
    notes: Langsam sprechen.
"""


def python_files() -> Iterator[Path]:
    for folder in ("src", "tests", "bench"):
        yield from (ROOT / folder).rglob("*.py")


def test_no_module_is_longer_than_a_person_can_hold() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files()
    }
    assert {path: n for path, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_module_defines_one_name_twice() -> None:
    """Of two definitions of a name the first is dead, but for properties and `@overload`."""
    twice = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(_parsed(path))
        if isinstance(node, ast.Module | ast.ClassDef)
        for name, count in Counter(_defined(node.body)).items()
        if count > 1
    ]
    assert twice == []


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements define or assign, not below an `if` or in decorators."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def test_no_room_has_more_modules_than_a_person_can_survey() -> None:
    rooms = Counter(
        path.parent.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    )
    assert {room for room, modules in rooms.items() if modules > MOST_MODULES} == LISTS


def test_every_folder_of_tests_says_its_promise() -> None:
    folders = {path.parent for path in TESTS.rglob("*.py")}
    said = {folder: ast.get_docstring(_parsed(folder / "__init__.py")) for folder in folders}
    assert [folder for folder, promise in said.items() if len((promise or "").split()) < 6] == []


def test_every_test_file_says_what_it_specifies() -> None:
    files = TESTS.rglob("test_*.py")
    assert [one.name for one in files if not one.read_text("utf-8").startswith('"""')] == []


def test_every_test_file_is_named_after_its_module() -> None:
    """`test_fit.py`, and `test_fit_properties.py`, stand where `fit.py` stands in the package."""
    unlike = {
        str(path.relative_to(TESTS).with_suffix("").as_posix())
        for path in TESTS.rglob("test_*.py")
        if not _modules(path)
    }
    listed = {pattern: set(fnmatch.filter(unlike, pattern)) for pattern in WHOLE}
    assert unlike - set().union(*listed.values()) == set(), "rename it, or list it in WHOLE"
    assert [pattern for pattern, files in listed.items() if not files] == []


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _modules(test: Path) -> list[str]:
    """Return the modules and rooms whose tests may stand in a file of this name and folder."""
    name = test.stem.removeprefix("test_")
    room = PACKAGE / test.parent.relative_to(TESTS)
    names = {path.stem.strip("_") for path in [room, *room.glob("*")] if path.exists()}
    return [module for module in names - {""} if f"{name}_".startswith(f"{module}_")]


@pytest.mark.parametrize(
    "command",
    sampled([["--version"], ["build", "talk.yaml", "--explain"]], every=2),
    ids=["version", "build"],
)
def test_no_command_waits_for_what_it_does_not_use(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(OUTLINE, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", START, *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    said = json.loads(ran.stdout.splitlines()[-1])
    assert said["code"] in {0, None}, ran.stderr
    loaded = {name.partition(".")[0] for name in said["modules"]}
    libraries = {name for name in loaded - sys.stdlib_module_names if not name.startswith("_")}
    assert libraries - {"deckgen"} <= LIBRARIES
    assert loaded & DEAR == set()
    ours = [name for name in said["modules"] if name.startswith("deckgen.")]
    assert [name for name in ours if _compiles_annotations(name)] == []
    own = [".".join(name.split(".")[-2:]) for name in ours]
    seldom = (
        r"latex|formula|equation|(deck\.graphics|chart|clip)$|included_slide|merge|"
        "number_reader|time_reader|table_rows|deck_map|mapped_slides"
    )
    assert [name for name in own if re.search(seldom, name)] == []


def _compiles_annotations(module: str) -> bool:
    """Whether named tuples have annotations as text, compiled at every start (quick-start.md)."""
    path = PACKAGE.joinpath(*module.split(".")[1:]).with_suffix(".py")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return "(NamedTuple)" in text and "from __future__ import annotations" in text


def test_pre_commit_runs_what_make_test_runs() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    before_a_commit = set(re.findall(r"entry: \.venv/bin/(.+)", hooks))
    in_make = set(re.findall(r"^\t\$\(BIN\)/(.+)", recipes, re.MULTILINE))
    quick_tests = 'pytest -n auto -m "not slow"'
    assert before_a_commit - {quick_tests} | {"pytest -n auto"} == in_make
    assert quick_tests in before_a_commit


def test_the_map_names_every_room() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if re.fullmatch(r"[a-z]\w*(\.py)?", path.name)}
    rows = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = {name.removesuffix("/") for name in re.findall(r"^\| `([\w./]+)` ", rows, re.MULTILINE)}
    assert rooms - named == set()


def test_the_map_names_only_what_there_is() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    walks = text.split("\n## Four walks\n")[1].split("\n## ")[0]
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    defined = set(re.findall(r"^ *(?:def|class) (\w+)", code, re.MULTILINE))
    steps = set(re.findall(r"`([a-z]+_\w+|[A-Z]\w+)`", walks))
    assert len(steps) > 15
    assert steps - defined == set()
    paths = set(re.findall(r"`([a-z_]+/[\w/.]*)`", text)) - {"tests/"}
    assert [
        path for path in paths if not (PACKAGE / path).exists() and not (ROOT / path).exists()
    ] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\(([\w.-]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {page.name for page in folder.glob("*.md")} - {"README.md"}


def test_every_make_target_is_explained() -> None:
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)", recipes, re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## \S", recipes, re.MULTILINE)
    assert set(explained) == set(phony.split())
