"""Variation on located nodes, before they are typed: `${name}` becomes the words it stands for.

A varied outline is then read and checked like any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.outline.decode import CONTROL
from deckgen.outline.nodes import Mapping, Node, Scalar, Sequence, within

if TYPE_CHECKING:
    import collections.abc

    from deckgen.diagnostics import Diagnostics

LONGEST_TEXT = 100_000
"""The most characters that one text may have once its variables are inserted."""

LARGEST_GROWTH = 20_000_000
"""The most characters that all insertions together may add."""

_VARIABLE = re.compile(r"\$\$|\$\{([^{}\n]*)(\}?)")


def vary(
    node: Node, overrides: collections.abc.Mapping[str, str], diagnostics: Diagnostics
) -> Node:
    """Insert the outline's variables everywhere; `overrides` come before its own `vars:`.

    Known are the names under `vars:`, `event` (its name), `event.name`, `event.place`,
    `event.date` and `deck.title`. `$$` is a dollar sign, and a `$` by itself stays. Spans stay
    those of the author's text.
    """
    return _Variables(node, overrides, diagnostics).node(node)


class _Variables:
    """The variables of one outline, each resolved when it is first asked for."""

    def __init__(
        self,
        root: Node,
        overrides: collections.abc.Mapping[str, str],
        diagnostics: Diagnostics,
    ) -> None:
        self._diagnostics = diagnostics
        self._written = _definitions(root)
        self._known = {name: CONTROL.sub("", text) for name, text in overrides.items()}
        self._growth = 0
        self._in_progress: list[str] = []
        self._done: dict[int, Scalar] = {}

    def node(self, node: Node) -> Node:
        """Vary a node; what holds no variable is returned as it is."""
        if isinstance(node, Scalar):
            return self._scalar(node) if "$" in node.text else node
        if isinstance(node, Sequence):
            items = self._nodes(node.items)
            return node if items is None else Sequence(items, node.span)
        values = self._nodes([value for _, value in node.pairs])
        keys = self._nodes([key for key, _ in node.pairs if "${" in key.text])
        if values is None and keys is None:
            return node
        named = [self._scalar(key) if "${" in key.text else key for key, _ in node.pairs]
        new = values or tuple([value for _, value in node.pairs])
        return Mapping(tuple(zip(named, new, strict=True)), node.span)

    def _nodes(self, nodes: collections.abc.Sequence[Node]) -> tuple[Node, ...] | None:
        """Vary each; None when nothing changed, which is the rule in a long outline."""
        changed = False
        out: list[Node] = []
        for node in nodes:
            # Asked here, not in `node`: most nodes are text without a variable.
            if type(node) is Scalar and "$" not in node.text:
                out.append(node)
                continue
            new = self.node(node)
            changed = changed or new is not node
            out.append(new)
        return tuple(out) if changed else None

    def _scalar(self, scalar: Scalar) -> Scalar:
        # Keyed by identity: the definition of a variable is met twice, but told of once.
        if id(scalar) not in self._done:
            self._done[id(scalar)] = self._inserted(scalar)
        return self._done[id(scalar)]

    def _inserted(self, scalar: Scalar) -> Scalar:
        pieces: list[str] = []
        end = length = 0
        for match in _VARIABLE.finditer(scalar.text):
            words = "$" if match[1] is None else self._words(scalar, match)
            pieces += [scalar.text[end : match.start()], words]
            end = match.end()
            length += len(words)
            self._growth += len(words)
            if length > LONGEST_TEXT or self._growth > LARGEST_GROWTH:
                self._diagnostics.error(
                    "too-long",
                    "With its variables inserted, this text is far too long.",
                    scalar.span,
                    "Does a variable hold another one many times over? Look at `vars:`.",
                )
                return scalar
        text = "".join([*pieces, scalar.text[end:]])
        return Scalar(text, scalar.span, scalar.plain)

    def _words(self, scalar: Scalar, match: re.Match[str]) -> str:
        place = within(scalar.text, scalar.span, match.start(), len(match[0]))
        if not match[2]:
            self._diagnostics.error(
                "undefined-variable",
                "Behind ${ the closing } is missing.",
                place,
                "A variable is inserted with ${name}; for a dollar sign type $$.",
            )
            return match[0]
        name = match[1].strip()
        if name in self._known:
            return self._known[name]
        definition = self._written.get(name)
        if definition is None:
            self._undefined(name, match[0], scalar, match)
            return match[0]
        if name in self._in_progress or len(self._in_progress) > 100:
            round_trip = " → ".join([*self._in_progress, name][-6:])
            self._diagnostics.error(
                "circular-variable",
                f"The variable {name} leads back to itself: {round_trip}.",
                place,
                "Write out the words in one of them.",
            )
            return match[0]
        self._in_progress.append(name)
        self._known[name] = self._scalar(definition).text
        self._in_progress.pop()
        return self._known[name]

    def _undefined(self, name: str, written: str, scalar: Scalar, match: re.Match[str]) -> None:
        from difflib import get_close_matches

        names = sorted({*self._known, *self._written})
        near = get_close_matches(name, names, n=1)
        if near:
            hint = f"Did you mean ${{{near[0]}}}?"
        elif names:
            hint = f"Known are {', '.join(names)}. Add it under `vars:` at the top of the outline."
        else:
            hint = f"Add it at the top of the outline: vars: {{{name or 'name'}: your words}}"
        self._diagnostics.error(
            "undefined-variable",
            f"There is no variable called {name}." if name else "Here a name is missing: ${name}.",
            within(scalar.text, scalar.span, match.start(), len(written)),
            f"{hint} To show the signs as they are, type $${written[1:]}.",
        )


def _definitions(root: Node) -> dict[str, Scalar]:
    """Find what the head of the outline says about each name."""
    if not isinstance(root, Mapping):
        return {}
    found: dict[str, Scalar] = {}
    if isinstance(title := root.get("title"), Scalar):
        found["deck.title"] = title
    if isinstance(event := root.get("event"), Mapping):
        known = {key.text: value for key, value in event.pairs if isinstance(value, Scalar)}
        found |= {
            f"event.{name}": known[name] for name in ("name", "place", "date") if name in known
        }
        if "name" in known:
            found["event"] = known["name"]
    if isinstance(variables := root.get("vars"), Mapping):
        found |= {key.text: value for key, value in variables.pairs if isinstance(value, Scalar)}
    return found
