"""A copy of any deck in which what is safe is mended, and what was done."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from deckgen.audit.audit import audit_deck
from deckgen.audit.finding import AuditReport
from deckgen.audit.slide_facts.audited_deck import (
    AuditedDeck,
    audited_deck,
    audited_slides,
    slide_languages,
)
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.mend.marks import mend_decoration, mend_languages, mend_tables
from deckgen.mend.mend_values import DeckMend, MendedDeck, MendPlan
from deckgen.mend.properties import with_properties, without_private_facts
from deckgen.mend.reading_sequence import mend_reading_order
from deckgen.mend.real_lists import mend_lists
from deckgen.mend.repair_causes import without_repair_causes
from deckgen.mend.slide_titles import TitleFacts, mend_title, new_titles, title_facts
from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.zip_reader import ZipEntries, open_entries
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import SIGNATURES, with_edited_tree, with_parts
from deckgen.template.package.written_package import written_package

_SlideMend: TypeAlias = Callable[[AuditedSlide, MendPlan], Iterator[DeckMend]]

_SLIDE_MENDS: tuple[_SlideMend, ...] = (
    mend_reading_order,
    mend_title,
    mend_tables,
    mend_lists,
    mend_decoration,
    mend_languages,
)
"""Titles are added after the shapes that are there were sorted: a new one comes first."""


def mend_deck(
    data: bytes, before: AuditReport, diagnostics: Diagnostics, *, private: bool = False
) -> MendedDeck | None:
    """Return a mended copy of a deck; None, with an error, if it cannot be read, or is signed.

    `before` is the report on the deck. Parts that are not mended keep their bytes. With `private`,
    names of people and comments are taken out.
    """
    file = before.file
    package = read_package(data, diagnostics, file)
    entries = None if package is None else open_entries(data, diagnostics, file)
    if package is None or entries is None or diagnostics.has_errors:
        return None
    if SIGNATURES & {link.type for link in package.relationships}:
        diagnostics.error(
            "signed",
            f"{file} is signed, and the signature would not be valid for a mended copy.",
            None,
            "In PowerPoint, remove it: File > Info > View Signatures; mend, and sign again.",
        )
        return None
    broken = frozenset(before.counts)
    sound, mends = _mended(without_repair_causes(package, broken), entries, broken)
    if private:
        sound, made = without_private_facts(sound, entries)
        mends += made
    copy = written_package(entries, package, sound, diagnostics)
    if copy is None:
        return None
    left = audit_deck(copy, file)
    return MendedDeck(copy, (*_repaired(before, left), *mends), left)


def _mended(
    package: ParsedPackage, entries: ZipEntries, broken: frozenset[str]
) -> tuple[ParsedPackage, list[DeckMend]]:
    """Return the package with mended slides and properties, and what was done."""
    deck = audited_deck(package, entries)
    if deck is None:
        return package, []
    facts, language = _facts(deck)
    plan = MendPlan(language, new_titles(facts, language))
    mends: list[DeckMend] = []
    edited = []
    for slide in audited_slides(deck):
        done = [made for mend in _SLIDE_MENDS for made in mend(slide, plan)]
        if done:
            edited.append(with_edited_tree(slide.part))
            mends += done
    first = facts[0] if facts else None
    title = "" if first is None else plan.titles.get(first.number, first.title)
    package, more = with_properties(with_parts(package, edited), broken, title, plan)
    return package, [*mends, *more]


def _facts(deck: AuditedDeck) -> tuple[list[TitleFacts], str]:
    """Return what titles are made from, and the language of most of the text."""
    letters = Counter[str]()
    facts = []
    for slide in audited_slides(deck):
        letters.update(slide_languages(slide))
        facts.append(title_facts(slide))
    stated = deck.properties.get("language", "")
    return facts, next((lang for lang, _ in letters.most_common(1)), stated)


def _repaired(before: AuditReport, left: AuditReport) -> Iterator[DeckMend]:
    """Yield the causes of repairs that are gone, each in the words in which it was found."""
    still = {(each.rule.code, each.message) for each in left.findings}
    for each in before.findings:
        if each.rule.group == "validity" and (each.rule.code, each.message) not in still:
            yield DeckMend(each.rule.code, each.slide, f"Repaired: {each.message}")
