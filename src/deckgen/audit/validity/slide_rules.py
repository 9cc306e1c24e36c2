"""Rules for slides, layouts, masters and notes pages: shapes, placeholders and links."""

from collections.abc import Iterator
from itertools import chain

from deckgen.audit.validity.fault import (
    Fault,
    FaultRule,
    parts_with_root,
    presentation,
    repeated_values,
    slides_layouts_masters_notes,
)
from deckgen.ooxml_rules.attributes import LINK_TAGS, PROGRAM_ACTIONS, parse_integer
from deckgen.ooxml_rules.extensions import undeclared_attributes
from deckgen.ooxml_rules.shape_queries import (
    FOOTER_TYPES,
    TITLE_TYPES,
    PlaceholderShape,
    find_all,
    name_of,
    placeholder_shapes,
)
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q

TEXT_TYPES = {"obj", "body", "subTitle"}
"""PowerPoint takes these for one another when a slide changes its layout."""


def duplicate_shape_id(package: ParsedPackage) -> Iterator[Fault]:
    """Shape ids are unique on a slide. Microsoft's validator does not see it (FACTS).

    A fallback for older readers repeats the ids of what it stands for; that is right.
    """
    fallback = q("mc:Fallback")
    for part, root in slides_layouts_masters_notes(package):
        ids = [
            properties.get("id", "")
            for properties in root.iter(q("p:cNvPr"))
            if next(properties.iterancestors(fallback), None) is None
        ]
        for id_ in repeated_values(ids):
            yield Fault(part.name, f"two shapes have the id {id_}")


def negative_extent(package: ParsedPackage) -> Iterator[Fault]:
    """No width or height is negative. PowerPoint repairs the file otherwise (FACTS)."""
    for part, root in slides_layouts_masters_notes(package):
        for extent in root.iter(q("a:ext"), q("a:chExt")):
            for side in ("cx", "cy"):
                if (parse_integer(extent.get(side)) or 0) < 0:
                    yield Fault(part.name, f"a shape has {side}={extent.get(side)}")


def picture_without_image(package: ParsedPackage) -> Iterator[Fault]:
    """Every picture names its image; PowerPoint shows a red cross otherwise."""
    for part, root in slides_layouts_masters_notes(package):
        for picture in root.iter(q("p:pic")):
            # For ink, PowerPoint may write an empty picture for older readers.
            if next(picture.iterancestors(q("mc:Fallback")), None) is not None:
                continue
            # PowerPoint names an SVG in an extension of the blip, at times there alone.
            blips = chain.from_iterable(blip.iter() for blip in picture.iter(q("a:blip")))
            if not any(each.get(q("r:embed")) or each.get(q("r:link")) for each in blips):
                yield Fault(part.name, f"the picture “{name_of(picture)}” has no image")


def _with_layout(
    package: ParsedPackage,
) -> Iterator[tuple[ParsedPart, PlaceholderShape, list[PlaceholderShape]]]:
    """Yield every placeholder of every slide, with the placeholders of the slide's layout."""
    for part, root in parts_with_root(package, "p:sld"):
        layout = package.related_root(part, "slideLayout")
        if layout is None:
            continue
        offered = placeholder_shapes(layout)
        for placeholder in placeholder_shapes(root):
            yield part, placeholder, offered


def footer_not_on_layout(package: ParsedPackage) -> Iterator[Fault]:
    """Dates, footers and numbers stand only where the layout has them (FACTS)."""
    for part, placeholder, offered in _with_layout(package):
        is_footer = placeholder.type in FOOTER_TYPES
        if is_footer and placeholder.type not in {other.type for other in offered}:
            yield Fault(part.name, f"has a {placeholder.type} that its layout lacks")


def placeholder_not_on_layout(package: ParsedPackage) -> Iterator[Fault]:
    """Every placeholder without a box of its own finds one by idx (a title by type) on the layout.

    One without a match has neither place nor style: PowerPoint shows it where it likes.
    """
    for part, placeholder, offered in _with_layout(package):
        if placeholder.type in FOOTER_TYPES or placeholder.has_box:
            continue
        if not any(_matches(placeholder, other) for other in offered):
            yield Fault(
                part.name,
                f"the layout has no placeholder type={placeholder.type} idx={placeholder.idx}",
            )


def _matches(placeholder: PlaceholderShape, other: PlaceholderShape) -> bool:
    """Return whether a slide's placeholder belongs to one of the layout."""
    if placeholder.type in TITLE_TYPES:
        return other.type in TITLE_TYPES
    alike = placeholder.type == other.type or {placeholder.type, other.type} <= TEXT_TYPES
    return alike and placeholder.idx == other.idx


def unlisted_slide(package: ParsedPackage) -> Iterator[Fault]:
    """Every slide part is in the list of slides: no left-over of a removed sample slide (FACTS)."""
    listed = _listed_slides(package)
    for part in package.of_root("p:sld"):
        if part.name not in listed:
            yield Fault(part.name, "is not in the list of slides")


def jump_to_lost_slide(package: ParsedPackage) -> Iterator[Fault]:
    """Every jump leads to a slide of the deck."""
    listed = _listed_slides(package)
    for part, link in _links(package):
        if link.get("action", "").startswith("ppaction://hlinksldjump"):
            rel = part.related(link.get(q("r:id")))
            if rel is None or rel.type != "slide" or rel.target not in listed:
                yield Fault(part.name, "a link jumps to a slide that is not in the deck")


def program_action(package: ParsedPackage) -> Iterator[Fault]:
    """No click starts a program or a macro (promise 7)."""
    for part, link in _links(package):
        if link.get("action", "").startswith(PROGRAM_ACTIONS):
            yield Fault(part.name, f"a click runs {link.get('action')}")


def _listed_slides(package: ParsedPackage) -> set[str]:
    """Return the part names of the slides that are listed: all, where there is no list."""
    for part, root in presentation(package):
        listed = {entry.get(q("r:id")) for entry in find_all(root, "p:sldIdLst/p:sldId")}
        return {rel.target for rel in part.relationships if rel.id in listed}
    return {part.name for part in package.of_root("p:sld")}


def _links(package: ParsedPackage) -> Iterator[tuple[ParsedPart, Element]]:
    for part, root in slides_layouts_masters_notes(package):
        for link in root.iter(*map(q, LINK_TAGS)):
            yield part, link


def extension_not_ignorable(package: ParsedPackage) -> Iterator[Fault]:
    """Every attribute of a later PowerPoint, such as `p14:dur`, is declared in `mc:Ignorable`.

    Otherwise PowerPoint must understand it there, and repairs the file (FACTS; ECMA-376 part 3).
    """
    for part, root in slides_layouts_masters_notes(package):
        for _, name in undeclared_attributes(root):
            yield Fault(part.name, f"{name} is not in mc:Ignorable")


IN_EACH_PART: tuple[FaultRule, ...] = (
    duplicate_shape_id,
    negative_extent,
    picture_without_image,
    program_action,
    extension_not_ignorable,
)
ACROSS_PARTS: tuple[FaultRule, ...] = (
    footer_not_on_layout,
    placeholder_not_on_layout,
    unlisted_slide,
    jump_to_lost_slide,
)
