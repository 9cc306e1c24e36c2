"""Templates opened in tests, and put together again without a slide."""

import io
from functools import cache
from pathlib import Path

import pptx
import pytest

from deckgen.opc.package_writer import Part, Relationship, package_bytes
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.support.xml_text import RELATIONSHIPS
from deckgen.template.match.choosing.layout_match import LayoutMatch
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.package.open_template import open_template
from deckgen.template.read_template import read_template
from deckgen.template.template import OpenedTemplate, Template

TEMPLATES = Path(__file__).resolve().parents[3] / "shared" / "templates"
SPAN = Span("talk.yaml", 3, 8)
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def real_templates() -> list[Path]:
    """Return the real templates that may lie beside the project, broken ones left out."""
    return sorted(path for path in TEMPLATES.glob("*.p*") if path.stem != "broken-zip")


def real_template(name: str) -> Path:
    """Return a real template by its name; without the templates, skip the test."""
    for path in real_templates():
        if path.stem == name:
            return path
    pytest.skip("needs the templates beside the project")


@cache
def plain_template() -> bytes:
    """Return python-pptx's default template: one master, eleven layouts, no slide."""
    stream = io.BytesIO()
    pptx.Presentation().save(stream)
    return stream.getvalue()


@cache
def two_layouts() -> bytes:
    """Return that template with two of its layouts: it is opened in a fifth of the time."""
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def tried(data: bytes, file: str = "brand.potx") -> tuple[OpenedTemplate | None, list[Diagnostic]]:
    diagnostics = Diagnostics()
    return open_template(file, data, SPAN, diagnostics), list(diagnostics)


def opened(data: bytes) -> tuple[OpenedTemplate, list[str]]:
    """Return a template that must open, and the codes of the notes."""
    template, found = tried(data)
    assert template is not None, found
    assert {finding.severity for finding in found} <= {"note"}
    return template, [finding.code for finding in found]


def read_with_matches(data: bytes) -> tuple[Template, tuple[LayoutMatch, ...]]:
    """Return a template as it is read, and the layouts that serve its slides."""
    diagnostics = Diagnostics()
    template = read_template("brand.potx", data, None, diagnostics)
    assert template is not None, list(diagnostics)
    return template, match_layouts(template, {}, diagnostics) or ()


def put_together(template: OpenedTemplate) -> bytes:
    """Return the template as a presentation that has no slide yet."""
    frame = template.presentation
    xml = frame.head + frame.notes_masters + frame.handouts + frame.tail
    main = Part("/ppt/presentation.xml", _MAIN, xml.encode(), frame.relationships)
    lead = Relationship("deckgen1", f"{RELATIONSHIPS}/officeDocument", "ppt/presentation.xml")
    return package_bytes((main, *template.parts), (lead, *frame.package_relationships))
