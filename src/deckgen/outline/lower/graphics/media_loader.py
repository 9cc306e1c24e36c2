"""Looks at each file that the author names once, however often it is shown; reads listings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckgen.deck.graphics.clip import Recording
    from deckgen.deck.graphics.picture import Media
    from deckgen.deck.text_body import Run
    from deckgen.media.refusal import RefusedError
    from deckgen.outline.lower.graphics.code_highlighting import Highlighter

FoundT = TypeVar("FoundT")


def media_reader(
    read: Callable[[Text], bytes | None], diagnostics: Diagnostics
) -> Callable[[Text], Media | None]:
    """Return what finds the picture in a file; None, with an error, if there is none."""

    def look(name: str, data: bytes) -> Media:
        from deckgen.media.image_inspection import inspect_image

        return inspect_image(name, data)

    return _once(read, look, diagnostics)


def recording_reader(
    read: Callable[[Text], bytes | None], diagnostics: Diagnostics
) -> Callable[[Text], Recording | None]:
    """Return what finds the film or sound in a file; None, with an error, if there is none."""

    def look(name: str, data: bytes) -> Recording:
        from deckgen.media.av_inspection import inspect_recording

        return inspect_recording(name, data)

    return _once(read, look, diagnostics)


def listing_highlighter() -> Callable[[str, str], list[tuple[Run, ...]]]:
    """Return what highlights the lines of a listing in a language, as `Highlighter.lines` does."""
    started: list[Highlighter] = []

    def read(code: str, language: str) -> list[tuple[Run, ...]]:
        from deckgen.outline.lower.graphics.code_highlighting import Highlighter

        if not started:
            started.append(Highlighter())
        return started[0].lines(code, language)

    return read


def _once(
    read: Callable[[Text], bytes | None],
    look: Callable[[str, bytes], FoundT],
    diagnostics: Diagnostics,
) -> Callable[[Text], FoundT | None]:
    seen: dict[str, FoundT | RefusedError | None] = {}

    def found(file: Text) -> FoundT | None:
        from deckgen.media.refusal import RefusedError

        if file.raw not in seen:
            data = read(file)
            try:
                seen[file.raw] = None if data is None else look(file.raw, data)
            except RefusedError as refused:
                seen[file.raw] = refused
        known = seen[file.raw]
        if isinstance(known, RefusedError):
            diagnostics.error(known.code, known.message, file.span, known.hint)
            return None
        return known

    return found
