"""Variables: `${name}` in a node becomes the words of the variable.

Nodes → nodes, before they are typed: the result is checked as any outline. Syntax: docs/towns.md.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from deckgen.outline.expand.variable_references import VARIABLE, VariableReference, parse_reference
from deckgen.outline.schema.talk import DEFAULT_LANGUAGE
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, span_within, texts_of
from deckgen.support.diagnostics import CodedError, Diagnostics, name_list

MAX_TEXT_LENGTH = 100_000
"""The most characters of a text with its variables inserted."""

MAX_INSERTED = 20_000_000
"""The most characters that all insertions together may have."""

IN_DECK = ("title", "subtitle", "speaker", "lang", "subject", "keywords")
"""The keys of the head that `deck.` gives access to: those with a text."""
IN_EVENT = ("name", "place", "date", "slot")
"""The keys below `event` that `event.` gives access to."""

_DOLLAR = "\0"
"""A dollar sign that was typed as `$$`, during insertion; no text has this character."""
_DOLLARS = frozenset(["$", _DOLLAR])


def insert_variables(node: Node, diagnostics: Diagnostics) -> Node:
    """Return an outline with its variables inserted into all of its texts.

    Variables are the keys below `vars:`; `event` (its name), `event.…` and `deck.…` for keys of the
    head; and `date`, the day of the event in the deck's language. `${a:-b}` is b if a is empty or
    not defined; `${a:date}` and `${a:number}` format a in the deck's language. `$$` is a dollar
    sign; a single `$` stays, as it may begin a formula. Spans do not change.
    """
    if "$" not in "\n".join(texts_of(node)):
        return node
    return _Variables(node, diagnostics).node(node)


def insert_variables_in_text(scalar: Scalar, outline: Node, diagnostics: Diagnostics) -> Scalar:
    """Return a text from elsewhere, such as the brand's footer, with an outline's variables."""
    return _Variables(outline, diagnostics).scalar(scalar)


def _with_text(scalar: Scalar, text: str) -> Scalar:
    """Return a scalar with another text, whose `_DOLLAR` become dollar signs that are noted."""
    if _DOLLAR not in text:
        return scalar._replace(text=text)
    signs = [sign for sign in text if sign in _DOLLARS]
    dollars = frozenset(at for at, sign in enumerate(signs) if sign == _DOLLAR)
    return scalar._replace(text=text.replace(_DOLLAR, "$"), dollars=dollars)


def _inserted_text(scalar: Scalar) -> str:
    """Return the text of a scalar for insertion into another: with `_DOLLAR` where noted."""
    if not scalar.dollars:
        return scalar.text
    first, *others = scalar.text.split("$")
    signs = (_DOLLAR if at in scalar.dollars else "$" for at in range(len(others)))
    return first + "".join(sign + part for sign, part in zip(signs, others, strict=True))


class _Use(NamedTuple):
    """A use of a variable: the scalar, and the match in its text or in a default within it."""

    scalar: Scalar
    match: re.Match[str]


class _Variables:
    """The variables of an outline, each resolved at its first use."""

    def __init__(self, root: Node, diagnostics: Diagnostics) -> None:
        self._diagnostics = diagnostics
        self._definitions = variable_definitions(root)
        day = self._definitions.get("event.date")
        self._dates = {
            name for name in ("date", "event.date") if self._definitions.get(name) is day
        }
        self._words_of: dict[str, str] = {}
        self._inserted_length = 0
        self._in_progress: list[str] = []
        self._scalars: dict[int, Scalar] = {}
        self._current: list[Scalar] = []

    def node(self, node: Node) -> Node:
        """Return a node with variables inserted; a node without variables is returned itself."""
        if type(node) is Scalar:
            return self.scalar(node) if "$" in node.text else node
        if type(node) is Sequence:
            items = [
                # Tested here, too, since most nodes are texts without a variable.
                item if type(item) is Scalar and "$" not in item.text else self.node(item)
                for item in node.items
            ]
            return node.with_items(items)
        return self._mapping(node) if type(node) is Mapping else node

    def _mapping(self, node: Mapping) -> Mapping:
        pairs = []
        for pair in node.pairs:
            key, value = pair
            new_key = self.scalar(key) if "$" in key.text else key
            new = value if type(value) is Scalar and "$" not in value.text else self.node(value)
            pairs.append(pair if new_key is key and new is value else (new_key, new))
        return node.with_pairs(pairs)

    def scalar(self, scalar: Scalar) -> Scalar:
        """Return a text with its variables."""
        # Keyed by identity, so that a definition with an error is reported once.
        if id(scalar) not in self._scalars:
            self._current.append(scalar)
            self._scalars[id(scalar)] = _with_text(scalar, self._inserted(scalar.text, scalar))
            self._current.pop()
        return self._scalars[id(scalar)]

    def _inserted(self, text: str, scalar: Scalar) -> str:
        """Return a text of the scalar, all of it or a default in it, with its variables."""
        pieces: list[str] = []
        end = length = 0
        for match in VARIABLE.finditer(text):
            words = _DOLLAR if match[1] is None else self._words(_Use(scalar, match))
            pieces += [text[end : match.start()], words]
            end = match.end()
            length += len(words)
            self._inserted_length += len(words)
            if length > MAX_TEXT_LENGTH or self._inserted_length > MAX_INSERTED:
                self._diagnostics.error(
                    "too-long",
                    "With its variables inserted, this text is far too long.",
                    scalar.span,
                    "Does a variable hold another one many times over? Look at `vars:`.",
                )
                return text
        return "".join([*pieces, text[end:]])

    def _words(self, use: _Use) -> str:
        scalar, match = use
        if not match[2]:
            self._report(
                use,
                "undefined-variable",
                "Behind ${ the closing } is missing.",
                "A variable is inserted with ${name}; for a dollar sign type $$.",
            )
            return match[0]
        reference = parse_reference(match[1])
        words = self._value(reference.name, use)
        if reference.default is not None and not words:
            return self._inserted(reference.default, scalar)
        if words is None:
            self._undefined(reference.name, use)
            return match[0]
        form = reference.form or ("date" if reference.name in self._dates else None)
        return words if form is None else self._formatted(form, words, reference, use)

    def _value(self, name: str, use: _Use) -> str | None:
        """Return the words of a variable; None if it is not defined."""
        if name in self._words_of:
            return self._words_of[name]
        definition = self._definitions.get(name)
        if definition is None:
            return None
        if name in self._in_progress or len(self._in_progress) > 100:
            path = " → ".join([*self._in_progress, name][-6:])
            self._report(
                use,
                "circular-variable",
                f"The variable {name} leads back to itself: {path}.",
                "Write out the words in one of them.",
            )
            return use.match[0]
        self._in_progress.append(name)
        self._words_of[name] = _inserted_text(self.scalar(definition))
        self._in_progress.pop()
        return self._words_of[name]

    def _formatted(self, form: str, words: str, reference: VariableReference, use: _Use) -> str:
        """Return a date or a number in the deck's language; with an error, the words."""
        try:
            return _formatted(form, words, self._lang(use), reference.name)
        except CodedError as problem:
            if reference.form is not None:  # the date of the event is checked where it is read
                self._report(use, problem.code, problem.message, problem.hint)
            return words

    def _lang(self, use: _Use) -> str:
        """Return the language of the deck; English while its own variables are inserted."""
        lang = self._definitions.get("deck.lang")
        if lang is None:
            return DEFAULT_LANGUAGE
        if any(current is lang for current in self._current):
            self._report(
                use,
                "circular-variable",
                "Dates and numbers are written in the language of the talk, and it asks for one.",
                "Type the language itself, such as `lang: de-DE`.",
            )
            return DEFAULT_LANGUAGE
        return self.scalar(lang).text.strip()

    def _undefined(self, name: str, use: _Use) -> None:
        message = f"There is no variable called {name}." if name else "Here a name is missing: ${}."
        hint = None
        if not self._diagnostics.is_full("undefined-variable"):
            from deckgen.support.nearest import nearest

            if name == "date" or name.partition(".")[0] == "event":
                hint = "It comes from the event: add a line such as `event: {date: 2026-11-22}`."
            elif not self._definitions:
                hint = f"Add it at the top of the outline: vars: {{{name or 'name'}: your words}}"
            elif near := nearest(name, self._definitions):
                hint = f"Did you mean ${{{near}}}?"
            else:
                names = name_list(sorted(self._definitions))
                hint = f"Known are {names}. Add it under `vars:` at the top of the outline."
            hint = f"{hint} To show the signs as they are, type $${use.match[0][1:]}."
        self._report(use, "undefined-variable", message, hint)

    def _report(self, use: _Use, code: str, message: str, hint: str | None) -> None:
        scalar, match = use
        span = scalar.span
        if match.string is scalar.text:  # otherwise the match is in a default within the text
            span = span_within(scalar.text, scalar.span, match.start(), len(match[0]))
        self._diagnostics.error(code, message, span, hint)


def variable_definitions(root: Node) -> dict[str, Scalar]:
    """Return the scalar that defines each variable; `vars:` override the keys of the head."""
    if not isinstance(root, Mapping):
        return {}
    definitions = _texts(root, "deck.", IN_DECK)
    if isinstance(event := root.get("event"), Mapping):
        definitions |= _texts(event, "event.", IN_EVENT)
        for name, full_name in (("event", "event.name"), ("date", "event.date")):
            if full_name in definitions:
                definitions[name] = definitions[full_name]
    if isinstance(variables := root.get("vars"), Mapping):
        definitions |= _texts(variables, "")
    return definitions


def with_definitions(outline: Mapping, pairs: Iterable[tuple[Scalar, Node]]) -> Mapping:
    """Return the outline with these names and words as its `vars:`."""
    old = outline.get("vars")
    variables = Mapping(tuple(pairs), old.span if old else outline.span)
    if old is not None:
        return outline.with_value("vars", variables)
    name = Scalar("vars", outline.span)
    return Mapping(((name, variables), *outline.pairs), outline.span)


def _texts(node: Mapping, prefix: str, names: tuple[str, ...] | None = None) -> dict[str, Scalar]:
    return {
        prefix + key.text: value
        for key, value in node.pairs
        if isinstance(value, Scalar) and (names is None or key.text in names)
    }


def _formatted(form: str, words: str, lang: str, name: str) -> str:
    """Return the words of the variable `name` in a form, `date` or `number`, of a language.

    Raises CodedError for words and forms with which it cannot be done.
    """
    # Imported here, as most talks have only words.
    if form == "date":
        from deckgen.language.time_reader import AmbiguousDay, localized_date

        day, example = localized_date(words, lang), "2026-11-22 or 22.11.2026"
        if isinstance(day, AmbiguousDay):
            raise CodedError(
                "ambiguous-date",
                f"{name} is “{words}”, which can be read as two days.",
                f"Where {name} is said, type {day.in_words()}.",
            )
        written = day
    elif form == "number":
        from deckgen.language.number_reader import (
            AmbiguousNumber,
            ambiguity_message,
            localized_number,
        )

        number, example = localized_number(words, lang), "32500 or 1.5"
        if isinstance(number, AmbiguousNumber):
            message, hint = ambiguity_message(words, number, lang)
            raise CodedError("ambiguous-number", f"{name}: {message}", hint)
        written = number
    else:
        raise CodedError(
            "unknown-form",
            f"A variable cannot be written as “{form}”.",
            f"Type ${{{name}}}, ${{{name}:date}} or ${{{name}:number}}; what to say where it is "
            f"missing stands behind :- as in ${{{name}:-words}}.",
        )
    if written is None:
        raise CodedError(
            f"no-{form}",
            f"{name} is “{words}”, which is no {form}.",
            f"Where {name} is said, type it such as {example}.",
        )
    return written
