"""The place of the parser in a formula, steps that move it, and the errors."""

import re
from collections.abc import Iterable

from deckgen.deck.equation import Alphabet
from deckgen.outline.markup.latex.symbols import BRACKETS
from deckgen.support.diagnostics import CodedError

DEEPEST = 24
"""Levels of nested groups."""

_STEP = re.compile(r"\\(?:[A-Za-z]+|.)|[{}()\[\]&]", re.DOTALL)
_BRACKET = re.compile(r"\s*(\\[A-Za-z]+|\\.|.)", re.DOTALL)
_OPEN = {"(": ")", "[": "]"}
_BEGIN = {"{": "}", r"\left": r"\right", r"\begin": r"\end"}


class LatexError(CodedError):
    """A formula cannot be parsed: where, and all that a diagnostic needs."""

    def __init__(self, place: tuple[int, int], code: str, message: str, hint: str) -> None:
        """`place` is the index of the fault in the formula, and its length."""
        super().__init__(code, message, hint)
        self.at, self.length = place


class Cursor:
    """A place in a formula, which moves forward."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.end = len(text)
        self.depth = 0
        self.alphabet: Alphabet = "italic"
        self.pairs = _pairs(text)
        """Plain brackets that have a partner: the index of the closing one by the opening one."""

    def skip_blanks(self) -> bool:
        """Move past white space; return whether there was any."""
        start = self.at
        while self.at < self.end and self.text[self.at].isspace():
            self.at += 1
        return self.at > start

    def sees(self, ends: tuple[str, ...]) -> bool:
        """Return whether one of `ends` stands here."""
        return any(
            self.text.startswith(end, self.at)
            and not (end[-1].isalpha() and self.text[self.at + len(end) :][:1].isalpha())
            for end in ends
        )

    def deeper(self) -> None:
        """Enter a group. Raises LatexError if groups are nested too deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise LatexError(
                (self.at, 1),
                "formula-too-deep",
                f"Here more than {DEEPEST} groups lie within each other.",
                "Make several formulas of it.",
            )

    def close(self, start: int) -> None:
        """Move past the brace that closes the group begun at `start`. Raises LatexError."""
        if self.at == self.end or self.text[self.at] != "}":
            raise LatexError(
                (start, 1),
                "unbalanced-braces",
                "This { is never closed.",
                "Add the } where the group ends.",
            )
        self.at += 1

    def braced(self, command: str, start: int) -> str:
        """Return the words in braces; a backslash escapes a sign. Raises LatexError."""
        self.skip_blanks()
        if self.at == self.end or self.text[self.at] != "{":
            raise self.missing_argument(command, start)
        opened = self.at
        depth = 0
        out: list[str] = []
        while self.at < self.end:
            sign = self.text[self.at]
            self.at += 1
            if sign == "\\" and self.at < self.end and not self.text[self.at].isalnum():
                out.append(self.text[self.at])
                self.at += 1
                continue
            if sign == "\\":
                raise LatexError(
                    (self.at - 1, 1),
                    "command-in-words",
                    f"Within {command} stand words, and no commands.",
                    "Close the brace before it.",
                )
            depth += (sign == "{") - (sign == "}")
            if not depth:
                return "".join(out)
            if sign not in "{}":
                out.append(" " if sign.isspace() else sign)
        self.close(opened)
        return ""

    def bracket(self, command: str, start: int) -> str:
        r"""Return the bracket behind \left, \middle or \right. Raises LatexError."""
        match = _BRACKET.match(self.text, self.at, self.end)
        sign = BRACKETS.get(match[1]) if match else None
        if match is None or sign is None:
            raise LatexError(
                (start, len(command)),
                "missing-bracket",
                f"Behind {command} a bracket is missing.",
                rf"Type {command}(, {command}[ or {command}\{{; {command}. draws nothing.",
            )
        self.at = match.end()
        return sign

    def missing_argument(self, command: str, start: int) -> LatexError:
        """Return the error for a command without what it is applied to."""
        return LatexError(
            (start, len(command)),
            "missing-argument",
            f"Behind {command} something is missing.",
            f"Put in braces what belongs to it: {command}{{…}}.",
        )

    def misplaced(self, sign: str) -> LatexError:
        """Return the error for a sign that has no meaning where it stands."""
        ways_out = {
            "}": r"Delete it, or add the { before it. For a brace that is seen, type \}.",
            "&": r"It parts the cells between \begin{…} and \end{…}. For the sign, type \&.",
        }
        way_out = ways_out.get(sign, r"Lines stand between \begin{aligned} and \end{aligned}.")
        return LatexError(
            (self.at, len(sign)),
            "unbalanced-braces" if sign == "}" else "misplaced-sign",
            f"Here {sign} has no meaning.",
            way_out,
        )


def unknown_command(at: int, command: str, names: Iterable[str]) -> LatexError:
    """Return the error for a command or an environment that is not known."""
    from difflib import get_close_matches

    near = get_close_matches(command, list(names), 1, 0.75)
    return LatexError(
        (at, len(command)),
        "unknown-command",
        f"In formulas deckgen does not know {command}.",
        f"Did you mean {near[0]}?" if near else "docs/formulas.md lists what it knows.",
    )


def _pairs(text: str) -> dict[int, int]:
    """Return the pairs of plain brackets within the same group, cell and row."""
    pairs: dict[int, int] = {}
    opened: list[list[tuple[str, int]]] = [[]]
    for step in _STEP.finditer(text):
        sign = step[0]
        if sign in _BEGIN:
            opened.append([])
        elif sign in _BEGIN.values():
            if len(opened) > 1:
                opened.pop()
        elif sign in {"&", r"\\", r"\middle"}:
            opened[-1].clear()
        elif sign in _OPEN:
            opened[-1].append((_OPEN[sign], step.start()))
        elif sign in ")]" and opened[-1] and opened[-1][-1][0] == sign:
            pairs[opened[-1].pop()[1]] = step.start()
    return pairs
