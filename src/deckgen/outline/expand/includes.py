"""`- include: other.yaml`: an entry that is replaced by the slides of another outline.

Nodes → nodes; the caller reads the files. Included nodes keep the spans of their own file. An entry
that names a deck (`- include: other.pptx`) is a kind of slide, and stays.
"""

import re
from collections.abc import Callable
from typing import TypeAlias, TypeGuard

from deckgen.outline.expand.variables import with_definitions
from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.schema.talk import INSERT_AFTER, INSERT_BEFORE, Talk
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node, value_of
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import normalized_path, path_beside

INCLUDE = "include"
DECK_NAME = r".*\.([Pp][PpOo][TtSs][XxMm]?|[Oo][Dd][Pp]|[Kk][Ee][Yy])"
"""The names of decks. Those that are not PowerPoint files are refused when they are read."""
MAX_DEPTH = 8
"""The most files that include each other; two are enough in practice."""
MAX_FILES = 200
"""The most files that an outline may include, so that a few lines cannot exhaust memory."""

ReadFile: TypeAlias = "Callable[[str, Span], Node | None]"
"""Returns the nodes of a file; None, with an error at the span, if it cannot be read."""


class _Expansion:
    def __init__(self, read: ReadFile, diagnostics: Diagnostics, files: list[str]) -> None:
        """`files` are those being expanded, from the outline to the innermost."""
        self.read = read
        self.diagnostics = diagnostics
        self.files = files
        self.count = 0
        self.variables: list[tuple[Scalar, Node]] = []
        """The variables of the included files, in the order of the files."""


def expand_includes(node: Node, name: str, read: ReadFile, diagnostics: Diagnostics) -> Node:
    """Return an outline, or a town's file, with the slides of all files that it includes.

    `name` is the path of the node's file; included paths are relative to the file that has them.
    Variables of an included outline are defaults for those of the outline; the rest of its head is
    ignored. A town's file takes slides only, since its variables override those of the outline.
    Files that include themselves are an error.
    """
    slides = value_of(node, "slides")
    if not isinstance(node, Mapping) or slides is None:
        return node
    run = _Expansion(read, diagnostics, [normalized_path(name)])
    expanded = _expanded(slides, name, run)
    if expanded is slides:
        return node
    outline = node.with_value("slides", expanded)
    return _with_defaults(outline, run.variables) if isinstance(slides, Sequence) else outline


def _is_outline(item: Node) -> TypeGuard[Mapping]:
    """Return whether an entry includes an outline: not a deck, which has `slides` or its name."""
    if not isinstance(item, Mapping) or (file := item.get(INCLUDE)) is None:
        return False
    if item.get("slides") is not None:
        return False
    return not (isinstance(file, Scalar) and re.fullmatch(DECK_NAME, file.text.strip()))


def _expanded(node: Node, name: str, run: _Expansion) -> Node:
    """Return a list of slides, or the `slides:` of a town's file, with what it includes.

    A node that includes nothing is returned itself.
    """
    if isinstance(node, Sequence):
        includes = any(map(_is_outline, node.items))
        return Sequence(_entries(node, name, run), node.span) if includes else node
    if not isinstance(node, Mapping):
        return node
    pairs = []
    for pair in node.pairs:
        key, value = pair
        may_insert = isinstance(value, Mapping) or key.text in {INSERT_BEFORE, INSERT_AFTER}
        new = _expanded(value, name, run) if may_insert else value
        pairs.append(pair if new is value else (key, new))
    return node.with_pairs(pairs)


def _entries(slides: Sequence, name: str, run: _Expansion) -> tuple[Node, ...]:
    return tuple(
        entry
        for item in slides.items
        for entry in (_included(item, name, run) if _is_outline(item) else (item,))
    )


def _included(entry: Mapping, name: str, run: _Expansion) -> tuple[Node, ...]:
    """Return the slides of the outline that an entry includes; after an error, none."""
    path = entry.get(INCLUDE)
    for key, _ in entry.pairs:
        if key.text != INCLUDE:
            run.diagnostics.error(
                "unknown-key",
                f"`{key.text}` does not go together with `{INCLUDE}`.",
                key.span,
                "Type it on the slides of the included file.",
            )
    if not isinstance(path, Scalar) or not path.text.strip():
        run.diagnostics.error(
            "wrong-type",
            f"`{INCLUDE}` takes the name of an outline, not {describe_node(path or entry)}.",
            (path or entry).span,
            f"Type it as seen from this file: `- {INCLUDE}: shared/opening.yaml`. For slides "
            f"of a deck type `- {INCLUDE}: partner.pptx`, and below it `slides: [3, 5-7]`.",
        )
        return ()
    file = normalized_path(path_beside(name, path.text.strip()))
    run.count += 1
    if file in run.files or len(run.files) > MAX_DEPTH or run.count > MAX_FILES:
        _report_excess(file, path.span, run)
        return ()
    node = run.read(file, path.span)
    if node is None:
        return ()
    run.files.append(file)
    slides = _slides_of(node, file, run)
    run.files.pop()
    return slides


def _report_excess(file: str, span: Span, run: _Expansion) -> None:
    """Report a file that includes itself, or too many files."""
    if file in run.files:
        way = " → ".join([*run.files[run.files.index(file) :], file])
        message, hint = f"{file} includes itself: {way}.", "Take one of these lines away."
    else:
        message = (
            f"Here more than {MAX_DEPTH} files include each other, or more than {MAX_FILES} in all."
        )
        hint = "Put the slides into fewer files."
    run.diagnostics.error("circular-include", message, span, hint)


def _slides_of(node: Node, file: str, run: _Expansion) -> tuple[Node, ...]:
    slides = value_of(node, "slides")
    if not isinstance(node, Mapping) or not isinstance(slides, Sequence):
        run.diagnostics.error(
            "wrong-type",
            f"{file} is no outline that can be included: it has no list of `slides`.",
            node.span,
            "Type `slides:`, and below it each slide with a dash, as in any outline.",
        )
        return ()
    for key, _ in node.pairs:
        if key.text != "slides" and key.text not in keys_of(Talk):
            from deckgen.outline.syntax.key_synonyms import report_unknown_key

            report_unknown_key(key, [*keys_of(Talk), "slides"], run.diagnostics)
    variables = node.get("vars")
    run.variables += variables.pairs if isinstance(variables, Mapping) else ()
    return _entries(slides, file, run)


def _with_defaults(node: Mapping, variables: list[tuple[Scalar, Node]]) -> Mapping:
    """Return the outline with variables that it does not define; the first definition counts."""
    own = node.get("vars")
    if not variables or not (own is None or isinstance(own, Mapping)):
        return node
    merged = {key.text: (key, value) for key, value in own.pairs} if own else {}
    for key, value in variables:
        merged.setdefault(key.text, (key, value))
    return with_definitions(node, merged.values())
