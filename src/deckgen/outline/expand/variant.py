"""One version of an outline: a town with its file, variables and tags."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.outline.expand.conditions import apply_conditions, condition_names, warn_of_unused_tags
from deckgen.outline.expand.variables import with_definitions
from deckgen.outline.schema.town_file import TAGS
from deckgen.outline.syntax.decoding import control_characters
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node
from deckgen.support.diagnostics import Diagnostics, Span

COMMAND_LINE = "the command line"
"""The file in spans of `--var` and `--tag`."""
_HEAD_PREFIXES = ("event.", "deck.")
"""Prefixes of the names that mean keys of the head, not variables."""


class Variable(NamedTuple):
    """The words for `${name}`, in which nothing is inserted, and the spans of both."""

    name: str
    words: str
    name_span: Span
    span: Span


class Variant(NamedTuple):
    """A town's version of an outline; empty, it is the outline as written."""

    town: str = ""
    """The name of the town's file without its ending, or of a row."""
    file: Node | None = None
    """The nodes of the town's file."""
    variables: tuple[Variable, ...] = ()
    """The variables of a table's row, then those of `--var`; the last definition counts."""
    empty: tuple[tuple[str, Span], ...] = ()
    """Name and span of the empty cells of the row: the town does not define these variables."""
    tags: frozenset[str] = frozenset()
    """The tags of the row and of `--tag`; those of the town's file are added."""
    table: str = ""
    """The file of the row; empty if it is none."""
    row_tags: frozenset[str] = frozenset()
    """The tags that the row has."""


AS_WRITTEN = Variant()


def apply_variant(outline: Node, variant: Variant, diagnostics: Diagnostics) -> Node:
    """Return a town's version of the outline; its variables are defined, but not inserted.

    In this order: the changes of the town's file, the variables of the row and the command line,
    the conditions of slides and bullets.
    """
    tags = variant.tags
    if isinstance(variant.file, Mapping):
        from deckgen.outline.expand.town_overlay import apply_town_file

        outline = apply_town_file(outline, variant.file, diagnostics)
        own = tuple(condition_names(variant.file.get(TAGS)))
        warn_of_unused_tags(outline, own, diagnostics)
        tags |= {name.text.strip() for name in own}
    elif variant.file is not None:
        diagnostics.error(
            "wrong-type",
            "A town's file begins with keys such as `vars`, not with "
            f"{describe_node(variant.file)}.",
            variant.file.span,
            "Begin with `vars:`, and below it `town: ` with the name of the town.",
        )
    without = frozenset(name for name, _ in variant.empty)
    of_head = [each for each in variant.variables if each.name.startswith(_HEAD_PREFIXES)]
    if of_head:
        from deckgen.outline.expand.town_overlay import apply_town_file

        outline = apply_town_file(outline, _as_head(of_head), diagnostics)
    others = (each for each in variant.variables if each not in of_head)
    outline = _with_variables(outline, others, without)
    return apply_conditions(outline, tags | {variant.town})


def parse_variable(argument: str, number: int) -> Variable | None:
    """Return the variable of the `number`-th `--var NAME=WORDS`; None for another form."""
    name, sign, words = argument.partition("=")
    if not sign or not name.strip():
        return None
    span = Span(COMMAND_LINE, number, 1, len(name))
    return Variable(name.strip(), words, span, Span(COMMAND_LINE, number, len(name) + 2))


def _as_head(variables: Iterable[Variable]) -> Mapping:
    """Return `event.slot=10` and `deck.title=…` as the town's file that would say the same."""
    event: list[tuple[Scalar, Node]] = []
    pairs: list[tuple[Scalar, Node]] = []
    for each in variables:
        group, _, name = each.name.partition(".")
        pair = Scalar(name, each.name_span), _scalar(each)
        (event if group == "event" else pairs).append(pair)
    if event:
        pairs.append((Scalar("event", event[0][0].span), Mapping(tuple(event), event[0][0].span)))
    return Mapping(tuple(pairs), pairs[0][0].span)


def _scalar(variable: Variable) -> Scalar:
    """Return the words of a variable; nothing is inserted into them."""
    words = control_characters().sub("", variable.words).replace("$", "$$")
    return Scalar(words, variable.span, style='"')


def _with_variables(outline: Node, variables: Iterable[Variable], without: frozenset[str]) -> Node:
    """Return the outline with other variables, and without those that are named `without`."""
    new = {each.name: each for each in variables}
    if not isinstance(outline, Mapping) or not (new or without):
        return outline
    old = outline.get("vars")
    if isinstance(old, Sequence) or (isinstance(old, Scalar) and old.text.strip()):
        return outline  # reported where it is read
    kept = old.pairs if isinstance(old, Mapping) else ()
    pairs = [pair for pair in kept if pair[0].text not in new.keys() | without]
    pairs += ((Scalar(each.name, each.name_span), _scalar(each)) for each in new.values())
    return with_definitions(outline, pairs)
