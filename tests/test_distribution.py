"""How deckgen comes to a machine: its name, its requirements, and the locks that pin them."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {"deck": ["build"], "test": ["build", "dev"], "bench": ["build", "bench"]}
"""Each lock file with the groups that it pins, beside deckgen's own requirements."""
NPM_FOLDERS = ("tests/tools/npm", "bench/npm")

PINNED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\\n]+?))? \\\n"
    r"(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)


class Pin(NamedTuple):
    name: str
    version: str
    marker: str | None


def pins(lock: str) -> list[Pin]:
    text = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    found = [Pin(each["name"], each["version"], each["marker"]) for each in PINNED.finditer(text)]
    assert len(found) == len(re.findall(r"(?m)^[^ #].*", text)), (
        "each line that pins has its hashes"
    )
    return found


def group(name: str) -> list[Requirement]:
    found = []
    for entry in PROJECT["dependency-groups"][name]:
        included = isinstance(entry, dict)
        found += group(entry["include-group"]) if included else [Requirement(entry)]
    return found


def required(lock: str) -> list[Requirement]:
    extra = PROJECT["project"]["optional-dependencies"]["show"]
    own = [Requirement(each) for each in (*PROJECT["project"]["dependencies"], *extra)]
    return own + [each for name in LOCKS[lock] for each in group(name)]


def texts() -> dict[str, str]:
    """Return everything that people or programs read here, by its name."""
    paths = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in (".ci", "bench", "docs", "examples", "src", "tests", "towns"):
        paths += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    read = ((path, path.read_bytes()) for path in paths if "__pycache__" not in path.parts)
    return {
        path.relative_to(ROOT).as_posix(): data.decode("utf-8", errors="replace")
        for path, data in read
        if b"\0" not in data
    }


@pytest.mark.slow
def test_nobody_is_told_to_install_somebody_elses_deckgen() -> None:
    theirs = re.compile(r"(?<![\w-])deckgen\[\w|install (?:--?[\w-]+ )*[\"']?deckgen(?![\w-])")
    assert theirs.search("pip install 'deckgen'")
    found = {
        f"{name}: {match[0]}"
        for name, text in texts().items()
        if name != "tests/test_distribution.py"
        for match in theirs.finditer(text)
    }
    assert found == set()
    assert PROJECT["project"]["name"] == "deckgen-pptx"
    assert list(PROJECT["project"]["scripts"]) == ["deckgen"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_requirement_within_its_range(lock: str) -> None:
    versions = {canonicalize_name(pin.name): pin.version for pin in pins(lock)}
    outside = [
        str(each)
        for each in required(lock)
        if not each.specifier.contains(versions.get(canonicalize_name(each.name), "0.dev0"))
    ]
    assert outside == [], "run `make lock`"


def test_the_locks_agree() -> None:
    versions: dict[tuple[str, str | None], set[str]] = {}
    for lock in LOCKS:
        for pin in pins(lock):
            versions.setdefault((pin.name, pin.marker), set()).add(pin.version)
    assert {key: found for key, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_an_npm_lock_pins_what_its_package_asks_for(folder: str) -> None:
    asked = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    own = lock["packages"].pop("")
    for key in ("dependencies", "optionalDependencies"):
        assert own.get(key) == asked.get(key)
    assert [name for name, each in lock["packages"].items() if "integrity" not in each] == []


def test_the_licence_of_each_required_library_is_named() -> None:
    own = (ROOT / "README.md").read_text(encoding="utf-8").rpartition("## More")[2]
    extra = (ROOT / "docs/decisions/show.md").read_text(encoding="utf-8")
    for page, names in ((own, "dependencies"), (extra, "optional-dependencies")):
        listed = PROJECT["project"][names]
        required = listed if names == "dependencies" else listed["show"]
        words = {canonicalize_name(word) for word in re.findall(r"[\w-]+", page)}
        assert {canonicalize_name(Requirement(each).name) for each in required} <= words


def test_no_lock_names_a_host() -> None:
    files = [*(ROOT / "locks").iterdir()]
    files += [ROOT / folder / "package-lock.json" for folder in NPM_FOLDERS]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert re.findall(r"\S+://\S+|\"resolved\".*|--\S*index\S*", text) == []


def recipes() -> dict[str, str]:
    """Return the recipe of each target of the Makefile, variables as they stand."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"^([^\s:#=]+):[^=\n]*\n((?:\t.*\n)+)", text, re.MULTILINE)
    return dict(found)


def test_only_the_newest_are_installed_without_a_lock() -> None:
    unlocked = re.compile(r"(?:pip|npm) install(?!.*(?:--require-hashes|--no-deps))")
    free = {target for target, recipe in recipes().items() if unlocked.search(recipe)}
    assert free == {"newest", "lock", "$(TOOLS)/lock/bin/uv"}
    assert not unlocked.search((ROOT / ".ci/run").read_text(encoding="utf-8"))
    script = (ROOT / "tests/tools/install.sh").read_text(encoding="utf-8")
    assert len(unlocked.findall(script)) == 1, "the validator where the lock has none"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_lock_is_installed_and_written(lock: str) -> None:
    file = f"locks/{lock}.txt"
    stamp = {"deck": "$(VENV)/.deckgen", "test": "$(VENV)/.tests", "bench": "$(VENV)/.bench"}[lock]
    assert f"$(LOCKED) {file}" in recipes()[stamp]
    assert f"--output-file {file}" in recipes()["lock"]
