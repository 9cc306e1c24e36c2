"""The talk that `deckgen new` begins: files that build at once and teach as they are read."""

import json
from importlib.resources import files

from deckgen.outline.documentation.json_schema import json_schema
from deckgen.outline.kinds import kinds

_FILES, _BRAND = ("slides.yaml", "logo.svg"), "brand.yaml"
_STYLE = "style: panel "
"""The beginning of a line in the brand.yaml."""
_IMAGES = ("market-square.svg", "square-from-above.svg")
SCHEMA = "slides.schema.json"


def starter_files(style: str) -> dict[str, bytes]:
    """Return the new talk's files by name, in a style.

    The schema that its editor reads is among them.
    """
    folder = files(__name__)
    images = folder.joinpath("images")
    brand = folder.joinpath(_BRAND).read_text(encoding="utf-8")
    schema = json.dumps(json_schema(kinds()), ensure_ascii=False) + "\n"
    return {
        **{name: folder.joinpath(name).read_bytes() for name in _FILES},
        _BRAND: brand.replace(_STYLE, f"style: {style} ").encode(),
        **{f"images/{name}": images.joinpath(name).read_bytes() for name in _IMAGES},
        SCHEMA: schema.encode(),
    }
