"""Rules for slides, layouts, masters and notes pages: shapes, placeholders and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.audit.finding import (
    FOOTER_TYPES,
    TITLE_TYPES,
    Finding,
    list_entries,
    name_of,
    placeholders,
    presentation,
    repeated,
    rooted,
    slide_like,
    whole_number,
)
from deckgen.ooxml_rules.extensions import undeclared
from deckgen.ooxml_rules.values import LINKS, PROGRAM_ACTIONS
from deckgen.opc.parsed_package import q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.audit.finding import Placeholder, Rule
    from deckgen.opc.parsed_package import Element, PackageParts, Part

TEXT_TYPES = {"obj", "body", "subTitle"}
"""PowerPoint takes these for one another when a slide changes its layout."""


def duplicate_shape_id(package: PackageParts) -> Iterator[Finding]:
    """Shape ids are unique on a slide. Microsoft's validator does not see it (FACTS).

    A fallback for older readers repeats the ids of what it stands for; that is right.
    """
    fallback = q("mc:Fallback")
    for part, root in slide_like(package):
        ids = [
            properties.get("id", "")
            for properties in root.iter(q("p:cNvPr"))
            if next(properties.iterancestors(fallback), None) is None
        ]
        for id_ in repeated(ids):
            yield Finding(part.name, f"two shapes have the id {id_}")


def negative_extent(package: PackageParts) -> Iterator[Finding]:
    """No width or height is negative. PowerPoint repairs the file otherwise (FACTS)."""
    for part, root in slide_like(package):
        for extent in root.iter(q("a:ext"), q("a:chExt")):
            for side in ("cx", "cy"):
                if (whole_number(extent.get(side)) or 0) < 0:
                    yield Finding(part.name, f"a shape has {side}={extent.get(side)}")


def picture_without_image(package: PackageParts) -> Iterator[Finding]:
    """Every picture names its image; PowerPoint shows a red cross otherwise."""
    for part, root in slide_like(package):
        for picture in root.iter(q("p:pic")):
            blip = next(picture.iter(q("a:blip")), None)
            if blip is None or not (blip.get(q("r:embed")) or blip.get(q("r:link"))):
                yield Finding(part.name, f"the picture “{name_of(picture)}” has no image")


def _with_layout(package: PackageParts) -> Iterator[tuple[Part, Placeholder, list[Placeholder]]]:
    """Yield every placeholder of every slide, with the placeholders of the slide's layout."""
    for part, root in rooted(package, "p:sld"):
        layout = package.parts.get(part.target_of("slideLayout") or "")
        if layout is None or layout.root is None:
            continue
        offered = placeholders(layout.root)
        for placeholder in placeholders(root):
            yield part, placeholder, offered


def footer_not_on_layout(package: PackageParts) -> Iterator[Finding]:
    """Dates, footers and numbers stand only where the layout has them (FACTS)."""
    for part, placeholder, offered in _with_layout(package):
        is_footer = placeholder.type in FOOTER_TYPES
        if is_footer and placeholder.type not in {other.type for other in offered}:
            yield Finding(part.name, f"has a {placeholder.type} that its layout lacks")


def placeholder_not_on_layout(package: PackageParts) -> Iterator[Finding]:
    """Every placeholder finds its place by idx (a title by its type) on the layout.

    One without a match has neither place nor style: PowerPoint shows it where it likes.
    """
    for part, placeholder, offered in _with_layout(package):
        if placeholder.type in FOOTER_TYPES:
            continue
        if not any(_matches(placeholder, other) for other in offered):
            yield Finding(
                part.name,
                f"the layout has no placeholder type={placeholder.type} idx={placeholder.idx}",
            )


def _matches(placeholder: Placeholder, other: Placeholder) -> bool:
    """Whether a slide's placeholder stands for one of the layout."""
    if placeholder.type in TITLE_TYPES:
        return other.type in TITLE_TYPES
    alike = placeholder.type == other.type or {placeholder.type, other.type} <= TEXT_TYPES
    return alike and placeholder.idx == other.idx


def unlisted_slide(package: PackageParts) -> Iterator[Finding]:
    """Every slide part is in the list of slides: no left-over of a removed sample slide (FACTS)."""
    listed = _listed_slides(package)
    for part in package.of_root("p:sld"):
        if part.name not in listed:
            yield Finding(part.name, "is not in the list of slides")


def jump_to_lost_slide(package: PackageParts) -> Iterator[Finding]:
    """Every jump leads to a slide of the deck."""
    listed = _listed_slides(package)
    for part, link in _links(package):
        if link.get("action", "").startswith("ppaction://hlinksldjump"):
            rel = part.related(link.get(q("r:id")))
            if rel is None or rel.type != "slide" or rel.target not in listed:
                yield Finding(part.name, "a link jumps to a slide that is not in the deck")


def program_action(package: PackageParts) -> Iterator[Finding]:
    """No click starts a program or a macro (promise 7)."""
    for part, link in _links(package):
        if link.get("action", "").startswith(PROGRAM_ACTIONS):
            yield Finding(part.name, f"a click runs {link.get('action')}")


def _listed_slides(package: PackageParts) -> set[str]:
    """Return the part names of the slides that are listed: all, where there is no list."""
    main = presentation(package)
    if main is None:
        return {part.name for part in package.of_root("p:sld")}
    part, root = main
    listed = {entry.get(q("r:id")) for entry in list_entries(root, "p:sldIdLst/p:sldId")}
    return {rel.target for rel in part.relationships if rel.id in listed}


def _links(package: PackageParts) -> Iterator[tuple[Part, Element]]:
    """Yield every link of every slide, layout, master and notes page."""
    for part, root in slide_like(package):
        for link in root.iter(*map(q, LINKS)):
            yield part, link


def extension_not_ignorable(package: PackageParts) -> Iterator[Finding]:
    """Every attribute of a later PowerPoint, such as `p14:dur`, is declared in `mc:Ignorable`.

    Otherwise PowerPoint must understand it there, and repairs the file (FACTS; ECMA-376 part 3).
    """
    for part, root in slide_like(package):
        for _, name in undeclared(root):
            yield Finding(part.name, f"{name} is not in mc:Ignorable")


IN_EACH_PART: tuple[Rule, ...] = (
    duplicate_shape_id,
    negative_extent,
    picture_without_image,
    program_action,
    extension_not_ignorable,
)
ACROSS_PARTS: tuple[Rule, ...] = (
    footer_not_on_layout,
    placeholder_not_on_layout,
    unlisted_slide,
    jump_to_lost_slide,
)
