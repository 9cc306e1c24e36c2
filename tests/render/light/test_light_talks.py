"""Every slide of the talk and of all examples is drawn without an office suite."""

import io
from pathlib import Path

import pytest
from PIL import Image

pytest.importorskip("betteroffice_pptx", reason="the extra “show” is not installed")

from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.render.fonts.system_fonts import system_fonts
from deckgen.render.light.light_renderer import light_renderer
from deckgen.support.diagnostics import Diagnostics
from tests.template.test_any_template import FILES, GOOD, deck

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).parents[3]
_OUTLINES = [
    path
    for path in (_ROOT / "slides.yaml", *sorted((_ROOT / "examples").rglob("*.yaml")))
    if "\nslides:" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("outline", _OUTLINES, ids=[path.stem for path in _OUTLINES])
def test_no_page_is_empty(outline: Path) -> None:
    """Each shows at least two colours, and no two are the same picture."""
    if not system_fonts():
        pytest.skip("this machine has no fonts")
    diagnostics = Diagnostics()
    compiled = compile_talk(outline.name, Workspace(outline.parent), None, diagnostics)
    assert compiled is not None
    assert not diagnostics.has_errors, list(diagnostics)
    count = len(compiled.deck.slides)
    pages = list(light_renderer().images(deck_bytes(compiled, None), range(1, count + 1), 320))
    assert [page.number for page in pages] == list(range(1, count + 1))
    for page in pages:
        colors = Image.open(io.BytesIO(page.png)).convert("RGB").getcolors(320 * 320)
        assert colors is not None
        assert len(colors) > 1, f"page {page.number} is empty"
    assert len({page.png for page in pages}) == count


@pytest.mark.parametrize("name", GOOD)
def test_templates_of_other_people(name: str) -> None:
    """On the real ones where they lie beside the project, else on that of python-pptx."""
    if not system_fonts():
        pytest.skip("this machine has no fonts")
    pages = list(light_renderer().images(deck(_OUTLINES[0], FILES[name]), range(1, 10), 320))
    assert [page.number for page in pages] == list(range(1, 10))
    assert len({page.png for page in pages}) == 9
