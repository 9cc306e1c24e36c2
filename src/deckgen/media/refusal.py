"""The reasons why a picture, a film or a sound cannot be shown."""

from deckgen.support.diagnostics import CodedError

SAVE_AGAIN = (
    "Open it in another program and save it again; or copy it anew from where it comes from."
)


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
