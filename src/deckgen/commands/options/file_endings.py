"""Names of files that lack the ending of what is written to them: refused, with what was meant."""

from __future__ import annotations

import re

from deckgen.commands.console import fail
from deckgen.support.exit_codes import ExitCode

_OTHERS = r"(?i)\.(pptx?|pptm|potx?|potm|pps[xm]?|odp|key|pdf|png|jpe?g|html?|md|txt|ya?ml|zip)$"
"""What is an ending, and no part of a name such as `talk.v2`."""
_EXPORTS = ("pdf", "png", "html")


def end_without_ending(said: str, ending: str, option: str = "-o", name: str = "talk") -> None:
    """End if a file is not named with its ending, and say how it would be.

    `name` is an example of one, for a folder.
    """
    if said.lower().endswith(ending):
        return
    if said.endswith(("/", "\\")) or _is_folder(said):
        folder = said if said.endswith(("/", "\\")) else f"{said}/"
        meant = _word(f"{folder}{name}{ending}")
        fail(ExitCode.USAGE, f"{said} is a folder.", f"Name the file in it: {option} {meant}.")
    stem = re.sub(_OTHERS, "", said)
    if "{" in name and "{" not in said:
        stem += f"-{name}"  # each town has a file of its own
    hint = f"Type {option} {_word(stem + ending)}."
    other = said.rpartition(".")[2].lower()
    if ending == ".pptx" and other in _EXPORTS:
        hint = f"Type deckgen export {other} -o {_word(said)}; or for a deck {hint[5:]}"
    fail(ExitCode.USAGE, f"{said} does not end in {ending}.", hint)


def _is_folder(said: str) -> bool:
    from pathlib import Path

    try:
        return Path(said).is_dir()
    except (OSError, ValueError):  # it is too long for a name, or has signs that none may have
        return False


def _word(name: str) -> str:
    """Return a name as one word for a shell."""
    return name if re.fullmatch(r"[\w./\\:-]+", name) else f'"{name}"'
