"""The keys of pictures, films and sounds → pictures and clips of a slide."""

import re
from collections.abc import Callable
from typing import Literal, TypeAlias

from deckgen.deck.graphics import BEFORE_CREDIT, Caption, Clip, Media, Picture, Playback, Recording
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.outline.lower.graphics.alternative_text import alternative_text
from deckgen.outline.markup.inline_text import parse_inline, plain_text
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import AudioKeys, Image, Images, Text, VideoKeys
from deckgen.outline.syntax.pitfall import in_yaml_quotes
from deckgen.support.diagnostics import Diagnostics, Span

Focus: TypeAlias = tuple[float, float]
"""The point that a cropped picture keeps: from the left and from the top, 0 to 1."""

MOST_PICTURES = 9
"""The most pictures on a slide: with more, nobody in the last row sees what they show."""
_SIDES = {"left": (0, 0.0), "right": (0, 1.0), "top": (1, 0.0), "bottom": (1, 1.0)}
"""The axis of each side, and its place on it."""
_ON_THE_WEB = {
    "picture": (
        "A picture is a file; deckgen fetches nothing from the web.",
        "Save the picture in the folder of the outline, and type the name of the file.",
    ),
    "clip": (
        "A film or a sound is a file; deckgen fetches nothing from the web.",
        (
            "Save it in the folder of the outline, and type the name of the file; or link to it: "
            "[Watch it](https://…)."
        ),
    ),
}
_SAME_SHAPE = 0.03
"""Part by which a poster may be stretched to the shape of its film, unseen."""
_WHAT = {"video": "film", "audio": "sound"}


def pictures(
    images: Images, media: Callable[[Text], Media | None], diagnostics: Diagnostics
) -> tuple[Picture, ...]:
    """Return the pictures of a key, without those that `media` cannot show; report what is wrong.

    `media` returns the picture in a file; None, with an error, if there is none.
    """
    if len(images) > MOST_PICTURES:
        diagnostics.error(
            "too-many-pictures",
            f"Here are {len(images)} pictures; a slide shows up to {MOST_PICTURES}.",
            images[MOST_PICTURES].span,
            "Make two slides of it.",
        )
        return ()
    loaded = (_picture(image, media, diagnostics) for image in images)
    return tuple(picture for picture in loaded if picture is not None)


def _picture(
    image: Image, media: Callable[[Text], Media | None], diagnostics: Diagnostics
) -> Picture | None:
    file = local_file(image.file, "picture", diagnostics)
    picture = media(file) if file else None
    alt = _alt(image, diagnostics)
    if picture is None:
        return None
    return Picture(
        picture,
        alt,
        image.file.span,
        fills_box=image.fit == "cover" or (image.fit is None and image.focus is not None),
        may_be_cropped=image.fit is None and picture.content_type == "image/jpeg",
        focus=_focus(image.focus),
        caption=caption_with_credit(image.caption, image.credit, diagnostics),
        alt_span=image.alt.span if image.alt else None,
    )


def local_file(
    file: Text, what: Literal["picture", "clip"], diagnostics: Diagnostics
) -> Text | None:
    """Return a file's name with slashes, also where it was copied from Windows' Explorer.

    None, with an error, for an address of the web.
    """
    if not re.match(r"(?i)[a-z][a-z0-9+.-]+://", file.text):
        return Text(file.text.strip().replace("\\", "/"), file.span)
    message, hint = _ON_THE_WEB[what]
    diagnostics.error(f"{what}-on-the-web", message, file.span, hint)
    return None


def _alt(image: Image, diagnostics: Diagnostics) -> str:
    """Return the text alternative: that of the author, else the caption; none for decoration."""
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
        return alternative_text(image.alt, diagnostics)
    diagnostics.warning(
        "missing-alt",
        "This picture says nothing to people who cannot see it.",
        image.file.span,
        f"{alt_hint(image.file, image.span)}, with a sentence that says what can be seen; or "
        "`decorative: yes` if it only decorates.",
    )
    return plain_text(image.caption) if image.caption else ""


def alt_hint(file: Text, keys: Span) -> str:
    """Return how to add `alt` to a file; `keys` is the span of its keys, or of the file alone."""
    if keys != file.span:
        return "Add `alt: …` beside `file`"
    name = file.text if re.fullmatch(r"\w[\w./ -]*", file.text) else in_yaml_quotes(file.text)
    return f"Put `{{file: {name}, alt: …}}` in its place"


def caption_with_credit(
    caption: Text | None, credit: Text | None, diagnostics: Diagnostics
) -> Caption | None:
    """Return caption and credit as one line; None without either."""
    texts = [text for text in (caption, credit) if text]
    if not texts:
        return None
    runs = parse_inline(texts[0], diagnostics)
    for text in texts[1:]:
        runs = (*runs, BEFORE_CREDIT, *parse_inline(text, diagnostics))
    return Caption(TextBody((Paragraph(runs, span=texts[0].span),)))


def _focus(text: str | None) -> Focus:
    """Return the point that `focus` means: two per cent values, or names of sides."""
    focus = [0.5, 0.5]
    if text and "%" in text:
        focus = [int(share) / 100 for share in re.findall(r"\d+", text)]
    elif text:
        for word in reversed(text.split()):  # of two sides on one axis, the first counts
            if word in _SIDES:
                axis, focus[axis] = _SIDES[word]
    return focus[0], focus[1]


def clips(value: AudioKeys, name: str, context: Context) -> tuple[Clip, ...]:
    """Return the clip that the key `name` holds; none, with errors, if it cannot be played."""
    diagnostics = context.diagnostics
    video = value if isinstance(value, VideoKeys) else None
    recording = _recording(value, name, context)
    file = local_file(video.poster, "clip", diagnostics) if video and video.poster else None
    poster = context.media(file) if file else None
    subtitles = _subtitles(value.subtitles, context) if value.subtitles else None
    alt = _alt_of_clip(value, name, diagnostics)
    if recording is None:
        return ()
    _check_words(value, recording, name, diagnostics)
    if poster and video and video.poster and not _have_same_shape(poster, recording.media):
        diagnostics.error(
            "poster-shape",
            f"The poster has {poster.width} × {poster.height} pixels, the film "
            f"{recording.media.width} × {recording.media.height}: it would be stretched.",
            video.poster.span,
            "Take a still of the film, or crop the picture to its shape. Without `poster` one is "
            "drawn.",
        )
        return ()
    caption = caption_with_credit(value.caption, value.credit, diagnostics)
    if not video and value.caption and value.credit:
        # Beside a sound there is space for two lines.
        texts = (value.caption, value.credit)
        caption = Caption(
            TextBody(tuple(Paragraph(parse_inline(t, Diagnostics()), span=t.span) for t in texts))
        )
    picture = Picture(
        poster or recording.media,
        alt,
        value.file.span,
        caption=caption,
        alt_span=value.alt.span if value.alt else None,
    )
    playing = Playback(value.start, value.loop, video is not None and video.mute)
    return (Clip(recording, picture, picture.span, playing, subtitles),)


def _recording(value: AudioKeys, name: str, context: Context) -> Recording | None:
    """Return the film or sound of a clip; None, with an error, if its key asks for the other."""
    file = local_file(value.file, "clip", context.diagnostics)
    recording = context.recording(file) if file else None
    if recording is None or recording.film == (name == "video"):
        return recording
    other, description = (
        ("video", "a film") if recording.film else ("audio", "a sound without pictures")
    )
    context.diagnostics.error(
        "no-clip",
        f"{value.file.text} is {description}.",
        value.file.span,
        f"Write `{other}:` instead of `{name}:`.",
    )
    return None


def _subtitles(file: Text, context: Context) -> Media | None:
    local = local_file(file, "clip", context.diagnostics)
    data = context.read(local) if local else None
    if data is None:
        return None
    from deckgen.media.av_inspection import inspect_subtitles
    from deckgen.media.refusal import RefusedError

    try:
        return inspect_subtitles(file.text, data)
    except RefusedError as refused:
        context.diagnostics.error(refused.code, refused.message, file.span, refused.hint)
        return None


def _alt_of_clip(value: AudioKeys, name: str, diagnostics: Diagnostics) -> str:
    if value.alt:
        return alternative_text(value.alt, diagnostics)
    diagnostics.warning(
        "missing-alt",
        f"This {_WHAT[name]} says nothing to people who cannot see or hear it.",
        value.file.span,
        f"{alt_hint(value.file, value.span)}, with a sentence that says what it is.",
    )
    return plain_text(value.caption) if value.caption else ""


def _check_words(
    value: AudioKeys, recording: Recording, name: str, diagnostics: Diagnostics
) -> None:
    """Warn of sound without subtitles and transcript (EN 301 549, 10.1.2.1 and 10.1.2.2)."""
    is_mute = isinstance(value, VideoKeys) and value.mute
    if not recording.audible or is_mute or value.subtitles or value.transcript:
        return
    diagnostics.warning(
        "missing-transcript",
        f"What can be heard in this {_WHAT[name]} is lost on people who cannot hear it.",
        value.file.span,
        "Add `subtitles:` with a file, or `transcript:` with what is said (or “Music, without "
        "words.”)" + ("; or `mute: yes`." if name == "video" else "."),
    )


def _have_same_shape(poster: Media, film: Media) -> bool:
    ratio = (poster.width / poster.height) / (film.width / film.height)
    return abs(ratio - 1) <= _SAME_SHAPE
