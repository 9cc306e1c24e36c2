"""Slides on the layouts of our generated brands: each layout is made for one kind.

The names and the indices of placeholders are those of `brand/styles`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from deckgen.importing.outline_text import bullet_items, running_text, title_text
from deckgen.importing.outline_yaml import Keys, Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.contents import image_keys, text_keys
from deckgen.importing.powerpoint.entries.own_drawings import qr_address
from deckgen.importing.powerpoint.reading.own_shapes import TONE, WITH_GRAPHIC
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourcePicture,
    SourceShape,
    SourceSlide,
    paragraphs_in,
)

_SMALL = 13
"""The index of the small text: above a headline, or who speaks."""
_BLEEDS: Mapping[str, Keys] = {
    "Full picture": {"bleed": True},
    "Full picture with scrim": {"bleed": True, "panel": "scrim"},
    "Half picture": {"bleed": "half"},
    "Question beside picture": {"bleed": "half"},
}
_AGAIN = re.compile(" [2-9][0-9]*/[0-9]+$")
"""The number behind the title of a repeated agenda, such as “2/4”."""


def own_kinds(
    slide: SourceSlide, headline: str, rest: list[SourceShape], assets: AssetFiles
) -> Iterator[Keys]:
    """Yield the keys of a slide on one of our layouts, the best first; none for other layouts."""
    texts = {shape.idx: shape for shape in rest if isinstance(shape.content, SlideText)}
    others = [shape for shape in rest if not isinstance(shape.content, SlideText)]
    layout = _layout(slide)
    if len(texts) + len(others) < len(rest) or len(others) > 1:
        return
    beside = dict(_beside(others, slide, assets))
    if len(beside) < len(others):
        return
    match layout:
        case "Title and text" if texts.keys() <= {1, _SMALL} and 1 in texts and not others:
            kicker = _line("kicker", texts.get(_SMALL))
            yield {"title": headline, **_text("text", texts[1]), **kicker}
        case "Cover" if texts.keys() <= {1, _SMALL} and "qr" not in beside:
            keys = {"cover": headline, **_line("subtitle", texts.get(1))}
            yield {**keys, **beside}
            if speaker := speaker_and_event(slide)[0]:
                yield {**keys, "speaker": speaker, **beside}
        case "Question" if 1 in texts and not others:
            yield from _question(headline, texts)
        case "Questions" if 1 in texts and not others:
            yield from _overview(headline, texts)
        case "Quote" if texts.keys() <= {1} and "qr" not in beside:
            yield {"quote": headline, **_line("by", texts.get(1)), **beside}
        case "Closing" if texts.keys() <= {1}:
            yield {"closing": headline, **_text("text", texts.get(1)), **beside}
        case "Section" if texts.keys() <= {1} and "qr" not in beside:
            yield {"section": headline, **_line("subtitle", texts.get(1)), **beside}


def _layout(slide: SourceSlide) -> str:
    """Return the name of a layout of ours without its tone and its picture."""
    return TONE.sub("", slide.layout).removesuffix(" with picture")


def _beside(
    others: Iterable[SourceShape], slide: SourceSlide, assets: AssetFiles
) -> Iterator[tuple[str, Value]]:
    """Yield the picture or the code to scan on a page of few words."""
    for shape in others:
        if isinstance(shape.content, SourcePicture) and slide.is_own:
            yield "image", image_keys(shape.content, (), slide, assets)
        elif address := qr_address(shape):
            yield "qr", address


def _overview(headline: str, texts: Mapping[int, SourceShape]) -> Iterator[Keys]:
    if _SMALL not in texts:
        yield {"agenda": "again" if _AGAIN.search(headline) else headline}
    title = _line("title", texts.get(_SMALL))
    yield {"questions": bullet_items(paragraphs_in(texts[1])), **title}
    yield {"questions": bullet_items(paragraphs_in(texts[1])), "title": headline}


def _line(key: str, shape: SourceShape | None) -> Keys:
    return {key: title_text(paragraphs_in(shape))} if shape else {}


def tone_of(slide: SourceSlide) -> Keys:
    """Return the tone of a slide on one of our layouts, if it is not the usual one."""
    found = TONE.search(slide.layout) if slide.is_own else None
    return {"tone": found[1]} if found else {}


def bleed_of(slide: SourceSlide, title: SourceShape | None) -> Keys:
    """Return how a picture or film reaches the edges, by our layouts for it."""
    keys = _BLEEDS.get(TONE.sub("", slide.layout), {})
    is_hidden = title is not None and title.box.bottom <= 0
    return {**keys, "panel": False} if keys and is_hidden else keys


def talk_title(slides: Iterable[SourceSlide]) -> str:
    """Return the title of the talk as its questions have it above them; else nothing."""
    for slide in slides:
        if TONE.sub("", slide.layout) == "Questions":
            for shape in slide.shapes:
                if shape.idx == _SMALL:
                    return title_text(paragraphs_in(shape))
    return ""


def speaker_and_event(slide: SourceSlide) -> tuple[str, str]:
    """Return who speaks, and where, as a cover of ours says it; else nothing."""
    if _layout(slide) != "Cover":
        return "", ""
    lines = [line for shape in slide.shapes if shape.idx == _SMALL for line in paragraphs_in(shape)]
    speaker = [line for line in lines if line.level == 0]
    return title_text(speaker), title_text([line for line in lines if line.level])


def kicker_of(slide: SourceSlide, rest: list[SourceShape]) -> SourceShape | None:
    """Return the small text above the headline of a slide on one of our layouts."""
    if TONE.sub("", slide.layout) not in _WITH_KICKER:
        return None
    return next((each for each in rest if each.idx == _SMALL), None)


def question_title(slide: SourceSlide, kicker: SourceShape | None) -> Keys | None:
    """Return the running title of a question beside a graphic; None if it is none of ours."""
    if slide.is_own and slide.is_counted and TONE.sub("", slide.layout) in WITH_GRAPHIC:
        return _line("title", kicker)
    return None


_WITH_KICKER = frozenset(
    {"Title and bullets", "Title and text", "Two contents", "Three contents", "Title only"}
    | {"Half picture"}
    | {"Question above graphic", "Question with graphic", "Question beside picture"}
)


def _question(headline: str, texts: Mapping[int, SourceShape]) -> Iterator[Keys]:
    if texts.keys() - {1, _SMALL}:
        return
    title = _line("title", texts.get(_SMALL))
    for keys in text_keys(texts[1], paragraphs_in(texts[1])):
        if "code" not in keys:
            yield {"question": headline, **title, **keys}


def _text(key: str, shape: SourceShape | None) -> Keys:
    return {key: running_text(paragraphs_in(shape))} if shape else {}
