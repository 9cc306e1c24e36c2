"""Mathematics on one line, in plain characters: x², √(a + b), (a + b)/c.

Programs without equations show it; search and alternative text use it.
"""

import re
from collections.abc import Iterable, Mapping

from deckgen.deck import equation as eq
from deckgen.deck.equation import Decorated, Letters, Math, MathNode, Sign, Space, Structure
from deckgen.deck.text_body import Baseline, Formula, Inline, LineBreak, Run

_HIGH = dict(zip("0123456789+−=()ni′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ′", strict=True))
_LOW = dict(
    zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_ROOTS = {"3": "∛", "4": "∜"}
_CAPITALS = {
    "blackboard": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "script": {},
    "fraktur": {},
}
_UP, _DOWN, _BACK = "\x0e", "\x0f", "\x10"
"""Marks around superscripts and subscripts, while a line is made."""
_RAISED = re.compile(f"([{_UP}{_DOWN}])([^{_BACK}]*){_BACK}")
_BLANKS = re.compile(" {2,}")
_SUM_OF_MONEY = re.compile(r"[£€$]?[\d.,]+[%€]?")
_NARROW = "\u202f"
_OVERLINE, _UNDERLINE, _MACRON = "\u0305", "\u0332", "\u0304"


def linear_text(math: Math, *, tight: bool = False) -> str:
    """Return mathematics on one line; `tight`: without blanks around signs."""
    return _RAISED.sub(_marked_by_sign, _line(math, tight=tight))


def linear_parts(math: Math) -> tuple[tuple[str, Baseline], ...]:
    """Return mathematics on one line, in pieces with their baselines.

    Superscripts with characters of their own, such as x², are written with these; words are not.
    """
    pieces: list[tuple[str, Baseline]] = []
    text = _line(math, tight=False)
    at = 0
    for mark in _RAISED.finditer(text):
        pieces.append((text[at : mark.start()], "normal"))
        pieces.append((mark[2], "superscript" if mark[1] == _UP else "subscript"))
        at = mark.end()
    pieces.append((text[at:], "normal"))
    return tuple(piece for piece in pieces if piece[0])


def _marked_by_sign(mark: re.Match[str]) -> str:
    text, small = mark[2], _HIGH if mark[1] == _UP else _LOW
    if all(sign in small for sign in text):
        return "".join([small[sign] for sign in text])
    simple = len(text) == 1 or text.isdigit()
    return f"{'^' if mark[1] == _UP else '_'}{text if simple else f'({text})'}"


def _line(math: Math, *, tight: bool) -> str:
    """Return mathematics on one line, with marks around superscripts and subscripts."""
    out: list[str] = []
    alone = True
    for at, node in enumerate(math):
        if isinstance(node, Sign):
            out.append(_sign(node, last=at == len(math) - 1, alone=alone, tight=tight))
            alone = node.kind != "ordinary"
            continue
        text = _node(node, tight=tight)
        is_word = isinstance(node, eq.Function | eq.Nary) and not tight
        if is_word and text and out and out[-1][-1:].isalnum():
            text = f" {text}"
        out.append(text)
        alone = False
    return _BLANKS.sub(" ", "".join(out)).strip(" ")


def _sign(sign: Sign, *, last: bool, alone: bool, tight: bool) -> str:
    """Return a sign with its blanks; a sign at the beginning, such as a minus, has none."""
    if sign.kind == "punctuation":
        return sign.text if last or tight else f"{sign.text} "
    if tight or sign.kind == "ordinary" or (alone and sign.kind == "binary"):
        return sign.text
    return f" {sign.text} "


def _node(node: MathNode, *, tight: bool) -> str:
    match node:
        case Letters(text=text, alphabet=alphabet):
            capitals = _CAPITALS.get(alphabet, {})
            line = "".join([capitals.get(sign, sign) for sign in text])
        case Sign(text=text):
            line = text
        case Space(em=em):
            line = " " if em > 0.2 else _NARROW if em else ""
        case eq.Scripts() | eq.Stack() | eq.Accent() | eq.Bar() | eq.Brace():
            line = _marked(node, tight=tight)
        case _:
            line = _built(node, tight=tight)
    return line


def _marked(node: Decorated, *, tight: bool) -> str:
    match node:
        case eq.Scripts(base=base, below=below, above=above):
            line = _scripted(_closed(base, powers=True), below, above)
        case eq.Stack(base=(eq.Brace() as brace,), below=below, above=above):
            line = f"{_marked(brace, tight=tight)} ({_line((*below, *above), tight=tight)})"
        case eq.Stack(base=base, below=below, above=above):
            line = _scripted(_line(base, tight=tight), below, above)
        case eq.Accent(base=base, sign=sign):
            text, sign = linear_text(base, tight=True), _MACRON if sign == _OVERLINE else sign
            line = f"{text}{sign}" if len(text) == 1 else f"({text}){sign}"
        case eq.Bar(base=base, over=over):
            rule = _OVERLINE if over else _UNDERLINE
            line = "".join([f"{sign}{rule}" for sign in linear_text(base, tight=True)])
        case eq.Brace(base=base):
            line = _line(base, tight=tight)
    return line


def _built(node: Structure, *, tight: bool) -> str:
    match node:
        case eq.Fraction(top=top, bottom=bottom, bar=bar):
            line = f"{_closed(top, product=True)}{'/' if bar else '; '}{_closed(bottom)}"
        case eq.Root(base=base, degree=degree):
            line = _root(base, linear_text(degree, tight=True))
        case eq.Nary(sign=sign, below=below, above=above, body=body):
            line = f"{_scripted(sign, below, above)} {_line(body, tight=tight)}"
        case eq.Delimited(begin=begin, parts=parts, end=end, between=between):
            inside = f" {between} ".join([_line(part, tight=tight) for part in parts])
            line = f"{begin}{inside}{end}"
        case eq.Function(name=name, of=of):
            blank = "" if not of or isinstance(of[0], eq.Delimited) else " "
            line = f"{_line(name, tight=tight)}{blank}{_line(of, tight=tight)}"
        case eq.Matrix(rows=rows):
            line = "; ".join(
                [", ".join([_line(cell, tight=False) for cell in row if cell]) for row in rows]
            )
        case eq.EquationArray(rows=rows):
            line = "; ".join(
                [" ".join([_line(cell, tight=False) for cell in row]).strip() for row in rows]
            )
    return line


def _scripted(base: str, below: Math, above: Math) -> str:
    return base + _script(below, _LOW, _DOWN) + _script(above, _HIGH, _UP)


def _script(math: Math, small: Mapping[str, str], mark: str) -> str:
    """Return a script in small characters, if all exist; one that is a word, between marks."""
    text = linear_text(math, tight=True)
    if all(sign in small for sign in text) and not (text.isalpha() and len(text) > 1):
        return "".join([small[sign] for sign in text])
    return f"{mark}{text}{_BACK}" if text else ""


def _root(base: Math, degree: str) -> str:
    sign = _ROOTS.get(degree)
    if sign is None and degree:
        high = "".join([_HIGH.get(digit, "") for digit in degree])
        sign = f"{high}√" if len(high) == len(degree) else f"({degree})√"
    return f"{sign or '√'}{_closed(base)}"


def _closed(math: Math, *, powers: bool = False, product: bool = False) -> str:
    """Return a single thing as it is, everything else in parentheses.

    A `product` of letters has none where it cannot be misread.
    """
    text = _line(math, tight=False)
    if len(math) != 1:
        simple = _SUM_OF_MONEY.fullmatch(text) is not None or (product and text.isalnum())
    else:
        match math[0]:
            case eq.Fraction() | eq.Nary() | eq.EquationArray() | eq.Function() | eq.Root():
                simple = False
            case eq.Scripts():
                simple = not powers
            case Letters(alphabet="words"):
                simple = text.isalnum() or powers
            case _:
                simple = True
    return text if simple or not text else f"({text})"


def formulas_as_text(runs: Iterable[Inline]) -> tuple[Run | LineBreak, ...]:
    """Return runs with formulas as text; superscripts and subscripts are runs of their own."""
    flat: list[Run | LineBreak] = []
    for run in runs:
        if isinstance(run, Formula):
            parts = linear_parts(run.math)
            flat += (run.run._replace(text=text, baseline=baseline) for text, baseline in parts)
        else:
            flat.append(run)
    return tuple(flat)
