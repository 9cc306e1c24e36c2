"""Small JSON files beside what was made, by which a later run knows what an earlier one did.

They are a convenience: without one, or with one that is damaged or made up, a run does more than it
must, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from deckgen.files.workspace import Files, Workspace, WorkspaceError

DAMAGED_MANIFEST = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What it can mean to take values out of a record that is not as it was written."""


def read_manifest(files: Files, name: str, form: int) -> Mapping[str, Any]:
    """Return what a record says; nothing if there is none of this form that can be read."""
    try:
        said = json.loads(files.read(name))
    except (WorkspaceError, *DAMAGED_MANIFEST):
        return {}
    return said if isinstance(said, dict) and said.get("form") == form else {}


def write_manifest(files: Workspace, name: str, form: int, said: Mapping[str, Any]) -> None:
    """Write a record; if it cannot be written, there is none. A link is not written through."""
    data = json.dumps({"form": form, **said}).encode()  # in ASCII: names may be no Unicode
    try:
        files.write_here(name, data)
    except WorkspaceError:
        return
