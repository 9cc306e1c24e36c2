"""Small talks for the exports: compiled from text, with pictures that are one colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from deckgen.export.talk_contents import TalkContents, talk_contents
from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import Compiled, compile_talk
from deckgen.render.renderer import SlideImage
from deckgen.support.diagnostics import Diagnostics

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    '#read("/etc/passwd")',
    "$x$ and #sys.inputs",
    "<script>alert(1)</script>",
    "</style></script><!-- ]]>",
    r"\ back\slash \u{41}",
    """quotes " ' ` “ ”""",
    "@cite <label> // no comment /* none */",
    "= no heading",
)
"""Words that would do something, were they read as code."""


def compiled(outline: str, folder: Path) -> Compiled:
    """Return a talk that stands nowhere but in this text; it has no errors."""
    diagnostics = Diagnostics()
    files = MemoryOverlay({"slides.yaml": outline.encode()}, Workspace(folder))
    made = compile_talk("slides.yaml", files, None, diagnostics)
    assert made is not None, list(diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return made


def told(outline: str, folder: Path) -> TalkContents:
    return talk_contents(compiled(outline, folder))


def pictures(talk: TalkContents, width: int = 320, height: int = 180) -> list[SlideImage]:
    """Return a picture for every slide, each of another grey."""
    pages = []
    for slide in talk.slides:
        data = io.BytesIO()
        Image.new("L", (width, height), 200 - slide.number).save(data, "PNG")
        pages.append(SlideImage(slide.number, data.getvalue(), width, height))
    return pages
