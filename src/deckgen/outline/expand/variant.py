"""What is asked of an outline when it is built: its variables, its town, its tags."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.outline.expand.conditions import apply_conditions, condition_names, warn_of_unused_tags
from deckgen.outline.expand.variables import escape_dollars
from deckgen.outline.schema.town_file import TAGS
from deckgen.outline.syntax.decoding import control_characters
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.support.diagnostics import Diagnostics

COMMAND_LINE = "the command line"
"""What stands in spans for a file, where `--var` and `--tag` are meant."""
_OF_HEAD = ("event.", "deck.")
"""How the names of variables begin that stand for the lines at the top of the outline."""


class Variable(NamedTuple):
    """Words for `${name}`, with the places of both; its words are inserted as they are."""

    name: str
    words: str
    name_span: Span
    span: Span


class Variant(NamedTuple):
    """One town's version of an outline. All of it empty: the talk as the outline has it."""

    town: str = ""
    """The name of the town's file without its ending, or of a row."""
    file: Node | None = None
    """What the town's file says."""
    variables: tuple[Variable, ...] = ()
    """From the row of a table, and from `--var`, which comes last and before all others."""
    empty: tuple[tuple[str, Span], ...] = ()
    """The cells of the row that are empty: variables that the town has no words for."""
    tags: frozenset[str] = frozenset()
    """Those of the row and of `--tag`; a town's file may add others."""


AS_WRITTEN = Variant()


def apply_variant(outline: Node, variant: Variant, diagnostics: "Diagnostics") -> Node:
    """Return the outline as one town has it, its variables not yet inserted.

    First the town's file is laid over the outline, then come the words of the row and the command
    line, then the choice of slides and bullets; so that each sees what the one before it made.
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
    of_head = tuple(each for each in variant.variables if each.name.startswith(_OF_HEAD))
    if of_head:
        from deckgen.outline.expand.town_overlay import apply_town_file

        outline = apply_town_file(outline, _as_head(of_head), diagnostics)
    others = (each for each in variant.variables if each not in of_head)
    outline = with_variables(outline, others, without)
    return apply_conditions(outline, tags | {variant.town})


def parse_variable(said: str, place: int) -> Variable | None:
    """Return what `--var NAME=WORDS` says, the `place`-th of its kind; None if it says nothing."""
    name, sign, words = said.partition("=")
    if not sign or not name.strip():
        return None
    span = Span(COMMAND_LINE, place, 1, len(name))
    return Variable(name.strip(), words, span, Span(COMMAND_LINE, place, len(name) + 2))


def _as_head(variables: "Iterable[Variable]") -> Mapping:
    """Return what `--var event.slot=10` and `--var deck.title=…` say, as a town's file says it."""
    event: list[tuple[Scalar, Node]] = []
    pairs: list[tuple[Scalar, Node]] = []
    for each in variables:
        group, _, name = each.name.partition(".")
        said = Scalar(name, each.name_span), _as_they_are(each)
        (event if group == "event" else pairs).append(said)
    if event:
        pairs.append((Scalar("event", event[0][0].span), Mapping(tuple(event), event[0][0].span)))
    return Mapping(tuple(pairs), pairs[0][0].span)


def _as_they_are(variable: Variable) -> Scalar:
    return Scalar(escape_dollars(control_characters().sub("", variable.words)), variable.span, '"')


def with_variables(
    outline: Node, variables: "Iterable[Variable]", without: frozenset[str] = frozenset()
) -> Node:
    """Return the outline with the variables under its `vars:`, before those that stand there.

    Those named `without` are taken out: their town has no words for them.
    """
    given = {each.name: each for each in variables}
    if not isinstance(outline, Mapping) or not (given or without):
        return outline
    there = outline.get("vars")
    if isinstance(there, Sequence) or (isinstance(there, Scalar) and there.text.strip()):
        return outline  # told where it is read
    kept = there.pairs if isinstance(there, Mapping) else ()
    pairs = tuple(pair for pair in kept if pair[0].text not in given.keys() | without) + tuple(
        (Scalar(each.name, each.name_span), _as_they_are(each)) for each in given.values()
    )
    merged = Mapping(pairs, there.span if there else outline.span)
    head = tuple(pair for pair in outline.pairs if pair[0].text != "vars")
    named = next((key for key, _ in outline.pairs if key.text == "vars"), None)
    return Mapping(((named or Scalar("vars", outline.span), merged), *head), outline.span)
