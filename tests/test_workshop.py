"""The promises of the workshop: small modules, a quick start, one set of checks, current pages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "deckgen"
LONGEST_MODULE = 320

# Each costs 50 to 230 ms at start-up, more than building the talk; pathlib costs 7.
DEAR = {"PIL", "babel", "lxml", "pathlib", "pptx", "pygments", "segno"}

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


@pytest.mark.parametrize(
    ("command", "dear"),
    [
        (["--version"], DEAR),
        (["build", "talk.yaml", "--explain"], DEAR),
    ],
    ids=["version", "build"],
)
def test_no_command_waits_for_what_it_does_not_use(
    command: list[str], dear: set[str], tmp_path: Path
) -> None:
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
    assert dear.intersection(said["modules"]) == set()
    ours = [name for name in said["modules"] if name.startswith("deckgen.")]
    assert [name for name in ours if _compiles_annotations(name)] == []
    own = [name.rpartition(".")[2] for name in ours]
    seldom = "latex|formula|equation|graphic$|chart$|clip$|included_slide|merge"
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


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\(([\w.-]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {page.name for page in folder.glob("*.md")} - {"README.md"}


def test_every_make_target_is_explained() -> None:
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)", recipes, re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## \S", recipes, re.MULTILINE)
    assert set(explained) == set(phony.split())
