"""The names that an author gives of rows, columns, categories or series."""

from deckgen.outline.schema.fields import RawNode
from deckgen.outline.syntax.nodes import Scalar, Sequence
from deckgen.support.diagnostics import Diagnostics, name_list
from deckgen.support.nearest import did_you_mean


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
        message = f"The {graphic} has no “{name}”."
        if not name:
            message = f"Here a name of the {graphic} is expected."
        hint = f"Its names are: {listed}."
        if not diagnostics.is_full("unknown-name"):
            hint = did_you_mean(name, existing, hint, "“{}”")
        diagnostics.error("unknown-name", message, item.span, hint)
    return tuple(names)
