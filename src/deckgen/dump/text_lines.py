"""Paragraphs and runs as lines of text, with the inline markup of outlines."""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from deckgen.dump.equation_line import equation_line, find_equation
from deckgen.fonts.face import is_monospaced
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import attribute, words_in
from deckgen.ooxml_rules.text_formats import paragraph_level
from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q

EMU_PER_CM = 360_000
LINE_BREAK = "⏎"
COLOUR_TAGS = ("a:srgbClr", "a:schemeClr", "a:sysClr", "a:prstClr", "a:scrgbClr", "a:hslClr")


class PartContext(NamedTuple):
    """A part, the language of the deck, and the name or number of each slide by part name.

    The language of the deck is not shown at runs; the names are for jumps.
    """

    part: ParsedPart
    lang: str
    slide_names: Mapping[str, str]


def body_lines(body: Element, context: PartContext) -> list[str]:
    """Return the paragraphs of a text body as lines, indented by level."""
    return [_paragraph(paragraph, context) for paragraph in body.iter(q("a:p"))]


def one_line(body: Element, context: PartContext) -> str:
    """Return the paragraphs of a text body as one line, such as a table cell's."""
    return f" {LINE_BREAK} ".join(line.strip() for line in body_lines(body, context))


def printable(text: str) -> str:
    """Return text on one line: tabs and line ends are blanks, other control characters “�”."""
    line = text.replace("\r\n", " ").translate({9: " ", 10: " ", 13: " "})
    return "".join("�" if unicodedata.category(sign) == "Cc" else sign for sign in line)


def colour_text(element: Element | None) -> str:
    """Return the first colour in an element, such as `accent1` or `#1A2B3C`, with its changes."""
    colors = () if element is None else element.iter(*map(q, COLOUR_TAGS))
    color = next(iter(colors), None)
    if color is None:
        return ""
    value = color.get("lastClr") or color.get("val") or "mixed"
    sign = "#" if color.tag in (q("a:srgbClr"), q("a:sysClr")) else ""
    changes = "".join(f" {local_name(change)}={change.get('val', '')}" for change in color)
    return f"{sign}{value}{changes}"


def number_text(value: str | None, per: int, form: str) -> str:
    """Return a number of an attribute in a larger unit: `18pt`; behind what is none stands `?`."""
    try:
        return form.format(int(value or 0) / per)
    except ValueError:
        return f"{printable(value or '')}?"


def centimetres_text(emu: str | None) -> str:
    """Return a length as centimetres with two digits."""
    return number_text(emu, EMU_PER_CM, "{:.2f}")


class _Piece(NamedTuple):
    """Text of one style: its marks, its link, and its own settings."""

    words: str
    marks: tuple[str, ...] = ()
    target: str = ""
    settings: str | None = None

    def __str__(self) -> str:
        words = self.words
        for mark in self.marks:
            words = _wrap(words, mark)
        return f"[{words}]({self.target})" if self.target else words


def _paragraph(paragraph: Element, context: PartContext) -> str:
    """Return a paragraph: indentation, bullet, words, and its own settings in braces."""
    properties = paragraph.find(q("a:pPr"))
    pieces = _pieces(paragraph, context)
    settings = {piece.settings for piece in pieces if piece.settings is not None}
    by_run = ""
    if len(settings) == 1:
        words = "".join(map(str, pieces))
        by_run = settings.pop()
    else:
        words = "".join(f"{piece}{_braces(piece.settings or '')}" for piece in pieces)
    both = ", ".join(setting for setting in (_paragraph_settings(properties), by_run) if setting)
    indent = "  " * paragraph_level(paragraph)
    return f"{indent}{_bullet(properties)}{words}{' ' if both else ''}{_braces(both)}".rstrip()


def _pieces(paragraph: Element, context: PartContext) -> list[_Piece]:
    """Return the runs of a paragraph, neighbours of the same style as one."""
    pieces: list[_Piece] = []
    for child in paragraph:
        if child.tag in (q("a:pPr"), q("a:endParaRPr")):
            continue
        piece = _piece(child, context)
        if pieces and pieces[-1][1:] == piece[1:]:
            piece = piece._replace(words=pieces.pop().words + piece.words)
        pieces.append(piece)
    return pieces


def _braces(settings: str) -> str:
    return f"{{{settings}}}" if settings else ""


def _bullet(properties: Element | None) -> str:
    """Return the bullet that a paragraph sets itself, or nothing."""
    if properties is None:
        return ""
    for child in properties:
        match local_name(child):
            case "buNone":
                return "(no bullet) "
            case "buChar":
                return f"{printable(child.get('char', '•'))} "
            case "buAutoNum":
                start = child.get("startAt")
                return f"({child.get('type', '')}{f' from {start}' if start else ''}) "
            case "buBlip":
                return "(picture bullet) "
            case _:
                continue
    return ""


def _paragraph_settings(properties: Element | None) -> str:
    """Return alignment, indents and spacing that a paragraph sets itself.

    Indents are left out if it has its own bullet, which needs them.
    """
    if properties is None:
        return ""
    indents = () if _bullet(properties) else (("marL", "margin"), ("indent", "indent"))
    settings = [
        f"{name} {properties.get(key)}"
        for key, name in (("algn", "align"), *indents)
        if properties.get(key) is not None
    ]
    if parse_flag(properties.get("rtl")):
        settings.append("right to left")
    for tag in ("lnSpc", "spcBef", "spcAft"):
        spacing = properties.find(q(f"a:{tag}"))
        if spacing is not None:
            settings += [f"{tag} {local_name(unit)} {unit.get('val')}" for unit in spacing]
    return ", ".join(settings)


def _piece(child: Element, context: PartContext) -> _Piece:
    """Return a run, field, line break or equation; any other element by its name."""
    if child.tag == q("a:br"):
        return _Piece(LINE_BREAK)
    if child.tag not in (q("a:r"), q("a:fld")):
        math = find_equation(child)
        return _Piece(
            f"<{local_name(child)}>" if math is None else f"${printable(equation_line(math))}$"
        )
    words = printable(words_in(child))
    if child.tag == q("a:fld"):
        words = f"<{child.get('type', 'field')} {words}>"
    properties = child.find(q("a:rPr"))
    if properties is None:
        return _Piece(words, settings="")
    link = properties.find(q("a:hlinkClick"))
    return _Piece(
        words,
        marks=tuple(_marks(properties)),
        target="" if link is None else link_target(link, context),
        settings=_own_settings(properties, context),
    )


def _marks(properties: Element) -> list[str]:
    """Return the marks around a run, the innermost first."""
    marks = []
    if is_monospaced(_typeface(properties)):
        marks.append("`")
    baseline = properties.get("baseline", "0")
    if baseline not in ("0", "0%"):
        marks.append("~" if baseline.startswith("-") else "^")
    if properties.get("strike", "noStrike") != "noStrike":
        marks.append("~~")
    if parse_flag(properties.get("i")):
        marks.append("*")
    if parse_flag(properties.get("b")):
        marks.append("**")
    return marks


def _wrap(words: str, mark: str) -> str:
    """Set marks around words, blanks outside, as the outline would have them."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}"


def link_target(link: Element, context: PartContext) -> str:
    """Return where a link leads: an address, `#name` of a slide, or the action's name."""
    rel = context.part.related(link.get(q("r:id")))
    action = link.get("action", "")
    if rel is None:
        return printable(action) or "?"
    if rel.type == "slide":
        return f"#{context.slide_names.get(rel.target, '?')}"
    return printable(rel.target)


def _typeface(properties: Element) -> str:
    """Return the typeface of a run, or nothing if it is that of the theme."""
    typeface = attribute(properties, "a:latin", "typeface")
    return "" if typeface.startswith("+") else printable(typeface)


def _own_settings(properties: Element, context: PartContext) -> str:
    """Return size, typeface, colour, language and underline that a run sets itself."""
    settings = []
    if properties.get("sz"):
        settings.append(number_text(properties.get("sz"), 100, "{:g}pt"))
    if _typeface(properties) and not is_monospaced(_typeface(properties)):
        settings.append(f"font {_typeface(properties)}")
    fill = properties.find(q("a:solidFill"))
    if fill is not None:
        settings.append(colour_text(fill))
    if properties.get("lang", context.lang) != context.lang:
        settings.append(f"lang {printable(properties.get('lang', ''))}")
    if properties.get("u", "none") != "none":
        settings.append("underlined")
    return ", ".join(settings)
