"""Text on its way into XML. The parts are written as text; this is where text is made safe."""

from __future__ import annotations

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"

NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'
"""The three namespaces that the root of every presentation part declares."""

_EXTENSIONS = {
    "a2010": "http://schemas.microsoft.com/office/drawing/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p173": "http://schemas.microsoft.com/office/powerpoint/2017/3/main",
}
"""Namespaces of later versions and of alternatives, by the prefixes that are used for them."""


def extension_namespaces(xml: str) -> str:
    """Return what the root of a slide, layout or master declares for the extensions in its XML.

    On the root, since not every program looks for it elsewhere (docs/facts/repair-prompts.md).
    """
    if 'uri="{' not in xml and "<mc:" not in xml:
        return ""
    return "".join(
        f' xmlns:{prefix}="{uri}"' for prefix, uri in _EXTENSIONS.items() if f"<{prefix}:" in xml
    )


_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
"""What XML 1.0 (section 2.2) has no way to say; surrogates never leave the YAML reader."""


def escape(text: str) -> str:
    """Return the text safe between tags and inside double quotes; forbidden characters are gone.

    Tabs and line ends are kept as character references, so that they also survive in attributes.
    """
    # Line ends, tabs and what XML forbids are not printable.
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
