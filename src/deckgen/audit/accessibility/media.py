"""Films and sounds: captions, or a text that says the same."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, at_shape, wcag
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.language.phrases import phrase_in_all_languages
from deckgen.media.av_inspection import inspect_recording
from deckgen.media.refusal import RefusedError
from deckgen.support.diagnostics import Severity

_TRANSCRIPT = 60
"""Letters of notes that may be a transcript."""
_HEADINGS = frozenset({*phrase_in_all_languages("transcript"), "transkript"})
_on_media = partial(Rule, group="accessibility", severity=Severity.ERROR, subject="media")
CAPTIONS = _on_media(
    "captions-missing",
    "Every film has captions, or its words stand in the notes",
    "The film “{shape}” has no captions, and the notes have no words of it.",
    "Who does not hear it learns nothing of what is said.",
    "Click the film, Playback > Insert Captions: a file .vtt. Or write its words into the notes.",
    clauses=(wcag("1.2.2"), wcag("1.2.3")),
)
TRANSCRIPT = _on_media(
    "transcript-missing",
    "The words of every sound stand in the notes",
    "The notes have no words of the sound “{shape}”.",
    "Who does not hear it learns nothing of what is said.",
    "Write the words of the sound into the notes of the slide.",
    clauses=(wcag("1.2.1"),),
)
IN_NOTES = _on_media(
    "transcript-unproven",
    "The notes have all words of the films and sounds",
    "“{shape}” has no captions; a person must see whether the notes say what is said in it.",
    "Only words for all that is said and seen stand in for a film.",
    "Read the notes while it plays. Captions are better: Playback > Insert Captions.",
    severity=Severity.NOTE,
    clauses=(wcag("1.2.1"), wcag("1.2.2")),
    needs_person=True,
)
RULES = (CAPTIONS, TRANSCRIPT, IN_NOTES)


def media_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield films and sounds without captions whose words do not stand in the notes either.

    A film without sound, or one that is muted, needs no captions.
    """
    silent: dict[str, bool] = {}
    for slide in deck.slides:
        for clip in slide.clips:
            if clip.has_captions or clip.is_muted or _states_transcript(slide.notes):
                continue
            if clip.part not in silent:
                silent[clip.part] = _is_silent(deck.entries.unpacked_or_empty(clip.part))
            if silent[clip.part]:
                continue
            if len(slide.notes) >= _TRANSCRIPT:
                yield at_shape(IN_NOTES, slide, clip.shape)
            else:
                yield at_shape(TRANSCRIPT if clip.is_sound else CAPTIONS, slide, clip.shape)


def _states_transcript(notes: str) -> bool:
    """Return whether a line of the notes is the heading of a transcript."""
    return any(line.strip(" :*").casefold() in _HEADINGS for line in notes.split("\n"))


def _is_silent(data: bytes) -> bool:
    try:
        return not inspect_recording("", data).audible
    except RefusedError:
        return False
