"""What moves by itself, and films and sounds: captions, or a text that says the same."""

from collections.abc import Iterator
from functools import cache

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.language.phrases import phrase_in_all_languages
from deckgen.media.av_inspection import inspect_recording
from deckgen.media.formats.gif import SIGNATURES, has_several_frames
from deckgen.media.refusal import RefusedError
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.xml_parser import Element, q

_TRANSCRIPT = 60
"""Letters of notes that may be a transcript."""
_HEADINGS = frozenset({*phrase_in_all_languages("transcript"), "transkript"})
"""The headings of a transcript in the notes."""


def movement_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield a slide that advances by itself, and animations that begin so or do not end."""
    transition = next(slide.root.iter(q("p:transition")), None)
    after = None if transition is None else parse_integer(transition.get("advTm"))
    if after is not None:
        yield at_shape("advances-by-itself", slide, None, seconds=f"{after / 1000:g}")
    names = {shape.place.id: shape.place for shape in slide.shapes}
    for rule, effect in _effects(slide.root):
        target = next(effect.iter(q("p:spTgt")), None)
        place = names.get(parse_integer(target.get("spid")) or 0) if target is not None else None
        yield at_shape(rule, slide, place, name=place.name if place else "a shape")


def _effects(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield the first effect that begins by itself, and the first without an end, with its rule.

    An effect “after” or “with the previous” one begins by itself if nothing before it on the slide
    waits for a click (ECMA-376 Part 1, 19.5.33 cTn, 19.7.29 ST_TLTimeNodeType).
    """
    effects = [node for node in root.iter(q("p:cTn")) if node.get("presetClass")]
    if effects and effects[0].get("nodeType") in {"afterEffect", "withEffect"}:
        yield "starts-by-itself", effects[0]
    endless = (node for node in effects if node.get("repeatCount") == "indefinite")
    if (first := next(endless, None)) is not None:
        yield "endless-animation", first


def moving_pictures(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the GIF pictures with several frames."""

    @cache
    def moves(part: str) -> bool:
        data = deck.entries.unpacked_or_empty(part) if part.lower().endswith(".gif") else b""
        return data.startswith(SIGNATURES) and has_several_frames(data)

    for slide in deck.slides:
        for picture in slide.pictures:
            if moves(picture.part):
                yield at_shape("moving-picture", slide, picture.shape)


def media_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield films and sounds without captions whose words do not stand in the notes either.

    A film without sound, or one that is muted, needs no captions.
    """

    @cache
    def is_silent(part: str) -> bool:
        try:
            return not inspect_recording("", deck.entries.unpacked_or_empty(part)).audible
        except RefusedError:
            return False

    for slide in deck.slides:
        lines = (line.strip(" :*").casefold() for line in slide.notes.split("\n"))
        is_said = any(line in _HEADINGS for line in lines)
        for clip in slide.clips:
            if is_said or clip.has_captions or clip.is_muted or is_silent(clip.part):
                continue
            if len(slide.notes) >= _TRANSCRIPT:
                yield at_shape("transcript-unproven", slide, clip.shape)
            else:
                rule = "transcript-missing" if clip.is_sound else "captions-missing"
                yield at_shape(rule, slide, clip.shape)
