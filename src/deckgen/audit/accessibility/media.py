"""Films and sounds: captions, or a text that says the same."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, RuleText, at_shape, wcag
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.opc.xml_parser import q
from deckgen.support.diagnostics import Severity

_TRANSCRIPT = 60
"""Letters of notes that may be a transcript."""
_on_media = partial(Rule, group="accessibility", subject="media")
CAPTIONS = _on_media(
    code="captions-missing",
    severity=Severity.ERROR,
    text=RuleText(
        "Every film has captions, or its words stand in the notes",
        "The film “{shape}” has no captions, and the notes have no words of it.",
        "Who does not hear it learns nothing of what is said.",
        "Click the film, Playback > Insert Captions: a file .vtt. Or write its words into the "
        "notes.",
    ),
    clauses=(wcag("1.2.2"), wcag("1.2.3")),
)
TRANSCRIPT = _on_media(
    code="transcript-missing",
    severity=Severity.ERROR,
    text=RuleText(
        "The words of every sound stand in the notes",
        "The notes have no words of the sound “{shape}”.",
        "Who does not hear it learns nothing of what is said.",
        "Write the words of the sound into the notes of the slide.",
    ),
    clauses=(wcag("1.2.1"),),
)
IN_NOTES = _on_media(
    code="transcript-unproven",
    severity=Severity.NOTE,
    text=RuleText(
        "The notes have all words of the films and sounds",
        "“{shape}” has no captions; a person must see whether the notes say what is said in it.",
        "Only words for all that is said and seen stand in for a film.",
        "Read the notes while it plays. Captions are better: Playback > Insert Captions.",
    ),
    clauses=(wcag("1.2.1"), wcag("1.2.2")),
    needs_person=True,
)
RULES = (CAPTIONS, TRANSCRIPT, IN_NOTES)


def media_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield films and sounds without captions."""
    for shape in slide.shown:
        if shape.kind != "media" or _has_captions(shape):
            continue
        if len(slide.notes) >= _TRANSCRIPT:
            yield at_shape(IN_NOTES, slide, shape.place)
        else:
            yield at_shape(TRANSCRIPT if _is_sound(shape) else CAPTIONS, slide, shape.place)


def _has_captions(shape: AuditedShape) -> bool:
    """Return whether a film has a text track ([MS-PPTX], tracksInfo)."""
    return next(shape.element.iter(q("p173:track")), None) is not None


def _is_sound(shape: AuditedShape) -> bool:
    return next(shape.element.iter(q("a:audioFile"), q("a:wavAudioFile")), None) is not None
