"""The bytes of a package: parts, relationships, content types (ECMA-376 Part 2)."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from deckgen.opc.zip_writer import PackedEntries, Packer, ZipEntry, checksum_listing, join_entries
from deckgen.seal.deck_seal import seal_part, with_checksums
from deckgen.support.xml_text import DECLARATION, escape_all, escape_often

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}


class Relationship(NamedTuple):
    """A relationship of a part; `target` is relative to the part, or a URL if external."""

    id: str
    type: str
    target: str
    external: bool = False


class Part(NamedTuple):
    """One part of a package. `name` starts with a slash."""

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


def package_bytes(
    parts: Iterable[Part],
    relationships: Iterable[Relationship],
    packed: PackedEntries | None = None,
    seal: str | None = None,
) -> bytes:
    """Return the package: parts in the order given, each followed by its relationships.

    Parts are packed one by one, so that a large deck is not twice in memory. `packed` holds entries
    that are deflated already (see `Packer`). `seal` names the part that is written last, with the
    checksum of all others in it (see `deckgen.seal.deck_seal`).

    Raises ValueError if two parts have the same name, two relationships of a part the same id, or
    a relationship leads to a missing part.
    """
    packer, entries, unsealed = Packer(packed), list[ZipEntry](), b""
    types: dict[str, str] = {}
    sources: dict[tuple[str, tuple[Relationship, ...]], bytes] = {}
    for name, content_type, data, own in parts:
        if name in types:
            raise ValueError("two parts of the package have the same name")
        types[name] = content_type
        if name == seal:
            unsealed = data
        else:
            entries.append(packer.entry(name[1:], data))
        if own:
            folder, _, file = name.rpartition("/")
            source = f"{folder}/", own
            xml = sources.get(source) or sources.setdefault(source, relationships_xml(own))
            entries.append(packer.entry(f"{folder[1:]}/_rels/{file}.rels", xml))
    package_links = tuple(relationships)
    for folder, links in (("/", package_links), *sources):
        if missing := _targets(folder, links) - types.keys():
            raise ValueError(f"a relationship leads to a missing part: {min(missing)}")
    head = (
        packer.entry("[Content_Types].xml", _content_types(types)),
        packer.entry("_rels/.rels", relationships_xml(package_links)),
    )
    entries = [*head, *entries]
    if seal is not None:
        listed = checksum_listing(entries)
        data = seal_part(with_checksums(unsealed, listed), listed)
        entries.append(packer.entry(seal[1:], data))
    return join_entries(entries)


@lru_cache(maxsize=256)
def _targets(folder: str, relationships: tuple[Relationship, ...]) -> frozenset[str]:
    """Return the parts that relationships lead to; decks of many towns share most of them."""
    if len({id_ for id_, _, _, _ in relationships}) < len(relationships):
        raise ValueError(f"two relationships of a part in {folder} have the same id")
    return frozenset(
        _resolved(folder, target) for _, _, target, external in relationships if not external
    )


def _content_types(types: Mapping[str, str]) -> bytes:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in _DEFAULTS.items()
    )
    overrides = "".join(
        [
            f'<Override PartName="{name}" ContentType="{escape_often(content_type)}"/>'
            for name, content_type in zip(escape_all([*types]), types.values(), strict=True)
            if _DEFAULTS.get(name.rpartition(".")[2]) != content_type
        ]
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    ).encode()


@lru_cache(maxsize=256)
def relationships_xml(relationships: tuple[Relationship, ...]) -> bytes:
    """Return the part that holds the relationships of a part: of most slides, to their layout."""
    ids = escape_all([each.id for each in relationships])
    targets = escape_all([each.target for each in relationships])
    entries = []
    for id_, target, (_, type_, _, external) in zip(ids, targets, relationships, strict=True):
        mode = ' TargetMode="External"' if external else ""
        entries.append(
            f'<Relationship Id="{id_}" Type="{escape_often(type_)}" Target="{target}"{mode}/>'
        )
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}'
        "</Relationships>"
    ).encode()


def _resolved(folder: str, target: str) -> str:
    """Return the part name of a target that is relative to a folder."""
    while target.startswith("../"):
        folder, target = folder[: folder.rstrip("/").rfind("/") + 1], target[3:]
    return folder + target
