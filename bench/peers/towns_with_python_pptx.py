"""The loop that a Python programmer would write: a deck for every town, in one process."""

import json
import sys
from pathlib import Path

from bench.peers.with_python_pptx import deck


def main(source: str, towns: str, folder: str) -> None:
    """Read slides as JSON and a name on each line; save a deck for each, its name filled in."""
    slides = Path(source).read_text(encoding="utf-8")
    for number, town in enumerate(Path(towns).read_text(encoding="utf-8").splitlines()):
        deck(json.loads(slides.replace("Altenburg", town)), Path(source).parent).save(
            f"{folder}/{number}.pptx"
        )


main(*sys.argv[1:])
