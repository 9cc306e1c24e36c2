"""The zip that a deck is: parts, relationships, content types (ECMA-376 Part 2). Byte-stable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.opc.archive import Packed, zipped
from deckgen.opc.part import Part, Relationship
from deckgen.xml import DECLARATION, escape

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}


def package_bytes(
    parts: Iterable[Part], relationships: Iterable[Relationship], packed: Packed | None = None
) -> bytes:
    """Return the package. Parts are written in the order given, relationships after their part.

    `packed` holds data that is deflated already, as `zipped` has it.

    Raises ValueError if two parts have one name, or a relationship leads to a part that is missing:
    such a package must not leave the house.
    """
    kept = tuple(parts)
    names = {part.name for part in kept}
    if len(names) != len(kept):
        raise ValueError("two parts of the package have the same name")
    return zipped(_entries(kept, tuple(relationships), names), packed)


def _entries(
    parts: tuple[Part, ...], relationships: tuple[Relationship, ...], names: set[str]
) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", _content_types(parts)
    yield "_rels/.rels", _relationships_xml("/", relationships, names)
    written: dict[tuple[str, tuple[Relationship, ...]], bytes] = {}
    for part in parts:
        yield part.name[1:], part.data
        if part.relationships:
            folder, _, file = part.name.rpartition("/")
            # Most slides have the same: their layout, and nothing else.
            key = (f"{folder}/", part.relationships)
            xml = written.get(key)
            if xml is None:
                xml = written[key] = _relationships_xml(*key, names)
            yield f"{folder[1:]}/_rels/{file}.rels", xml


def _content_types(parts: tuple[Part, ...]) -> bytes:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in _DEFAULTS.items()
    )
    overrides = "".join(
        f'<Override PartName="{part.name}" ContentType="{part.content_type}"/>'
        for part in parts
        if _DEFAULTS.get(part.name.rpartition(".")[2]) != part.content_type
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    ).encode()


def _relationships_xml(
    folder: str, relationships: tuple[Relationship, ...], names: set[str]
) -> bytes:
    entries = []
    for relationship in relationships:
        if not relationship.external and _resolved(folder, relationship.target) not in names:
            raise ValueError(f"a relationship leads to a missing part: {relationship.target}")
        mode = ' TargetMode="External"' if relationship.external else ""
        entries.append(
            f'<Relationship Id="{relationship.id}" Type="{relationship.type}"'
            f' Target="{escape(relationship.target)}"{mode}/>'
        )
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}'
        "</Relationships>"
    ).encode()


def _resolved(folder: str, target: str) -> str:
    """Return the part name that a relative target means, as seen from a folder."""
    while target.startswith("../"):
        folder, target = folder[: folder.rstrip("/").rfind("/") + 1], target[3:]
    return folder + target
