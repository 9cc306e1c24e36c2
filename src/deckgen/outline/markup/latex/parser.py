"""Parses formulas in LaTeX, the part of it that slides need. docs/formulas.md lists it.

Nothing is skipped: what is unknown is an error, with its place. Length and nesting are limited, and
the time is linear in the length.
"""

import re

from deckgen.deck.equation import Delimited, Function, Letters, Math, MathNode, Root, Sign, Space
from deckgen.outline.markup.latex import symbols as signs
from deckgen.outline.markup.latex.commands import (
    COMMANDS,
    command_sign,
    environment,
    known_commands,
    typed_sign,
    with_operands,
    with_scripts,
)
from deckgen.outline.markup.latex.cursor import Cursor, LatexError, unknown_command

LONGEST = 2000

_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGITS = re.compile(r"\d+")
_PRIMES = re.compile("['′]+")
_SIZES = re.compile(r"[bB]igg?[lrm]?")
_WITHOUT_EFFECT = frozenset(["limits", "nolimits", "displaystyle", "textstyle"])
_CELL_ENDS = ("&", r"\\", r"\end")
_PARTS_END = (r"\right", r"\middle")


def parse_latex(text: str) -> Math:
    """Return the mathematics of a formula. Raises LatexError at the first fault."""
    if len(text) > LONGEST:
        raise LatexError(
            (0, 1),
            "formula-too-long",
            f"This formula has {len(text)} characters; deckgen reads {LONGEST} at most.",
            "Make several formulas of it.",
        )
    return _Parser(text).row(())


class _Parser(Cursor):
    """One pass over one formula."""

    def row(self, ends: tuple[str, ...]) -> Math:
        """Parse nodes up to one of `ends`, which is left to the caller."""
        nodes: list[MathNode] = []
        word = -1
        while True:
            blank = self.skip_blanks()
            if self.at >= self.end or self.sees(ends):
                return with_operands(nodes)
            start = self.at
            if self.text[start] in "^_'′":
                nodes += self._scripts(nodes.pop() if nodes else None)
            else:
                nodes += self._item()
            word = self._no_prose(start, word if blank else -1)

    def _no_prose(self, start: int, before: int) -> int:
        """Return where a word begins, or -1. Raises LatexError for two words with a space."""
        match = _LETTERS.match(self.text, start)
        if match is None or len(match[0]) < 2 or match.end() != self.at:
            return -1
        if before >= 0:
            words = self.text[before : self.at]
            raise LatexError(
                (before, len(words)),
                "words-in-formula",
                f"In a formula, the blanks of “{words}” vanish.",
                rf"For words type \text{{{words}}}. If no formula is meant, type \$ for the sign.",
            )
        return start

    def _item(self) -> tuple[MathNode, ...]:
        sign = self.text[self.at]
        if sign == "{":
            return self._loose_group()
        if sign == "\\":
            return self._command()
        if sign in "([" and self.at in self.pairs:
            return (self._pair(sign),)
        if sign in "}&":
            raise self.misplaced(sign)
        for pattern in (_LETTERS, _NUMBER):
            if match := pattern.match(self.text, self.at, self.end):
                self.at = match.end()
                return (Letters(match[0], self.alphabet),)
        self.at += 1
        return (typed_sign(sign),)

    def _pair(self, sign: str) -> Delimited:
        """Parse a pair of plain brackets, which grow with their contents."""
        before, close = self.end, self.pairs[self.at]
        self.at += 1
        self.end = close
        inside = self._deeper(())
        self.end = before
        self.at = close + 1
        return Delimited(sign, (inside,), self.text[close])

    def _deeper(self, ends: tuple[str, ...]) -> Math:
        self.deeper()
        row = self.row(ends)
        self.depth -= 1
        return row

    def _group(self) -> Math:
        start = self.at
        self.at += 1
        row = self._deeper(("}",))
        self.close(start)
        return row

    def _loose_group(self) -> tuple[MathNode, ...]:
        """Parse a group; a single sign in braces is an ordinary sign, as in 3{,}5."""
        group = self._group()
        if len(group) == 1 and isinstance(group[0], Sign):
            return (Sign(group[0].text),)
        return group or (Letters("", "upright"),)

    def _argument(self, command: str, start: int) -> Math:
        """Parse an argument: a group, or one letter, digit, sign or command."""
        self.skip_blanks()
        if self.at >= self.end or self.text[self.at] in "}&^_":
            raise self.missing_argument(command, start)
        sign = self.text[self.at]
        if sign == "{":
            return self._group()
        if sign == "\\":
            self.deeper()
            math = self._command()
            self.depth -= 1
            return with_operands(list(math))
        self.at += 1
        return (Letters(sign, self.alphabet) if sign.isalnum() else typed_sign(sign),)

    def _scripts(self, base: MathNode | None) -> tuple[MathNode, ...]:
        """Parse subscript, superscript and primes of `base`."""
        if base is None or isinstance(base, Space):
            raise LatexError(
                (self.at, 1),
                "missing-base",
                f"Before {self.text[self.at]} something is missing that it belongs to.",
                "Type the letter or the number before it.",
            )
        scripts: dict[str, Math] = {}
        primes: Math = ()
        while self.at < self.end and (sign := self.text[self.at]) in "^_'′":
            if dashes := _PRIMES.match(self.text, self.at, self.end):
                primes = (Letters("′" * len(dashes[0]), "upright"),)
                self.at = dashes.end()
            else:
                if sign in scripts:
                    raise LatexError(
                        (self.at, 1),
                        "double-script",
                        f"A second {sign} stands behind the first one.",
                        f"Put both in braces: {sign}{{…}}; or braces around what it belongs to.",
                    )
                scripts[sign] = self._script(sign)
            self.skip_blanks()
        return with_scripts(base, scripts.get("_", ()), (*primes, *scripts.get("^", ())))

    def _script(self, sign: str) -> Math:
        start = self.at
        self.at += 1
        self.skip_blanks()
        # All digits of a number: 10^23 is meant as such, although LaTeX would take the 2 alone.
        if digits := _DIGITS.match(self.text, self.at, self.end):
            self.at = digits.end()
            return (Letters(digits[0], self.alphabet),)
        return self._argument(sign, start)

    def _command(self) -> tuple[MathNode, ...]:
        start = self.at
        match = _COMMAND.match(self.text, start, self.end)
        name = match[1] if match else ""
        self.at += len(name) + 1
        if name in COMMANDS:
            count, build = COMMANDS[name]
            return (build(*[self._argument(f"\\{name}", start) for _ in range(count)]),)
        return command_sign(name, self.alphabet) or self._special(name, start)

    def _special(self, name: str, start: int) -> tuple[MathNode, ...]:
        """Parse a command whose arguments are not only mathematics."""
        command = f"\\{name}"
        if name in signs.WORDS:
            return (Letters(self.braced(command, start), "words"),)
        if name in signs.ALPHABETS:
            before, self.alphabet = self.alphabet, signs.ALPHABETS[name]
            inside = self._argument(command, start)
            self.alphabet = before
            return inside
        if name in _WITHOUT_EFFECT or _SIZES.fullmatch(name):
            return ()
        made: MathNode
        match name:
            case "sqrt":
                made = self._root(command, start)
            case "not":
                made = self._negated(command, start)
            case "left":
                made = self._between(command, start)
            case "begin":
                made = self._environment(command, start)
            case "operatorname":
                made = Function((Letters(self.braced(command, start), "upright"),), ())
            case "" | "\\" | "end" | "right" | "middle":
                self.at = start
                raise self.misplaced(command)
            case _:
                raise unknown_command(start, command, known_commands())
        return (made,)

    def _root(self, command: str, start: int) -> Root:
        self.skip_blanks()
        degree: Math = ()
        if self.at in self.pairs and self.text[self.at] == "[":
            (degree,) = self._pair("[").parts
        return Root(self._argument(command, start), degree)

    def _negated(self, command: str, start: int) -> Sign:
        argument = self._argument(command, start)
        sign = argument[0].text if argument and isinstance(argument[0], Sign) else ""
        if sign not in signs.NEGATED:
            raise LatexError(
                (start, len(command)),
                "cannot-negate",
                r"What stands behind \not, deckgen cannot cross out.",
                "Type the sign itself, such as ≠ or ∉.",
            )
        return Sign(signs.NEGATED[sign], "relation")

    def _between(self, command: str, start: int) -> Delimited:
        r"""Read \left … \middle … \right."""
        begin = self.bracket(command, start)
        parts: list[Math] = []
        between = "|"
        while True:
            parts.append(self._deeper((*_PARTS_END, "}", "&", r"\\")))
            place = self.at
            name = next((end for end in _PARTS_END if self.sees((end,))), None)
            if name is None:
                raise LatexError(
                    (start, len(command)),
                    "missing-right",
                    r"This \left has no \right.",
                    r"Type \right) at its end; \right. draws nothing.",
                )
            self.at += len(name)
            sign = self.bracket(name, place)
            if name == r"\right":
                return Delimited(begin, tuple(parts), sign, between)
            between = sign

    def _environment(self, command: str, start: int) -> MathNode:
        r"""Read \begin{…} … \end{…}: a matrix, cases, formulas below each other."""
        name = self.braced(command, start)
        if name not in signs.MATRICES and name not in signs.ALIGNED:
            raise unknown_command(start, name, [*signs.MATRICES, *signs.ALIGNED])
        rows: list[list[Math]] = [[]]
        while True:
            rows[-1].append(self._deeper((*_CELL_ENDS, "}")))
            place = self.at
            if self.sees(("&",)):
                self.at += 1
            elif self.sees((r"\\",)):
                self.at += 2
                rows.append([])
            elif self.sees((r"\end",)):
                self.at += len(r"\end")
                if self.braced(r"\end", place) != name:
                    raise self._no_end(name, start)
                if len(rows) > 1 and rows[-1] == [()]:  # the last \\ ends a row, it begins none
                    del rows[-1]
                return environment(name, rows)
            else:
                raise self._no_end(name, start)

    def _no_end(self, name: str, start: int) -> LatexError:
        return LatexError(
            (start, len(r"\begin")),
            "missing-end",
            rf"This \begin{{{name}}} has no \end{{{name}}}.",
            rf"Type \end{{{name}}} behind its last row.",
        )
