"""The variables that an outline uses, compared with those that it defines."""

from deckgen.outline.expand.variable_references import variable_references
from deckgen.outline.expand.variables import IN_EVENT, variable_definitions
from deckgen.outline.expand.variant import Variant
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, texts_of, value_of
from deckgen.support.diagnostics import Diagnostics, Severity
from deckgen.support.nearest import nearest


def check_variable_usage(
    outline: Node, town: Node, footer: Scalar | None, variant: Variant, diagnostics: Diagnostics
) -> None:
    """Report empty cells that are used; if there is no error, warn of unused and empty variables.

    `outline` is the outline as written, `town` that of a town, `footer` the brand's.
    """
    if value_of(town, "vars") is None and not variant.empty:
        return
    used = _used_variables(town, *((footer,) if footer else ()))
    for name, span in variant.empty:
        if used.get(name):
            diagnostics.error(
                "empty-cell",
                f"The cell `{name}` is empty, and the outline asks for ${{{name}}}.",
                span,
                f"Fill it in; or write ${{{name}:-words}} in the outline: words for where it is "
                "missing.",
            )
    if diagnostics.has_errors:  # a part that cannot be read may use them
        return
    if town is not outline:
        used = dict.fromkeys(_used_variables(outline), False) | used
    if variant.town:  # every town has a name, and not every talk uses it
        used.setdefault("town", False)
    _warn_of_variables(town, used, diagnostics)


def _used_variables(*nodes: Node) -> dict[str, bool]:
    """Return the variables that nodes use, and whether any use has no default."""
    used: dict[str, bool] = {}
    for node in nodes:
        for text in texts_of(node):
            for name, _, default in variable_references(text) if "${" in text else ():
                used[name] = used.get(name, False) or default is None
    return used


def _warn_of_variables(outline: Node, used: dict[str, bool], diagnostics: Diagnostics) -> None:
    """Warn of each name below `vars:` that has no words, or is not among `used`.

    `outline` is a town's: a variable of its file, a row or `--var` is reported where it is defined.
    """
    variables = value_of(outline, "vars")
    defined = variable_definitions(outline)
    missing = [name for name in used if name not in defined]
    for key, words in variables.pairs if isinstance(variables, Mapping) else ():
        if used.get(key.text) and isinstance(words, Scalar) and not words.text + words.style:
            message = f"The variable {key.text} has no words, and the outline asks for them."
            hint = f'Type them, or "" for none; or write ${{{key.text}:-words}} in the outline.'
            diagnostics.warning("empty-variable", message, key.span, hint)
        if key.text in used:
            continue
        near = None
        if not diagnostics.is_full("unused-variable", Severity.WARNING):
            near = nearest(key.text, missing) or nearest(key.text, used)
        written = f"${{{key.text}}}"
        hint = f"Write {written} where its words belong, or delete it here."
        if near:
            hint = f"Did you mean {near}? The outline asks for ${{{near}}}."
        elif key.text in IN_EVENT:  # people name the columns of a table of towns so
            hint = f"For the event, type `{key.text}: {written}` below `event:`; or delete it here."
        message = f"Nothing uses the variable {key.text}."
        diagnostics.warning("unused-variable", message, key.span, hint)
