"""Loads the media that an author names, each file once; and highlights listings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckgen.deck.graphics import Media, Recording
    from deckgen.deck.text_body import Run
    from deckgen.media.refusal import RefusedError
    from deckgen.outline.lower.graphics.drawings.code_highlighting import Highlighter

MediaT = TypeVar("MediaT")


def media_reader(
    read: Callable[[Text], bytes | None],
    inspect: Callable[[str, bytes], MediaT],
    diagnostics: Diagnostics,
) -> Callable[[Text], MediaT | None]:
    """Return a function from a file to what it shows; to None, with an error, if it shows nothing.

    It inspects each file once, by `inspect`, but reports a bad one each time.
    """
    seen: dict[str, MediaT | RefusedError | None] = {}

    def load(file: Text) -> MediaT | None:
        from deckgen.media.refusal import RefusedError

        if file.text not in seen:
            data = read(file)
            try:
                seen[file.text] = None if data is None else inspect(file.text, data)
            except RefusedError as refused:
                seen[file.text] = refused
        loaded = seen[file.text]
        if isinstance(loaded, RefusedError):
            diagnostics.error(loaded.code, loaded.message, file.span, loaded.hint)
            return None
        return loaded

    return load


def picture(name: str, data: bytes) -> Media:
    """Return the picture in a file. Raises RefusedError."""
    from deckgen.media.image_inspection import inspect_image

    return inspect_image(name, data)


def recording(name: str, data: bytes) -> Recording:
    """Return the film or sound in a file. Raises RefusedError."""
    from deckgen.media.av_inspection import inspect_recording

    return inspect_recording(name, data)


def listing_highlighter() -> Callable[[str, str], list[tuple[Run, ...]]]:
    """Return `Highlighter.lines` of a highlighter that is started with the first listing."""

    @cache
    def highlighter() -> Highlighter:
        from deckgen.outline.lower.graphics.drawings.code_highlighting import Highlighter

        return Highlighter()

    return lambda code, language: highlighter().lines(code, language)
