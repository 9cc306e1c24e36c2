"""Features of slides that a renderer draws differently from PowerPoint.

docs/facts/rendering.md compares the programs side by side.
"""

import re
from collections.abc import Iterable, Mapping

from deckgen.render.deck_slides import deck_slides, open_deck_package
from deckgen.render.renderer import Feature

_MARKS: Mapping[Feature, re.Pattern[bytes]] = {
    "chart": re.compile(rb"<\w+:graphicData\b[^<>]*/chart(?:ex)?[\"']"),
    "diagram": re.compile(rb"<\w+:graphicData\b[^<>]*/diagram[\"']"),
    "struck-out text": re.compile(rb"\bstrike=[\"'](?:sng|dbl)Strike[\"']"),
    "formula": re.compile(rb"<\w+:oMath\b"),
}
_TEXT = re.compile(r"<a:t>([^<]*)</a:t>")
_EMOJI = re.compile("[\U0001f000-\U0001faff]|\ufe0f")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_FROM_THE_LEFT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")
_MAY_BE_EMOJI = re.compile(rb"\xf0\x9f|\xef\xb8\x8f")
_MAY_BE_FROM_THE_RIGHT = re.compile(rb"[\xd6-\xdf\xe0\xef]")
"""The first bytes of such characters in UTF-8; most slides have none and are not decoded."""


def rendering_differences(
    deck: bytes, features: tuple[Feature, ...]
) -> dict[int, tuple[Feature, ...]]:
    """Return the features that each slide of a .pptx has, by number; slides without are absent.

    Raises RenderingError (not-a-deck).
    """
    entries = open_deck_package(deck)
    differences = {}
    for number, slide in enumerate(deck_slides(deck), 1):
        data = entries.unpacked_or_empty(slide.part)
        has = tuple(feature for feature in features if _has(feature, data))
        if has:
            differences[number] = has
    return differences


def _has(feature: Feature, data: bytes) -> bool:
    if feature in _MARKS:
        return bool(_MARKS[feature].search(data))
    if feature == "emoji":
        return bool(_MAY_BE_EMOJI.search(data)) and any(map(_EMOJI.search, _texts(data)))
    return bool(_MAY_BE_FROM_THE_RIGHT.search(data)) and any(
        _FROM_THE_RIGHT.search(text) and _FROM_THE_LEFT.search(text) for text in _texts(data)
    )


def _texts(data: bytes) -> Iterable[str]:
    for paragraph in data.decode("utf-8", "replace").split("</a:p>"):
        yield "".join(_TEXT.findall(paragraph))
