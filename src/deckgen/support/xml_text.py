"""Text for XML: escaping, and the namespaces of Open XML. Parts are written as strings."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

URIS: Mapping[str, str] = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p173": "http://schemas.microsoft.com/office/powerpoint/2017/3/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""The namespaces of Open XML, by the prefixes of names such as `p:sldId` in this program."""

DRAWING, PRESENTATION, RELATIONSHIPS = URIS["a"], URIS["p"], URIS["r"]

NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'
"""What the root of every presentation part declares."""

_EXTENSIONS = {
    "a2010": URIS["a14"],
    **{name: URIS[name] for name in ("adec", "ahyp", "asvg", "m", "mc", "p14", "p173")},
}
"""Namespaces of later versions and of markup compatibility, by prefix."""


def extension_namespaces(xml: str) -> str:
    """Return the declarations that the root of a part needs for the extensions in its XML.

    Some programs look for them only on the root (docs/facts/repair-prompts.md).
    """
    # Of long words, a search looks at few characters.
    if ':ext uri="{' not in xml and "<mc:AlternateContent" not in xml:
        return ""
    return "".join(
        f' xmlns:{prefix}="{uri}"' for prefix, uri in _EXTENSIONS.items() if f"<{prefix}:" in xml
    )


_SURROGATES = range(0xD800, 0xE000)
"""Python has them for bytes of a file's name, or of an argument, that are no text."""
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *_SURROGATES, 65534, 65535))
"""Characters that XML 1.0 (section 2.2) excludes."""


def escape(text: str) -> str:
    """Return a text for an element or a double-quoted attribute, without excluded characters.

    Tabs and line ends become character references, so that attributes keep them.
    """
    # Line ends, tabs and excluded characters are not printable.
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text):
        return text
    return (
        text.translate(_FORBIDDEN)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
        .replace("\t", "&#9;")
    )


def escape_all(texts: Sequence[str]) -> Sequence[str]:
    """Return the texts as `escape` has them; of many, few have anything that XML marks up."""
    flat = " ".join(texts)
    return texts if escape(flat) is flat else [escape(text) for text in texts]


escape_often = lru_cache(maxsize=256)(escape)
"""The same for what comes again and again: languages, names of layouts, types of parts."""
