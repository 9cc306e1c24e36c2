"""The process that draws SVGs ends within its time and memory."""

import os
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from deckgen.media.svg.svg_to_png import DrawingProcess
from deckgen.support.bounded_process import OutOfBoundsError, resident_bytes
from tests.media.sample_pictures import svg
from tests.media.sample_recordings import FILM
from tests.tools.bounded import run_deckgen
from tests.tools.processes import below, left_of

LIBRARY = str(Path(str(find_spec("resvg_py").origin)).parent.parent)  # type: ignore[union-attr]
FILTERED = '<g filter="url(#f)"><rect width="40" height="30"/></g>'
ENDLESS = (
    '<filter id="f" x="-99" y="-99" width="300" height="300">'
    + '<feTurbulence baseFrequency="1" numOctaves="10"/>' * 50
    + f"</filter>{FILTERED}"
)
"""Each step passes the estimate; together they take minutes."""
LARGE = "".join(f'<g opacity="0.9{n % 10}">' for n in range(150)) + "<rect width='40' height='30'/>"
LARGE = LARGE + "</g>" * 150
"""A picture of its own for each group: gigabytes."""


@pytest.mark.slow
def test_a_drawing_without_end_is_ended() -> None:
    others = {one.id for one in below(os.getpid())}
    with closing(DrawingProcess(LIBRARY, seconds=5)) as drawer:
        with pytest.raises(OutOfBoundsError):
            drawer.draw(svg(ENDLESS), 1_500)
        assert not left_of({one.id for one in below(os.getpid())} - others)
        assert drawer.draw(svg("<rect/>"), 10)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, its memory is watched")
def test_a_drawing_that_fills_the_memory_is_none() -> None:
    with closing(DrawingProcess(LIBRARY, megabytes=200)) as drawer:
        assert drawer.draw(svg(LARGE), 2_400) is None
        assert drawer.draw(svg("<rect/>"), 10)


def test_memory_is_seen_from_outside() -> None:
    holds = "held = b'x' * 50_000_000; print('ready', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", holds], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"ready")
        seen = resident_bytes(process.pid)
        process.communicate(b"\n", timeout=20)
    assert 50_000_000 < seen < 200_000_000
    assert resident_bytes(2**30) == 0


HOSTILE = {
    "ends it": '<path d="M10 10A1e9 1e9 0 1 0 50 1e9" stroke="red"/>',
    "panics": '<circle cx="9" cy="9" r="9e9"/>',
    "is refused": '<filter id="f"><feTurbulence numOctaves="999999"/></filter>' + FILTERED,
}
WAYS = {
    "image": "  - {title: A, image: {file: x.svg, alt: a}}\n",
    "poster": "  - {title: A, video: {file: f.mp4, poster: x.svg, alt: a}}\n",
    "people": "  - {title: A, people: [{name: Anna, role: B, picture: {file: x.svg}}]}\n",
    "logo": "  - {title: A, text: b}\n",
}
BRAND = """name: B
logo: x.svg
colors: {sand: F4ECDF, deep: 14505A, accent: A33A2A, highlight: E08A3C, paper: FFFFFF, ink: 1A1A1A}
fonts: {heading: Cambria, body: Calibri, code: Consolas}
"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("way", WAYS)
def test_no_way_in_ends_the_program(kind: str, way: str, tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_bytes(svg(HOSTILE[kind]))
    (tmp_path / "f.mp4").write_bytes(FILM)
    (tmp_path / "brand.yaml").write_text(BRAND)
    brand = "brand: brand.yaml\n" if way == "logo" else ""
    (tmp_path / "slides.yaml").write_text(f"title: T\n{brand}slides:\n{WAYS[way]}")
    ended = run_deckgen("check", folder=tmp_path, seconds=10, megabytes=1500)
    line = "brand.yaml:2" if way == "logo" else "slides.yaml:3"
    if ended.code == 0:
        assert kind != "is refused"  # another release of what draws may draw the others
        return
    assert ended.code == 1, ended.said
    assert line in ended.said
    assert "hint:" in ended.said
