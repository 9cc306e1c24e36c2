"""Texts of YAML as nodes and as outlines, in the file `talk.yaml`; they must be readable."""

from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Outline
from deckgen.outline.schema.outline_reader import read_outline
from deckgen.outline.syntax.nodes import Node
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics
from tests.present import present


def parsed(text: str, diagnostics: Diagnostics) -> Node:
    """Return what a text says before its keys mean anything."""
    node = parse("talk.yaml", text.encode(), diagnostics)
    assert node is not None, list(diagnostics)
    return node


def outline_of(text: str, diagnostics: Diagnostics) -> Outline:
    """Return the outline that a text is; slides with errors are left out."""
    return present(read_outline(parsed(text, diagnostics), kinds(), diagnostics))
