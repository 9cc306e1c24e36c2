"""A presentation as a talk: an outline, its pictures and numbers, and a brand.

Each slide gets the first of its candidates with which the new deck shows all of its words; a slide
without one is included as it is. For this the outline is built in memory.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import WorkspaceError
from deckgen.importing.imported_talk import OUTLINE, ImportedTalk, SlideReport, kind_of
from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.importing.outline_entry import OutlineEntry, Value
from deckgen.importing.outline_yaml import outline_yaml
from deckgen.importing.powerpoint.asset_files import AssetFiles
from deckgen.importing.powerpoint.brand_file import BRAND, brand_yaml, used_layouts, without_lines
from deckgen.importing.powerpoint.open_presentation import open_presentation
from deckgen.importing.powerpoint.prove_kind import candidates, why_included
from deckgen.importing.powerpoint.read_slides import read_slides
from deckgen.importing.powerpoint.source_slide import SourceSlide, paragraphs_in
from deckgen.pipeline.compile import Compiled, compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics, Severity

ORIGINAL = "original.pptx"
_MOST_BUILDS = 8
_WORD = re.compile(r"\w+")


class _Choice(NamedTuple):
    """The entries that a slide may be, the best first; the last one includes it."""

    slide: SourceSlide
    entries: tuple[OutlineEntry, ...]

    def without_first(self) -> "_Choice":
        return self._replace(entries=self.entries[1:])


class _NoOtherFiles:
    """No files beside those in memory."""

    def read(self, name: str) -> bytes:
        raise WorkspaceError(
            "missing-file", f"{name} is not there.", "Import the presentation again."
        )


def import_presentation(file: str, data: bytes, diagnostics: Diagnostics) -> ImportedTalk | None:
    """Return the talk of a presentation; None, with an error, if it cannot be read."""
    opened = open_presentation(file, data, diagnostics)
    if opened is None:
        return None
    slides = read_slides(opened)
    assets = AssetFiles()
    choices = [_choice(slide, assets) for slide in slides]
    choices = _with_ids(choices)
    head = _head(file, slides)
    layouts = used_layouts(slides, [choice.entries[0] for choice in choices])
    files = {ORIGINAL: data, BRAND: brand_yaml(ORIGINAL, layouts), **assets.files}
    refused = _refused_lines(head, choices, files)
    if refused:
        files[BRAND] = without_lines(files[BRAND], refused)
    entries, lost = _proven(head, choices, files)
    files[OUTLINE] = outline_yaml(head, entries).encode()
    return ImportedTalk(
        {name: files[name] for name in sorted(files) if not assets.is_unused(name, entries)},
        tuple(_report(entry, lost.get(entry.slide, ())) for entry in entries),
        sum(len(_words(slide.words)) for slide in slides),
    )


def _with_ids(choices: Sequence[_Choice]) -> list[_Choice]:
    """Return the choices, those with an id that links of any slide lead to."""
    linked = {
        run.link.removeprefix("#")
        for choice in choices
        for shape in choice.slide.shapes
        for paragraph in paragraphs_in(shape)
        for run in paragraph.runs
    }
    return [
        choice._replace(
            entries=tuple(
                entry._replace(keys={"id": choice.slide.id, **entry.keys})
                if choice.slide.id in linked
                else entry
                for entry in choice.entries
            )
        )
        for choice in choices
    ]


def _choice(slide: SourceSlide, assets: AssetFiles) -> _Choice:
    reason = why_included(slide) or "its words do not fit another kind of slide"
    chapter = {"chapter": slide.section} if slide.section else {}
    included = OutlineEntry(
        {"include": ORIGINAL, "slides": slide.number, **chapter},
        slide.number,
        (f"Slide {slide.number} stays as it is: {reason}.",),
    )
    return _Choice(slide, (*candidates(slide, assets, is_first=slide.number == 1), included))


def _proven(
    head: Mapping[str, Value], choices: Sequence[_Choice], files: Mapping[str, bytes]
) -> tuple[list[OutlineEntry], dict[int, tuple[str, ...]]]:
    """Return the entry of each slide, and the words by slide that are lost all the same."""
    lost: dict[int, tuple[str, ...]] = {}
    for _ in range(_MOST_BUILDS):
        entries = [choice.entries[0] for choice in choices]
        wrong, lost = _wrong(head, entries, [choice.slide for choice in choices], files)
        changed = [
            choice.without_first() if at in wrong and len(choice.entries) > 1 else choice
            for at, choice in enumerate(choices)
        ]
        if changed == choices:
            return entries, lost
        choices = changed
    return [choice.entries[-1] for choice in choices], lost


def _wrong(
    head: Mapping[str, Value],
    entries: Sequence[OutlineEntry],
    slides: Sequence[SourceSlide],
    files: Mapping[str, bytes],
) -> tuple[set[int], dict[int, tuple[str, ...]]]:
    """Return the indices of entries that have errors or lose words, and these words by slide."""
    text = outline_yaml(head, entries)
    diagnostics = Diagnostics()
    compiled = compile_talk(OUTLINE, _overlay(text, files), None, diagnostics)
    starts = _entry_lines(text)
    failed = {
        at
        for each in diagnostics
        if each.severity is Severity.ERROR and each.span and each.span.file == OUTLINE
        if (at := _entry_at(starts, each.span.line)) is not None
    }
    if compiled is None or diagnostics.has_errors:
        return failed or set(range(len(entries))), {}
    lost = _lost_words(compiled, starts, slides)
    return set(lost), {slides[at].number: words for at, words in lost.items()}


def _refused_lines(
    head: Mapping[str, Value], choices: Sequence[_Choice], files: Mapping[str, bytes]
) -> set[int]:
    """Return the lines of the brand with a layout that cannot serve its role."""
    text = outline_yaml(head, [choice.entries[-1] for choice in choices])
    diagnostics = Diagnostics()
    compile_talk(OUTLINE, _overlay(text, files), None, diagnostics)
    return {
        found.span.line
        for found in diagnostics
        if found.severity is Severity.ERROR and found.span and found.span.file == BRAND
    }


def _overlay(text: str, files: Mapping[str, bytes]) -> MemoryOverlay:
    return MemoryOverlay({**files, OUTLINE: text.encode()}, _NoOtherFiles())


def _entry_lines(text: str) -> list[int]:
    """Return the lines, from 1, on which entries begin."""
    lines = text.split("\n")
    start = lines.index("slides:")
    return [n for n, line in enumerate(lines, 1) if n > start and line.startswith("  - ")]


def _entry_at(starts: Sequence[int], line: int) -> int | None:
    before = [at for at, start in enumerate(starts) if start <= line]
    return before[-1] if before else None


def _lost_words(
    compiled: Compiled, starts: Sequence[int], slides: Sequence[SourceSlide]
) -> dict[int, tuple[str, ...]]:
    """Return the words by index of an entry that its slides in the new deck do not show."""
    opened = open_presentation(OUTLINE, deck_bytes(compiled, None), Diagnostics())
    if opened is None:
        return dict.fromkeys(range(len(starts)), ())
    counts: dict[int, Counter[str]] = {}
    for made, built in zip(compiled.deck.slides, read_slides(opened), strict=True):
        at = _entry_at(starts, made.span.line)
        if at is not None:
            counts.setdefault(at, Counter()).update(_words(built.words))
    return {
        at: tuple(missing.elements())
        for at, slide in enumerate(slides)
        if (missing := Counter(_words(slide.words)) - counts.get(at, Counter()))
    }


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _head(file: str, slides: Sequence[SourceSlide]) -> dict[str, Value]:
    """Return the keys of the talk: its title, the language of most slides, the brand."""
    first = next((slide.words.split("\n")[0].strip() for slide in slides if slide.words), "")
    head: dict[str, Value] = {"title": marked_text([SourceRun(first)]) if first else file}
    languages = Counter(slide.lang for slide in slides if slide.lang)
    if languages:
        head["lang"] = languages.most_common(1)[0][0]
    head["brand"] = BRAND
    return head


def _report(entry: OutlineEntry, lost: Iterable[str]) -> SlideReport:
    kind = kind_of(entry)
    reason = entry.comments[0] if kind == "include" and entry.comments else ""
    return SlideReport(entry.slide, kind, reason, tuple(lost))
