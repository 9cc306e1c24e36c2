"""Layouts that were drawn for a page of another size than the slides have.

Programs that only write another size of the slides, as many do with python-pptx, leave the layouts
as they are: all text stands in the left part of a wide page, or below a low one.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_CM
from deckgen.ooxml_rules.attributes import parse_emu
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import part_label, tree_of, with_edited_tree, with_parts
from deckgen.template.package.layout_lists import layout_part_names, master_part_names
from deckgen.template.package.presentation_part import page_box

_RATIOS = (Fraction(4, 3), Fraction(16, 9), Fraction(16, 10))
"""Widths of usual pages, as shares of their heights."""
_FILLED = 0.9
"""Share of the height of its page that a master reaches down to, at least: its footers do."""
_ALIKE, _OTHER, _MOST = 1.02, 1.15, 2
"""How many times longer one page may be than the other in one direction: alike up to the first
number; of another size from the second to the third."""
_SIDES = (("a:off", "x", 0), ("a:ext", "cx", 0), ("a:off", "y", 1), ("a:ext", "cy", 1))


def with_stretched_layouts(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package; masters for pages of another size fill the slides, with their layouts.

    That is told by the placeholders: they have like margins at the left and at the right of another
    page. Masters that draw anything, or have a picture behind the text, stay as they are.
    """
    slide = page_box(package)[2:]
    changed: list[ParsedPart] = []
    for name in master_part_names(package):
        parts = [package.parts[each] for each in (name, *layout_part_names(package, name))]
        page = _page(parts)
        if page is None or not _is_another(page, slide):
            continue
        factors = (slide[0] / page[0], slide[1] / page[1])
        for part in parts:
            _stretch(part, factors)
        changed += (with_edited_tree(part) for part in parts)
        diagnostics.note(
            "layouts-stretched",
            f"{package.file}: the layouts of {part_label(parts[0])} are made for pages of"
            f" {_in_centimetres(page)}; they are stretched to the {_in_centimetres(slide)} of the"
            " slides",
            None,
        )
    return with_parts(package, changed)


def _is_another(page: tuple[int, int], slide: tuple[int, int]) -> bool:
    least, most = sorted(
        max(own, side) / min(own, side) for own, side in zip(page, slide, strict=True)
    )
    return least <= _ALIKE and _OTHER <= most <= _MOST


def _page(parts: Sequence[ParsedPart]) -> tuple[int, int] | None:
    """Return width and height of the page for which a master and its layouts were drawn.

    None if that cannot be told, or if they draw anything.
    """
    boxes = [box_of(frame) for part in parts for frame in _frames(part)]
    known = [box for box in boxes if box is not None]
    if not known or len(known) < len(boxes) or any(draws(part) for part in parts):
        return None
    left, bottom = min(box.x for box in known), max(box.bottom for box in known)
    width = left + max(box.right for box in known)
    heights = (round(width / ratio) for ratio in _RATIOS)
    fitting = [height for height in heights if height * _FILLED < bottom <= height]
    return (width, min(fitting)) if fitting and left > 0 else None


def _frames(part: ParsedPart) -> Iterator[Element]:
    """Yield the places of the placeholders of a master or a layout, as far as it says them."""
    for shape in tree_of(part).iter(q("p:sp")):
        frame = shape.find(f"{q('p:spPr')}/{q('a:xfrm')}")
        if frame is not None:
            yield frame


def box_of(frame: Element) -> Box | None:
    """Return the box that an `a:xfrm` sets; None if it is not whole."""
    sides = ((frame.find(q(tag)), name) for tag, name, _ in _SIDES)
    x, cx, y, cy = (None if side is None else parse_emu(side.get(name)) for side, name in sides)
    if x is None or y is None or cx is None or cy is None:
        return None
    return Box(x, y, cx, cy)


def draws(part: ParsedPart) -> bool:
    """Return whether a master or a layout has anything but placeholders and plain grounds."""
    if next(tree_of(part).iter(q("a:blip")), None) is not None:
        return True
    tree = next(tree_of(part).iter(q("p:spTree")), None)
    shapes = () if tree is None else tree.iterchildren("{*}*")
    named = ((local_name(shape), shape) for shape in shapes)
    return any(
        name not in {"nvGrpSpPr", "grpSpPr", "extLst"}
        and (name != "sp" or next(shape.iter(q("p:ph")), None) is None)
        for name, shape in named
    )


def _stretch(part: ParsedPart, factors: tuple[float, float]) -> None:
    for frame in _frames(part):
        for tag, name, axis in _SIDES:
            side = frame.find(q(tag))
            length = None if side is None else parse_emu(side.get(name))
            if side is not None and length is not None:
                side.set(name, str(round(length * factors[axis])))


def _in_centimetres(page: tuple[int, int]) -> str:
    return " × ".join(f"{side / EMU_PER_CM:.1f}" for side in page) + " cm"
