"""Small talks for tests, compiled as the command does it, from text alone."""

import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pptx

from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import Compiled, compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.audit.promises import audit_promises
from tests.folder import Folder
from tests.tools import validator
from tests.tools.needs import need
from tests.validity import check_validity


@dataclass(frozen=True)
class Talk:
    """A talk that was compiled."""

    compiled: Compiled
    diagnostics: Diagnostics

    @property
    def codes(self) -> list[str]:
        """What was found."""
        return [one.code for one in self.diagnostics]

    @cached_property
    def data(self) -> bytes:
        """The deck, which must be free of errors; it is written once."""
        assert not self.diagnostics.has_errors, list(self.diagnostics)
        return deck_bytes(self.compiled, None)

    @property
    def slides(self) -> list[Any]:
        """The slides as python-pptx reads them."""
        return list(pptx.Presentation(io.BytesIO(self.data)).slides)


def talk(
    entries: str,
    *,
    lang: str = "en-GB",
    size: str = "16:9",
    brand: Path | None = None,
    files: Mapping[str, bytes] | None = None,
    head: str = "",
    style: str | None = None,
) -> Talk:
    """Return a talk of some entries, each a line that begins with “- ”; `head` are lines above."""
    indented = "".join(f"  {line}\n" for line in entries.splitlines())
    outline = f'title: A talk\nlang: {lang}\nsize: "{size}"\n{head}slides:\n{indented}'
    diagnostics = Diagnostics()
    brand_file = BrandFile(brand.name, Workspace(brand.parent)) if brand else None
    folder = Folder({**(files or {}), "slides.yaml": outline.encode()})
    compiled = compile_talk("slides.yaml", folder, brand_file, diagnostics, style=style)
    assert compiled is not None, list(diagnostics)
    return Talk(compiled, diagnostics)


def complaints(data: bytes, template: bytes | None = None) -> Counter[str]:
    """Return what our own checks say of a deck, and not of the template that it stands on."""
    diagnostics = Diagnostics()
    audit_promises(data, diagnostics, code_font="Consolas")
    promises = Counter(each.code for each in diagnostics)
    return promises + invalid(data) - (invalid(template) if template else Counter())


def check_valid(data: bytes, folder: Path) -> None:
    """Assert that neither our own checks nor Microsoft's validator find anything in a deck."""
    assert complaints(data) == {}
    need("validator")
    deck = folder / "deck.pptx"
    deck.write_bytes(data)
    assert validator.validate([deck]) == {deck: []}


@cache
def invalid(data: bytes) -> Counter[str]:
    """Return the codes of the faults that PowerPoint would repair."""
    diagnostics = Diagnostics()
    check_validity(data, diagnostics)
    return Counter(each.code for each in diagnostics)
