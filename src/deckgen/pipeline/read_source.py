"""From files to a typed outline: the first half of the line, before anything is laid out."""

from typing import NamedTuple

from deckgen.files.workspace import Files, read_or_report
from deckgen.outline.expand.includes import expand_includes
from deckgen.outline.expand.variables import insert_variables
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Outline
from deckgen.outline.schema.outline_reader import empty_file_hint, read_outline, slide_keys
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
    is_fixed: bool = False
    """Whether it surely has no variables and no conditions: as written, nothing replaces a node."""


_VARYING = (b"$", b"only", b"except", b"\\")
"""What every file with variables or conditions has: their signs, or an escape for these."""


def read_source(
    name: str, files: Files, brand_file: BrandFile | None, diagnostics: Diagnostics
) -> Source | None:
    """Return an outline with what it includes; None if it cannot be read."""
    contents: list[bytes] = []
    nodes = read_nodes(name, files, diagnostics, contents)
    if nodes is None:
        return None
    is_fixed = not any(sign in data for data in contents for sign in _VARYING)
    return Source(name, nodes, files, brand_file, is_fixed=is_fixed)


def read_nodes(
    name: str, files: Files, diagnostics: Diagnostics, contents: list[bytes] | None = None
) -> Node | None:
    """Return an outline, or a town's file, with what it includes; None if it cannot be read.

    What stands in each file is added to `contents`.
    """

    def read(file: str, span: Span | None) -> Node | None:
        data = read_or_report(files, file, span, diagnostics)
        if data is None:
            return None
        if contents is not None:
            contents.append(data)
        return parse(file, data, diagnostics, empty_hint=empty_file_hint(file))

    nodes = read(name, None)
    return None if nodes is None else expand_includes(nodes, name, read, diagnostics)


def read_variant(nodes: Node, diagnostics: Diagnostics) -> Outline | None:
    """Return the typed outline, its variables inserted; None if there is no outline."""
    return read_typed(insert_variables(nodes, diagnostics), diagnostics)


def read_typed(nodes: Node, diagnostics: Diagnostics) -> Outline | None:
    """Return the typed outline of nodes without variables; None if there is no outline."""
    # Only the kinds that the outline names are imported; but to say what is wrong takes them all.
    findings = Diagnostics()
    outline = read_outline(nodes, kinds(slide_keys(nodes)), findings)
    return outline if not len(findings) else read_outline(nodes, kinds(), diagnostics)
