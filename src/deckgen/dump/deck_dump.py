"""Any .pptx as readable text: the format of the goldens, and a textconv for `git diff`.

Each shape and paragraph is a line, in reading order, the same on every machine. Only what a slide
sets itself is shown, not what it inherits from its layout.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from deckgen.dump.shape_lines import INDENT, background_mark, colour_map_mark, shape_lines
from deckgen.dump.text_lines import PartContext, centimetres_text, printable
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import attribute
from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.opc.zip_reader import SAVE_AGAIN
from deckgen.support.diagnostics import Diagnostics, number_list

PROPERTIES = (
    ("title", "dc:title"),
    ("author", "dc:creator"),
    ("subject", "dc:subject"),
    ("keywords", "cp:keywords"),
    ("language", "dc:language"),
    ("created", "dcterms:created"),
    ("modified", "dcterms:modified"),
)
CLICKS = "/".join(
    q(f"p:{name}") for name in ("tnLst", "par", "cTn", "childTnLst", "seq", "cTn", "childTnLst")
)
"""The path from `p:timing` to the steps of its main sequence."""


def dump_deck(data: bytes, diagnostics: Diagnostics, file: str = "deck.pptx") -> str | None:
    """Return a deck as text, ending in a line feed; None when it cannot be read.

    `file` is the name for messages, lengths are centimetres. Damaged parts are reported, left out.
    """
    package = read_package(data, diagnostics, file)
    if package is None:
        return None
    main = package.main()
    if main is None or main.root is None:
        diagnostics.error("not-a-presentation", f"{file} holds no presentation", None, SAVE_AGAIN)
        return None
    return "".join(f"{line.rstrip()}\n" for line in _deck(package, main, main.root))


def _deck(package: ParsedPackage, main: ParsedPart, root: Element) -> Iterator[str]:
    """Yield the deck's properties, then its slides under their sections."""
    properties = _core_properties(package)
    yield from (f"{name}: {value}" for name, value in properties.items())
    size = root.find(q("p:sldSz"))
    if size is not None:
        yield f"size: {centimetres_text(size.get('cx'))}×{centimetres_text(size.get('cy'))}"
    slides = _slides(package, main, root)
    names = {part.name: _name(part) or str(n) for n, (_, part) in enumerate(slides, start=1)}
    lang = properties.get("language") or _usual_language(package)
    sections = _sections(root)
    for number, (id_, part) in enumerate(slides, start=1):
        yield ""
        if id_ in sections:
            yield f"section: {sections[id_]}"
            yield ""
        yield from _slide(number, part, package, PartContext(part, lang, names))


def _core_properties(package: ParsedPackage) -> dict[str, str]:
    """Return the core properties that are set, by their names in PROPERTIES."""
    titles = {}
    for part in package.of_root("cp:coreProperties"):
        for name, tag in PROPERTIES:
            value = None if part.root is None else part.root.findtext(q(tag))
            if value and value.strip():
                titles[name] = printable(value.strip())
    return titles


def _usual_language(package: ParsedPackage) -> str:
    """Return the language of most runs, for decks without a language property."""
    counted = Counter(
        properties.get("lang", "")
        for part in package.of_root("p:sld")
        if part.root is not None
        for properties in part.root.iter(q("a:rPr"))
    )
    return min(counted, key=lambda lang: (-counted[lang], lang), default="")


def _slides(
    package: ParsedPackage, main: ParsedPart, root: Element
) -> list[tuple[str, ParsedPart]]:
    """Return id and part of every slide, in the order in which they are shown."""
    entries = ((each.get("id", ""), each.get(q("r:id"))) for each in root.iter(q("p:sldId")))
    parts = ((id_, package.linked_part(main, link)) for id_, link in entries)
    return [(id_, part) for id_, part in parts if part is not None]


def _sections(root: Element) -> dict[str, str]:
    """Return the names of the sections, by the id of the slide that each begins with."""
    return {
        first.get("id", ""): printable(section.get("name", ""))
        for section in root.iter(q("p14:section"))
        for first in islice(section.iter(q("p14:sldId")), 1)
    }


def _name(part: ParsedPart) -> str:
    return printable(attribute(part.root, "p:cSld", "name"))


def _slide(
    number: int, part: ParsedPart, package: ParsedPackage, context: PartContext
) -> Iterator[str]:
    """Yield a slide's heading, its shapes, its clicks and its notes."""
    if part.root is None:
        yield f"slide {number} (damaged)"
        return
    layout = package.related_part(part, "slideLayout")
    marks = [
        _name(part),
        "" if layout is None else f"[{_name(layout)}]",
        "hidden" if parse_flag(part.root.get("show")) is False else "",
        colour_map_mark(part.root),
        background_mark(part.root),
        *motion_marks(part.root),
    ]
    yield " ".join(["slide", str(number), *(mark for mark in marks if mark)])
    yield from (INDENT + line for line in shape_lines(part.root, package, context))
    yield from (INDENT + line for line in click_lines(part.root))
    yield from (INDENT + line for line in _notes(part, package, context))


def _notes(slide: ParsedPart, package: ParsedPackage, context: PartContext) -> Iterator[str]:
    """Yield the speaker notes: the shapes of the notes page except slide image and footers."""
    part = package.related_part(slide, "notesSlide")
    if part is None or part.root is None:
        return
    is_shown, lines = False, list[str]()
    for line in shape_lines(part.root, package, context._replace(part=part)):
        if not line.startswith(INDENT):
            kind = line.partition(" ")[0]
            is_shown = kind not in ("sldImg", "sldNum", "hdr", "dt", "ftr")
            if is_shown and kind != "body":
                lines.append(INDENT + line)
        elif is_shown and line.strip() != "(empty)":
            lines.append(line)
    if lines:
        yield "notes:"
        yield from lines


def motion_marks(root: Element) -> Iterator[str]:
    """Yield the slide's transition by name, and whether it has animations."""
    for transition in islice(root.iter(q("p:transition")), 1):
        yield " ".join(["transition", *map(local_name, transition)])
    if any(True for _ in root.iter(q("p:timing"))):
        yield "animated"


def click_lines(root: Element) -> Iterator[str]:
    """Yield a line for each click, with the shapes and paragraphs that it animates, from 1."""
    timing = next(root.iter(q("p:timing")), None)
    sequence = None if timing is None else timing.find(CLICKS)
    if timing is None or sequence is None:
        return
    names = {
        properties.get("id"): printable(properties.get("name", ""))
        for properties in root.iter(q("p:cNvPr"))
    }
    number = 0
    for step in sequence.iterchildren(q("p:par")):
        animated: dict[str, list[int]] = {}
        for target in step.iter(q("p:spTgt")):
            paragraphs = animated.setdefault(names.get(target.get("spid"), "?"), [])
            for place in target.iter(q("p:pRg")):
                paragraphs += _numbers(place.get("st", ""), place.get("end", ""))
        shapes = [
            f"“{name}” {number_list(paragraphs)}".rstrip() for name, paragraphs in animated.items()
        ]
        plays = " plays" if any(True for _ in step.iter(q("p:cmd"))) else ""
        at_once = any(cond.get("evt") == "onBegin" for cond in step.iter(q("p:cond")))
        number += not at_once
        yield f"{'at once' if at_once else f'click {number}'}: {', '.join(shapes)}{plays}"
    yield from _media_lines(timing, names)


def _media_lines(timing: Element, names: dict[str | None, str]) -> Iterator[str]:
    """Yield a line for each film and sound that is repeated or mute."""
    for node in timing.iter(q("p:cMediaNode")):
        looped = any(time.get("repeatCount") == "indefinite" for time in node.iter(q("p:cTn")))
        how = [*(["again and again"] if looped else []), *(["mute"] if node.get("mute") else [])]
        for target in node.iter(q("p:spTgt")):
            if how:
                yield f"“{names.get(target.get('spid'), '?')}” plays {', '.join(how)}"


def _numbers(start: str, end: str) -> Iterable[int]:
    """Return the numbers of a range, counted from 1; none if it is invalid or very long."""
    if not (start.isdecimal() and end.isdecimal() and len(start) < 5 and len(end) < 5):
        return ()
    return range(int(start) + 1, int(end) + 2)
