"""Titles for slides without one, for screen readers and lists; nobody sees them on the slide.

They stand above the slide, where PowerPoint itself puts hidden titles.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.deck.box import ABOVE_SLIDE
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.child_order import present_child
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES, shape_properties
from deckgen.opc.xml_parser import Element, q
from deckgen.template.doctor.added_shapes import new_placeholder

_LONGEST = 80
"""Letters of a title that is taken from the text of a slide."""
_SIZE = "1800"
"""Hundredths of a point: so it fits above the slide in any template."""
_SLIDE = {"de": "Folie", "en": "Slide"}
_NAME = {"de": "Titel", "en": "Title"}


class TitleFacts(NamedTuple):
    """What new titles are made from."""

    number: int
    title: str
    is_seen: bool
    """Whether its title can be seen on the slide: it is not changed then."""
    words: str
    """The most striking words of the slide; empty if it has none."""


def title_facts(slide: AuditedSlide) -> TitleFacts:
    """Return what a new title of a slide is made from."""
    title = slide.title_shape
    box = title.place.box if title else None
    is_on = box is None or (-box.cx < box.x < slide.width and -box.cy < box.y < slide.height)
    is_seen = title is not None and not title.hidden and is_on
    return TitleFacts(slide.number, slide.title_text, is_seen, _striking_words(slide))


def new_titles(slides: Iterable[TitleFacts], language: str) -> Mapping[int, str]:
    """Return titles for slides without one, and others for unseen ones that an earlier slide has.

    No two slides get the same.
    """
    every = list(slides)
    taken = {each.title.casefold() for each in every if each.title and each.is_seen}
    seen: set[str] = set()
    titles: dict[int, str] = {}
    for each in every:
        key = each.title.casefold()
        is_repeated = key in seen or (not each.is_seen and key in taken)
        if key:
            seen.add(key)
        if key and (each.is_seen or not is_repeated):
            continue
        stem = each.title or each.words or f"{_in(language, _SLIDE)} {each.number}"
        titles[each.number] = _free(stem, taken | seen)
        seen.add(titles[each.number].casefold())
    return titles


def _free(stem: str, taken: set[str]) -> str:
    title, number = stem, 2
    while title.casefold() in taken:
        title = f"{stem} ({number})"
        number += 1
    return title


def mend_title(slide: AuditedSlide, plan: MendPlan) -> Iterator[DeckMend]:
    """Give a slide its new title, or switch a hidden one on; both above the slide."""
    title, own = plan.titles.get(slide.number), slide.title_shape
    tree = slide.root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    if title is not None and tree is not None:
        code = "title-repeated" if slide.title_text else "title-missing"
        shape = _new_title(tree, plan.language) if own is None else own.element
        _set_text(shape, title, plan.language)
        _show_above(shape, slide.width)
        yield DeckMend(code, slide.number, f"It has the title “{title}”, above the slide.")
    elif own is not None and own.hidden and not own.groups:
        _show_above(own.element, slide.width)
        yield DeckMend(
            "title-hidden",
            slide.number,
            f"The title “{slide.title_text}” is heard again; it stands above the slide.",
        )


def _new_title(tree: Element, language: str) -> Element:
    """Add a title placeholder as the first shape of a slide."""
    shape = new_placeholder(tree, _in(language, _NAME), {"type": "title"})
    heads = [at for at, each in enumerate(tree) if each.tag in {q("p:nvGrpSpPr"), q("p:grpSpPr")}]
    tree.insert(max(heads, default=-1) + 1, shape)
    return shape


def _set_text(shape: Element, title: str, language: str) -> None:
    body = shape.find(q("p:txBody"))
    if body is None:
        body = etree.SubElement(shape, q("p:txBody"))
        etree.SubElement(body, q("a:bodyPr"))
    for paragraph in body.findall(q("a:p")):
        body.remove(paragraph)
    run = etree.SubElement(etree.SubElement(body, q("a:p")), q("a:r"))
    properties = etree.SubElement(run, q("a:rPr"), sz=_SIZE)
    if language:
        properties.set("lang", language)
    etree.SubElement(run, q("a:t")).text = title


def _show_above(shape: Element, width: int) -> None:
    """Switch a shape on, and move it above the slide; long text grows away from the slide."""
    for body in shape.iterfind(f"{q('p:txBody')}/{q('a:bodyPr')}"):
        body.set("anchor", "b")
    named = shape_properties(shape)
    if named is not None and named.get("hidden") is not None:
        del named.attrib["hidden"]
    properties = shape.find(q("p:spPr"))
    if properties is None:
        return
    place = present_child(properties, "a:xfrm")
    place.clear()
    x, y, cx, cy = ABOVE_SLIDE
    etree.SubElement(place, q("a:off"), x=str(x), y=str(y))
    etree.SubElement(place, q("a:ext"), cx=str(min(cx, width)), cy=str(cy))


def _striking_words(slide: AuditedSlide) -> str:
    """Return the first line of the largest text, else what a picture is described with."""
    sized = [
        (max(run.size for run in paragraph.runs), _shortened(paragraph.words))
        for shape in slide.shown
        if shape.placeholder not in FOOT_TYPES and shape.kind == "text"
        for area in shape.texts
        for paragraph in area.paragraphs
        if any(map(str.isalpha, paragraph.words)) and paragraph.runs
    ]
    if sized:
        largest = max(size for size, _ in sized)
        return next(words for size, words in sized if size == largest)
    described = (shape.description for shape in slide.shown if shape.description)
    return _shortened(" ".join(next(described, "").split()))


def _shortened(words: str) -> str:
    """Return words, cut at a blank if they are too long for a title."""
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"


def _in(language: str, words: Mapping[str, str]) -> str:
    return words.get(language.partition("-")[0].lower(), words["en"])
