"""Which variables an outline asks for, and what is given that nobody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.outline.expand.variables import variable_definitions, variable_references
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.support.diagnostics import Severity
from deckgen.support.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from deckgen.outline.expand.variant import Variant
    from deckgen.support.diagnostics import Diagnostics, Span


def used_variables(*nodes: Node) -> dict[str, bool]:
    """Return every variable that is asked for, and whether it must have words of its own.

    It need not where each `${name:-words}` says what stands in its place.
    """
    asked: dict[str, bool] = {}
    for node in nodes:
        for text in _texts_with_variables(node):
            for name, _, default in variable_references(text):
                asked[name] = asked.get(name, False) or default is None
    return asked


def check_variable_usage(
    outline: Node, town: Node, footer: Scalar | None, variant: Variant, diagnostics: Diagnostics
) -> None:
    """Tell of empty cells whose words are asked for; if all is well so far, of unused variables.

    `outline` is as it is written, `town` as it is for one town; `footer` is the brand's.
    """
    variables = town.get("vars") if isinstance(town, Mapping) else None
    if variables is None and not variant.empty:
        return
    rest = (footer,) if footer else ()
    asked = used_variables(town, *rest)
    report_empty_cells(variant.empty, asked, diagnostics)
    if diagnostics.has_errors:  # what cannot be read may be what asks for them
        return
    known = dict(asked if town is outline else used_variables(outline, town, *rest))
    if variant.town:  # every town has a name, and not every talk says it
        known["town"] = False
    warn_of_unused_variables(town, known, diagnostics)


def warn_of_unused_variables(
    outline: Node, asked: Collection[str], diagnostics: Diagnostics
) -> None:
    """Tell of each name under `vars:` that nothing asks for, at its line.

    `outline` is as it is for this town, so that what a town, a row or `--var` says is told at its
    own place; `asked` are the names that the outline asks for in any town.
    """
    variables = outline.get("vars") if isinstance(outline, Mapping) else None
    if not isinstance(variables, Mapping):
        return
    defined = variable_definitions(outline)
    missing = [name for name in asked if name not in defined]
    for key, _ in variables.pairs:
        if key.text in asked:
            continue
        near = None
        if not diagnostics.is_full("unused-variable", Severity.WARNING):
            near = nearest(key.text, missing) or nearest(key.text, asked)
        diagnostics.warning(
            "unused-variable",
            f"Nothing uses the variable {key.text}.",
            key.span,
            f"Did you mean {near}? The outline asks for ${{{near}}}."
            if near
            else f"Write ${{{key.text}}} where its words belong, or delete it here.",
        )


def report_empty_cells(
    cells: Iterable[tuple[str, Span]], asked: dict[str, bool], diagnostics: Diagnostics
) -> None:
    """Tell of each cell of a table that is empty, though the outline needs words there."""
    for name, span in cells:
        if asked.get(name):
            diagnostics.error(
                "empty-cell",
                f"The cell `{name}` is empty, and the outline asks for ${{{name}}}.",
                span,
                f"Fill it in; or write ${{{name}:-words}} in the outline: words for where it is "
                "missing.",
            )


def _texts_with_variables(node: Node) -> Iterator[str]:
    """Yield the texts that hold variables, in no certain order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if type(node) is Scalar:
            if "${" in node.text:
                yield node.text
        elif isinstance(node, Sequence):
            waiting += node.items
        elif isinstance(node, Mapping):
            for pair in node.pairs:
                waiting += pair
