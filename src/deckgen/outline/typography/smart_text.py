"""Typography of the slide's language: quotation marks, apostrophes, spaces, dashes, ellipses.

Only signs and spaces are replaced, no words. A second run changes nothing. Code, addresses, names
of files, and numbers of telephones and standards stay as they are typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Formula, Inline, LineBreak, Paragraph, Run, TextBody, WebLink
from deckgen.language.spaces import NO_BREAK
from deckgen.outline.typography.language_rules import TypographyRules, rules_for
from deckgen.outline.typography.no_break_spaces import space_edits
from deckgen.outline.typography.quotes import quote_edits
from deckgen.support.diagnostics import Diagnostics, Span

if TYPE_CHECKING:
    from deckgen.deck.graphics import Graphic

# Patterns that few texts need are strings: `re` compiles and keeps them at their first use.
_CODE = "\u0294"
"""Stands for each character of code; no rule knows this letter."""

_TOUCHED = frozenset("\"'.-–—…0123456789§€$£")
_KEPT = r"""
      (?:https?://|ftp://|mailto:|www\.) [^\s<>"„“”«»]* [^\s<>"'„“”«»’.,;:!?)\]…]
    | (?<![\w.+'-]) [\w.+-]+ (?:'[\w.+-]+)* @ [\w-]+ (?:\.[\w-]+)+
    | (?<![\w.-]) [\w-]{2,} (?:\.[\w-]+)* \. [A-Za-z][A-Za-z0-9]{0,4} (?!\w)    # names of files
    | (?<![\w.~\#-]) [\w.~\#-]* [/\\_=\#] [\w./\\=~\#-]* [\w/\\]                # paths, names
    | (?<!\w) (?<!\d[ \u00a0\u202f]) (?:\+\d|0\d) [\d ()/-]{4,} \d  # telephones
    | \b (?:Tel|Telefon|Fon|Phone|Fax|Telefax|Mobil|Mobile) \b [.:]* \s? [\d(] [\d ()/-]{3,}
    | \b (?:DIN|EN|ISO|IEC|IEEE|RFC|ANSI|VDI|VDE|ISBN|ISSN) \b [\s:-]* \d [\d:-]*
    """
_SIGNS = frozenset("/\\@=#_+")
_NAMES = re.compile(r"\.[A-Za-z]|\b0\d|[A-Z](?:el|elefon|on|hone|ax|elefax|obile?|SB?N|[A-Z]+)\b")
"""Other hints that a text holds something that stays."""
_ELLIPSIS = r"(?<![./\\])\.\.\.(?![./\\])"
_BETWEEN_WORDS = "(?<=[^\\s(\\[{:=<>+*/,;–—-])[ \u00a0](-{1,3})[ \u00a0](?=[^\\s)\\]}=<>+*/,;–—-])"
_BETWEEN_LETTERS = r"(?<=[^\W\d_])(---?)(?=[^\W\d_])"
_BEFORE = r"(?<=\S) (?=[–—] |(?:\.\.\.|…)(?:[\s?!.,;:)]|$))"
_GROUPS = r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?!\w)"
_NUMBERS = re.compile(r"\d-\d")
_RANGE = (
    r"(?P<pages>(?:\bS\.|\bSeiten|\bpp?\.|\bpages|§§)[ \u00a0\u202f]?)?"
    r"(?<![\w.,/:-])(?P<first>\d{1,4})-(?P<last>\d{1,4})(?![\w/:-]|[.,]\d)"
    r"(?P<unit>[ \u00a0\u202f]?(?:%|€|°C|k?m²?|kg|Uhr|Jahren?|years?|ans)(?!\w))?"
)
_YEARS = range(1000, 2200)
_YEAR = 4


TypesetParagraphs: TypeAlias = dict[tuple[Paragraph, str], tuple[Paragraph, bool]]
"""Paragraphs as `typeset_paragraph` returns them, by what was typed and its language."""


def apply_typography(
    slides: Iterable[tuple[Slide, bool]],
    diagnostics: Diagnostics,
    kept: TypesetParagraphs | None = None,
) -> list[Slide]:
    """Return the slides; those with True have texts set by the rules of their language.

    All others only keep numbers with blanks between their digits whole. `kept` has paragraphs that
    were set for other decks; more are added. A quotation mark without a partner is noted; then the
    quotes of its paragraph stay as typed.
    """
    unpaired: dict[Span | None, None] = {}
    kept = {} if kept is None else kept
    result = [_slide(slide, kept if is_set else None, unpaired) for slide, is_set in slides]
    for span in unpaired:
        diagnostics.note(
            "unpaired-quote",
            "A straight quotation mark has no partner here, so all of them stay as they are.",
            span,
            'Each opening " needs a closing one in the same paragraph; or type the marks that you '
            "mean.",
        )
    return result


def _slide(
    slide: Slide, kept: TypesetParagraphs | None, unpaired: dict[Span | None, None]
) -> Slide:
    """Return the slide set by rules; spans of paragraphs with unpaired marks go to `unpaired`.

    Without `kept`, only its numbers are kept whole.
    """
    rules = rules_for(slide.lang)
    if kept is None and (slide.included is not None or not rules.grouped):
        return slide

    def body(text: TextBody) -> TextBody:
        return text.with_each(typeset)

    def typeset(paragraph: Paragraph) -> Paragraph:
        if kept is None:
            return _with_whole_numbers(paragraph)
        key = paragraph, slide.lang
        made, has_unpaired = kept.get(key) or kept.setdefault(
            key, typeset_paragraph(paragraph, rules)
        )
        if has_unpaired:
            unpaired[paragraph.span] = None
        return made

    return slide._replace(
        placeholders=tuple((role, body(content)) for role, content in slide.placeholders),
        notes=slide.notes and body(slide.notes),
        footer=slide.footer and body(slide.footer),
        day=slide.day and body(slide.day),
        graphics=tuple((role, _graphic(content, body)) for role, content in slide.graphics),
    )


def _graphic(graphic: Graphic, body: Callable[[TextBody], TextBody]) -> Graphic:
    """Return a graphic with its visible texts set; numbers and text alternatives stay."""
    from deckgen.deck.graphics import Chart, Clip, Drawing, Picture, Table

    match graphic:
        case Table():
            rows = tuple(tuple(map(body, row)) for row in graphic.rows)
            return graphic._replace(header=tuple(map(body, graphic.header)), rows=rows)
        case Picture():
            caption = graphic.caption
            return graphic._replace(caption=caption and caption._replace(body=body(caption.body)))
        case Clip():
            caption = graphic.picture.caption
            caption = caption and caption._replace(body=body(caption.body))
            return graphic._replace(picture=graphic.picture._replace(caption=caption))
        case Drawing():
            items = (
                item._replace(
                    lead=item.lead and body(item.lead),
                    title=item.title and body(item.title),
                    text=item.text and body(item.text),
                )
                for item in graphic.items
            )
            return graphic._replace(items=tuple(items))
        case Chart():
            return graphic


def _with_whole_numbers(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph in which no line ends between the groups of a number: “41 000”."""
    found = list(re.finditer(_GROUPS, paragraph.text))
    places = (at for match in found for at in range(*match.span()))
    edits = {at: NO_BREAK for at in places if paragraph.text[at] == " "}
    return _edited(paragraph, edits) if edits else paragraph


def typeset_paragraph(paragraph: Paragraph, rules: TypographyRules) -> tuple[Paragraph, bool]:
    """Return a paragraph set by rules, and whether one of its quotation marks has no partner."""
    text = "".join(
        "\n" if isinstance(run, LineBreak) else _CODE * len(run.text) if _stays(run) else run.text
        for run in paragraph.runs
    )
    if not (rules.any_text or not _TOUCHED.isdisjoint(text)):
        return paragraph, False
    edits = space_edits(text, rules)
    if "-" in text or "–" in text or "—" in text:
        edits |= _dashes(text, rules)
    if "..." in text or "…" in text:
        edits |= _ellipses(text)
    quoted = '"' in text or "'" in text
    if not edits and not quoted:
        return paragraph, False
    kept = _kept(text)
    unpaired = False
    if quoted:
        quotes, unpaired = quote_edits(text, rules, kept)
        edits |= quotes
    if kept:
        edits = {at: sign for at, sign in edits.items() if at not in kept}
    return (_edited(paragraph, edits) if edits else paragraph), unpaired


def _stays(run: Run | Formula) -> bool:
    """Return whether a run is a formula, code, or an address."""
    if isinstance(run, Formula):
        return True
    return run.code or (isinstance(run.link, WebLink) and run.link.url.endswith(run.text))


def _kept(text: str) -> frozenset[int]:
    """Return the indexes of characters that stay as they are."""
    if _SIGNS.isdisjoint(text) and not _NAMES.search(text):  # most texts
        return frozenset()
    return frozenset(
        at for match in re.finditer(_KEPT, text, re.VERBOSE) for at in range(*match.span())
    )


def _edited(paragraph: Paragraph, edits: dict[int, str]) -> Paragraph:
    runs: list[Inline] = []
    places = sorted(edits)
    start = 0
    for run in paragraph.runs:
        if isinstance(run, LineBreak):
            runs.append(run)
            start += 1
            continue
        end = start + len(run.text)
        own = places[bisect_left(places, start) : bisect_left(places, end)]
        if own and isinstance(run, Run) and not _stays(run):
            pieces: list[str] = []
            at = start
            for place in own:
                pieces += (run.text[at - start : place - start], edits[place])
                at = place + 1
            text = "".join(pieces) + run.text[at - start :]
            runs += (run._replace(text=text),) if text else ()
        else:
            runs.append(run)
        start = end
    return paragraph._replace(runs=tuple(runs))


def _ellipses(text: str) -> dict[int, str]:
    edits = {match.start(): NO_BREAK for match in re.finditer(_BEFORE, text)}
    for match in re.finditer(_ELLIPSIS, text):
        at = match.start()
        edits |= {at: "…", at + 1: "", at + 2: ""}
    return edits


def _dashes(text: str, rules: TypographyRules) -> dict[int, str]:
    edits = {}
    if " –" in text or " —" in text:
        edits = {match.start(): NO_BREAK for match in re.finditer(_BEFORE, text)}
    if " -" in text or "\u00a0-" in text:
        for match in re.finditer(_BETWEEN_WORDS, text):
            if match[1] != "-" or not _is_difference(text, match.start(), match.end()):
                edits[match.start()] = NO_BREAK
                edits |= _dash(match.start(1), match[1], rules.dash)
    if "--" in text:
        for match in re.finditer(_BETWEEN_LETTERS, text):
            edits |= _dash(match.start(1), match[1], rules.tight_dash)
    if _NUMBERS.search(text):
        for match in re.finditer(_RANGE, text):
            if _is_range(match):
                edits[match.end("first")] = "–"
    return edits


def _dash(at: int, hyphens: str, dash: str) -> dict[int, str]:
    """Return the replacements of hyphens: `dash` for one or two, an em dash for three."""
    rest = range(at + 1, at + len(hyphens))
    return {at: "—" if len(hyphens) == len("---") else dash} | dict.fromkeys(rest, "")


def _is_difference(text: str, start: int, end: int) -> bool:
    """Return whether a hyphen may be a minus sign, between numbers or single letters."""
    before = text[max(0, start - 20) : start].split()
    behind = text[end : end + 20].split()
    return _is_term(before[-1]) and _is_term(behind[0])


def _is_term(word: str) -> bool:
    word = word.strip("()[]{}.,;:!?")
    return len(word) <= 1 or word[-1].isdigit() or word[0].isdigit()


def _is_range(match: re.Match[str]) -> bool:
    """Return whether two numbers are a range: of years, of pages, or with a unit."""
    first, last = int(match["first"]), int(match["last"])
    years = len(match["first"]) == len(match["last"]) == _YEAR
    sure = (years and first in _YEARS and last in _YEARS) or match["pages"] or match["unit"]
    return first < last and bool(sure)
