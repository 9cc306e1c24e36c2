"""The text of an SVG in UTF-8, without its document type, which could refer to the web."""

import re

# Compiled at first use: few files need them, and each costs a build time.
_ENCODED = rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{1,40})[\"'][^>]*\?>"
_READ = frozenset({"utf-8", "us-ascii", "ascii", "utf-16", "macroman", "macintosh"})
_READ_FAMILIES = ("iso-8859-", "iso8859-", "windows-125", "cp125", "latin")
_MARKED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
"""Byte order marks, which take precedence over a declaration."""
_DECLARATION = r"\s*<\?xml[^>]*\?>"
_DOCTYPE = rb"(?i)<!DOCTYPE[^>\[]*(?:\[([^\]]*)\]\s*)?>"
_ENTITY = (
    rb"(?s)<!ENTITY\s+([A-Za-z_][\w.-]{0,99})\s+(?:\"([^\"<&%]{0,1000})\"|'([^'<&%]{0,1000})')\s*>"
    rb"|<!--.*?-->|\s+"
)
_REFERENCE = rb"&([A-Za-z_][\w.-]{0,99});"
_START = 4096
"""Bytes within which the root element begins, after a comment or a document type."""


class SourceError(ValueError):
    """The text of an SVG cannot be read."""


class EntityError(ValueError):
    """A document type defines more than entities with plain text."""


def is_svg(data: bytes) -> bool:
    """Return whether a file looks like an SVG."""
    start = data[:_START].replace(b"\0", b"") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data
    return b"<svg" in start[:_START] or b":svg" in start[:_START]


def source_without_doctype(data: bytes, most: int) -> bytes:
    """Return an SVG in UTF-8 with its entities replaced, of at most `most` bytes.

    Illustrator defines styles and namespaces as entities. Any other definition, such as an entity
    of entities, raises EntityError; an unknown encoding raises SourceError.
    """
    data = _in_utf8(data)
    # Only the first: a search for more would take quadratic time if they have no end.
    start = data.lower().find(b"<!doctype")
    match = re.match(_DOCTYPE, data[start:]) if start >= 0 else None
    if match is None:
        return data
    entities = _entities(match[1] or b"")
    data = data[:start] + data[start + match.end() :]
    if not entities:
        return data
    size = len(data) + sum(len(entities.get(name, b"")) for name in re.findall(_REFERENCE, data))
    if size > most:
        raise EntityError
    return re.sub(_REFERENCE, lambda match: entities.get(match[1], match[0]), data)


def _in_utf8(data: bytes) -> bytes:
    marked = next((name for mark, name in _MARKED if data.startswith(mark)), None)
    declared = re.match(_ENCODED, data) if b"<?xml" in data[:_START] else None
    name = marked or (declared[1].decode().lower() if declared else "utf-8")
    if name not in {*_READ, "utf-8-sig"} and not name.startswith(_READ_FAMILIES):
        raise SourceError(name)
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise SourceError(name) from None
    if name in {"utf-8", "us-ascii", "ascii"}:
        return data
    declaration = re.match(_DECLARATION, text)
    return text[declaration.end() if declaration else 0 :].encode()


def _entities(subset: bytes) -> dict[bytes, bytes]:
    entities: dict[bytes, bytes] = {}
    at = 0
    entity = re.compile(_ENTITY)
    while at < len(subset):
        match = entity.match(subset, at)
        if match is None:
            raise EntityError
        at = match.end()
        if match[1]:
            entities.setdefault(match[1], match[2] if match[2] is not None else match[3])
    return entities
