"""Equations as Office Math (ECMA-376 Part 1, 22.1), the way PowerPoint keeps them in a paragraph.

`a14:m` ([MS-ODRAWXML] 2.15) stands in `mc:AlternateContent` (Part 3, 9.3), with text runs for
programs without equations. docs/facts/formulas.md explains the prefix `a2010`.
"""

from collections.abc import Mapping

from deckgen.deck import equation as eq
from deckgen.deck.equation import (
    Alphabet,
    Decorated,
    Letters,
    Math,
    MathNode,
    Sign,
    Space,
    Structure,
)
from deckgen.deck.text_body import Formula
from deckgen.support.xml_text import escape

_FACE = (
    '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
)
_NOTHING = "\u200b"
"""A zero-width space for an empty argument; without it, PowerPoint draws a dotted box."""
_SPACES = ((0.0, ""), (0.17, "\u2009"), (0.22, "\u2005"), (0.28, "\u2004"), (0.5, "\u2002"))
_BRACES = (
    '<m:chr m:val="⏟"/>',
    '<m:chr m:val="⏞"/><m:pos m:val="top"/><m:vertJc m:val="bot"/>',
)
"""The properties of a brace below and of one above."""
_BOLDER: dict[eq.Alphabet, eq.Alphabet] = {"italic": "bold-italic", "upright": "bold"}


def formula_xml(formula: Formula, common: str, fill: str, fallback: str, align: str) -> str:
    """Return an equation with `common` attributes and a `fill` in each of its runs.

    `fallback` holds the runs for programs without equations. `align` (`left`, `right`) is the
    alignment of an equation that is a paragraph of its own.
    """
    math = f"<m:oMath>{_Writer(common, fill, bold=formula.bold).row(formula.math)}</m:oMath>"
    if formula.display:
        side = f'<m:oMathParaPr><m:jc m:val="{align}"/></m:oMathParaPr>'
        math = f"<m:oMathPara>{side}{math}</m:oMathPara>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="a2010"><a2010:m>{math}</a2010:m></mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


class _Writer:
    """Writes one equation, each run set alike."""

    def __init__(self, common: str, fill: str, *, bold: bool) -> None:
        self._common = common
        self._fill = fill
        self._bold = bold
        self._control = f"<m:ctrlPr>{self._run_properties(italic=True)}</m:ctrlPr>"

    def row(self, math: Math) -> str:
        """Return the XML of nodes in a row."""
        return "".join([self._node(node) for node in math])

    def _in(self, tag: str, math: Math) -> str:
        return f"<m:{tag}>{self.row(math) or self._run(_NOTHING, 'upright')}</m:{tag}>"

    def _built(self, tag: str, inside: str, own: str = "") -> str:
        """Return a structure: its properties, then its arguments."""
        return f"<m:{tag}><m:{tag}Pr>{own}{self._control}</m:{tag}Pr>{inside}</m:{tag}>"

    def _node(self, node: MathNode) -> str:
        match node:
            case Letters(text=text, alphabet=alphabet):
                xml = self._run(text or _NOTHING, alphabet)
            case Sign(text=text):
                xml = self._run(text, "italic")
            case Space(em=em):
                xml = self._run(_space(em), "upright") if em else ""
            case eq.Scripts() | eq.Stack() | eq.Accent() | eq.Bar() | eq.Brace():
                xml = self._marked(node)
            case _:
                xml = self._structure(node)
        return xml

    def _marked(self, node: Decorated) -> str:
        base = self._in("e", node.base)
        match node:
            case eq.Scripts(below=below, above=above):
                tag = "sSubSup" if below and above else "sSub" if below else "sSup"
                base += self._in("sub", below) if below else ""
                base += self._in("sup", above) if above else ""
                xml = self._built(tag, base)
            case eq.Stack(below=below, above=above):
                xml = self._stack(base, below, above)
            case eq.Accent(sign=sign):
                xml = self._built("acc", base, f'<m:chr m:val="{sign}"/>')
            case eq.Bar(over=over):
                xml = self._built("bar", base, f'<m:pos m:val="{"top" if over else "bot"}"/>')
            case eq.Brace(over=over):
                xml = self._built("groupChr", base, _BRACES[over])
        return xml

    def _structure(self, node: Structure) -> str:
        match node:
            case eq.Fraction(top=top, bottom=bottom, bar=bar):
                inside = self._in("num", top) + self._in("den", bottom)
                xml = self._built("f", inside, "" if bar else '<m:type m:val="noBar"/>')
            case eq.Root(base=base, degree=degree):
                inside = (self._in("deg", degree) if degree else "<m:deg/>") + self._in("e", base)
                xml = self._built("rad", inside, "" if degree else '<m:degHide m:val="1"/>')
            case eq.Nary():
                xml = self._large(node)
            case eq.Delimited():
                xml = self._fenced(node)
            case eq.Function(name=name, of=of):
                inside = self._in("fName", name) + self._in("e", of)
                xml = self._built("func", inside) if of else self.row(name)
            case eq.Matrix(rows=rows, left=left):
                xml = self._matrix(rows, left=left)
            case eq.EquationArray(rows=rows):
                lines = "".join([f"<m:e>{self._line(row)}</m:e>" for row in rows])
                xml = self._built("eqArr", lines)
        return xml

    def _fenced(self, node: eq.Delimited) -> str:
        own = (
            f'<m:begChr m:val="{escape(node.begin)}"/><m:sepChr m:val="{escape(node.between)}"/>'
            f'<m:endChr m:val="{escape(node.end)}"/>'
        )
        return self._built("d", "".join([self._in("e", part) for part in node.parts]), own)

    def _line(self, row: tuple[Math, ...]) -> str:
        """Return a row of an equation array; an ampersand marks each point of alignment."""
        cells = [self.row(cell) for cell in row]
        return self._run("&", "italic").join(cells) or self._run(_NOTHING, "upright")

    def _large(self, node: eq.Nary) -> str:
        own = f'<m:chr m:val="{node.sign}"/>'
        own += f'<m:limLoc m:val="{"subSup" if node.sign in eq.INTEGRALS else "undOvr"}"/>'
        own += "" if node.below else '<m:subHide m:val="1"/>'
        own += "" if node.above else '<m:supHide m:val="1"/>'
        below = self._in("sub", node.below) if node.below else "<m:sub/>"
        above = self._in("sup", node.above) if node.above else "<m:sup/>"
        return self._built("nary", below + above + self._in("e", node.body), own)

    def _stack(self, inner: str, below: Math, above: Math) -> str:
        """Return what stands above or below an argument; of both, the upper one is inside."""
        if above:
            upper = self._built("limUpp", inner + self._in("lim", above))
            if not below:
                return upper
            inner = f"<m:e>{upper}</m:e>"
        return self._built("limLow", inner + self._in("lim", below))

    def _matrix(self, rows: tuple[tuple[Math, ...], ...], *, left: bool) -> str:
        side = "left" if left else "center"
        columns = (
            f'<m:mcs><m:mc><m:mcPr><m:count m:val="{len(rows[0])}"/><m:mcJc m:val="{side}"/>'
            "</m:mcPr></m:mc></m:mcs>"
        )
        lines = ("".join([self._in("e", cell) for cell in row]) for row in rows)
        return self._built("m", "".join([f"<m:mr>{line}</m:mr>" for line in lines]), columns)

    def _run(self, text: str, alphabet: eq.Alphabet) -> str:
        if self._bold:
            alphabet = _BOLDER.get(alphabet, alphabet)
        drawn = escape(in_alphabet(text, alphabet))
        if alphabet == "words":
            bold = ' b="1"' if self._bold else ""
            return (
                f"<m:r><m:rPr><m:nor/></m:rPr><a:rPr {self._common}{bold}>{self._fill}</a:rPr>"
                f"<m:t>{drawn}</m:t></m:r>"
            )
        style = {"italic": "", "bold-italic": "bi", "bold": "b"}.get(alphabet, "p")
        own = f'<m:rPr><m:sty m:val="{style}"/></m:rPr>' if style else ""
        properties = self._run_properties(italic=style in {"", "bi"})
        return f"<m:r>{own}{properties}<m:t>{drawn}</m:t></m:r>"

    def _run_properties(self, *, italic: bool) -> str:
        bold = ' b="1"' if self._bold else ""
        return f'<a:rPr {self._common}{bold} i="{italic:d}">{self._fill}{_FACE}</a:rPr>'


def _space(em: float) -> str:
    """Return the blanks of Unicode that are as wide, or a little wider."""
    wholes = "\u2003" * int(em)
    rest = em - int(em)
    return wholes + next(sign for width, sign in _SPACES if rest <= width + 0.001)


_LATIN: Mapping[Alphabet, int] = {
    "italic": 0x1D434,
    "bold": 0x1D400,
    "bold-italic": 0x1D468,
    "blackboard": 0x1D538,
    "script": 0x1D49C,
    "fraktur": 0x1D504,
    "sans": 0x1D5A0,
    "monospace": 0x1D670,
}
_GREEK: Mapping[Alphabet, int] = {"italic": 0x1D6FC, "bold": 0x1D6C2, "bold-italic": 0x1D736}
"""The small alpha of each alphabet; the letters up to omega follow, then `_AFTER_OMEGA`."""
_AFTER_OMEGA = "∂ϵϑϰϕϱϖ"
_DIGITS: Mapping[Alphabet, int] = {
    "bold": 0x1D7CE,
    "bold-italic": 0x1D7CE,
    "blackboard": 0x1D7D8,
    "sans": 0x1D7E2,
    "monospace": 0x1D7F6,
}
_OLDER: Mapping[Alphabet, Mapping[str, str]] = {
    "italic": {"h": "ℎ"},
    "blackboard": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
}


def in_alphabet(text: str, alphabet: Alphabet) -> str:
    """Return letters and digits as the characters of an alphabet.

    They are Unicode's mathematical alphabets (block U+1D400). A letter without such a character,
    such as ä, stays as it is. Some characters stand elsewhere, because Unicode had them before.
    """
    if alphabet in {"upright", "words"}:
        return text
    return "".join([_drawn(sign, alphabet) for sign in text])


def _drawn(sign: str, alphabet: Alphabet) -> str:
    older = _OLDER.get(alphabet, {}).get(sign)
    if older:
        return older
    if sign.isascii() and sign.isalpha():
        first = _LATIN[alphabet]
        return chr(first + ord(sign) - (ord("A") if sign.isupper() else ord("a") - 26))
    if sign.isascii() and sign.isdigit() and alphabet in _DIGITS:
        return chr(_DIGITS[alphabet] + int(sign))
    if alphabet in _GREEK and "α" <= sign <= "ω":
        return chr(_GREEK[alphabet] + ord(sign) - ord("α"))
    if alphabet in _GREEK and sign in _AFTER_OMEGA:
        return chr(_GREEK[alphabet] + 25 + _AFTER_OMEGA.index(sign))
    return sign
