"""The pictures of the slides: drawn on one thread, those that somebody waits for first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import NamedTuple, TypeAlias

from deckgen.render.renderer import Renderer, RenderingError, SlideImage

WIDTHS = (320, 960, 1920)
"""Pixels: in the strip, large, on a whole screen."""
_QUIET = 0.3
"""Seconds without a question after which pictures are drawn that nobody asked for yet."""
_MOST_BYTES = 192 << 20
"""Of pictures that are kept; a talk takes 4 MB."""

_FAILED = RenderingError(
    "rendering-failed",
    "The slide cannot be drawn, by a mistake of what draws it.",
    "Build the deck and open it in PowerPoint; and please tell us.",
)

PictureRequest: TypeAlias = tuple[str, int]
"""The key of a picture, and its width."""


class QueuedDeck(NamedTuple):
    """A deck whose slides can be asked for."""

    data: bytes
    numbers: Mapping[str, int]
    """The number of a slide by the key of its picture."""
    renderer: Renderer
    dear: bool = False
    """Whether it takes long to begin, as with LibreOffice: then all slides are drawn at once, and
    the small pictures are those that are shown large."""

    @property
    def least(self) -> int:
        """The width of its smallest pictures."""
        return WIDTHS[1] if self.dear else WIDTHS[0]


class PictureQueue:
    """The pictures of the deck that is shown now, and of those before it as far as they are kept.

    A slide that looks as it did has the key that it had, so it is not drawn again. Whoever asks
    waits for a `Future`; None in it means that there is no such slide any more.
    """

    def __init__(self, failed: Callable[[], None]) -> None:
        """`failed` is called, from another thread, when a slide cannot be drawn."""
        self._failed = failed
        self._change = threading.Condition()
        self._deck: QueuedDeck | None = None
        self._kept: OrderedDict[PictureRequest, bytes] = OrderedDict()
        self._size = 0
        self._waiting: dict[PictureRequest, Future[bytes | None]] = {}
        self._problems: dict[str, RenderingError] = {}
        self._stopped = False

    def show(self, deck: QueuedDeck) -> None:
        """Take another deck; what nobody has drawn of the last one, nobody will."""
        with self._change:
            self._deck = deck
            self._problems = {
                key: said for key, said in self._problems.items() if key in deck.numbers
            }
            for wanted in [one for one in self._waiting if one[0] not in deck.numbers]:
                self._waiting.pop(wanted).set_result(None)
            self._change.notify_all()

    def problem(self, key: str) -> RenderingError | None:
        """Return why a slide cannot be drawn, if somebody tried."""
        return self._problems.get(key)

    def ask(self, key: str, width: int) -> Future[bytes | None]:
        """Return the PNG of a slide, `width` pixels wide, as soon as it is drawn.

        The future raises RenderingError where that fails.
        """
        with self._change:
            wanted = key, max(width, self._deck.least) if self._deck else width
            if wanted in self._waiting:
                return self._waiting[wanted]
            answer: Future[bytes | None] = Future()
            if wanted in self._kept:
                self._kept.move_to_end(wanted)
                answer.set_result(self._kept[wanted])
            elif self._stopped or self._deck is None or key not in self._deck.numbers:
                answer.set_result(None)
            elif key in self._problems:
                answer.set_exception(self._problems[key])
            else:
                # Several may wait for it: nobody can call it off for the others.
                answer.set_running_or_notify_cancel()
                self._waiting[wanted] = answer
                self._change.notify_all()
            return answer

    def stop(self) -> None:
        """Draw no more; who still waits, gets nothing."""
        with self._change:
            self._stopped = True
            for answer in self._waiting.values():
                answer.set_result(None)
            self._waiting.clear()
            self._change.notify_all()

    def run(self) -> None:
        """Draw until it is time to stop: the work of one thread."""
        while True:
            with self._change:
                wanted = self._wanted()
                while not self._stopped and not wanted:
                    # Whoever was just told of a new state is about to ask; only when nobody does,
                    # there is time for what may be asked for later.
                    was_told = self._change.wait(_QUIET if self._ahead() else None)
                    wanted = self._wanted() or ([] if was_told else self._ahead())
                if self._stopped or self._deck is None:
                    return
                deck = self._deck
            self._draw(deck, wanted)

    def _wanted(self) -> list[PictureRequest]:
        """Return what somebody waits for, all of one width: the largest comes first."""
        widest = max((width for _, width in self._waiting), default=0)
        wanted = [one for one in self._waiting if one[1] == widest]
        if wanted and self._deck and self._deck.dear:
            return [*dict.fromkeys((*wanted, *self._missing(widest)))]
        return wanted

    def _ahead(self) -> list[PictureRequest]:
        """Return the small pictures that the strip will ask for, as far as there is room."""
        if self._deck is None or self._size > _MOST_BYTES // 2:
            return []
        return self._missing(self._deck.least)

    def _missing(self, width: int) -> list[PictureRequest]:
        numbers = self._deck.numbers if self._deck else {}
        wanted = ((key, width) for key in numbers if key not in self._problems)
        return [one for one in wanted if one not in self._kept]

    def _draw(self, deck: QueuedDeck, wanted: Sequence[PictureRequest]) -> None:
        numbers = [deck.numbers[key] for key, _ in wanted]
        pages: Iterator[SlideImage] = iter(())
        left = list(wanted)
        try:
            pages = deck.renderer.images(deck.data, numbers, wanted[0][1])
            for page in pages:
                self._keep(left.pop(0), page.png)
                if not left or self._is_overtaken(deck, left):
                    return
            self._fail(left[0], _FAILED)
        except RenderingError as problem:
            self._fail(left[0], problem)
        except Exception:  # noqa: BLE001 - whoever draws: the other slides can still be drawn
            self._fail(left[0], _FAILED)
        finally:
            # What draws is let go of in the thread that it was made in.
            if isinstance(pages, Generator):
                pages.close()

    def _is_overtaken(self, deck: QueuedDeck, left: Sequence[PictureRequest]) -> bool:
        """Return whether something else is to be drawn before what is left."""
        with self._change:
            if self._stopped or self._deck is not deck:
                return True
            turn = left if deck.dear else left[:1]
            return bool(self._waiting) and self._waiting.keys().isdisjoint(turn)

    def _keep(self, wanted: PictureRequest, png: bytes) -> None:
        with self._change:
            self._size += len(png) - len(self._kept.get(wanted, b""))
            self._kept[wanted] = png
            while self._size > _MOST_BYTES and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1])
            answer = self._waiting.pop(wanted, None)
        if answer:
            answer.set_result(png)

    def _fail(self, wanted: PictureRequest, problem: RenderingError) -> None:
        told = RenderingError(problem.code, problem.message, problem.hint)
        with self._change:
            self._problems[wanted[0]] = told
            answers = [self._waiting.pop(one) for one in [*self._waiting] if one[0] == wanted[0]]
        for answer in answers:
            answer.set_exception(told)
        self._failed()
