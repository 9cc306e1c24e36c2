"""The mathematics that LaTeX commands and environments make of their arguments."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from deckgen.deck import equation as eq
from deckgen.deck.equation import Letters, Math, MathNode, Sign, Space
from deckgen.outline.markup.latex import symbols as signs

Build: TypeAlias = Callable[..., MathNode]

_NAMES = frozenset(signs.LIMITS.values())


def typed_sign(sign: str) -> MathNode:
    """Return the node for a character that is typed without a command."""
    text, kind = signs.TYPED.get(sign, ("", "ordinary"))
    return Sign(text or sign, kind) if kind != "ordinary" else Letters(sign, "upright")


def with_scripts(node: MathNode, below: Math, above: Math) -> tuple[MathNode, ...]:
    """Return a node with its subscript and superscript, or its limits."""
    before: tuple[MathNode, ...] = ()
    made: MathNode
    match node:
        case eq.Nary():
            made = node._replace(below=below, above=above)
        case eq.Function(name=(Letters(text=text),)) if text in _NAMES:
            made = eq.Function((eq.Stack(node.name, below, above),), ())
        case eq.Function():
            made = eq.Function((eq.Scripts(node.name, below, above),), ())
        case eq.Brace():
            made = eq.Stack((node,), below, above)
        case Letters(text=text, alphabet=alphabet) if alphabet != "words" and text.isalpha():
            # Of several letters, the last one has the scripts.
            before = (Letters(text[:-1], alphabet),) if text[1:] else ()
            made = eq.Scripts((Letters(text[-1], alphabet),), below, above)
        case _:
            made = eq.Scripts((node,), below, above)
    return (*before, made)


def with_operands(nodes: list[MathNode]) -> Math:
    """Return a row in which sums, integrals and functions hold what they are applied to."""
    done: list[MathNode] = []
    for node in reversed(nodes):
        if isinstance(node, eq.Nary) and not node.body:
            done.append(node._replace(body=_taken(done, _summed(done))))
        elif isinstance(node, eq.Function) and not node.of:
            done.append(node._replace(of=_taken(done, _taken_of(done))))
        else:
            done.append(node)
    return tuple(reversed(done))


def _taken(rest: list[MathNode], count: int) -> Math:
    """Remove `count` nodes from the end of `rest`, which is reversed, and return them in order."""
    taken = tuple(reversed(rest[len(rest) - count :]))
    del rest[len(rest) - count :]
    return taken


def _summed(rest: list[MathNode]) -> int:
    """Return how many nodes at the end of `rest`, which is reversed, a sum applies to."""
    for count, node in enumerate(reversed(rest)):
        if isinstance(node, Sign) and node.kind != "ordinary" and count:
            return count
    return len(rest)


def _taken_of(rest: list[MathNode]) -> int:
    """Return how many nodes at the end of `rest`, which is reversed, a function applies to."""
    for count, node in enumerate(reversed(rest)):
        if isinstance(node, Sign | Space | eq.Function | eq.Nary):
            return count
        if isinstance(node, eq.Delimited) or (
            isinstance(node, eq.Scripts) and isinstance(node.base[0], eq.Delimited)
        ):
            return count + 1
    return len(rest)


def environment(name: str, rows: list[list[Math]]) -> MathNode:
    """Return a matrix, cases, or formulas below each other; short rows are filled up.

    `rows` has at least one row, and a row at least one cell: PowerPoint knows no empty matrix.
    """
    columns = max(map(len, rows))
    cells = tuple((*row, *[()] * (columns - len(row))) for row in rows)
    if name not in signs.MATRICES:
        return eq.EquationArray(cells)
    begin, end = signs.MATRICES[name]
    matrix = eq.Matrix(cells, left=name == "cases")
    return eq.Delimited(begin, ((matrix,),), end) if begin else matrix


COMMANDS: dict[str, tuple[int, Build]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), (2, eq.Fraction)),
    **dict.fromkeys(
        ("binom", "dbinom", "tbinom"),
        (2, lambda n, k: eq.Delimited("(", ((eq.Fraction(n, k, bar=False),),), ")")),
    ),
    **dict.fromkeys(("overset", "stackrel"), (2, lambda label, base: eq.Stack(base, above=label))),
    "underset": (2, lambda label, base: eq.Stack(base, below=label)),
    "overline": (1, eq.Bar),
    "underline": (1, lambda base: eq.Bar(base, over=False)),
    "overbrace": (1, eq.Brace),
    "underbrace": (1, lambda base: eq.Brace(base, over=False)),
    "xrightarrow": (1, lambda label: eq.Stack((Sign("→", "relation"),), above=label)),
    "xleftarrow": (1, lambda label: eq.Stack((Sign("←", "relation"),), above=label)),
    **{name: (1, partial(eq.Accent, sign=sign)) for name, sign in signs.ACCENTS.items()},
}
"""Commands with arguments of mathematics: how many, and the node that they make."""


def command_sign(name: str, alphabet: eq.Alphabet) -> tuple[MathNode, ...]:
    """Return the node of a command without arguments; nothing if it is no such command."""
    node: MathNode | None = None
    if name in signs.ESCAPED:
        node = Letters(name, "upright")
    elif name in signs.SPACES:
        node = Space(signs.SPACES[name])
    elif name in signs.GREEK:
        node = Letters(signs.GREEK[name], alphabet)
    elif name in signs.UPRIGHT:
        node = Letters(signs.UPRIGHT[name], "upright")
    elif name in signs.SIGNS:
        node = Sign(*signs.SIGNS[name])
    elif name in signs.LARGE:
        node = eq.Nary(signs.LARGE[name], (), (), ())
    elif name in signs.FUNCTIONS or name in signs.LIMITS:
        node = eq.Function((Letters(signs.LIMITS.get(name, name), "upright"),), ())
    return () if node is None else (node,)


def known_commands() -> list[str]:
    """Return all commands, for “Did you mean”."""
    tables = (signs.GREEK, signs.UPRIGHT, signs.SIGNS, signs.LARGE, signs.FUNCTIONS, signs.LIMITS)
    own = ("sqrt", "not", "left", "begin", "operatorname")
    others = (COMMANDS, signs.WORDS, signs.ALPHABETS, own)
    return [f"\\{name}" for table in (*tables, *others) for name in table]
