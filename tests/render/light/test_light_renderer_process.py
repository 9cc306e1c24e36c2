"""The process that draws with the light renderer: in bounds, and gone when nobody needs it."""

import gc
import os
import re
import sys
import time

import pytest

pytest.importorskip("betteroffice_pptx", reason="the extra “show” is not installed")

from deckgen.render.fonts.system_fonts import system_fonts
from deckgen.render.light.light_renderer import LightProcess
from deckgen.render.renderer import RenderingError
from deckgen.render.rendering_differences import rendering_differences
from tests.sampled import sampled
from tests.talks import talk
from tests.tools.packages import parts_of, zipped
from tests.tools.processes import below, left_of

ENTRIES = "- title: One\n  bullets: [a]\n- title: Two\n  bullets: [b]"


@pytest.fixture(autouse=True)
def _fonts() -> None:
    if not system_fonts():
        pytest.skip("this machine has no fonts")


def drawing() -> set[int]:
    """Return the processes of ours that draw."""
    return {one.id for one in below(os.getpid()) if "light_worker" in one.command}


def with_words(words: str) -> bytes:
    """Return a deck of two slides, of which the first has these words for its bullet."""
    deck = parts_of(talk(ENTRIES).data)
    name = next(name for name, data in deck.items() if b"<a:t>a</a:t>" in data)
    deck[name] = deck[name].replace(b"<a:t>a</a:t>", f"<a:t>{words}</a:t>".encode())
    return zipped(deck)


@pytest.mark.slow
def test_what_takes_too_long_is_given_up_and_the_next_is_drawn() -> None:
    process, deck = LightProcess(seconds=4), with_words("w" * 500_000)
    with pytest.raises(RenderingError, match="Slide 1 was not drawn in time") as raised:
        process.page(deck, {}, 1, 320)
    assert raised.value.code == "too-slow"
    good = LightProcess().page(deck, {}, 2, 320)
    assert good.png.startswith(b"\x89PNG")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is looked at, not bounded")
def test_what_takes_too_much_memory_is_given_up_and_another_is_drawn() -> None:
    process = LightProcess(megabytes=400)
    lines = "<a:p><a:r><a:t>a</a:t></a:r></a:p>" * 200_000
    deck = with_words(f"</a:t></a:r></a:p>{lines}<a:p><a:r><a:t>")
    with pytest.raises(RenderingError, match="Slide 1 cannot be drawn: it is too much"):
        process.page(deck, {}, 1, 320)
    assert process.page(talk(ENTRIES).data, {}, 2, 320).number == 2


@pytest.mark.slow
def test_the_deck_that_was_drawn_last_stays_open() -> None:
    process, one, other = LightProcess(), talk(ENTRIES).data, with_words("another")
    pages = [process.page(deck, {}, 1, 320).png for deck in (one, other, other, one)]
    assert pages[0] == pages[3] != pages[1] == pages[2]


@pytest.mark.slow
def test_of_a_process_that_nobody_needs_nothing_is_left() -> None:
    before = drawing()
    process = LightProcess()
    process.page(talk(ENTRIES).data, {}, 1, 320)
    own = drawing() - before
    assert len(own) == 1
    del process
    gc.collect()
    assert left_of(own) == set()


_UNCLOSED = ('<a:fld type="slidenum"><a:rPr>', "<p:sld ", "<a:graphicData ", "<a:p><a:t>")


@pytest.mark.slow
@pytest.mark.parametrize("piece", sampled(_UNCLOSED, every=4))
def test_what_is_never_closed_is_looked_through_once(piece: str) -> None:
    began = time.process_time()
    deck = parts_of(talk(ENTRIES).data)
    name = next(name for name in deck if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    deck[name] += piece.encode() * 100_000
    rendering_differences(zipped(deck), ("chart", "emoji"))
    assert time.process_time() - began < 10
