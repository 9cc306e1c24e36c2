"""The tools in the race: what each reads, and the command that makes a deck of it."""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import deckgen as package
from bench.inputs import Page, as_json, as_markdown, as_outline

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
NPM = Path("build/tools/bench")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool in the race. `slow`: 5,000 slides take it minutes."""

    name: str
    version: str
    suffix: str
    write: Callable[[tuple[Page, ...]], str]
    command: Callable[[Path, Path], list[str]]
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """A tool that is not on this machine, and the way to get it."""

    name: str
    how_to_get: str


def deckgen() -> Tool:
    """Return deckgen as a user starts it: the console script beside this Python."""
    script = str(Path(sys.executable).with_name("deckgen"))
    return Tool(
        "deckgen",
        package.__version__,
        "yaml",
        as_outline,
        lambda source, target: [script, "build", str(source), "-o", str(target), "-q"],
    )


def python_pptx() -> Tool:
    """Return a plain script for python-pptx."""
    script = str(HERE / "peers" / "with_python_pptx.py")
    return Tool(
        "python-pptx",
        importlib.metadata.version("python-pptx"),
        "json",
        as_json,
        lambda source, target: [sys.executable, script, str(source), str(target)],
        slow=True,
    )


def pandoc() -> Tool | Absent:
    """Return the pandoc program that pypandoc_binary brings along."""
    try:
        import pypandoc
    except ModuleNotFoundError:
        return Absent("pandoc", "pip install --group bench")
    program = pypandoc.get_pandoc_path()
    return Tool(
        "pandoc",
        pypandoc.get_pandoc_version(),
        "md",
        as_markdown,
        lambda source, target: [
            program,
            str(source),
            "--slide-level=1",
            f"--resource-path={source.parent}",
            "-o",
            str(target),
        ],
        slow=True,
    )


def pptxgenjs(*, packed: bool = False) -> Tool | Absent:
    """Return a plain script for PptxGenJS, with the Node.js of this machine.

    It stores the parts of a deck as they are, unless it is asked to pack them, as all others do.
    """
    name = "PptxGenJS, packed" if packed else "PptxGenJS"
    manifest = NPM / "node_modules/pptxgenjs/package.json"
    node = shutil.which("node")
    if node is None or not manifest.exists():
        return Absent(name, "install Node.js with npm, then `make bench` again")
    version = json.loads(manifest.read_text(encoding="utf-8"))["version"]
    runtime = subprocess.run([node, "--version"], check=True, capture_output=True, text=True)
    script = str(HERE / "peers" / "with_pptxgenjs.cjs")
    return Tool(
        name,
        f"{version} (Node.js {runtime.stdout.strip().removeprefix('v')})",
        "json",
        as_json,
        lambda source, target: [
            *(node, script, str(NPM), str(source), str(target)),
            *(["packed"] if packed else []),
        ],
    )


def all_tools() -> tuple[Tool | Absent, ...]:
    """Return every tool in the race, deckgen first."""
    return deckgen(), python_pptx(), pandoc(), pptxgenjs(), pptxgenjs(packed=True)
