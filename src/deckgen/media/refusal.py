"""The reasons why a picture, a film or a sound cannot be shown."""

from deckgen.support.diagnostics import CodedError

SAVE_AGAIN = (
    "Open it in another program and save it again; or copy it anew from where it comes from."
)
MOST_PIXELS = 80_000_000
"""Cameras make 12 to 50 million; more than this costs PowerPoint half a gigabyte."""
LONGEST_SIDE = 30_000
"""Pixels."""


class RefusedError(CodedError):
    """What is wrong with a file.

    Codes: no-picture, broken-picture, unsafe-picture, huge-picture; no-clip, broken-clip,
    unsafe-clip, unplayable-clip, no-subtitles.
    """


def broken_picture(kind: str, name: str, why: str, hint: str = SAVE_AGAIN) -> RefusedError:
    """Return the error for a picture of a format such as PNG that is damaged."""
    return RefusedError("broken-picture", f"{name} is a {kind} that cannot be shown: {why}.", hint)


def broken_clip(name: str, sense: str = "see") -> RefusedError:
    """Return the error for a film or sound that is damaged; `sense` is see or hear."""
    return RefusedError(
        "broken-clip",
        f"{name} is damaged or cut off.",
        f"Copy it anew from where it comes from, and {sense} whether it plays to its end.",
    )


def unplayable_clip(name: str, why: str, hint: str) -> RefusedError:
    """Return the error for a clip in a format that not every player has; `{}` in `hint` is it."""
    return RefusedError(
        "unplayable-clip",
        f"PowerPoint does not play {name} on every computer: {why}.",
        hint.format(name),
    )


def check_size(name: str, width: int, height: int) -> None:
    """Raise RefusedError for a picture too large for the memory of PowerPoint."""
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise RefusedError(
            "huge-picture",
            f"{name} has {width:,} × {height:,} pixels; deckgen takes up to "
            f"{MOST_PIXELS // 1_000_000} million.",
            "Shrink it; a slide shows about 2,700 × 1,500.",
        )
