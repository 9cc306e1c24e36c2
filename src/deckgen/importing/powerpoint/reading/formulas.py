"""Equations of Office (OMML) as LaTeX that our own reader of formulas understands.

ECMA-376 Part 1, 22.1. What has no equal there gives no LaTeX; the letters of the formula stay text.
"""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from unicodedata import normalize

from deckgen.ooxml_rules.shape_queries import attribute, find_first, words_in
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.outline.markup.latex.symbols import FUNCTIONS, GREEK, LARGE, LIMITS, SIGNS, UPRIGHT

_COMMANDS: Mapping[str, str] = {
    **{sign: name for name, (sign, _) in reversed(SIGNS.items())},
    **{sign: name for table in (LARGE, UPRIGHT, GREEK) for name, sign in reversed(table.items())},
}
_TYPED = frozenset("+-=<>,;:()[]/!|.'")
_ACCENTS = {
    **dict.fromkeys("\u0302^", "hat"),
    **dict.fromkeys("\u0303~", "tilde"),
    **dict.fromkeys("\u0304\u0305¯", "bar"),
    **dict.fromkeys("\u20d7→", "vec"),
    "\u0307": "dot",
    "\u0308": "ddot",
}
_SPACES = {"\u2009": ",", "\u2005": ":", "\u2002": "enspace ", "\u2003": "quad "}
_ALPHABETS = {"double-struck": "mathbb", "script": "mathcal", "fraktur": "mathfrak"}
_ITALIC = re.compile("[\U0001d434-\U0001d467\U0001d6e2-\U0001d71b\u210e]")
_BOLD = re.compile(
    "[\U0001d400-\U0001d433\U0001d468-\U0001d49b\U0001d6a8-\U0001d6e1\U0001d71c-\U0001d755"
    "\U0001d7ce-\U0001d7d7]"
)
_TALL = re.compile(r"\\(frac|sqrt|binom|begin|under|over|sum|prod|int|left)|[_^]")
_FENCES = {"{": "\\{", "}": "\\}", "⟨": "\\langle", "⟩": "\\rangle", "‖": "\\|", "": "."}
_FENCES |= {"⌊": "\\lfloor", "⌋": "\\rfloor", "⌈": "\\lceil", "⌉": "\\rceil"}


class _NoEqualError(ValueError):
    """A formula has a structure that our LaTeX cannot express."""


def latex_of(formula: Element) -> str:
    """Return an `m:oMath` as LaTeX without dollar signs; empty if it cannot be expressed.

    Bold letters are commands only if others are not bold (`is_bold`).
    """
    if is_bold(formula):
        formula = deepcopy(formula)
        for style in list(formula.iter(q("m:sty"))):
            style.set(q("m:val"), "p" if style.get(q("m:val")) == "b" else "i")
        for text in formula.iter(q("m:t")):
            text.text = _without_bold_letters(text.text or "")
    try:
        return re.sub(" +", " ", _row(formula)).strip(" ")
    except _NoEqualError:
        return ""


def is_bold(formula: Element) -> bool:
    """Return whether all letters of an `m:oMath` are bold, as the words around them may be."""
    styles = [_property(run, "rPr/sty") for run in formula.iter(q("m:r"))]
    return bool(styles) and set(styles) <= {"b", "bi"}


def _row(element: Element | None) -> str:
    """Return the contents of an element in order."""
    return "" if element is None else "".join(_node(child) for child in element)


def _node(element: Element) -> str:
    name = local_name(element)
    if name.endswith("Pr"):
        return ""
    if name in {"box", "phant", "borderBox"}:
        return _of(element, "e")
    build = _BUILDERS.get(name)
    if build is None:
        if any(True for _ in element.iter(q("m:t"))):
            raise _NoEqualError
        return ""
    return build(element)


def _of(element: Element, name: str) -> str:
    return _row(element.find(q(f"m:{name}")))


def _group(element: Element, name: str) -> str:
    return "{" + _of(element, name).strip() + "}"


def _property(element: Element, path: str, default: str = "") -> str:
    """Return `m:val` of a property, such as `dPr/begChr`."""
    prefixed = "/".join(f"m:{step}" for step in path.split("/"))
    return attribute(element, prefixed, q("m:val"), default)


def _run(element: Element) -> str:
    text = words_in(element, "m:t")
    if find_first(element, "m:rPr/m:nor") is not None:
        return f"\\text{{{text}}}" if text.strip() else "\\ "
    letters = "".join(_letter(sign) for sign in text)
    if alphabet := _ALPHABETS.get(_property(element, "rPr/scr")):
        return f"\\{alphabet}{{{letters.strip()}}}"
    style = _property(element, "rPr/sty")
    if style == "p" and len(text.strip()) > 1 and text.strip().isalpha():
        word = text.strip()
        return f"\\{word} " if word in FUNCTIONS or word in LIMITS else f"\\mathrm{{{word}}}"
    if style not in {"b", "bi"}:
        return letters
    return f"\\mathbf{{{_without_bold_letters(letters.strip())}}}"


def _without_bold_letters(text: str) -> str:
    """Return a text with plain letters for those of Unicode that are bold, as we write them."""
    return _BOLD.sub(lambda found: normalize("NFKC", found[0]), text)


def _letter(sign: str) -> str:
    if _ITALIC.match(sign):
        sign = normalize("NFKC", sign)  # letters of formulas are italic
    if command := _COMMANDS.get(sign):
        return f"\\{command} "
    if space := _SPACES.get(sign):
        return f"\\{space}"
    if sign in "{}%$#&_":
        return f"\\{sign}"
    if sign.isalnum() or sign in _TYPED or ord(sign) > 0x7F:
        return sign
    if sign.isspace():
        return "\\ "
    raise _NoEqualError


def _fraction(element: Element) -> str:
    numerator, denominator = _group(element, "num"), _group(element, "den")
    if _property(element, "fPr/type") == "noBar":
        return f"\\binom{numerator}{denominator}"
    return f"\\frac{numerator}{denominator}"


def _radical(element: Element) -> str:
    degree = _of(element, "deg").strip()
    return f"\\sqrt{f'[{degree}]' if degree else ''}{_group(element, 'e')}"


def _scripts(below: str, above: str) -> Callable[[Element], str]:
    def build(element: Element) -> str:
        base = _of(element, "e").strip()
        if len(base) > 1 and not base.isalnum() and not base.startswith("\\"):
            base = f"{{{base}}}"
        latex = base + (f"_{_group(element, below)}" if below else "")
        return latex + (f"^{_group(element, above)}" if above else "") + " "

    return build


def _large(element: Element) -> str:
    sign = _property(element, "naryPr/chr", "∫")
    command = _COMMANDS.get(sign)
    if command not in LARGE:
        raise _NoEqualError
    below, above = _of(element, "sub").strip(), _of(element, "sup").strip()
    limits = (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
    return f"\\{command}{limits} {_of(element, 'e')}"


def _fenced(element: Element) -> str:
    begin = _property(element, "dPr/begChr", "(")
    end = _property(element, "dPr/endChr", ")")
    separator = _property(element, "dPr/sepChr", "|")
    parts = element.findall(q("m:e"))
    inner = separator.join(map(_row, parts))
    if begin + end == "()" and inner.startswith("\\binom") and sum(map(len, parts)) == 1:
        return inner  # it has parentheses of its own
    if (begin, end) == ("{", "") and "\\begin{matrix}" in inner:
        return inner.replace("{matrix}", "{cases}")
    if begin + end in {"()", "[]"} and not _TALL.search(inner):
        return f"{begin}{inner}{end}"
    begin, end = _FENCES.get(begin, begin), _FENCES.get(end, end)
    return f"\\left{begin} {inner} \\right{end} "


def _limit(element: Element) -> str:
    below = local_name(element) == "limLow"
    base = _of(element, "e").strip()
    if base.strip("\\ ") in LIMITS:
        return f"{base}{'_' if below else '^'}{_group(element, 'lim')} "
    return f"\\{'under' if below else 'over'}set{_group(element, 'lim')}{{{base}}}"


def _accent(element: Element) -> str:
    command = _ACCENTS.get(_property(element, "accPr/chr", "\u0302"))
    if command is None:
        raise _NoEqualError
    return f"\\{command}{_group(element, 'e')}"


def _bar(element: Element) -> str:
    above = _property(element, "barPr/pos", "bot") == "top"
    return f"\\{'over' if above else 'under'}line{_group(element, 'e')}"


def _brace(element: Element) -> str:
    sign = _property(element, "groupChrPr/chr", "⏟")
    if sign not in "⏞⏟":
        raise _NoEqualError
    return f"\\{'over' if sign == '⏞' else 'under'}brace{_group(element, 'e')}"


def _matrix(element: Element) -> str:
    rows = (
        " & ".join(_row(cell).strip() for cell in row.findall(q("m:e")))
        for row in element.findall(q("m:mr"))
    )
    return "\\begin{matrix} " + r" \\ ".join(rows) + " \\end{matrix}"


def _lines(element: Element) -> str:
    rows = [_row(each).strip() for each in element.findall(q("m:e"))]
    return "\\begin{gathered} " + r" \\ ".join(rows) + " \\end{gathered}"


_BUILDERS: Mapping[str, Callable[[Element], str]] = {
    "r": _run,
    "oMath": _row,
    "e": _row,
    "f": _fraction,
    "rad": _radical,
    "sSub": _scripts("sub", ""),
    "sSup": _scripts("", "sup"),
    "sSubSup": _scripts("sub", "sup"),
    "nary": _large,
    "d": _fenced,
    "func": lambda element: f"{_of(element, 'fName')} {_of(element, 'e')}",
    "limLow": _limit,
    "limUpp": _limit,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _brace,
    "m": _matrix,
    "eqArr": _lines,
}
