"""The layouts that an author may name, and those that `layout` of a slide does name."""

from typing import TypeAlias

from deckgen.brand.brand import Brand, report_unknown_layout
from deckgen.deck.graphics import Clip
from deckgen.deck.layout import Layout
from deckgen.deck.slide import Deck, LayoutChoice, LayoutRole, PictureRole, PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import AS_WRITTEN, apply_variant
from deckgen.pipeline.build_cache import BuildCache, resolve_brand
from deckgen.pipeline.find_brand import TalkBrand
from deckgen.pipeline.read_source import Source, read_nodes, read_variant
from deckgen.support.diagnostics import Diagnostics, name_list

_TEXTS: dict[PlaceholderRole, str] = {
    "title": "headline",
    "body": "text",
    "second": "second text",
    "third": "third text",
}
"""The texts that need a placeholder of their own; others can join these."""
_SHORT: frozenset[LayoutRole] = frozenset({"cover", "closing"})
"""The roles whose body may stand in the placeholder of a subtitle."""


_Layouts: TypeAlias = dict[tuple[LayoutRole | PictureRole, str], Layout]


def choose_layouts(
    deck: Deck, talk_brand: TalkBrand, diagnostics: Diagnostics
) -> tuple[Deck, Brand]:
    """Return the deck and the brand with the layouts that slides name.

    A layout that does not exist, or has no place for what its slide holds, is an error. The slide
    then stands on the layout for its role, as all do while their brand cannot be read.
    """
    if talk_brand.is_substitute:
        slides = tuple(slide._replace(layout=None) for slide in deck.slides)
        return deck._replace(slides=slides), talk_brand.brand
    names = layout_names(talk_brand)
    wanted = dict.fromkeys(slide.layout for slide in deck.slides if slide.layout)
    for choice in wanted:
        if choice.name not in names:
            report_unknown_layout(choice, names, talk_brand.brand.name, diagnostics)
    layouts: _Layouts = {}
    placed = []
    for slide in deck.slides:
        own = _layouts(slide, slide.layout.name, talk_brand) if slide.layout else {}
        missing = _missing(slide, own) if own else []
        if slide.layout and missing:
            _report_missing(slide, slide.layout, missing, talk_brand, diagnostics)
        if own and not missing:
            layouts |= own
            placed.append(slide)
        else:
            placed.append(slide._replace(layout=None))
    brand = talk_brand.brand._replace(named_layouts={**talk_brand.brand.named_layouts, **layouts})
    if talk_brand.template:
        from deckgen.template.template_brand import fonts_by_name

        others = dict.fromkeys((*brand.fonts.others, *fonts_by_name(layouts.values())))
        brand = brand._replace(fonts=brand.fonts._replace(others=tuple(others)))
    return deck._replace(slides=tuple(placed)), brand


def layout_names(talk_brand: TalkBrand) -> tuple[str, ...]:
    """Return the names of all layouts of a brand, each once, the main master's first."""
    if talk_brand.template is None:
        return tuple(dict.fromkeys(layout.name for layout in talk_brand.brand.layouts))
    from deckgen.template.template_brand import layout_names

    return layout_names(talk_brand.template)


def _layouts(slide: Slide, name: str, talk_brand: TalkBrand) -> _Layouts:
    """Return the layout of a name, ready for the roles that a slide may have; empty if none is.

    A closing page with a code to scan may become a slide of two contents.
    """
    roles: tuple[LayoutRole, ...] = (slide.role,)
    if slide.role == "closing" and slide.graphics:
        roles = (slide.role, "two-contents")
    return {(role, name): layout for role in roles if (layout := _layout(role, name, talk_brand))}


def _layout(role: LayoutRole, name: str, talk_brand: TalkBrand) -> Layout | None:
    if talk_brand.template is None:
        return _generated_layout(role, name, talk_brand.brand)
    from deckgen.template.template_brand import named_layout

    return named_layout(talk_brand.template, role, name)


def _generated_layout(role: LayoutRole, name: str, brand: Brand) -> Layout | None:
    """Return a layout of a generated brand; below a headline alone, graphics have their area."""
    layout = next((layout for layout in brand.layouts if layout.name == name), None)
    if layout is None:
        return None
    boxes = layout.graphic_boxes
    if layout.role is None and layout.placeholder("title"):
        boxes = brand.layout("bullets", layout.tone).graphic_boxes
    return layout._replace(role=role, graphic_boxes=boxes)


def _missing(slide: Slide, layouts: _Layouts) -> list[str]:
    """Return what a slide holds that the last of its layouts has no place for."""
    *_, layout = layouts.values()
    texts = [
        missing
        for role, content in slide.placeholders
        if role in _TEXTS and (missing := _missing_of_text(role, content, slide.role, layout))
    ]
    graphics = [
        "recording" if isinstance(each, Clip) else type(each).__name__.lower()
        for role, each in slide.graphics
        if not layout.has_graphic_box(role)
    ]
    return texts + list(dict.fromkeys(graphics))


def _missing_of_text(
    role: PlaceholderRole, content: TextBody, slide_role: LayoutRole, layout: Layout
) -> str:
    """Return the parts of a text that a layout has no place for; empty if it has all of them."""
    placeholders = (layout.placeholder(place) for place in _places(slide_role, role))
    place = next((each for each in placeholders if each), None)
    levels = max((paragraph.level for paragraph in content.paragraphs), default=0) + 1
    if place is None:
        return _TEXTS[role]
    return f"{levels} levels of the {_TEXTS[role]}" if levels > len(place.level_styles) else ""


def _places(slide_role: LayoutRole, role: PlaceholderRole) -> tuple[PlaceholderRole, ...]:
    """Return the placeholders that can take a text."""
    if role == "title":
        return ("title", "body")
    return (role, "subtitle") if role == "body" and slide_role in _SHORT else (role,)


def _report_missing(
    slide: Slide,
    choice: LayoutChoice,
    missing: list[str],
    talk_brand: TalkBrand,
    diagnostics: Diagnostics,
) -> None:
    """Report a layout without a place for what a slide holds; the hint names layouts with one."""
    hint = None
    if not diagnostics.is_full("layout-without-place"):
        able = [
            f"“{name}”"
            for name in layout_names(talk_brand)
            if not _missing(slide, _layouts(slide, name, talk_brand))
        ]
        hint = f"These have: {name_list(able)}." if able else "Leave the line out."
    diagnostics.error(
        "layout-without-place",
        f"The layout “{choice.name}” has no place for the {' and the '.join(missing)} of the slide "
        f"“{slide.id}”.",
        choice.span,
        hint,
    )


def offered_layouts(name: str, files: Files, diagnostics: Diagnostics) -> tuple[str, ...] | None:
    """Return the names of the layouts of the brand of the outline called `name`.

    None, with errors, if outline or brand cannot be read. Slides may be wrong, as while one types.
    """
    nodes = read_nodes(name, files, diagnostics)
    if nodes is None:
        return None
    of_slides = Diagnostics()
    outline = read_variant(apply_variant(nodes, AS_WRITTEN, of_slides), of_slides)
    if outline is None:
        diagnostics.extend(of_slides)
        return None
    resolved = resolve_brand(Source(name, nodes, files), outline.talk, BuildCache())
    diagnostics.extend(resolved.diagnostics)
    return None if diagnostics.has_errors else layout_names(resolved.talk_brand)
