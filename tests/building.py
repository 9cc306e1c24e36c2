"""Build decks in tests as the command does, from the files of this project."""

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from deckgen.files.workspace import Workspace
from deckgen.outline.expand.variant import Variant
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import compile_nodes, compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.support.diagnostics import Diagnostic, Diagnostics

ROOT = Path(__file__).resolve().parents[1]
BrandName: TypeAlias = Literal["plain", "talk"]
BRANDS: tuple[BrandName, ...] = ("plain", "talk")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
FORMULAS = ROOT / "examples" / "formulas" / "formulas.yaml"
"""What may stand in any text is no kind, and has an example of its own."""
TOUR = ROOT / "examples" / "tour" / "tour.yaml"

TOWNS = sorted((ROOT / "towns").glob("*.yaml"))


def built_for(town: Path) -> bytes:
    """Return the deck of a town's file in the folder beside its outline, free of findings."""
    root = Workspace(town.parents[1])
    diagnostics = Diagnostics()
    nodes = read_nodes("slides.yaml", root, diagnostics)
    file = read_nodes(f"towns/{town.name}", root, diagnostics)
    assert nodes is not None
    source = Source("slides.yaml", nodes, root)
    compiled = compile_nodes(source, Variant(town.stem, file), BuildCache(), diagnostics)
    assert list(diagnostics) == []
    assert compiled is not None
    return deck_bytes(compiled, None)


@cache
def built(outline: Path, brand: BrandName | None = None) -> bytes:
    """Return the deck of an outline on a brand (its own if None); it must be free of findings.

    It is built once in a process.
    """
    data, found = built_with_findings(outline, brand)
    assert found == []
    assert data is not None
    return data


def built_with_findings(
    outline: Path, brand: BrandName | None = None
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the deck, if it can be made, and everything that was found."""
    diagnostics = Diagnostics()
    brand_file = None
    if brand == "talk":
        brand_file = BrandFile("assets/brand.yaml", Workspace(ROOT))
    elif brand == "plain":
        outline = _without_brand(outline)
    compiled = compile_talk(outline.name, Workspace(outline.parent), brand_file, diagnostics)
    if compiled is None or diagnostics.has_errors:
        return None, list(diagnostics)
    return deck_bytes(compiled, None), list(diagnostics)


def _without_brand(outline: Path) -> Path:
    assert "\nbrand:" not in outline.read_text(encoding="utf-8"), "the outline names a brand"
    return outline
