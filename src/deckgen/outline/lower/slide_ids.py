"""The ids of slides: the author's, or names made from their headlines; and the links to them."""

import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Run, SlideLink, TextBody
from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.nearest import did_you_mean

_LONGEST_ID = 48
_IN_IDS = "".join([s if s.islower() or s.isdigit() else " " for s in map(chr, range(128))])
"""What stands for each ASCII character in the words of an id."""


def assign_ids(
    slides: tuple[tuple[Kind, Entry], ...], headlines: Mapping[int, str], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """Return an id for every slide: the author's, else one made from its headline.

    `headlines` holds, by index, those of slides from other decks. A made id is none of the
    author's; a number is added only where two headlines make the same id. A double id is an error.
    """
    author_ids: dict[str, Text] = {}
    for _, entry in slides:
        if entry.id is None:
            continue
        if entry.id.text in author_ids:
            diagnostics.error(
                "duplicate-id",
                f"Two slides have the id “{entry.id.text}”; "
                f"the first stands in line {author_ids[entry.id.text].span.line}.",
                entry.id.span,
                "Give one of them another id.",
            )
        author_ids.setdefault(entry.id.text, entry.id)
    taken = set(author_ids)
    counts: Counter[str] = Counter()
    ids = []
    for index, (kind, entry) in enumerate(slides):
        if entry.id is not None:
            ids.append(entry.id.text)
            continue
        base = name = _made_id(kind, headlines.get(index) or kind.title_of(entry))
        while name in taken:
            counts[base] += 1
            name = f"{base}-{1 + counts[base]}"
        taken.add(name)
        ids.append(name)
    return tuple(ids)


def _made_id(kind: Kind, headline: str) -> str:
    if not headline:
        return kind.name
    # A headline without ASCII letters (Greek, Chinese …) still gives an id that stays.
    return slug(headline) or f"{kind.name}-{zlib.crc32(headline.encode()):08x}"


def slug(text: str) -> str:
    """Return the text as an id: small ASCII letters, digits, hyphens, at most 48."""
    small = text.lower()
    if not small.isascii():
        for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "o")):
            small = small.replace(letter, letters)
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode()
    hyphened = "-".join(small.translate(_IN_IDS).split())
    if len(hyphened) <= _LONGEST_ID:
        return hyphened
    return hyphened[: _LONGEST_ID + 1].rsplit("-", 1)[0][:_LONGEST_ID]


def check_links(slides: list[Slide], unread: frozenset[str], diagnostics: Diagnostics) -> None:
    """Report links to slides that are not in the talk, and links to slides in notes.

    `unread` are ids of slides that could not be read; links to them are not reported.
    """
    ids = {slide.id for slide in slides} | unread
    for link in dict.fromkeys(_links(chain.from_iterable(map(_bodies, slides)))):
        if link.slide_id not in ids:
            hint = (
                f"Write `id: {link.slide_id}` on the slide that you mean. If a town or a version "
                "leaves that slide out, leave the line of the link out, too: `except:`."
            )
            if not diagnostics.is_full("unknown-slide"):
                # Sorted, as the order of a set differs from run to run.
                hint = did_you_mean(link.slide_id, sorted(ids), hint, "#{}")
            message = f"No slide has the id “{link.slide_id}”."
            diagnostics.error("unknown-slide", message, link.span, hint)
    for link in _links([slide.notes for slide in slides if slide.notes]):
        # The part of notes relates to their own slide only (ECMA-376-1, 13.3.5).
        diagnostics.error(
            "link-in-notes",
            "Notes cannot lead to a slide; PowerPoint knows such links on slides only.",
            link.span,
            "Write the words without the link, or link them on the slide.",
        )


def _links(bodies: Iterable[TextBody]) -> list[SlideLink]:
    return [
        run.link
        for body in bodies
        for paragraph in body.paragraphs
        for run in paragraph.runs
        if type(run) is Run and run.link is not None and isinstance(run.link, SlideLink)
    ]


def _bodies(slide: Slide) -> list[TextBody]:
    bodies = [content for _, content in slide.placeholders]
    if slide.graphics:
        bodies += _in_graphics(slide)
    if slide.footer:
        bodies.append(slide.footer)
    return bodies


def _in_graphics(slide: Slide) -> Iterator[TextBody]:
    from deckgen.deck.graphics import Clip, Drawing, Picture, Table

    for _, graphic in slide.graphics:
        if isinstance(graphic, Table):
            yield from graphic.header
            yield from chain.from_iterable(graphic.rows)
        elif isinstance(graphic, Picture) and graphic.caption:
            yield graphic.caption.body
        elif isinstance(graphic, Clip) and graphic.picture.caption:
            yield graphic.picture.caption.body
        elif isinstance(graphic, Drawing):
            for item in graphic.items:
                yield from filter(None, (item.lead, item.title, item.text))
