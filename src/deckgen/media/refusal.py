"""A picture, a film or a sound that cannot be shown, and why."""

from __future__ import annotations


class RefusedError(Exception):
    """What is wrong with a file; `code` is stable, `hint` is the way out.

    Codes: no-picture, broken-picture, unsafe-picture, huge-picture; no-clip, broken-clip,
    unsafe-clip, unplayable-clip, no-subtitles.
    """

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
