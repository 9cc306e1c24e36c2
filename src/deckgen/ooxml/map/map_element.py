"""The map of a deck as the XML that stands in it: the content of the part with the seal.

`roundtrip/reading/read_map.py` reads it. The element of a slide holds lines. For each shape, in the
order of their ids from 2, there is

    place@x y cx cy#media:letters stretches

then the lines of its paragraphs, then its other texts in the same way, without box and media; last
come the notes. A box is left out that is the last one of that place. `links` are the addresses that
words lead to, parted by blanks. `section` is the name of the section that begins there. `letters`
are the levels of the paragraphs, with a `+` for each further line of a paragraph; a comma parts
texts whose places count upwards. `stretches` are formulas and formats, `line/start-end-format`
each, with the number of the first line of the paragraph, from 1.

Spans are left out: what others get says nothing of the author's files but their names.
"""

from collections.abc import Iterable

from deckgen.brand.brand import Brand
from deckgen.deck.box import Box
from deckgen.deck.slide import DeckOrigin, Slide, lasting_slide_number
from deckgen.deck.text_body import UNMARKED, Run, TextBody
from deckgen.ooxml.map.mapped_shapes import (
    MappedLayouts,
    included_words,
    linked_addresses,
    mapped_shapes,
    shown_words,
)
from deckgen.support.xml_text import escape, escape_all, escape_often

VERSION = "3"
"""The version of the form of maps; maps of other versions are not read."""
LEVELS, GENERATED_LEVELS = "012345678", "abcdefghi"
"""The letters of paragraphs by their level."""


class MapWriter:
    """Writes the map of a deck, slide by slide."""

    def __init__(self, brand: Brand) -> None:
        self._layouts = MappedLayouts(brand)
        self._boxes: dict[str, Box] = {}
        self._slides: list[str] = []

    def add(self, slide: Slide, number: int) -> None:
        """Add a slide with its number, that of `p:sldId@id`."""
        layout, lines, links = self._layouts.of(slide), list[str](), list[str]()
        for place, box, body, texts, media in mapped_shapes(slide, layout):
            head = place
            if box and self._boxes.get(place) != box:
                self._boxes[place] = box
                head = f"{place}@{box.x} {box.y} {box.cx} {box.cy}"
            if media:
                head += f"#{media}"
            if body:
                links += _add_texts(lines, head, (body,))
            else:
                lines.append(head)
            for first, bodies in texts:
                links += _add_texts(lines, first, bodies)
        if slide.notes:
            _add_texts(lines, "notes", (slide.notes,))
        attributes = f'id="{escape(slide.id)}" layout="{escape_often(layout.name)}"'
        attributes += ' hidden="1"' if slide.hidden else ""
        if slide.section:
            attributes += f' section="{escape(slide.section.title)}"'
        if slide.transition != "none":
            attributes += f' transition="{slide.transition}"'
        if number != lasting_slide_number(slide.id):
            attributes += f' number="{number}"'
        if links:
            attributes += f' links="{escape(" ".join(dict.fromkeys(links)))}"'
        if slide.included:
            attributes += f' included="{included_words(slide)}"'
        inside = "\n".join(escape_all(lines))
        self._slides.append(f"<slide {attributes}>{inside}</slide>")

    def element(self, origin: DeckOrigin) -> str:
        """Return the `map` element, in the namespace of the part."""
        tags = [f"<tag>{escape(tag)}</tag>" for tag in origin.tags]
        variables = [
            f'<variable name="{escape(name)}">{escape(words)}</variable>'
            for name, words in origin.variables
        ]
        start = f'<map version="{VERSION}" xml:space="preserve"{_chosen(origin)}>'
        return "".join([start, *tags, *variables, *self._slides, "</map>"])


def _chosen(origin: DeckOrigin) -> str:
    names = (
        ("outline", origin.outline),
        ("town", origin.town),
        ("table", origin.table),
        ("style", origin.style),
    )
    return "".join([f' {name}="{escape(value)}"' for name, value in names if value])


def _add_texts(lines: list[str], head: str, bodies: Iterable[TextBody]) -> list[str]:
    """Add the line for texts whose places count upwards, and behind it their own lines.

    Return the addresses that their words lead to.
    """
    letters, stretches, links, at = "", "", list[str](), len(lines)
    lines.append("")
    for body in bodies:
        for paragraph in body.paragraphs:
            runs, level, _, span, _, _, _, _, _ = paragraph
            letters += (LEVELS if span else GENERATED_LEVELS)[level]
            if len(runs) == 1 and type(run := runs[0]) is Run and run[1:] == UNMARKED:
                words = run.text
            else:
                words, formulas, marks = shown_words(runs)
                first = len(lines) - at
                stretches += "".join(
                    [f" {first}/{start}-{end}" for start, end in formulas]
                    + [f" {first}/{start}-{end}-{mark}" for start, end, mark in marks]
                )
                words = words.replace("\v", "\n")
                links += linked_addresses(paragraph)
            if "\n" in words:
                letters += "+" * words.count("\n")
                lines += words.split("\n")
            else:
                lines.append(words)
        letters += ","
    lines[at] = f"{head}:{letters[:-1]}{stretches}"
    return links
