"""Pages without an office suite: the right number, the right size, and no crash on bad decks."""

import struct
import threading
import zipfile
from collections.abc import Callable, Generator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

pytest.importorskip("betteroffice_pptx", reason="the extra “show” is not installed")

from deckgen.render.fonts.deck_typefaces import deck_typefaces
from deckgen.render.fonts.system_fonts import system_fonts
from deckgen.render.light.light_renderer import light_renderer
from deckgen.render.renderer import RenderingError, SlideImage
from tests.render.hostile import SECRET, WAYS_OUT, has_colour, hostile, listening, secret_in
from tests.sampled import sampled
from tests.talks import talk

_ENTRIES = "- cover\n- title: One ✓ 💡\n  bullets: [a, b]\n- title: Two\n  bullets: [c]"


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    if not system_fonts():
        pytest.skip("this machine has no fonts")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "width", "height"), [("16:9", 320, 180), ("16:9", 1920, 1080), ("4:3", 960, 720)]
)
def test_pages_come_in_the_order_asked_for(size: str, width: int, height: int) -> None:
    pages = list(light_renderer().images(talk(_ENTRIES, size=size).data, [3, 1], width))
    assert [page.number for page in pages] == [3, 1]
    for page in pages:
        assert page.png.startswith(b"\x89PNG")
        assert struct.unpack_from(">2I", page.png, 16) == (page.width, page.height)
        assert (page.width, page.height) == (width, height)


def test_it_says_who_drew() -> None:
    assert light_renderer().name.startswith("betteroffice 0.")


def _changed(data: bytes, old: bytes, new: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(out, "w") as changed:
        for name in package.namelist():
            changed.writestr(name, package.read(name).replace(old, new))
    return out.getvalue()


_DEEP = b"<p:grpSp>" * 5000 + b"</p:grpSp>" * 5000


@pytest.mark.parametrize(
    "broken",
    sampled(
        [
            lambda _: b"",
            lambda _: b"PK\x03\x04 no deck",
            lambda data: data[: len(data) // 2],
            lambda data: _changed(data, b"<p:spTree>", b"<p:spTree"),
            lambda data: _changed(data, b"</p:spTree>", _DEEP + b"</p:spTree>"),
        ],
        every=5,
    ),
    ids=["empty", "no zip", "cut", "no XML", "deep"],
)
def test_a_broken_deck_is_refused(broken: Callable[[bytes], bytes]) -> None:
    deck = broken(talk("- title: One\n  bullets: [a]").data)
    with pytest.raises(RenderingError, match=r"Slide 1 cannot be drawn: .+\.|The deck is no"):
        list(light_renderer().images(deck, [1], 320))


@pytest.mark.slow
def test_groups_in_groups_are_drawn_or_told() -> None:
    group = (
        b'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="90" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        b"<p:grpSpPr/>"
    )
    few, many = (
        _changed(
            talk("- title: One\n  bullets: [a]").data,
            b"</p:spTree>",
            group * levels + b"</p:grpSp>" * levels + b"</p:spTree>",
        )
        for levels in (60, 100)
    )
    assert list(light_renderer().images(few, [1], 64))
    with pytest.raises(RenderingError, match="Slide 1 cannot be drawn") as problem:
        list(light_renderer().images(many, [1], 64))
    assert "LibreOffice" in problem.value.hint


@pytest.mark.slow
@pytest.mark.parametrize(("number", "width"), [(0, 320), (4, 320), (-1, 320), (1, 0), (1, 99999)])
def test_what_is_not_there_is_refused(number: int, width: int) -> None:
    with pytest.raises(RenderingError):
        list(light_renderer().images(talk(_ENTRIES).data, [number], width))


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS_OUT)
def test_it_follows_nothing(way: str, tmp_path: Path) -> None:
    with listening() as (port, came):
        for address in (secret_in(tmp_path).as_uri(), f"http://127.0.0.1:{port}/a.png"):
            with suppress(RenderingError):  # it may be refused
                (page,) = light_renderer().images(hostile(way, address), [1], 480)
                assert not has_colour(Image.open(BytesIO(page.png)), SECRET)
    assert came == []


@pytest.mark.slow
def test_threads_draw_each_their_own(recwarn: pytest.WarningsRecorder) -> None:
    """A presentation that is let go of in another thread would warn, and leak."""
    data = talk(_ENTRIES).data
    drawn: list[SlideImage] = []

    def draw() -> None:
        pages = light_renderer().images(data, [1, 2, 3], 320)
        drawn.append(next(pages))
        assert isinstance(pages, Generator)
        pages.close()

    threads = [threading.Thread(target=draw) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(drawn) == 3
    assert len({page.png for page in drawn}) == 1
    assert not list(recwarn)


def test_the_fonts_of_a_deck_are_known_by_name() -> None:
    families = deck_typefaces(talk("- title: One\n  bullets: ['`code`']").data)
    assert (families.body, families.heading) == ("Calibri", "Calibri")
    assert families.every[0] == "Calibri"
    assert "Consolas" in families.every
    assert not [name for name in families.every if name.startswith("+")]
    assert deck_typefaces(b"no deck").every == ()
