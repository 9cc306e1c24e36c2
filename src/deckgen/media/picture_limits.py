"""The largest size of a picture."""

from deckgen.media.refusal import RefusedError

MOST_PIXELS = 80_000_000
"""Cameras make 12 to 50 million; more than this costs PowerPoint half a gigabyte."""
LONGEST_SIDE = 30_000
"""Pixels."""


def check_size(name: str, width: int, height: int) -> None:
    """Raise RefusedError for a picture too large for the memory of PowerPoint."""
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise RefusedError(
            "huge-picture",
            f"{name} has {width:,} × {height:,} pixels; deckgen takes up to "
            f"{MOST_PIXELS // 1_000_000} million.",
            "Shrink it; a slide shows about 2,700 × 1,500.",
        )
