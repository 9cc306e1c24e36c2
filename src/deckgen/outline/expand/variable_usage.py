"""The variables that an outline uses, compared with those that it defines."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from deckgen.outline.expand.variable_references import variable_references
from deckgen.outline.expand.variables import variable_definitions
from deckgen.outline.expand.variant import Variant
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, texts_of, value_of
from deckgen.support.diagnostics import Diagnostics, Severity, Span
from deckgen.support.nearest import nearest

_OF_EVENT = frozenset({"name", "place", "date", "slot"})
"""The keys of `event:`, after which people name the columns of a table of towns."""


def used_variables(*nodes: Node) -> dict[str, bool]:
    """Return the variables that nodes use, and whether any use has no default."""
    used: dict[str, bool] = {}
    for node in nodes:
        for text in texts_of(node):
            for name, _, default in variable_references(text) if "${" in text else ():
                used[name] = used.get(name, False) or default is None
    return used


def check_variable_usage(
    outline: Node, town: Node, footer: Scalar | None, variant: Variant, diagnostics: Diagnostics
) -> None:
    """Report empty cells that are used; if there is no error so far, warn of unused variables.

    `outline` is the outline as written, `town` that of a town, `footer` the brand's.
    """
    if value_of(town, "vars") is None and not variant.empty:
        return
    rest = (footer,) if footer else ()
    used = used_variables(town, *rest)
    report_empty_cells(variant.empty, used, diagnostics)
    if diagnostics.has_errors:  # a part that cannot be read may use them
        return
    variables = used if town is outline else used_variables(outline) | used
    if variant.town:  # every town has a name, and not every talk uses it
        variables["town"] = False
    warn_of_unused_variables(town, variables, diagnostics)


def warn_of_unused_variables(
    outline: Node, used: Collection[str], diagnostics: Diagnostics
) -> None:
    """Warn of each name below `vars:` that is not among `used`, the names that any town uses.

    `outline` is that of a town, so that a variable of its file, of a row or of `--var` is reported
    where it is defined.
    """
    variables = value_of(outline, "vars")
    if not isinstance(variables, Mapping):
        return
    defined = variable_definitions(outline)
    missing = [name for name in used if name not in defined]
    for key, _ in variables.pairs:
        if key.text in used:
            continue
        near = None
        if not diagnostics.is_full("unused-variable", Severity.WARNING):
            near = nearest(key.text, missing) or nearest(key.text, used)
        diagnostics.warning(
            "unused-variable",
            f"Nothing uses the variable {key.text}.",
            key.span,
            f"Did you mean {near}? The outline asks for ${{{near}}}."
            if near
            else _where_it_belongs(key.text),
        )


def _where_it_belongs(name: str) -> str:
    written = f"${{{name}}}"
    if name in _OF_EVENT:
        return f"For the event, type `{name}: {written}` below `event:`; or delete it here."
    return f"Write {written} where its words belong, or delete it here."


def report_empty_cells(
    cells: Iterable[tuple[str, Span]], used: dict[str, bool], diagnostics: Diagnostics
) -> None:
    """Report each empty cell of a table of towns whose variable is used without a default."""
    for name, span in cells:
        if used.get(name):
            diagnostics.error(
                "empty-cell",
                f"The cell `{name}` is empty, and the outline asks for ${{{name}}}.",
                span,
                f"Fill it in; or write ${{{name}:-words}} in the outline: words for where it is "
                "missing.",
            )
