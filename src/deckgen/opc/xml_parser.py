"""XML of a part: parsed without trust, and written again.

No entity is followed, and nothing is fetched. XML with a DOCTYPE is refused. Elements and
attributes are counted before they are made, so that no part can fill the memory.
"""

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

from deckgen.support.xml_text import URIS

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for its type)

MOST_MARKS = 3_000_000
"""Most elements and attributes in a package, as `XMLBudget` counts: those of 15,000 slides."""
MOST_LEVELS = 128
"""Most levels of nesting: groups in groups, conditions in animations."""
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (MOST_LEVELS + 1)})")

_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)""")
_DECLARATION = re.compile(r"<\?xml[^>]*>")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""The beginnings of parts in UTF-16."""
_ENCODINGS = frozenset({b"UTF-8", b"UTF-16", b"US-ASCII", b"ASCII", b"ISO-8859-1", b"WINDOWS-1252"})
"""ECMA-376 Part 2, 9.1.1 permits the first two; in the others `<` is the same byte."""


NAMESPACES = URIS


@cache
def q(name: str) -> str:
    """Return the qualified name of a prefixed one such as `p:sldId`, as lxml has it."""
    prefix, _, local = name.partition(":")
    return f"{{{URIS[prefix]}}}{local}"


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


class UnreadableXMLError(ValueError):
    """XML that is refused, and why; `code` is that of a Diagnostic."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class TooMuchXMLError(UnreadableXMLError):
    """A package with too much XML; no further part of it is read."""

    def __init__(self) -> None:
        most = MOST_MARKS // 1_000_000
        super().__init__("too-large", f"holds more than {most} million elements and attributes")


class XMLBudget:
    """How much XML of one package may still be read.

    An element takes a hundred bytes of memory, but deflated less than one byte of the file. So
    elements and attributes are counted before they are made: by the `<` and `=` in the bytes.
    """

    def __init__(self) -> None:
        self._left = MOST_MARKS

    def spend(self, data: bytes) -> None:
        """Subtract what a part needs. Raises TooMuchXMLError if less is left."""
        self._left -= data.count(b"<") + data.count(b"=")
        if self._left < 0:
            raise TooMuchXMLError


def parse_xml(data: bytes, budget: XMLBudget | None = None) -> Element:
    """Return the root of a part. Raises UnreadableXMLError.

    `budget` is that of the part's package; without it, the part may be as large as a package.
    """
    (budget or XMLBudget()).spend(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        plain = _countable(data)
        if b"<!DOCTYPE" in plain:
            raise _has_doctype()
        root = etree.fromstring(plain, parser)
    except UnreadableXMLError:
        raise
    except (etree.XMLSyntaxError, ValueError) as broken:
        if "Excessive depth" in str(broken):
            raise _is_too_deep() from broken
        reason = f"is not well-formed XML: {broken}"
        raise UnreadableXMLError("xml-not-well-formed", reason) from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_doctype()
    if _TOO_DEEP(root):
        raise _is_too_deep()
    return root


def _countable(data: bytes) -> bytes:
    """Return a part in an encoding in which `<` is always the byte 0x3C.

    In others, such as UTF-7, elements could not be counted before they are made. Raises
    UnreadableXMLError, and UnicodeDecodeError for broken UTF-16.
    """
    if data.startswith(_UTF_16):
        order = "-be" if data[0] == 0 else "-le" if data[0] == ord("<") else ""
        data = _DECLARATION.sub("", data.decode(f"utf-16{order}"), count=1).encode()
    plain = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    encoding = _ENCODING.match(plain)
    if not plain.startswith(b"<") or (encoding and encoding[1].upper() not in _ENCODINGS):
        reason = "is not XML in an encoding that Office files may have"
        raise UnreadableXMLError("xml-not-well-formed", reason)
    return data


def _is_too_deep() -> UnreadableXMLError:
    return UnreadableXMLError(
        "xml-too-deep", f"is nested more than {MOST_LEVELS} levels deep; it is not read"
    )


def _has_doctype() -> UnreadableXMLError:
    return UnreadableXMLError(
        "xml-doctype", "has a DOCTYPE, which no Office file may have; it is not read"
    )


def serialize_xml(root: Element) -> bytes:
    """Return the part that an element is the root of."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def is_same_xml(one: Element, other: Element) -> bool:
    """Return whether elements are equal but for prefixes, indentation and order of attributes."""
    return (
        (one.tag, sorted(one.items()), len(one)) == (other.tag, sorted(other.items()), len(other))
        and (one.text or "").strip() == (other.text or "").strip()
        and all(is_same_xml(*pair) for pair in zip(one, other, strict=True))
    )
