"""`- include: other.yaml`: the slides of a shared outline, in the place of this entry.

An entry that names a deck (`- include: other.pptx`) stays as it is: it is a kind of slide.

Nodes in, nodes out; reading a file is the caller's. What comes from another file keeps its place
there.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeGuard

from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.schema.talk import Talk
from deckgen.outline.schema.town_file import INSERT_AFTER, INSERT_BEFORE
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node
from deckgen.support.file_names import normalized_path, path_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.support.diagnostics import Diagnostics, Span

INCLUDE = "include"
DECK_NAME = r".*\.([Pp][PpOo][TtSs][XxMm]?|[Oo][Dd][Pp]|[Kk][Ee][Yy])"
"""How decks are called; what is no PowerPoint file among them is told by who reads it."""
MAX_DEPTH = 8
"""Files within each other; two serve every purpose that we know of."""
MAX_FILES = 200
"""How many files one outline may bring in, so that a few lines cannot fill the memory."""

ReadFile: TypeAlias = "Callable[[str, Span], Node | None]"
"""Reads the file of this name as nodes; None, with an error at the place, if there is none."""


class _Included(NamedTuple):
    """What an outline brings in: slides, and words for the variables that they use."""

    entries: tuple[Node, ...]
    variables: tuple[tuple[Scalar, Node], ...]


class _Run:
    def __init__(self, read: ReadFile, diagnostics: "Diagnostics", files: list[str]) -> None:
        """`files` are those that are being read, from the outline to the innermost."""
        self.read = read
        self.diagnostics = diagnostics
        self.files = files
        self.count = 0


def expand_includes(node: Node, name: str, read: ReadFile, diagnostics: "Diagnostics") -> Node:
    """Return an outline, or a town's file, with the slides of all files that it includes.

    `name` is the file that the node was read from, as messages show it; files are named as seen
    from the one that names them. The included outline's own `vars:` come with it, behind those that
    are there; the rest of its head is left behind. A town's file takes the slides alone, as words
    of its own would come before the outline's. Files that lead back to themselves are an error.
    """
    slides = node.get("slides") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or slides is None or not any(_includes(slides)):
        return node
    run = _Run(read, diagnostics, [normalized_path(name)])
    variables: list[tuple[Scalar, Node]] = []
    pairs = tuple(
        (key, _expanded(value, name, run, variables) if value is slides else value)
        for key, value in node.pairs
    )
    outline = Mapping(pairs, node.span)
    return _with_defaults(outline, variables) if isinstance(slides, Sequence) else outline


def _is_outline(item: Node) -> TypeGuard[Mapping]:
    """Say whether an entry includes an outline; a deck is told by its name, or by its `slides`."""
    if not isinstance(item, Mapping) or (said := item.get(INCLUDE)) is None:
        return False
    if item.get("slides") is not None:
        return False
    return not (isinstance(said, Scalar) and re.fullmatch(DECK_NAME, said.text.strip()))


def _includes(node: Node) -> "Iterator[Mapping]":
    """Find the entries that include: in a list of slides, or in what a town inserts."""
    if isinstance(node, Sequence):
        for item in node.items:
            if _is_outline(item):
                yield item
    elif isinstance(node, Mapping):
        for _, patch in node.pairs:
            for side in (INSERT_BEFORE, INSERT_AFTER):
                inserted = patch.get(side) if isinstance(patch, Mapping) else None
                if isinstance(inserted, Sequence):
                    yield from _includes(inserted)


def _expanded(node: Node, name: str, run: _Run, variables: list[tuple[Scalar, Node]]) -> Node:
    """Return a list of slides with those it includes; or what a town inserts, in the same way."""

    def patch(key: Scalar, value: Node) -> Node:
        inserts = key.text in {INSERT_BEFORE, INSERT_AFTER} and isinstance(value, Sequence)
        return _expanded(value, name, run, variables) if inserts else value

    def slide(_key: Scalar, value: Node) -> Node:
        return _changed(value, patch) if isinstance(value, Mapping) else value

    if isinstance(node, Mapping):
        return _changed(node, slide)
    if isinstance(node, Scalar):
        return node
    entries: list[Node] = []
    for item in node.items:
        if _is_outline(item):
            brought = _file(item, name, run)
            entries += brought.entries
            variables += brought.variables
        else:
            entries.append(item)
    return Sequence(tuple(entries), node.span)


def _changed(node: Mapping, change: Callable[[Scalar, Node], Node]) -> Mapping:
    return Mapping(tuple((key, change(key, value)) for key, value in node.pairs), node.span)


def _file(entry: Mapping, name: str, run: _Run) -> _Included:
    said = entry.get(INCLUDE)
    for key, _ in entry.pairs:
        if key.text != INCLUDE:
            run.diagnostics.error(
                "unknown-key",
                f"`{key.text}` does not go together with `{INCLUDE}`.",
                key.span,
                "Type it on the slides of the included file.",
            )
    nothing = _Included((), ())
    if not isinstance(said, Scalar) or not said.text.strip():
        run.diagnostics.error(
            "wrong-type",
            f"`{INCLUDE}` takes the name of an outline, not {describe_node(said or entry)}.",
            (said or entry).span,
            f"Type it as seen from this file: `- {INCLUDE}: shared/opening.yaml`. For slides "
            f"of a deck type `- {INCLUDE}: partner.pptx`, and below it `slides: [3, 5-7]`.",
        )
        return nothing
    file = normalized_path(path_beside(name, said.text.strip()))
    run.count += 1
    if file in run.files or len(run.files) > MAX_DEPTH or run.count > MAX_FILES:
        _tell_circle(file, said, run)
        return nothing
    node = run.read(file, said.span)
    if node is None:
        return nothing
    run.files.append(file)
    brought = _slides_of(node, file, run)
    run.files.pop()
    return brought


def _tell_circle(file: str, said: Scalar, run: _Run) -> None:
    if file in run.files:
        way = " → ".join([*run.files[run.files.index(file) :], file])
        message, hint = f"{file} includes itself: {way}.", "Take one of these lines away."
    else:
        message = (
            f"Here more than {MAX_DEPTH} files include each other, or more than {MAX_FILES} in all."
        )
        hint = "Put the slides into fewer files."
    run.diagnostics.error("circular-include", message, said.span, hint)


def _slides_of(node: Node, file: str, run: _Run) -> _Included:
    slides = node.get("slides") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(slides, Sequence):
        run.diagnostics.error(
            "wrong-type",
            f"{file} is no outline that can be included: it has no list of `slides`.",
            node.span,
            "Type `slides:`, and below it each slide with a dash, as in any outline.",
        )
        return _Included((), ())
    for key, _ in node.pairs:
        if key.text != "slides" and key.text not in keys_of(Talk):
            from deckgen.outline.schema.unknown_key import report_unknown_key

            report_unknown_key(key, [*keys_of(Talk), "slides"], run.diagnostics)
    own = node.get("vars")
    variables = list(own.pairs) if isinstance(own, Mapping) else []
    entries = _expanded(slides, file, run, variables)
    return _Included(entries.items if isinstance(entries, Sequence) else (), tuple(variables))


def _with_defaults(node: Mapping, variables: list[tuple[Scalar, Node]]) -> Mapping:
    """Return the node with words for variables that it has none for; the first one given counts."""
    own = node.get("vars")
    if not variables or not (own is None or isinstance(own, Mapping)):
        return node
    merged = {key.text: (key, value) for key, value in own.pairs} if own else {}
    for key, value in variables:
        merged.setdefault(key.text, (key, value))
    words = Mapping(tuple(merged.values()), own.span if own else node.span)
    named = next((key for key, _ in node.pairs if key.text == "vars"), Scalar("vars", node.span))
    head = tuple(pair for pair in node.pairs if pair[0].text != "vars")
    return Mapping(((named, words), *head), node.span)
