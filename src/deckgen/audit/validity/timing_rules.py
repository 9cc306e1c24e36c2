"""Rules for animations: their shapes and paragraphs exist (ECMA-376 Part 1, 19.5)."""

from collections.abc import Iterator

from deckgen.audit.validity.fault import (
    Fault,
    FaultRule,
    repeated_values,
    slides_layouts_masters_notes,
    whole_number,
)
from deckgen.ooxml_rules.shape_queries import name_of, shapes_by_id
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import Element, q

TARGETS = ("p:spTgt", "p:bldP", "p:bldOleChart", "p:bldDgm", "p:bldGraphic")


def _timings(package: ParsedPackage) -> Iterator[tuple[str, Element, Element]]:
    for part, root in slides_layouts_masters_notes(package):
        for timing in root.iter(q("p:timing")):
            yield part.name, root, timing


def duplicate_time_node(package: ParsedPackage) -> Iterator[Fault]:
    """Time nodes of a slide have unique ids (ECMA-376 part 1, 19.5, cTn)."""
    for name, _, timing in _timings(package):
        for id_ in repeated_values(node.get("id", "") for node in timing.iter(q("p:cTn"))):
            yield Fault(name, f"two time nodes have the id {id_}")


def effect_on_lost_shape(package: ParsedPackage) -> Iterator[Fault]:
    """Every effect and every build names a shape of its slide: PowerPoint drops it otherwise."""
    for name, root, timing in _timings(package):
        shapes = shapes_by_id(root)
        named = [target.get("spid", "") for target in timing.iter(*map(q, TARGETS))]
        for id_ in dict.fromkeys(id_ for id_ in named if id_ not in shapes):
            yield Fault(name, f"an animation names the shape {id_}, which is gone")


def _paragraphs(root: Element, id_: str) -> int:
    """Return how many paragraphs a shape has: at most, where alternatives have the same id."""
    shapes = (
        properties.getparent()
        for properties in root.iter(q("p:cNvPr"))
        if properties.get("id") == id_
    )
    owners = (None if shape is None else shape.getparent() for shape in shapes)
    return max(
        (sum(1 for _ in owner.iter(q("a:p"))) for owner in owners if owner is not None), default=0
    )


def effect_on_lost_paragraph(package: ParsedPackage) -> Iterator[Fault]:
    """Every effect on paragraphs names some that its shape has (ECMA-376 part 1, 19.5, pRg)."""
    for name, root, timing in _timings(package):
        shapes = shapes_by_id(root)
        counts: dict[str, int] = {}
        for target in timing.iter(q("p:spTgt")):
            id_ = target.get("spid", "")
            shape = shapes.get(id_)
            if shape is None:
                continue
            if id_ not in counts:
                counts[id_] = _paragraphs(root, id_)
            count = counts[id_]
            for place in target.iter(q("p:pRg")):
                start, end = whole_number(place.get("st")), whole_number(place.get("end"))
                if start is None or end is None or not 0 <= start <= end < count:
                    yield Fault(
                        name,
                        f"an animation names the paragraphs {place.get('st')} to "
                        f"{place.get('end')} of “{name_of(shape)}”, which has {count}",
                    )


def build_without_effect(package: ParsedPackage) -> Iterator[Fault]:
    """Every build of a shape has effects of its group there, and stands once (ECMA-376, bldP)."""
    for name, _, timing in _timings(package):
        groups = {
            (target.get("spid", ""), node.get("grpId"))
            for target in timing.iter(q("p:spTgt"))
            for node in target.iterancestors(q("p:cTn"))
        }
        builds = [(build.get("spid", ""), build.get("grpId")) for build in timing.iter(q("p:bldP"))]
        for id_, group in builds:
            if (id_, group) not in groups:
                yield Fault(name, f"the build of the shape {id_} has no effects")
        for again in repeated_values(f"{id_}, {group}" for id_, group in builds):
            yield Fault(name, f"two builds are for one shape and group: {again}")


RULES: tuple[FaultRule, ...] = (
    duplicate_time_node,
    effect_on_lost_shape,
    effect_on_lost_paragraph,
    build_without_effect,
)
