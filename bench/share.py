"""How much of building 1,000 slides is fitting their text; run in a process of its own.

`python -m bench.share OUTLINE` prints the share. What is measured is the whole of a cold build,
from the import of deckgen to the bytes; the start of Python itself would only make the share less.
"""

import importlib
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

LIMIT = 1 / 3


def fitting_share(outline: str, folder: Path, runs: int = 3) -> float:
    """Return the median share of fitting in a build of the outline, from 0 to 1."""
    path = folder / "share.yaml"
    path.write_text(outline, encoding="utf-8")
    command = [sys.executable, "-m", "bench.share", str(path)]
    said = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for _ in range(runs)
    )
    return median(map(float, said))


def _measure(outline: Path) -> float:
    start = time.perf_counter()
    line: Any = importlib.import_module("deckgen.pipeline.compile")
    from deckgen.files.workspace import Workspace
    from deckgen.support.diagnostics import Diagnostics

    fit, spent = line.fit, 0.0

    def timed(*given: object) -> object:
        nonlocal spent
        begun = time.perf_counter()
        try:
            return fit(*given)
        finally:
            spent = time.perf_counter() - begun

    line.fit = timed
    files = Workspace(outline.parent)
    compiled = line.compile_talk(outline.name, files, None, Diagnostics())
    if compiled is None:
        raise SystemExit("the outline has errors")
    line.deck_bytes(compiled, None)
    return float(spent / (time.perf_counter() - start))


if __name__ == "__main__":
    sys.stdout.write(f"{_measure(Path(sys.argv[1]))}\n")
