"""Links: their words say where they lead."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from deckgen.audit.finding import Finding, Rule, at_shape, wcag
from deckgen.audit.slide_facts.audited_slide import AuditedSlide, TextArea
from deckgen.language.descriptive_words import is_bare_address, leads_nowhere
from deckgen.support.diagnostics import Severity

_on_links = partial(Rule, group="accessibility", subject="links", clauses=(wcag("2.4.4"),))
_REMEDY = "Right-click the link > Edit Link > Text to display: name the page that it leads to."
NOWHERE = _on_links(
    "link-says-nothing",
    "The words of a link say where it leads",
    "The link “{words}” does not say where it leads.",
    "People jump from link to link and hear only its words: “here, here, more”.",
    _REMEDY,
    severity=Severity.ERROR,
)
ADDRESS = _on_links(
    "link-address",
    "No link shows its address in place of words",
    "The link shows only an address: {words}",
    "An address is read letter by letter, and does not say what is there.",
    _REMEDY + " For paper, give the address in the notes.",
    severity=Severity.WARNING,
)
RULES = (NOWHERE, ADDRESS)


def link_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield links whose words do not say where they lead."""
    for shape in slide.shown:
        for area in shape.texts:
            for words in _link_texts(area):
                if leads_nowhere(words):
                    yield at_shape(NOWHERE, slide, shape.place, words=words)
                elif is_bare_address(words):
                    yield at_shape(ADDRESS, slide, shape.place, words=words[:60])


def _link_texts(area: TextArea) -> Iterator[str]:
    """Yield the words of each link; neighbouring runs to one target are one link."""
    for paragraph in area.paragraphs:
        for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
            words = " ".join("".join(run.text for run in runs).split())
            if link is not None and words:
                yield words
