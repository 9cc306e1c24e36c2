"""The talk that `deckgen new` begins: files that build at once and teach as they are read."""

import json
from importlib.resources import files

from deckgen.outline.documentation.json_schema import json_schema
from deckgen.outline.kinds import kinds

_FILES = ("slides.yaml", "brand.yaml", "logo.svg")
SCHEMA = "slides.schema.json"


def starter_files() -> dict[str, bytes]:
    """Return the new talk's files by name, the schema that its editor reads among them."""
    folder = files(__name__)
    schema = json.dumps(json_schema(kinds()), indent=2, ensure_ascii=False) + "\n"
    return {
        **{name: folder.joinpath(name).read_bytes() for name in _FILES},
        SCHEMA: schema.encode(),
    }
