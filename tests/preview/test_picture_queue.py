"""Pictures are drawn once, in the order in which somebody needs them."""

import threading
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from deckgen.preview.picture_queue import PictureQueue, QueuedDeck
from deckgen.render.renderer import Feature, RenderingError, SlideImage

_PATIENCE = 60


class _Recorder(NamedTuple):
    """A renderer that notes what it was asked for; slides 3, 5 and 6 cannot be drawn."""

    drawn: list[tuple[int, int]]
    name: str = "recorder"

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        for number in numbers:
            if number == 3:
                raise RenderingError("rendering-failed", "Slide 3 is beyond us.", "Try another.")
            if number == 5:
                raise ZeroDivisionError
            if number == 6:
                return
            self.drawn.append((number, width))
            yield SlideImage(number, deck + f" {number} {width}".encode(), width, width)

    def differences(self, _deck: bytes) -> dict[int, tuple[Feature, ...]]:
        return {}


@pytest.fixture
def recorder() -> _Recorder:
    return _Recorder([])


@pytest.fixture
def failed() -> threading.Event:
    return threading.Event()


@pytest.fixture
def pages(failed: threading.Event) -> Iterator[PictureQueue]:
    made = PictureQueue(failed.set)
    yield made
    made.stop()


def _running(pages: PictureQueue) -> None:
    threading.Thread(target=pages.run, daemon=True).start()


def test_what_somebody_waits_for_is_drawn_first_the_largest_before_all(
    pages: PictureQueue, recorder: _Recorder
) -> None:
    pages.show(QueuedDeck(b"deck", {"a": 1, "b": 2, "d": 4}, recorder))
    asked = [pages.ask("b", 320), pages.ask("d", 960), pages.ask("b", 960)]
    assert pages.ask("b", 960) is asked[2]
    _running(pages)
    assert [one.result(_PATIENCE) for one in asked] == [b"deck 2 320", b"deck 4 960", b"deck 2 960"]
    assert pages.ask("a", 320).result(_PATIENCE) == b"deck 1 320"
    assert recorder.drawn[:3] == [(4, 960), (2, 960), (2, 320)]


def test_a_slide_that_stays_as_it_was_is_not_drawn_again(
    pages: PictureQueue, recorder: _Recorder
) -> None:
    _running(pages)
    pages.show(QueuedDeck(b"old", {"a": 1, "b": 2}, recorder))
    assert pages.ask("b", 320).result(_PATIENCE) == b"old 2 320"
    assert pages.ask("a", 320).result(_PATIENCE) == b"old 1 320"
    pages.show(QueuedDeck(b"new", {"c": 1, "b": 2}, recorder))
    assert pages.ask("c", 320).result(_PATIENCE) == b"new 1 320"
    assert pages.ask("b", 320).result(_PATIENCE) == b"old 2 320"
    assert sorted(recorder.drawn) == [(1, 320), (1, 320), (2, 320)]


def test_who_takes_long_to_begin_draws_all_at_once(
    pages: PictureQueue, recorder: _Recorder
) -> None:
    """One call for what is waited for, and for everything that is missing."""
    pages.show(QueuedDeck(b"deck", {"a": 1, "b": 2, "d": 4}, recorder, starts_slowly=True))
    asked = [pages.ask("d", 320), pages.ask("d", 960)]
    assert asked[0] is asked[1]
    _running(pages)
    assert asked[0].result(_PATIENCE) == b"deck 4 960"
    assert pages.ask("b", 320).result(_PATIENCE) == b"deck 2 960"
    assert recorder.drawn == [(4, 960), (1, 960), (2, 960)]


def test_what_is_no_slide_any_more_is_not_drawn(pages: PictureQueue, recorder: _Recorder) -> None:
    assert pages.ask("a", 320).result(_PATIENCE) is None
    pages.show(QueuedDeck(b"old", {"a": 1}, recorder))
    asked = pages.ask("a", 320)
    pages.show(QueuedDeck(b"new", {"b": 1}, recorder))
    assert asked.result(_PATIENCE) is None
    assert pages.ask("a", 320).result(_PATIENCE) is None


def test_a_slide_that_cannot_be_drawn_is_told_and_does_not_stop_the_others(
    pages: PictureQueue, recorder: _Recorder, failed: threading.Event
) -> None:
    pages.show(QueuedDeck(b"deck", {"c": 3, "d": 4}, recorder))
    asked = pages.ask("c", 960)
    _running(pages)
    with pytest.raises(RenderingError, match="beyond us"):
        asked.result(_PATIENCE)
    assert failed.wait(_PATIENCE)
    problem = pages.problem("c")
    assert problem is not None
    assert (problem.code, pages.problem("d")) == ("rendering-failed", None)
    assert pages.ask("d", 960).result(_PATIENCE) == b"deck 4 960"
    with pytest.raises(RenderingError, match="beyond us"):
        pages.ask("c", 320).result(_PATIENCE)
    pages.show(QueuedDeck(b"deck", {"d": 4}, recorder))
    assert pages.problem("c") is None


@pytest.mark.parametrize("number", [5, 6])
def test_a_renderer_with_a_mistake_does_not_end_the_preview(
    pages: PictureQueue, recorder: _Recorder, number: int
) -> None:
    pages.show(QueuedDeck(b"deck", {"x": number, "a": 1}, recorder))
    _running(pages)
    with pytest.raises(RenderingError, match="by a mistake of what draws it"):
        pages.ask("x", 960).result(_PATIENCE)
    assert pages.ask("a", 960).result(_PATIENCE) == b"deck 1 960"


def test_nobody_calls_off_what_others_wait_for(pages: PictureQueue, recorder: _Recorder) -> None:
    pages.show(QueuedDeck(b"deck", {"a": 1}, recorder))
    asked = pages.ask("a", 320)
    assert not asked.cancel()
    _running(pages)
    assert asked.result(_PATIENCE) == b"deck 1 320"


def test_who_waits_when_it_ends_gets_nothing(pages: PictureQueue, recorder: _Recorder) -> None:
    pages.show(QueuedDeck(b"deck", {"a": 1}, recorder))
    asked = pages.ask("a", 320)
    pages.stop()
    assert asked.result(_PATIENCE) is None
    assert pages.ask("a", 960).result(_PATIENCE) is None
