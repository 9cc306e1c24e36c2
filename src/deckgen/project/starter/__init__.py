"""The talk that `deckgen new` begins: files that build at once and teach as they are read."""

import json
from importlib.resources import files

from deckgen.outline.documentation.json_schema import json_schema
from deckgen.outline.kinds import kinds

_STYLE = "style: panel "
"""The beginning of a line in the brand.yaml."""
_SHARED = ("logo.svg", "images/market-square.svg", "images/square-from-above.svg")
SCHEMA = "slides.schema.json"


def starter_files(style: str, language: str) -> dict[str, bytes]:
    """Return the new talk's files by name, in a style and a language: en, de or fr.

    The schema that its editor reads is among them.
    """
    folder = files(__name__)
    brand = folder.joinpath(language, "brand.yaml").read_text(encoding="utf-8")
    schema = json.dumps(json_schema(kinds()), ensure_ascii=False) + "\n"
    return {
        "slides.yaml": folder.joinpath(language, "slides.yaml").read_bytes(),
        "brand.yaml": brand.replace(_STYLE, f"style: {style} ").encode(),
        **{name: folder.joinpath(*name.split("/")).read_bytes() for name in _SHARED},
        SCHEMA: schema.encode(),
    }
