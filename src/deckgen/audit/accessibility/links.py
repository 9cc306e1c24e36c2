"""Links: their words say where they lead."""

from collections.abc import Iterator
from itertools import groupby

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape
from deckgen.audit.slide_facts.audited_slide import AuditedSlide, TextArea
from deckgen.language.descriptive_words import is_bare_address, leads_nowhere


def link_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield links whose words do not say where they lead."""
    for shape in slide.shown:
        for area in shape.texts:
            for words in _link_texts(area):
                if leads_nowhere(words):
                    yield at_shape("link-says-nothing", slide, shape.place, words=words)
                elif is_bare_address(words):
                    yield at_shape("link-address", slide, shape.place, words=words[:60])


def _link_texts(area: TextArea) -> Iterator[str]:
    """Yield the words of each link; neighbouring runs to one target are one link."""
    for paragraph in area.paragraphs:
        for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
            words = " ".join("".join(run.text for run in runs).split())
            if link is not None and words:
                yield words
