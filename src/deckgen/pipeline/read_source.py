"""From files to a typed outline: the first half of the line, before anything is laid out."""

from typing import NamedTuple

from deckgen.files.workspace import Files, read_or_report
from deckgen.outline.expand.includes import expand_includes
from deckgen.outline.expand.variables import insert_variables
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Outline
from deckgen.outline.schema.outline_reader import read_outline, slide_keys
from deckgen.outline.schema.town_file import empty_file_hint
from deckgen.outline.syntax.nodes import Node
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics, Span


class Source(NamedTuple):
    """An outline as it was read, for any number of towns."""

    name: str
    nodes: Node
    files: Files
    brand_file: BrandFile | None = None
    """The brand that replaces the outline's."""
    style: str | None = None
    """The name of the style that replaces the brand's."""
    is_clean: bool = False
    """Whether its decks are published, so that they hold no map even if the brand wants it."""


def read_nodes(name: str, files: Files, diagnostics: Diagnostics) -> Node | None:
    """Return an outline, or a town's file, with what it includes; None if it cannot be read."""

    def read(file: str, span: Span | None) -> Node | None:
        data = read_or_report(files, file, span, diagnostics)
        if data is None:
            return None
        return parse(file, data, diagnostics, empty_hint=empty_file_hint(file))

    nodes = read(name, None)
    return None if nodes is None else expand_includes(nodes, name, read, diagnostics)


def read_variant(nodes: Node, diagnostics: Diagnostics) -> Outline | None:
    """Return the typed outline, its variables inserted; None if there is no outline."""
    nodes = insert_variables(nodes, diagnostics)
    # Only the kinds that the outline names are imported; but to say what is wrong takes them all.
    findings = Diagnostics()
    outline = read_outline(nodes, kinds(slide_keys(nodes)), findings)
    return outline if not len(findings) else read_outline(nodes, kinds(), diagnostics)
