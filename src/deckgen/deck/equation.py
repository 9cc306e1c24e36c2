"""Mathematics as PowerPoint knows it: fractions, roots, sums … as pure values (ECMA-376, 22.1).

Imported only where a formula is met.
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
"""How letters are drawn; `words` are text of the language, in the font of the text around."""

SignKind: TypeAlias = Literal["ordinary", "binary", "relation", "punctuation"]
"""What a sign does between its neighbours, which decides how much room it has."""


class Letters(NamedTuple):
    """Names, numbers, words."""

    text: str
    alphabet: Alphabet = "italic"


class Sign(NamedTuple):
    """An operator, a relation, an arrow, a comma, a bracket that stands alone."""

    text: str
    kind: SignKind = "ordinary"


class Space(NamedTuple):
    """A blank of some width."""

    em: float


class Fraction(NamedTuple):
    """One above the other, with a bar between them or without."""

    top: "Math"
    bottom: "Math"
    bar: bool = True


class Root(NamedTuple):
    """A root; without a degree it is the square root."""

    base: "Math"
    degree: "Math" = ()


class Scripts(NamedTuple):
    """What stands at the foot and at the head of something; one of them may be empty."""

    base: "Math"
    below: "Math" = ()
    above: "Math" = ()


class Nary(NamedTuple):
    """A sum, a product, an integral, with its limits and what it is taken of."""

    sign: str
    below: "Math"
    above: "Math"
    body: "Math"


class Delimited(NamedTuple):
    """What stands between brackets that grow with it; an empty bracket is not drawn."""

    begin: str
    parts: tuple["Math", ...]
    end: str
    between: str = "|"
    """What parts the parts."""


class Function(NamedTuple):
    """A function by its name, such as sin or lim, and what it is taken of."""

    name: "Math"
    of: "Math"


class Stack(NamedTuple):
    """Something small set below or above something: the limit of a function, a label."""

    base: "Math"
    below: "Math" = ()
    above: "Math" = ()


class Accent(NamedTuple):
    """A sign over something: a combining character."""

    base: "Math"
    sign: str


class Bar(NamedTuple):
    """A line over something, or under it."""

    base: "Math"
    over: bool = True


class Brace(NamedTuple):
    """A brace over something, or under it."""

    base: "Math"
    over: bool = True


class Matrix(NamedTuple):
    """Rows and columns; every row has as many cells."""

    rows: tuple[tuple["Math", ...], ...]
    left: bool = False
    """Whether the columns begin at the left, rather than being centred."""


class EquationArray(NamedTuple):
    """Formulas below each other; the cells of a row meet at the points of alignment."""

    rows: tuple[tuple["Math", ...], ...]


Plain: TypeAlias = Letters | Sign | Space
Decorated: TypeAlias = Scripts | Stack | Accent | Bar | Brace
"""Something with something small at it."""
Structure: TypeAlias = Fraction | Root | Nary | Delimited | Function | Matrix | EquationArray
Node: TypeAlias = Plain | Decorated | Structure

Math: TypeAlias = tuple[Node, ...]
"""What stands one after the other."""
