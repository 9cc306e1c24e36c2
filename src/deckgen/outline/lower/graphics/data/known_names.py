"""The names that an author gives of rows, columns, categories or series."""

from deckgen.outline.schema.fields import RawNode
from deckgen.outline.syntax.nodes import Scalar, Sequence
from deckgen.support.diagnostics import Diagnostics, name_list
from deckgen.support.nearest import nearest


def known_names(
    raw: RawNode, graphic: str, existing: list[str], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """Return the names that a text or a list holds; report those that the graphic does not have.

    `graphic` is the author's word for it, such as “chart”.
    """
    node = raw.node
    items = node.items if isinstance(node, Sequence) else (node,)
    names = []
    existing_set = frozenset(existing)
    listed = name_list(dict.fromkeys(name for name in existing if name))
    for item in items:
        name = item.text.strip() if isinstance(item, Scalar) else ""
        if name in existing_set:
            names.append(name)
            continue
        near = None if diagnostics.is_full("unknown-name") else nearest(name, existing)
        diagnostics.error(
            "unknown-name",
            f"The {graphic} has no “{name}”."
            if name
            else f"Here a name of the {graphic} is expected.",
            item.span,
            f"Did you mean “{near}”?" if near else f"Its names are: {listed}.",
        )
    return tuple(names)
