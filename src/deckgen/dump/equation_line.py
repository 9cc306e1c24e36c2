r"""Equations of any deck as one line, similar to LaTeX: `\frac{a}{b}`, `x^{2}`."""

import re
import unicodedata
from collections.abc import Iterable

from deckgen.ooxml_rules.shape_queries import find_first, words_in
from deckgen.opc.xml_parser import Element, local_name, q

_ITALIC = re.compile("[\U0001d434-\U0001d49b\U0001d6e2-\U0001d755ℎ]")
_FONTS = {"p": "mathrm", "b": "mathbf", "bi": "bm"}
_ACCENTS = {
    "\u0300": "grave",
    "\u0301": "acute",
    "\u0302": "hat",
    "\u0303": "tilde",
    "\u0305": "bar",
    "\u0306": "breve",
    "\u0307": "dot",
    "\u0308": "ddot",
    "\u030c": "check",
    "\u20d7": "vec",
}
DEEPEST = 60


def find_equation(element: Element) -> Element | None:
    """Return the equation in an element of a paragraph, or None."""
    return next(element.iter(q("m:oMath")), None)


def equation_line(math: Element, depth: int = 0) -> str:
    """Return an equation, or a part of one, as one line."""
    if depth > DEEPEST:
        return "…"
    return "".join(_node(child, depth + 1) for child in math)


def _node(node: Element, depth: int) -> str:
    name = local_name(node)
    if name.endswith("Pr"):
        return ""
    if name == "r":
        return _run(node)

    def parts(tag: str) -> list[str]:
        return [equation_line(each, depth) for each in node.findall(q(f"m:{tag}"))]

    def part(tag: str) -> str:
        return "".join(parts(tag)[:1])

    element = node.find(f"{{*}}{name}Pr")
    settings = () if element is None else tuple(element)
    own = {local_name(child): child.get(q("m:val"), "") for child in settings}
    match name:
        case "f":
            line = f"\\{'binom' if own.get('type') == 'noBar' else 'frac'}{{{part('num')}}}"
            line += f"{{{part('den')}}}"
        case "rad":
            degree = part("deg")
            line = f"\\sqrt{f'[{degree}]' if degree else ''}{{{part('e')}}}"
        case "sSub" | "sSup" | "sSubSup":
            line = part("e") + _scripts(part("sub"), part("sup"))
        case "nary":
            scripts = _scripts(part("sub"), part("sup"))
            line = f"{own.get('chr', '∫')}{scripts}{{{part('e')}}}"
        case "d":
            between = own.get("sepChr", "|").join(parts("e"))
            line = f"{own.get('begChr', '(')}{between}{own.get('endChr', ')')}"
        case "m":
            rows = ([equation_line(cell, depth) for cell in row] for row in node.findall(q("m:mr")))
            line = _environment("matrix", map(" & ".join, rows))
        case "eqArr":
            line = _environment("aligned", parts("e"))
        case _:
            line = _marked(name, own, part("e"), part("lim"), part("fName"))
    return line or f"<{name}>"


def _marked(name: str, own: dict[str, str], base: str, lim: str, function: str) -> str:
    side = "over" if own.get("pos") == "top" else "under"
    return {
        "func": f"{function}{{{base}}}",
        "limLow": f"\\underset{{{lim}}}{{{base}}}",
        "limUpp": f"\\overset{{{lim}}}{{{base}}}",
        "acc": f"\\{_ACCENTS.get(own.get('chr', ''), 'hat')}{{{base}}}",
        "bar": f"\\{side}line{{{base}}}",
        "groupChr": f"\\{side}brace{{{base}}}",
    }.get(name, "")


def _scripts(below: str, above: str) -> str:
    return (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")


def _environment(name: str, rows: Iterable[str]) -> str:
    return rf"\begin{{{name}}} " + r" \\ ".join(rows) + rf" \end{{{name}}}"


def _run(run: Element) -> str:
    """Return a run; italic letters become ASCII, those of other alphabets stay."""
    text = words_in(run, "m:t").replace("\u200b", "")
    if find_first(run, "m:rPr/m:nor") is not None:
        return rf"\text{{{text}}}"
    plain = _ITALIC.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    style = find_first(run, "m:rPr/m:sty")
    font = _FONTS.get(style.get(q("m:val"), "")) if style is not None else None
    return rf"\{font}{{{plain}}}" if font and plain.isascii() and plain.isalpha() else plain
