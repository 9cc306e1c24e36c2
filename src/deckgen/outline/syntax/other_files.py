"""A brand given as an outline, and an outline given as a brand: one mistake, one message."""

from deckgen.outline.syntax.nodes import Mapping, Node
from deckgen.support.diagnostics import Diagnostics, Span


def report_brand_file(node: Mapping, diagnostics: Diagnostics) -> bool:
    """Report a brand.yaml that was given as an outline; return whether it is one.

    `node` has no list of slides.
    """
    if node.get("colors") is None and node.get("template") is None:
        return False
    name = node.span.file.rpartition("/")[2]
    diagnostics.error(
        "brand-alone",
        "This is a brand, not an outline: it says how slides look, and not what they are.",
        node.span,
        f"Name the outline, such as slides.yaml; in it stands `brand: {name}`.",
    )
    return True


def report_outline_file(node: Node, span: Span | None, diagnostics: Diagnostics) -> bool:
    """Report an outline that was given as a brand; return whether it is one.

    `span` is where it is named as a brand, if it is named in an outline.
    """
    if not isinstance(node, Mapping) or node.get("slides") is None:
        return False
    diagnostics.error(
        "outline-alone",
        f"{node.span.file} is an outline, not a brand.",
        span or node.span,
        "Name a brand.yaml, or a .potx or .pptx; `deckgen brand new` writes a brand.yaml.",
    )
    return True
