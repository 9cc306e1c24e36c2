"""Variables, inserted into located nodes before they are typed: `${name}` becomes its words.

A varied outline is then read and checked like any other. docs/towns.md teaches the signs.
"""

import re
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from deckgen.outline.schema.talk import DEFAULT_LANGUAGE
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, span_within
from deckgen.support.diagnostics import name_list

if TYPE_CHECKING:
    import collections.abc

    from deckgen.support.diagnostics import Diagnostics

LONGEST_TEXT = 100_000
"""The most characters that one text may have once its variables are inserted."""

LARGEST_GROWTH = 20_000_000
"""The most characters that all insertions together may add."""

IN_DECK = ("title", "subtitle", "speaker", "lang", "subject", "keywords")
"""What `deck.` may be followed by: the lines of the outline's head that hold one text."""
IN_EVENT = ("name", "place", "date", "slot")
"""What `event.` may be followed by."""

# A default may hold variables itself, but no default within a default.
_VARIABLE = re.compile(r"\$\$|\$\{((?:\$\{[^{}\n]*\}|[^{}\n])*)(\}?)")
_DOLLAR = "\0"
"""A dollar sign that was typed as two, while variables are inserted; no text holds this one."""
_DOLLARS = frozenset(["$", _DOLLAR])
_FORM = re.compile(r"(?P<name>[^:]*)(?::(?!-)(?P<form>[^:]*))?(?::-(?P<default>.*))?", re.DOTALL)


class VariableReference(NamedTuple):
    """What stands between `${` and `}`."""

    name: str
    form: str | None
    """How the words are written: `date`, `number`, or None for as they are."""
    default: str | None
    """What is inserted where nothing else is known."""


def insert_variables(node: Node, diagnostics: "Diagnostics") -> Node:
    """Insert the outline's variables everywhere.

    Known are the names under `vars:`; `event` (its name), `event.…` and `deck.…` for the lines of
    the head; and `date`, the day of the event as it is written in the deck's language. `${a:-b}` is
    b where a is not known or empty, `${a:date}` and `${a:number}` write a as the language has it.
    `$$` is a dollar sign, and a `$` by itself stays; formulas between two of them are read later.
    Spans stay those of the author's text.
    """
    return _Variables(node, diagnostics).node(node)


def insert_variables_in_text(scalar: Scalar, outline: Node, diagnostics: "Diagnostics") -> Scalar:
    """Insert the variables of an outline into a text from elsewhere, such as the brand's footer."""
    varied = _Variables(outline, diagnostics).node(scalar)
    return varied if isinstance(varied, Scalar) else scalar


def escape_dollars(text: str) -> str:
    """Return the text so that nothing is inserted into it."""
    return text.replace("$", "$$")


def variable_references(text: str) -> "collections.abc.Iterator[VariableReference]":
    """Yield every variable that the text asks for, also within a default."""
    for match in _VARIABLE.finditer(text):
        if match[1] is not None and match[2]:
            found = _reference(match[1])
            yield found
            if found.default and "${" in found.default:
                yield from variable_references(found.default)


def _settled(scalar: Scalar, text: str) -> Scalar:
    """Return a scalar with its new text; it knows which dollar signs were typed as two."""
    if _DOLLAR not in text:
        return scalar._replace(text=text)
    signs = [sign for sign in text if sign in _DOLLARS]
    dollars = frozenset(at for at, sign in enumerate(signs) if sign == _DOLLAR)
    return scalar._replace(text=text.replace(_DOLLAR, "$"), dollars=dollars)


def _marked(scalar: Scalar) -> str:
    """Return the text of a scalar as it is inserted into another one."""
    if not scalar.dollars:
        return scalar.text
    first, *others = scalar.text.split("$")
    signs = (_DOLLAR if at in scalar.dollars else "$" for at in range(len(others)))
    return first + "".join(sign + part for sign, part in zip(signs, others, strict=True))


def _reference(inside: str) -> VariableReference:
    parts = _FORM.fullmatch(inside)
    if parts is None:
        return VariableReference(inside.strip(), None, None)
    form = parts["form"]
    return VariableReference(parts["name"].strip(), form and form.strip(), parts["default"])


class _Variables:
    """The variables of one outline, each resolved when it is first asked for."""

    def __init__(self, root: Node, diagnostics: "Diagnostics") -> None:
        self._diagnostics = diagnostics
        self._written = variable_definitions(root)
        day = self._written.get("event.date")
        self._dates = {name for name in ("date", "event.date") if self._written.get(name) is day}
        self._known: dict[str, str] = {}
        self._growth = 0
        self._in_progress: list[str] = []
        self._done: dict[int, Scalar] = {}
        self._open: list[Scalar] = []

    def node(self, node: Node) -> Node:
        """Vary a node; what holds no variable is returned as it is, as most of a long outline."""
        if type(node) is Scalar:
            return self._scalar(node) if "$" in node.text else node
        if type(node) is Sequence:
            items = [
                # Asked here, too: most nodes are text without a variable.
                item if type(item) is Scalar and "$" not in item.text else self.node(item)
                for item in node.items
            ]
            same = all(map(is_, items, node.items))
            return node if same else Sequence(tuple(items), node.span)
        return self._mapping(node) if type(node) is Mapping else node

    def _mapping(self, node: Mapping) -> Mapping:
        same, pairs = True, []
        for pair in node.pairs:
            key, value = pair
            new_key = self._scalar(key) if "$" in key.text else key
            new = value if type(value) is Scalar and "$" not in value.text else self.node(value)
            if new_key is key and new is value:
                pairs.append(pair)
            else:
                same = False
                pairs.append((new_key, new))
        return node if same else Mapping(tuple(pairs), node.span)

    def _scalar(self, scalar: Scalar) -> Scalar:
        # Keyed by identity: the definition of a variable is met twice, but told of once.
        if id(scalar) not in self._done:
            self._open.append(scalar)
            self._done[id(scalar)] = _settled(scalar, self._inserted(scalar.text, scalar))
            self._open.pop()
        return self._done[id(scalar)]

    def _inserted(self, text: str, scalar: Scalar) -> str:
        """Return a text of the scalar (all of it, or a default in it) with its variables."""
        pieces: list[str] = []
        end = length = 0
        for match in _VARIABLE.finditer(text):
            words = _DOLLAR if match[1] is None else self._words(scalar, match)
            pieces += [text[end : match.start()], words]
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
                return text
        return "".join([*pieces, text[end:]])

    def _words(self, scalar: Scalar, match: re.Match[str]) -> str:
        if not match[2]:
            self._tell(
                scalar,
                match,
                "undefined-variable",
                "Behind ${ the closing } is missing.",
                "A variable is inserted with ${name}; for a dollar sign type $$.",
            )
            return match[0]
        asked = _reference(match[1])
        words = self._value(asked.name, scalar, match)
        if asked.default is not None and not words:
            return self._inserted(asked.default, scalar)
        if words is None:
            self._undefined(asked.name, scalar, match)
            return match[0]
        form = asked.form or ("date" if asked.name in self._dates else None)
        return words if form is None else self._written_as(form, words, asked, scalar, match)

    def _value(self, name: str, scalar: Scalar, match: re.Match[str]) -> str | None:
        """Return the words of a variable; None if there is none of this name."""
        if name in self._known:
            return self._known[name]
        definition = self._written.get(name)
        if definition is None:
            return None
        if name in self._in_progress or len(self._in_progress) > 100:
            round_trip = " → ".join([*self._in_progress, name][-6:])
            self._tell(
                scalar,
                match,
                "circular-variable",
                f"The variable {name} leads back to itself: {round_trip}.",
                "Write out the words in one of them.",
            )
            return match[0]
        self._in_progress.append(name)
        self._known[name] = _marked(self._scalar(definition))
        self._in_progress.pop()
        return self._known[name]

    def _written_as(
        self, form: str, words: str, asked: VariableReference, scalar: Scalar, match: re.Match[str]
    ) -> str:
        """Return a date or a number as the deck's language writes it."""
        from deckgen.outline.expand.variable_format import FormatProblem, format_variable

        written = format_variable(form, words, self._lang(scalar, match), asked.name)
        if not isinstance(written, FormatProblem):
            return written
        if asked.form is not None:  # the event's own date is checked where it stands
            self._tell(scalar, match, *written)
        return words

    def _lang(self, scalar: Scalar, match: re.Match[str]) -> str:
        """Return the language of the deck; English while it is only being found out."""
        lang = self._written.get("deck.lang")
        if lang is None:
            return DEFAULT_LANGUAGE
        if any(one is lang for one in self._open):
            self._tell(
                scalar,
                match,
                "circular-variable",
                "Dates and numbers are written in the language of the talk, and it asks for one.",
                "Type the language itself, such as `lang: de-DE`.",
            )
            return DEFAULT_LANGUAGE
        return self._scalar(lang).text.strip()

    def _undefined(self, name: str, scalar: Scalar, match: re.Match[str]) -> None:
        message = f"There is no variable called {name}." if name else "Here a name is missing: ${}."
        hint = None
        if not self._diagnostics.is_full("undefined-variable"):
            hint = f"{self._way_out(name)} To show the signs as they are, type $${match[0][1:]}."
        self._tell(scalar, match, "undefined-variable", message, hint)

    def _way_out(self, name: str) -> str:
        from deckgen.support.nearest import nearest

        if not self._written:
            return f"Add it at the top of the outline: vars: {{{name or 'name'}: your words}}"
        if near := nearest(name, self._written):
            return f"Did you mean ${{{near}}}?"
        known = name_list(sorted(self._written))
        return f"Known are {known}. Add it under `vars:` at the top of the outline."

    def _tell(
        self, scalar: Scalar, match: re.Match[str], code: str, message: str, hint: str | None
    ) -> None:
        place = scalar.span
        if match.string is scalar.text:  # else it stands in a default, somewhere in this text
            place = span_within(scalar.text, scalar.span, match.start(), len(match[0]))
        self._diagnostics.error(code, message, place, hint)


def variable_definitions(root: Node) -> dict[str, Scalar]:
    """Find what the head of the outline says about each name; `vars:` come before all others."""
    if not isinstance(root, Mapping):
        return {}
    found = _texts(root, "deck.", IN_DECK)
    if isinstance(event := root.get("event"), Mapping):
        found |= _texts(event, "event.", IN_EVENT)
        for name, meant in (("event", "event.name"), ("date", "event.date")):
            if meant in found:
                found[name] = found[meant]
    if isinstance(variables := root.get("vars"), Mapping):
        found |= {key.text: value for key, value in variables.pairs if isinstance(value, Scalar)}
    return found


def _texts(node: Mapping, prefix: str, names: tuple[str, ...]) -> dict[str, Scalar]:
    return {
        prefix + key.text: value
        for key, value in node.pairs
        if key.text in names and isinstance(value, Scalar)
    }
