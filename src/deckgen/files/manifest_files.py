"""Manifests: small JSON files beside the output, which tell a later run what was made.

Without a manifest, or with one that is damaged or forged, a run only does more than it must.
"""

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
"""Errors of taking values out of a damaged manifest."""


def read_manifest(files: Files, name: str, form: int) -> Mapping[str, Any]:
    """Return a manifest; empty if there is none of this format version that can be read."""
    try:
        manifest = json.loads(files.read(name))
    except (WorkspaceError, *DAMAGED_MANIFEST):
        return {}
    is_known = isinstance(manifest, dict) and manifest.get("form") == form
    return manifest if is_known else {}


def write_manifest(files: Workspace, name: str, form: int, manifest: Mapping[str, Any]) -> None:
    """Write a manifest, or none if that fails. A link is replaced, not followed."""
    data = json.dumps({"form": form, **manifest}).encode()  # ASCII: a name may be no Unicode
    try:
        files.write_here(name, data)
    except WorkspaceError:
        return
