"""What the page shows of each slide beside its picture."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import TextBody
from deckgen.export.document_blocks import text_lines
from deckgen.export.talk_contents import slide_blocks
from deckgen.pipeline.compile import Compiled
from deckgen.render.renderer import Feature
from deckgen.support.sequence_changes import opcodes


class NoteFacts(NamedTuple):
    """A paragraph of the notes."""

    text: str
    level: int
    bullet: str
    """none, disc or number."""
    start: int
    """The first number of its list."""


class PreviewSlide(NamedTuple):
    """A slide without its picture; the field names are those of the page's JSON."""

    id: str
    number: int
    """From 1, hidden slides included."""
    key: str
    """The key of its picture."""
    title: str
    kicker: str
    section: str
    hidden: bool
    kind: str
    layout: str
    sizes: tuple[int, ...]
    """Points of each level of its text, or of its title if it has no other text."""
    text: str
    """Its text, a line for each paragraph."""
    part: str
    """“2/3” for a slide that continues over several; else empty."""
    file: str
    line: int
    last_line: int
    minutes: float | None
    lang: str
    dir: str
    notes: tuple[NoteFacts, ...]
    differs: tuple[str, ...]
    """What PowerPoint shows differently."""


def preview_slides(
    compiled: Compiled,
    keys: Sequence[str],
    sources: Mapping[str, Sequence[str]],
    differing: Mapping[int, tuple[Feature, ...]],
) -> tuple[PreviewSlide, ...]:
    """Return the facts of all slides; `sources` has the lines of their files.

    `differing` has what the renderer draws differently from PowerPoint, by slide number.
    """
    entries = {entry.span: (kind.name, entry) for kind, entry in compiled.outline.slides}
    reports = {report.id: report for report in compiled.fitted.reports}
    facts = []
    section = ""
    for place, (slide, part, key) in enumerate(
        zip(compiled.deck.slides, _parts(compiled.deck.slides), keys, strict=True), 1
    ):
        section = slide.section.title if slide.section else section
        kind, entry = entries.get(slide.span, ("", None))
        blocks = slide_blocks(slide, compiled.brand.layout(*slide.layout_key))
        sizes = {each.role: each.sizes for each in reversed(reports[slide.id].placeholders)}
        facts.append(
            PreviewSlide(
                id=slide.id,
                number=place,
                key=key,
                title=_words(slide, "title"),
                kicker=_words(slide, "kicker"),
                section=section,
                hidden=slide.hidden,
                kind=kind,
                layout=reports[slide.id].layout,
                sizes=sizes.get("body") or sizes.get("second") or sizes.get("title") or (),
                text="\n".join(filter(None, [slide.title, *text_lines(blocks)])),
                part=part,
                file=slide.span.file,
                line=slide.span.line,
                last_line=last_entry_line(sources.get(slide.span.file, ()), slide.span.line),
                minutes=entry.minutes if entry and slide.number_in_entry == 1 else None,
                lang=slide.lang,
                dir="rtl" if runs_right_to_left(slide.lang) else "ltr",
                notes=_notes(slide.notes),
                differs=differing.get(place, ()),
            )
        )
    return tuple(facts)


def _parts(slides: Iterable[Slide]) -> list[str]:
    """Return “2/3” for each slide that is one of several from the same entry."""
    counts: list[int] = []
    before: Slide | None = None
    for slide in slides:
        if before is not None and before.span == slide.span and slide.number_in_entry > 1:
            counts[-1] += 1
        else:
            counts.append(1)
        before = slide
    return [
        f"{number}/{count}" if count > 1 else ""
        for count in counts
        for number in range(1, count + 1)
    ]


def _words(slide: Slide, role: str) -> str:
    return next((body.text.strip() for name, body in slide.placeholders if name == role), "")


def _notes(notes: TextBody | None) -> tuple[NoteFacts, ...]:
    return tuple(
        NoteFacts(
            paragraph.text,
            paragraph.level,
            paragraph.bullet if paragraph.bullet in {"disc", "number"} else "none",
            paragraph.start_at,
        )
        for paragraph in (notes.paragraphs if notes else ())
    )


def last_entry_line(lines: Sequence[str], first: int) -> int:
    """Return the last line of the list entry that begins in line `first`, counted from 1.

    The entry ends before the next line that is not indented more than its dash; blank lines and
    comments at its end do not belong to it.
    """
    if not 1 <= first <= len(lines):
        return first
    dash = _indent(lines[first - 1])
    last = first
    for number, line in enumerate(lines[first:], first + 1):
        words = line.strip()
        if not words:
            continue
        if _indent(line) <= dash:
            break
        if not words.startswith("#"):
            last = number
    return last


def moved_lines(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Return the line in the new text of each line of the old text, from 1.

    A deleted line gets the position of the lines around it.
    """
    lines = []
    for _, begin, end, to, to_end in opcodes(old, new):
        last = max(to_end - 1, to - 1, 0)
        lines += [min(to + at, last) + 1 for at in range(end - begin)]
    return lines


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
