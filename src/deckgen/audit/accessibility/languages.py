"""Languages: of each run, and of the file."""

from collections.abc import Iterator

from deckgen.audit.finding import Finding, quoted_words
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedSlide, TextArea
from deckgen.language.likely_language import likelier_language

_NO_LANGUAGE = frozenset({"zxx", "und", "x-none", "mul"})


def language_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield shapes whose text states no language, or hardly the one that it is in."""
    for shape in slide.shown:
        unstated = next(
            (run for run in shape.runs if not run.lang and any(map(str.isalpha, run.text))), None
        )
        if unstated is not None:
            words = quoted_words(unstated.text)
            yield at_shape("language-missing", slide, shape.place, words=words)
            continue
        for area in shape.texts:
            stated, likely = _languages(area)
            if likely:
                said = {"stated": stated, "likely": likely, "words": quoted_words(area.text)}
                yield at_shape("language-unlikely", slide, shape.place, **said)
                break


def file_language(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield that the properties of the file state no language."""
    if not deck.properties.get("language"):
        yield in_deck("file-language-missing")


def _languages(area: TextArea) -> tuple[str, str]:
    """Return the language that a text states, and a likelier one; empty without one."""
    stated = {run.lang for run in area.runs}
    if len(stated) != 1:
        return "", ""
    lang = stated.pop()
    return lang, "" if lang.lower() in _NO_LANGUAGE else likelier_language(area.text, lang)
