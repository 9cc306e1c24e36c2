"""Rules for animations, films and sounds: their shapes, paragraphs and files exist (19.5)."""

from collections.abc import Iterator

from deckgen.audit.validity.fault import (
    Fault,
    FaultRule,
    parts_with_root,
    repeated_values,
    slides_layouts_masters_notes,
)
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.ooxml_rules.shape_queries import name_of, shapes_by_id
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import Element, q

TARGETS = ("p:spTgt", "p:bldP", "p:bldOleChart", "p:bldDgm", "p:bldGraphic")
FILES = {"a:videoFile": "video", "a:audioFile": "audio", "a:quickTimeFile": "video"}
"""The elements that link to a file, with the type of relationship (ECMA-376 Part 1, 20.1.3)."""
NODES = {"p:video": "video", "p:audio": "audio"}


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


def _paragraph_counts(root: Element) -> dict[str, int]:
    """Return how many paragraphs shapes have, by id: at most, where alternatives have the same."""
    counts: dict[str, int] = {}
    for properties in root.iter(q("p:cNvPr")):
        parent, id_ = properties.getparent(), properties.get("id", "")
        if parent is not None and (shape := parent.getparent()) is not None:
            counts[id_] = max(counts.get(id_, 0), sum(1 for _ in shape.iter(q("a:p"))))
    return counts


def effect_on_lost_paragraph(package: ParsedPackage) -> Iterator[Fault]:
    """Every effect on paragraphs names some that its shape has (ECMA-376 part 1, 19.5, pRg)."""
    for name, root, timing in _timings(package):
        shapes, counts = shapes_by_id(root), _paragraph_counts(root)
        for target in timing.iter(q("p:spTgt")):
            id_ = target.get("spid", "")
            if (shape := shapes.get(id_)) is None:
                continue
            count = counts.get(id_, 0)
            for place in target.iter(q("p:pRg")):
                start, end = parse_integer(place.get("st")), parse_integer(place.get("end"))
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


def media_of_another_kind(package: ParsedPackage) -> Iterator[Fault]:
    """Every film and sound is linked by a relationship of its kind (ECMA-376 part 1, 20.1.3).

    The media that PowerPoint itself plays are the same file, embedded ([MS-PPTX] 2.3.1.18).
    """
    for part, picture, kind, linked in _playing(package):
        name = name_of(picture)
        if linked is None or linked.type != kind:
            yield Fault(part.name, f"“{name}” is a {kind}, but its relationship is none")
            continue
        for media in picture.iter(q("p14:media")):
            id_ = media.get(q("r:embed")) or media.get(q("r:link"))
            embedded = part.related(id_)
            if embedded is None or embedded.type != "media":
                yield Fault(part.name, f"the media of “{name}” have no relationship of theirs")
            elif embedded.target != linked.target:
                yield Fault(part.name, f"“{name}” plays two files: one linked, one embedded")


def media_of_another_type(package: ParsedPackage) -> Iterator[Fault]:
    """Every film and sound in the package has a content type of its kind; else nothing plays it."""
    for part, picture, kind, linked in _playing(package):
        file = package.parts.get(linked.target) if linked and not linked.external else None
        if file is not None and not (file.content_type or "").startswith(f"{kind}/"):
            yield Fault(
                part.name, f"“{name_of(picture)}” plays {file.name}, which is {file.content_type}"
            )


def media_node_on_still_shape(package: ParsedPackage) -> Iterator[Fault]:
    """Every node that plays, and every command to play, names a shape that can (19.5, 19.5.17)."""
    for part, root in parts_with_root(package, "p:sld"):
        kinds = _kinds(root)
        for tag, kind in NODES.items():
            for node in root.iter(q(tag)):
                for id_ in _targets(node):
                    if kinds.get(id_) != kind:
                        yield Fault(part.name, f"a {kind} plays in the shape {id_}, which is none")
        for node in root.iter(q("p:cmd")):
            if not node.get("cmd", "").startswith(("play", "togglePause", "pause", "stop")):
                continue
            for id_ in _targets(node):
                if id_ not in kinds:
                    yield Fault(part.name, f"the shape {id_} is told to play, and cannot")


def media_played_twice(package: ParsedPackage) -> Iterator[Fault]:
    """Every film and sound has one node in the timing of its slide: it would play over itself."""
    for part, root in parts_with_root(package, "p:sld"):
        nodes = root.iter(*map(q, NODES))
        for id_ in repeated_values(id_ for node in nodes for id_ in _targets(node)):
            yield Fault(part.name, f"two nodes play the shape {id_}")


def _playing(
    package: ParsedPackage,
) -> Iterator[tuple[ParsedPart, Element, str, ParsedRelationship | None]]:
    """Yield every shape that plays, with its kind and the relationship to its file."""
    kinds = {q(tag): kind for tag, kind in FILES.items()}
    for part, root in slides_layouts_masters_notes(package):
        for file in root.iter(*kinds):
            shape = next(file.iterancestors(q("p:pic"), q("p:sp")), file)
            yield part, shape, kinds[str(file.tag)], part.related(file.get(q("r:link")))


def _kinds(root: Element) -> dict[str, str]:
    """Return `video` or `audio` for the shapes of a slide that play, by their ids."""
    return {
        id_: kind
        for id_, shape in shapes_by_id(root).items()
        for tag, kind in FILES.items()
        if any(True for _ in shape.iter(q(tag)))
    }


def _targets(node: Element) -> list[str]:
    return [target.get("spid", "") for target in node.iter(q("p:spTgt"))]


RULES: tuple[FaultRule, ...] = (
    duplicate_time_node,
    effect_on_lost_shape,
    effect_on_lost_paragraph,
    build_without_effect,
)
MEDIA_RULES: tuple[FaultRule, ...] = (
    media_of_another_kind,
    media_of_another_type,
    media_node_on_still_shape,
    media_played_twice,
)
