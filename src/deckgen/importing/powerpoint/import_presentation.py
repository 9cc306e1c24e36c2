"""A presentation as a talk: an outline, its pictures and numbers, and a brand.

Each slide gets the first of its candidates with which the new deck shows all of its words; a slide
without one is included as it is. For this the outline is built in memory.
"""

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from deckgen.brand.design.page import SlideFormat
from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.importing.outline_yaml import (
    OUTLINE,
    ImportedTalk,
    OutlineEntry,
    SlideReport,
    Value,
    kind_of,
    outline_yaml,
)
from deckgen.importing.powerpoint.brand_file import (
    BRAND,
    OwnBrand,
    brand_without_lines,
    generated_brand,
    nearest_size,
    own_brand,
    smallest_size,
    template_brand_yaml,
    used_layouts,
)
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.candidate_entries import (
    candidate_entries,
    contents_in_words,
    why_included,
    with_titles_of_before,
    words_alone,
    words_and_pictures,
)
from deckgen.importing.powerpoint.proving.prove_entries import (
    can_hold_text,
    proven_entries,
    refused_brand_lines,
    word_list,
)
from deckgen.importing.powerpoint.proving.shown_pictures import lost_pictures
from deckgen.importing.powerpoint.proving.trial_build import Choice, Proof, slide_texts
from deckgen.importing.powerpoint.reading.furniture import without_furniture
from deckgen.importing.powerpoint.reading.open_presentation import (
    imported_deck,
    media_of,
    open_presentation,
)
from deckgen.importing.powerpoint.reading.paragraphs import with_typed_lists
from deckgen.importing.powerpoint.reading.read_slides import read_slides
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
    SourceTable,
    runs_in,
)
from deckgen.importing.powerpoint.talk_head import core_properties, talk_head
from deckgen.language.number_formats import separators
from deckgen.merge.open_deck import OpenedDeck
from deckgen.pipeline.build_cache import BuildCache
from deckgen.seal.condition import Condition
from deckgen.seal.seal import seal_condition
from deckgen.support.diagnostics import Diagnostics

ORIGINAL = "original.pptx"


def import_presentation(
    file: str,
    data: bytes,
    diagnostics: Diagnostics,
    chosen: Callable[[Sequence[str]], Collection[int]] | None = None,
    *,
    words: bool = False,
) -> ImportedTalk | None:
    """Return the talk of a presentation; None, with an error, if it cannot be read.

    `chosen` returns the numbers of the slides that the talk gets, given the ids of all. With
    `words`, a slide that no kind shows becomes its words and pictures instead of staying as it is.
    """
    cache = BuildCache()
    presentation = open_presentation(file, data, diagnostics, cache.decks, cache.packed)
    if presentation is None:
        return None
    opened = imported_deck(cache.decks)
    all_slides = slides = _as_listed(
        read_slides(presentation, media_of(cache.decks)), opened.slides, file, diagnostics
    )
    if chosen is not None:
        numbers = chosen([slide.id for slide in slides])
        slides = tuple(slide for slide in slides if slide.number in numbers)
    if not slides:
        diagnostics.error("no-slides", f"{file} has no slides.", None, "Name a deck with slides.")
        return None
    own = own_brand(opened.package, opened.width)
    if own is None:
        all_slides = tuple(map(with_typed_lists, without_furniture(all_slides, opened.height)))
        left = {slide.number for slide in slides}
        slides = tuple(each for each in all_slides if each.number in left)
    slides = tuple(slide._replace(is_own=own is not None) for slide in slides)
    head = talk_head(file, all_slides, core_properties(data) if own else {})
    slides = tuple(_unlike_the_talk(slide, head) for slide in slides)
    assets = AssetFiles(separators(str(head.get("lang", "")))[0])
    titled = slides if own else with_titles_of_before(slides)
    choices = _with_ids(
        [_choice(*pair, assets, words=words) for pair in zip(slides, titled, strict=True)]
    )
    proof = Proof(head, {ORIGINAL: data, **assets.files}, BRAND, cache)
    if own:
        proof = _with_own_brand(proof, own)
    else:
        layouts = used_layouts(slides, [choice.entries[0] for choice in choices])
        brand = template_brand_yaml(ORIGINAL, layouts, smallest_size(slides))
        proof = _with_usable_brand(_with_brand(proof, brand), choices, opened, file)
    if own and chosen is None and seal_condition(io.BytesIO(data)) is Condition.AS_WRITTEN:
        proof = proof._replace(texts=dict(enumerate(slide_texts(data), 1)))
    entries, lost = proven_entries(proof, choices)
    reports = tuple(
        SlideReport(
            entry.slide,
            kind_of(entry),
            lost.get(slide.number, ()),
            lost_pictures(entry, slide, assets),
        )
        for slide, entry in zip(slides, entries, strict=True)
    )
    outline = outline_yaml(proof.head, entries).encode()
    files = {**proof.files, OUTLINE: outline, **assets.files}
    kept = {name for report in reports for name in report.lost_pictures}
    return ImportedTalk(
        {
            name: files[name]
            for name in sorted(files)
            if name in kept or not assets.is_unused(name, entries)
        },
        reports,
        sum(len(word_list(slide.words)) for slide in slides),
        sum(isinstance(each.content, SourcePicture) for slide in slides for each in slide.shapes),
    )


def _with_own_brand(proof: Proof, own: OwnBrand) -> Proof:
    if own.files:
        head, files = {**proof.head, "brand": BRAND}, {**proof.files, **own.files}
        proof = proof._replace(head=head, files=files)
    return _with_size(proof, own.size)


def _with_usable_brand(
    proof: Proof, choices: Sequence[Choice], opened: OpenedDeck, file: str
) -> Proof:
    """Return the proof with a brand.yaml without layouts that cannot serve their roles.

    If no layout of the template can hold text, a brand of ours gets its colours and fonts instead.
    """
    if refused := refused_brand_lines(proof, choices):
        proof = _with_brand(proof, brand_without_lines(proof.files[BRAND], refused))
    if can_hold_text(proof):
        return proof
    proof = _with_brand(proof, generated_brand(opened.package, file))
    return _with_size(proof, nearest_size(opened.width, opened.height))


def _with_brand(proof: Proof, brand: bytes) -> Proof:
    proof.cache.forget(frozenset({BRAND}))
    return proof._replace(head={**proof.head, "brand": BRAND}, files={**proof.files, BRAND: brand})


def _with_size(proof: Proof, size: SlideFormat) -> Proof:
    return proof if size == "16:9" else proof._replace(head={**proof.head, "size": size})


def _as_listed(
    slides: tuple[SourceSlide, ...], listed: Sequence[str], file: str, diagnostics: Diagnostics
) -> tuple[SourceSlide, ...]:
    """Return slides with their numbers in the file, whose list names slides that are not there.

    `listed` are the names of their parts, empty for a slide that cannot be read: a warning says so.
    """
    for number in (at for at, name in enumerate(listed, 1) if not name):
        diagnostics.warning(
            "slide-left-out",
            f"{file}: slide {number} is missing or damaged; the talk is without it.",
            None,
            "Open the file in PowerPoint, which may repair it, save it, and import it again.",
        )
    numbers = [at for at, name in enumerate(listed, 1) if name]
    if len(numbers) != len(slides):
        return slides
    return tuple(
        slide._replace(number=number) for slide, number in zip(slides, numbers, strict=True)
    )


def _with_ids(choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices, those with an id that links of any slide lead to."""
    linked = {
        run.link.removeprefix("#")
        for choice in choices
        for shape in choice.slide.shapes
        for run in runs_in(shape)
    }
    return [each.with_id() if each.slide.id in linked else each for each in choices]


def _choice(slide: SourceSlide, titled: SourceSlide, assets: AssetFiles, *, words: bool) -> Choice:
    """Return what a slide may be; `titled` is the same slide, with a title that it lacks."""
    reason = why_included(titled) or f"no kind has a place for {contents_in_words(titled)}"
    chapter = {"chapter": marked_text([SourceRun(slide.section)])} if slide.section else {}
    included = OutlineEntry(
        {"include": ORIGINAL, "slides": slide.number, **chapter},
        slide.number,
        (f"Slide {slide.number} stays as it is: {reason}.",),
    )
    is_first = slide.number == 1
    kinds = list(candidate_entries(titled, assets, is_first=is_first))
    if slide.is_own:
        breaking = candidate_entries(without_no_break_spaces(slide), assets, is_first=is_first)
        pairs = zip(breaking, kinds, strict=False)
        kinds = [kind for pair in pairs for kind in (pair if pair[0] != pair[1] else pair[:1])]
    told = tuple(f"Slide {slide.number}: {remark}." for remark in titled.remarks)
    kinds = [
        each._replace(comments=(*told, *_without_logos(lost, slide.number)))
        for each in kinds
        if not (lost := lost_pictures(each, slide, assets))
        or ("cover" in each.keys and not slide.is_own)
    ]
    if words:
        kinds += words_and_pictures(slide, assets)
    return Choice(slide, (*kinds, included, words_alone(slide)))


def _without_logos(lost: Sequence[str], number: int) -> Iterator[str]:
    """Yield what tells of the small pictures of a cover that no cover of ours has a place for."""
    if lost:
        yield f"Slide {number}: left out: {', '.join(lost)}."
        yield f"“include: {ORIGINAL}” with “slides: {number}” shows the slide as it was."


def _unlike_the_talk(slide: SourceSlide, head: Mapping[str, Value]) -> SourceSlide:
    """Return a slide without a language and a transition that are the talk's.

    Regions and scripts do not count. Numbers of charts are written as the language of the talk has
    them.
    """
    has_chart = any(isinstance(each.content, SourceChart) for each in slide.shapes)
    own, of_talk = (
        lang.partition("-")[0].lower() for lang in (slide.lang, str(head.get("lang", "")))
    )
    is_faded_alike = slide.transition == head.get("transition", "none")
    return slide._replace(
        lang="" if own == of_talk or has_chart else slide.lang,
        transition="" if is_faded_alike else slide.transition,
    )


def without_no_break_spaces(slide: SourceSlide) -> SourceSlide:
    """Return a slide whose texts, tables and drawings have blanks that may break."""
    return slide._replace(shapes=tuple(map(_breaking, slide.shapes)))


def _breaking(shape: SourceShape) -> SourceShape:
    match shape.content:
        case SlideText(paragraphs):
            lines = (each._replace(runs=_runs(each.runs)) for each in paragraphs)
            return shape._replace(content=SlideText(tuple(lines)))
        case SourceTable(rows) as table:
            cells = tuple(tuple(_runs(cell) for cell in row) for row in rows)
            return shape._replace(content=table._replace(rows=cells))
        case SourceGroup(name, shapes):
            return shape._replace(content=SourceGroup(name, tuple(map(_breaking, shapes))))
        case _:
            return shape


def _runs(runs: Iterable[SourceRun]) -> tuple[SourceRun, ...]:
    return tuple(run._replace(text=run.text.replace("\u00a0", " ")) for run in runs)
