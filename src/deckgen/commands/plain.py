"""The plainest command line, `deckgen build [OUTLINE] [-o FILE] [-q]`, read without click.

To import click takes a tenth of building a short talk. What is read here means the same there,
which a test holds; whatever else is said is left to click.
"""

import os
from collections.abc import Sequence
from typing import NamedTuple

_QUIET = ("-q", "--quiet")
_OUTPUT = ("-o", "--output")
_EXPANDED = frozenset("*?[~$%")
"""What click resolves on Windows, where no shell does."""


class PlainBuild(NamedTuple):
    """What is asked for."""

    outline: str
    output: str | None
    quiet: bool


def plain_build(arguments: Sequence[str]) -> PlainBuild | None:
    """Return what a plain command line asks for; None if click has to read it."""
    if arguments[:1] != ["build"] or "_DECKGEN_COMPLETE" in os.environ:
        return None
    outline = output = None
    quiet = False
    words = iter(arguments[1:])
    for word in words:
        if word in _QUIET:
            quiet = True
        elif word in _OUTPUT and output is None:
            output = next(words, "")
            if not _is_name(output) or not output.lower().endswith(".pptx"):
                return None
        elif outline is None and _is_name(word):
            outline = word
        else:
            return None
    return PlainBuild("slides.yaml" if outline is None else outline, output, quiet)


def _is_name(word: str) -> bool:
    return bool(word) and not word.startswith("-") and _EXPANDED.isdisjoint(word)
