"""The entries that a slide may be in an outline, the best first.

A slide is an entry of a kind if the kind shows everything that stands on it. Which entry it gets
is decided by building it: the first one whose slide has the same words (`import_presentation.py`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from deckgen.importing.marked_text import SourceParagraph, SourceRun, marked_text
from deckgen.importing.outline_text import lines_of, running_text, title_text
from deckgen.importing.outline_yaml import Keys, OutlineEntry, with_values
from deckgen.importing.powerpoint.entries.arrangements import (
    have_overlap,
    image_value,
    pictures_only,
    side_by_side_keys,
    with_half_picture,
    with_whole_pictures,
)
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.captions import (
    joined_title,
    subhead_of,
    with_captions,
    with_one_text,
)
from deckgen.importing.powerpoint.entries.contents import content_keys, image_keys
from deckgen.importing.powerpoint.entries.own_drawings import drawing_keys
from deckgen.importing.powerpoint.entries.own_layouts import (
    bleed_of,
    kicker_of,
    own_kinds,
    question_title,
    tone_of,
)
from deckgen.importing.powerpoint.entries.title_pages import (
    cover_keys,
    is_like_a_cover,
    section_keys,
    without_logos,
)
from deckgen.importing.powerpoint.reading.headlines import TITLE_PAGES
from deckgen.importing.powerpoint.reading.paragraphs import without_common_format
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourcePicture,
    SourceShape,
    SourceSlide,
    Unread,
    paragraphs_in,
    runs_in,
    words_of_content,
)
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES
from deckgen.template.resolve.placeholders import TEXTS

_LARGE, _FULL = 0.25, 0.98
"""The least share of the slide for a picture that is all there is to see, and for one that fills
it."""
_REMARK = "it had no title; this is that of the slide before"


def candidate_entries(
    slide: SourceSlide, assets: AssetFiles, *, is_first: bool
) -> Iterator[OutlineEntry]:
    """Yield the entries that a slide may be, the best first; none if no kind shows it."""
    if not why_included(slide):
        common = _common(slide)
        for keys in _candidates(slide, assets, is_first=is_first):
            yield OutlineEntry({**keys, **common}, slide.number)


def _candidates(slide: SourceSlide, assets: AssetFiles, *, is_first: bool) -> Iterator[Keys]:
    """Yield the keys of the entries, without those that all of them have."""
    title = title_of(slide)
    if title is None:
        yield from untitled_kinds(slide, assets)
        return
    lines = [*lines_of(without_common_format(paragraphs_in(title)))]
    is_page = is_first or slide.layout_type in TITLE_PAGES or title.placeholder != "title"
    headline = title_text(lines, "\n" if is_page and len(lines) == 2 else " ")
    rest = [each for each in slide.shapes if each is not title]
    yield from own_kinds(slide, headline, rest, assets)
    if not (is_page or slide.is_own) and (subhead := subhead_of(title, rest)):
        whole = joined_title(headline, subhead)
        below = with_captions([each for each in rest if each is not subhead])
        for shapes in filter(None, (below, with_one_text(below))):
            yield from _kinds(slide, whole, shapes, assets, is_first=False)
    kicker = kicker_of(slide, rest)
    above: Keys = {"kicker": title_text(paragraphs_in(kicker))} if kicker else {}
    question = question_title(slide, kicker)
    rest = [each for each in rest if each is not kicker]
    if drawn := drawing_keys(rest, slide, assets):
        yield {"title": headline, **drawn, **above}
    rest = with_captions(rest)
    kinds = list(_kinds(slide, headline, rest, assets, is_first=is_first))
    if not slide.is_own:
        if joined := with_one_text(rest):
            more = _kinds(slide, headline, joined, assets, is_first=False)
            kinds += [keys for keys in more if keys not in kinds]
        kinds = [half for keys in kinds for half in with_half_picture(keys, rest)]
        kinds = [each for keys in kinds for each in with_whole_pictures(keys)]
    for keys in kinds:
        if question is not None:
            others = {key: value for key, value in keys.items() if key != "title"}
            yield {"question": headline, **others, **question}
        yield {**keys, **above}


def why_included(slide: SourceSlide) -> str:
    """Return why no kind shows a slide, in words; empty if one may."""
    unread = Counter(each.content.what for each in slide.shapes if isinstance(each.content, Unread))
    reasons = [_counted(what, count) for what, count in unread.items()] + list(slide.reasons)
    if any(run.is_formula and not run.latex for each in slide.shapes for run in runs_in(each)):
        reasons.append("a formula without an equal in LaTeX")
    is_page = slide.layout_type in TITLE_PAGES
    shown = without_logos(slide.shapes) if is_page else slide.shapes
    pictures = sum(isinstance(each.content, SourcePicture) for each in shown)
    if not slide.is_own and have_overlap(shown):
        reasons.append("pictures on each other")
    if not slide.is_own and is_page and pictures > 1:
        reasons.append("several pictures on a title page")
    if not slide.shapes:
        reasons.append("nothing on it")
    elif title_of(slide) is None and not may_be_untitled(slide):
        reasons.append("no title")
    return ", ".join(reasons)


def contents_in_words(slide: SourceSlide) -> str:
    """Return what stands on a slide below its title, in words."""
    title = title_of(slide)
    names = {SlideText: "text", SourcePicture: "picture"}
    rest = (type(each.content) for each in slide.shapes if each is not title)
    nouns = (names.get(each, "graphic") for each in rest)
    return " and ".join(_counted(noun, count) for noun, count in Counter(nouns).items())


def words_alone(slide: SourceSlide) -> OutlineEntry:
    """Return a slide as its title and words: for one that no talk may include."""
    why = f"Slide {slide.number} has what no other talk can take along; these are its words."
    return OutlineEntry({**_title_and_words(slide), **_common(slide)}, slide.number, (why,))


def words_and_pictures(slide: SourceSlide, assets: AssetFiles) -> Iterator[OutlineEntry]:
    """Yield a slide that no kind shows as its words and pictures; what is drawn is left out."""
    why = why_included(slide)
    pictures = pictures_only(
        [each for each in slide.shapes if isinstance(each.content, SourcePicture)]
    )
    keys = _title_and_words(slide)
    if pictures:
        keys["image"] = image_value(pictures, slide, assets)
    comment = f"Slide {slide.number}: its words; left out is {why}."
    yield OutlineEntry({**keys, **_common(slide)}, slide.number, (comment,) if why else ())


def _title_and_words(slide: SourceSlide) -> Keys:
    """Return the title, or else the first line, and all other lines of a slide."""
    title = title_of(slide)
    lines = [line for each in slide.shapes if each is not title for line in _lines(each)]
    first, rest = (paragraphs_in(title), lines) if title else (lines[:1], lines[1:])
    return {"title": title_text(first) or slide.id, **with_values({"text": running_text(rest)})}


def _lines(shape: SourceShape) -> list[SourceParagraph]:
    """Return the paragraphs of a shape that have words, and the numbers of a chart as such."""
    words = words_of_content(shape).split("\n")
    if isinstance(shape.content, SourceChart):
        words += (
            "; ".join(f"{value:g}" for value in series.values if value is not None)
            for series in shape.content.series
        )
    lines = paragraphs_in(shape) or [SourceParagraph((SourceRun(each),)) for each in words]
    return [line for line in lines if line.words.strip()]


def _counted(what: str, count: int) -> str:
    if count > 1:
        return f"{count} × {what}"
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _common(slide: SourceSlide) -> Keys:
    return with_values(
        {
            "chapter": marked_text([SourceRun(slide.section)]),
            **tone_of(slide),
            "reveal": slide.reveal,
            "hidden": slide.hidden,
            "transition": slide.transition,
            "lang": slide.lang,
            "notes": running_text(slide.notes),
        }
    )


def _kinds(
    slide: SourceSlide,
    headline: str,
    rest: list[SourceShape],
    assets: AssetFiles,
    *,
    is_first: bool,
) -> Iterator[Keys]:
    texts = [each for each in rest if isinstance(each.content, SlideText)]
    others = [each for each in rest if not isinstance(each.content, SlideText)]
    is_cover = is_like_a_cover(slide, texts, is_first=is_first)
    is_typed = all(each.placeholder in TEXTS for each in texts)
    if is_cover and (is_first or is_typed) and not slide.is_own:
        yield from cover_keys(slide, headline, texts, others, assets)
    if slide.layout_type == "secHead":
        yield from section_keys(headline, texts, others)
    if not rest:
        yield {"title": headline}
    elif len(rest) == 1:
        for keys in content_keys(rest[0], slide, assets):
            if bleed := bleed_of(slide, title_of(slide)):
                yield {"title": headline, **keys, **bleed}
            yield {"title": headline, **keys}
    elif pictures := pictures_only(rest):
        yield {"title": headline, "image": image_value(pictures, slide, assets)}
    else:
        yield from side_by_side_keys(slide, headline, rest, assets)


def title_of(slide: SourceSlide) -> SourceShape | None:
    """Return the shape in a title placeholder; reading has also put other headlines there."""
    texts = (each for each in slide.shapes if isinstance(each.content, SlideText))
    return next((each for each in texts if each.placeholder in TITLE_TYPES), None)


def with_titles_of_before(slides: Iterable[SourceSlide]) -> Iterator[SourceSlide]:
    """Yield slides as they may be entries: one that lacks a title has that of the slide before.

    A remark tells so. It is no title page: its layout has another purpose, whatever it is.
    """
    before: SourceShape | None = None
    for slide in slides:
        title = title_of(slide)
        if before and not title and slide.shapes and not may_be_untitled(slide):
            shapes, remarks = (before, *slide.shapes), (*slide.remarks, _REMARK)
            yield slide._replace(shapes=shapes, remarks=remarks, layout_type="")
        else:
            yield slide
        before = title or before


def may_be_untitled(slide: SourceSlide) -> bool:
    """Return whether a slide shows one chart with a title, or one large picture."""
    shapes = with_captions(slide.shapes)
    if len(shapes) != 1:
        return False
    content = shapes[0].content
    if isinstance(content, SourceChart):
        return bool(content.title)
    return isinstance(content, SourcePicture) and shapes[0].covers >= _LARGE


def untitled_kinds(slide: SourceSlide, assets: AssetFiles) -> Iterator[Keys]:
    """Yield the keys of such a slide, with a headline for screen readers if it is a picture.

    A picture that leaves much of the slide free was not meant to be cropped.
    """
    (shape,) = with_captions(slide.shapes)
    if isinstance(shape.content, SourceChart):
        headline = marked_text([SourceRun(" ".join(shape.content.title.split()))])
        chart = shape._replace(content=shape.content._replace(title=""))
        for keys in content_keys(chart, slide, assets):
            yield {"title": headline, **keys}
    elif isinstance(shape.content, SourcePicture):
        title = marked_text([SourceRun(shape.content.alt or f"Slide {slide.number}")])
        image = image_keys(shape.content, shape.caption, slide, assets)
        whole = {"fit": "contain"} if shape.covers < _FULL else {}
        yield {"title": title, "image": {**image, **whole}, "bleed": True, "panel": False}
