"""The keys of pictures → pictures of a slide."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from deckgen.deck.graphics.picture import Caption, Media, Picture
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.image_keys import Image, Images
from deckgen.outline.syntax.pitfall import in_yaml_quotes
from deckgen.support.diagnostics import Diagnostics, Span

Focus: TypeAlias = tuple[float, float]
"""What is kept of a picture that is cropped: from the left and from the top, 0 to 1."""

MOST_PICTURES = 6
"""On one slide: more cannot be made out from the last row."""
_SIDES: Mapping[str, tuple[float | None, float | None]] = {
    "center": (None, None),
    "left": (0, None),
    "right": (1, None),
    "top": (None, 0),
    "bottom": (None, 1),
}


def pictures(
    images: Images,
    media: Callable[[Text], Media | None],
    diagnostics: Diagnostics,
) -> tuple[Picture, ...]:
    """Return the pictures that a key holds; report what is wrong with them."""
    if len(images) > MOST_PICTURES:
        diagnostics.error(
            "too-many-pictures",
            f"Here are {len(images)} pictures; a slide shows up to {MOST_PICTURES}.",
            images[MOST_PICTURES].span,
            "Make two slides of it.",
        )
        return ()
    found = (_picture(image, media, diagnostics) for image in images)
    return tuple(picture for picture in found if picture is not None)


def _picture(
    image: Image,
    media: Callable[[Text], Media | None],
    diagnostics: Diagnostics,
) -> Picture | None:
    shown = _media(image.file, media, diagnostics)
    alt = _alt(image, diagnostics)
    if shown is None:
        return None
    caption = caption_with_credit(image.caption, image.credit, diagnostics)
    return Picture(
        shown,
        alt,
        image.file.span,
        fills_box=image.fit == "cover",
        focus=_focus(image.focus),
        caption=caption,
    )


def _media(
    file: Text, media: Callable[[Text], Media | None], diagnostics: Diagnostics
) -> Media | None:
    if re.match(r"(?i)[a-z][a-z0-9+.-]+://", file.raw):
        diagnostics.error(
            "picture-on-the-web",
            "A picture is a file; deckgen fetches nothing from the web.",
            file.span,
            "Save the picture in the folder of the outline, and type the name of the file.",
        )
        return None
    # As it is copied from the Explorer of Windows.
    return media(Text(file.raw.strip().replace("\\", "/"), file.span))


def _alt(image: Image, diagnostics: Diagnostics) -> str:
    """Return the text alternative: nothing for what only decorates."""
    if image.decorative:
        if image.alt:
            diagnostics.warning(
                "alt-of-decoration",
                "A picture that only decorates is passed over; nobody would hear its `alt`.",
                image.alt.span,
                "Delete `alt`, or delete `decorative`.",
            )
        return ""
    if image.alt:
        return Paragraph(parse_inline(image.alt, diagnostics)).text
    diagnostics.warning(
        "missing-alt",
        "This picture says nothing to people who cannot see it.",
        image.file.span,
        f"{alt_hint(image.file, image.span)}, with a sentence that says what can be seen; or "
        "`decorative: yes` if it only decorates.",
    )
    return Paragraph(parse_inline(image.caption, Diagnostics())).text if image.caption else ""


def alt_hint(file: Text, place: Span) -> str:
    """Return how to add `alt` to a file; `place` is that of its keys, or of the file alone."""
    if place != file.span:
        return "Add `alt: …` beside `file`"
    name = file.raw if re.fullmatch(r"\w[\w./ -]*", file.raw) else in_yaml_quotes(file.raw)
    return f"Put `{{file: {name}, alt: …}}` in its place"


def caption_with_credit(
    caption: Text | None, credit: Text | None, diagnostics: Diagnostics
) -> Caption | None:
    """Return caption and credit as one small text."""
    texts = [parse_inline(text, diagnostics) for text in (caption, credit) if text]
    if not texts:
        return None
    runs = (*texts[0], Run("  ·  "), *texts[1]) if len(texts) > 1 else texts[0]
    first = caption or credit
    return Caption(TextBody((Paragraph(runs, span=first.span if first else None),)))


def _focus(text: str | None) -> Focus:
    if text is None:
        return (0.5, 0.5)
    if "%" in text:
        across, down = (int(share) / 100 for share in re.findall(r"\d+", text))
        return (across, down)
    sides = [_SIDES[word] for word in text.casefold().split()]
    across_, down_ = (
        next((side[axis] for side in sides if side[axis] is not None), 0.5) for axis in (0, 1)
    )
    return (across_ or 0.0, down_ or 0.0)
