"""The pictures of the slides: drawn in one thread, requested ones first; known by their keys."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from hashlib import blake2b
from typing import NamedTuple, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.deck.slide import Deck
from deckgen.ooxml.layout_shapes import DeckContext
from deckgen.ooxml.presentation import slide_numbers
from deckgen.ooxml.slide import slide_parts
from deckgen.opc.package_writer import Part
from deckgen.render.renderer import Renderer, RenderingError, SlideImage

WIDTHS = (320, 960, 1920)
"""Pixels: in the strip, large, on a whole screen."""
_QUIET = 0.3
"""Seconds without a request after which other pictures are drawn in advance."""
_MOST_BYTES = 192 << 20
"""Bytes of pictures that are kept; a talk takes 4 MB."""

_FAILED = RenderingError(
    "rendering-failed",
    "The slide cannot be drawn, by a mistake of what draws it.",
    "Build the deck and open it in PowerPoint; and please tell us.",
)

PictureRequest: TypeAlias = tuple[str, int]
"""The key of a picture, and its width."""


class QueuedDeck(NamedTuple):
    """A deck whose slides can be requested."""

    data: bytes
    numbers: Mapping[str, int]
    """Slide numbers by the keys of their pictures."""
    renderer: Renderer
    starts_slowly: bool = False
    """Whether a drawing starts slowly, as in LibreOffice: all slides are drawn at once, large."""

    @property
    def least(self) -> int:
        """Pixels of its smallest pictures."""
        return WIDTHS[1] if self.starts_slowly else WIDTHS[0]


class PictureQueue:
    """The pictures of the present deck, and of earlier decks as far as they are kept.

    An unchanged slide has the same key and is not drawn again. A request returns a `Future`; its
    result is None if the deck no longer has the slide.
    """

    def __init__(self, failed: Callable[[], None]) -> None:
        """`failed` is called, in another thread, when a slide cannot be drawn."""
        self._failed = failed
        self._change = threading.Condition()
        self._deck: QueuedDeck | None = None
        self._kept: OrderedDict[PictureRequest, bytes] = OrderedDict()
        self._size = 0
        self._waiting: dict[PictureRequest, Future[bytes | None]] = {}
        self._problems: dict[str, RenderingError] = {}
        self._stopped = False

    def show(self, deck: QueuedDeck) -> None:
        """Take another deck; open requests for slides that it does not have get None."""
        with self._change:
            self._deck = deck
            self._problems = {
                key: problem for key, problem in self._problems.items() if key in deck.numbers
            }
            for wanted in [key for key in self._waiting if key[0] not in deck.numbers]:
                self._waiting.pop(wanted).set_result(None)
            self._change.notify_all()

    def problem(self, key: str) -> RenderingError | None:
        """Return why a slide could not be drawn; None if it could, or was not tried."""
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
                # Several may wait for it: none of them may cancel it.
                answer.set_running_or_notify_cancel()
                self._waiting[wanted] = answer
                self._change.notify_all()
            return answer

    def stop(self) -> None:
        """Stop drawing; open requests get None."""
        with self._change:
            self._stopped = True
            for answer in self._waiting.values():
                answer.set_result(None)
            self._waiting.clear()
            self._change.notify_all()

    def run(self) -> None:
        """Draw until `stop`: the work of one thread."""
        while True:
            with self._change:
                wanted = self._requested()
                while not self._stopped and not wanted:
                    # Pages that hear of a new state send requests; other pictures are drawn only
                    # if no request comes.
                    has_changed = self._change.wait(_QUIET if self._ahead() else None)
                    wanted = self._requested() or ([] if has_changed else self._ahead())
                if self._stopped or self._deck is None:
                    return
                deck = self._deck
            self._draw(deck, wanted)

    def _requested(self) -> list[PictureRequest]:
        """Return the open requests of one width, the largest first."""
        widest = max((width for _, width in self._waiting), default=0)
        widest_keys = [key for key in self._waiting if key[1] == widest]
        if widest_keys and self._deck and self._deck.starts_slowly:
            return [*dict.fromkeys((*widest_keys, *self._missing(widest)))]
        return widest_keys

    def _ahead(self) -> list[PictureRequest]:
        """Return the small pictures that may be requested later, as far as memory allows."""
        if self._deck is None or self._size > _MOST_BYTES // 2:
            return []
        return self._missing(self._deck.least)

    def _missing(self, width: int) -> list[PictureRequest]:
        numbers = self._deck.numbers if self._deck else {}
        pictures = ((key, width) for key in numbers if key not in self._problems)
        return [key for key in pictures if key not in self._kept]

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
        except Exception:  # noqa: BLE001 - any renderer: the other slides can still be drawn
            self._fail(left[0], _FAILED)
        finally:
            # A renderer must be released in the thread that uses it.
            if isinstance(pages, Generator):
                pages.close()

    def _is_overtaken(self, deck: QueuedDeck, left: Sequence[PictureRequest]) -> bool:
        """Return whether another request must be drawn before the remaining ones."""
        with self._change:
            if self._stopped or self._deck is not deck:
                return True
            turn = left if deck.starts_slowly else left[:1]
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
        error = RenderingError(problem.code, problem.message, problem.hint)
        with self._change:
            self._problems[wanted[0]] = error
            answers = [self._waiting.pop(key) for key in [*self._waiting] if key[0] == wanted[0]]
        for answer in answers:
            answer.set_exception(error)
        self._failed()


def picture_keys(deck: Deck, brand: Brand, renderer: str) -> tuple[str, ...]:
    """Return a key for each slide; equal keys mean equal pictures.

    A key covers the slide with its pictures and charts, the brand with its layouts, media and
    fonts, the slide size, and the name of the renderer.
    """
    common = _digest(
        [
            renderer.encode(),
            f"{brand.width}x{brand.height}".encode(),
            *(repr(key).encode() + data for key, data in sorted(brand.font_files.items())),
            *_bytes(brand.parts),
        ]
    )
    numbers = slide_numbers(deck.slides)
    setting = DeckContext(brand, deck.slides)
    keys = []
    for place, (slide, number) in enumerate(zip(deck.slides, numbers, strict=True), 1):
        # Notes are not in the picture: typing them must not redraw it.
        seen = slide._replace(notes=None, hidden=False)
        own, *others = slide_parts(seen, place, number, setting)
        # Nor is its place in the deck, which is the name of its part.
        keys.append(_digest([common, *_bytes([own._replace(name=""), *others])]).hex())
    return tuple(keys)


def _bytes(parts: Iterable[Part]) -> Iterable[bytes]:
    for part in parts:
        yield part.name.encode()
        yield part.data
        yield repr(part.relationships).encode()


def _digest(pieces: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=16)
    for piece in pieces:
        digest.update(len(piece).to_bytes(8))
        digest.update(piece)
    return digest.digest()
