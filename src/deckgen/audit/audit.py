"""An audit of any deck: all rules, and what they find.

No deck can run code, fill the memory or reach another file, and no bytes raise an exception.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from deckgen.audit import legibility, privacy, size
from deckgen.audit.accessibility import (
    alternative_texts,
    contrast,
    movement,
    reading_order,
    structure,
    text,
)
from deckgen.audit.finding import (
    GROUPS,
    MOST_OF_A_RULE,
    AuditReport,
    DeckFacts,
    Finding,
    ReportedSlide,
    Rule,
    Subject,
)
from deckgen.audit.rules import WORDED_RULES
from deckgen.audit.slide_facts.audited_deck import (
    AuditedDeck,
    SlideFacts,
    audited_deck,
    audited_slides,
    deck_facts,
    deck_subjects,
    slide_facts,
    slide_languages,
    slide_subjects,
)
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.audit.validity.validity import (
    VALIDITY_RULES,
    damaged_parts,
    unreadable_findings,
    validity_findings,
)
from deckgen.opc.package_reader import read_package
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics, clipped

SlideCheck: TypeAlias = Callable[[AuditedSlide], Iterator[Finding]]
DeckCheck: TypeAlias = Callable[[AuditedDeck], Iterator[Finding]]

SLIDE_CHECKS: tuple[SlideCheck, ...] = (
    structure.title_findings,
    alternative_texts.alternative_text_findings,
    reading_order.reading_order_findings,
    structure.table_findings,
    contrast.chart_findings,
    text.typed_layout_findings,
    text.language_findings,
    text.link_findings,
    movement.movement_findings,
    structure.placeholder_findings,
    text.letter_findings,
    legibility.size_findings,
    legibility.overflow_findings,
    privacy.hidden_findings,
)
"""The checks of each slide, without that of contrast, whose findings may be about a layout."""
DECK_CHECKS: tuple[DeckCheck, ...] = (
    structure.repeated_titles,
    text.file_language,
    movement.media_findings,
    movement.moving_pictures,
    structure.structure_findings,
    structure.text_on_masters,
    legibility.font_findings,
    privacy.people_findings,
    privacy.leftover_findings,
    privacy.picture_findings,
    size.weight_findings,
)
"""The checks of the whole deck."""
RULES: tuple[Rule, ...] = (*VALIDITY_RULES, *WORDED_RULES.values())
"""All rules, in the order of reports."""


def audit_deck(data: bytes, file: str) -> AuditReport:
    """Return what is found in a deck.

    `file` is its name; the ending tells whether it may be a template. A file that cannot be read
    has no slides and one finding, which says why.
    """
    read = Diagnostics()
    package = read_package(data, read, file)
    found = _Found()
    found.add(unreadable_findings(read, file))
    entries = open_entries(data, Diagnostics(), file) if package else None
    deck = audited_deck(package, entries) if package and entries else None
    if package and entries:
        found.add(damaged_parts(package, entries))
        found.add(validity_findings(package))
    if deck is None:
        return found.report(file, (), frozenset(), DeckFacts())
    facts: list[SlideFacts] = []
    languages = Counter[str]()
    subjects: set[Subject] = {"file", *deck_subjects(deck)}
    weak: list[Finding] = []
    for slide in audited_slides(deck):
        weak += contrast.contrast_findings(slide)
        for check in SLIDE_CHECKS:
            found.add(check(slide))
        facts.append(slide_facts(slide))
        languages.update(slide_languages(slide))
        subjects.update(slide_subjects(slide))
    found.add(contrast.grouped_by_layout(weak))
    deck = deck._replace(slides=tuple(facts))
    for deck_check in DECK_CHECKS:
        found.add(deck_check(deck))
    summaries = tuple(
        ReportedSlide(each.number, each.part_name, clipped(each.title), each.hidden)
        for each in facts
    )
    main_language = next((lang for lang, _ in languages.most_common(1)), "")
    return found.report(file, summaries, frozenset(subjects), deck_facts(deck, main_language))


class _Found:
    """The findings of an audit, those of each rule counted and bounded."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        """Add findings; beyond `MOST_OF_A_RULE` of one rule they are only counted."""
        for finding in findings:
            self._counts[finding.rule.code] += 1
            if self._counts[finding.rule.code] <= MOST_OF_A_RULE:
                self._findings.append(finding)

    def report(
        self,
        file: str,
        slides: tuple[ReportedSlide, ...],
        subjects: frozenset[Subject],
        facts: DeckFacts,
    ) -> AuditReport:
        """Return the report, its findings by group and slide."""
        numbers = {slide.part: slide.number for slide in slides}
        placed = (
            finding._replace(slide=numbers[finding.part])
            if finding.slide is None and finding.part in numbers
            else finding
            for finding in self._findings
        )
        ordered = sorted(placed, key=lambda each: (GROUPS.index(each.rule.group), each.slide or 0))
        return AuditReport(file, slides, tuple(ordered), dict(self._counts), subjects, facts)
