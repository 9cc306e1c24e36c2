"""Mathematics as PowerPoint knows it: fractions, roots, sums … as values (ECMA-376, 22.1).

It is imported only for talks with formulas.
"""

from typing import Literal, NamedTuple, TypeAlias

Alphabet: TypeAlias = Literal[
    "italic",
    "upright",
    "bold",
    "bold-italic",
    "blackboard",
    "script",
    "fraktur",
    "sans",
    "monospace",
    "words",
]
"""The style of letters; `words` are text of the language, in the font of the text around it."""

SignKind: TypeAlias = Literal["ordinary", "binary", "relation", "punctuation"]
"""The class of a sign, which decides the space around it."""


class Letters(NamedTuple):
    """Names, numbers, words."""

    text: str
    alphabet: Alphabet = "italic"


class Sign(NamedTuple):
    """An operator, a relation, an arrow, a comma, a bracket that stands alone."""

    text: str
    kind: SignKind = "ordinary"


class Space(NamedTuple):
    """A blank of a width."""

    em: float


class Fraction(NamedTuple):
    """A fraction, with a bar or without."""

    top: "Math"
    bottom: "Math"
    bar: bool = True


class Root(NamedTuple):
    """A root; without a degree it is the square root."""

    base: "Math"
    degree: "Math" = ()


class Scripts(NamedTuple):
    """A base with a subscript, a superscript, or both; one of them may be empty."""

    base: "Math"
    below: "Math" = ()
    above: "Math" = ()


INTEGRALS = "∫∬∭∮"
"""Operators whose limits stand beside them."""


class Nary(NamedTuple):
    """An n-ary operator (`m:nary`): a sum, a product, an integral, with limits and operand."""

    sign: str
    below: "Math"
    above: "Math"
    body: "Math"


class Delimited(NamedTuple):
    """Parts between brackets that grow with them (`m:d`); an empty bracket is not drawn."""

    begin: str
    parts: tuple["Math", ...]
    end: str
    between: str = "|"
    """The sign between parts."""


class Function(NamedTuple):
    """A function such as sin or lim, and its argument."""

    name: "Math"
    of: "Math"


class Stack(NamedTuple):
    """A base with something small below or above it: the limit of a function, a label."""

    base: "Math"
    below: "Math" = ()
    above: "Math" = ()


class Accent(NamedTuple):
    """A base with a combining character over it."""

    base: "Math"
    sign: str


class Bar(NamedTuple):
    """A base with a line over it or under it."""

    base: "Math"
    over: bool = True


class Brace(NamedTuple):
    """A base with a brace over it or under it."""

    base: "Math"
    over: bool = True


class Matrix(NamedTuple):
    """A matrix; all rows have the same number of cells."""

    rows: tuple[tuple["Math", ...], ...]
    left: bool = False
    """Whether columns are aligned at the left, not centred."""


class EquationArray(NamedTuple):
    """Equations below each other (`m:eqArr`); cells of a row meet at points of alignment."""

    rows: tuple[tuple["Math", ...], ...]


Plain: TypeAlias = Letters | Sign | Space
Decorated: TypeAlias = Scripts | Stack | Accent | Bar | Brace
"""A base with something at it."""
Structure: TypeAlias = Fraction | Root | Nary | Delimited | Function | Matrix | EquationArray
MathNode: TypeAlias = Plain | Decorated | Structure

Math: TypeAlias = tuple[MathNode, ...]
"""A sequence of nodes."""
