"""The protocol of an audit as PDF/UA, to be filled in and signed on paper."""

import datetime as dt
from collections.abc import Iterable, Mapping

from deckgen.audit.protocol import OUTCOMES, Outcome
from deckgen.export.document_phrases import phrases
from deckgen.export.protocol.protocol_page import OUTCOME_SIGNS, picture_words, tag_places
from deckgen.export.protocol.protocol_values import (
    AuditProtocol,
    ProtocolPlace,
    ProtocolRule,
    ProtocolSlide,
    protocol_phrases,
)
from deckgen.export.typst_paper import (
    PAPERS,
    Data,
    TypesetPdf,
    available_fonts,
    installed_families,
    typeset_pdf,
)
from deckgen.render.renderer import SlideImage

_FONTS = ("Segoe UI", "Noto Sans", "Helvetica Neue", "Arial", "DejaVu Sans")
_USUAL_RATIO = 16 / 9


def protocol_pdf(protocol: AuditProtocol, moment: dt.datetime | None) -> TypesetPdf:
    """Return the protocol on A4, as `typeset_pdf` does. Raises RenderingError."""
    lang, words = protocol.lang, protocol_phrases(protocol.lang)
    families = installed_families()
    fonts = available_fonts(_FONTS, families)
    images = {slide.number: slide.image for slide in protocol.slides if slide.image is not None}
    first = next(iter(images.values()), None)
    data: Data = {
        "title": f"{words['protocol']}: {protocol.title}",
        "author": "",
        "lang": lang,
        "deck-lang": protocol.deck_lang or lang,
        "event": "",
        "foot": dict(protocol.facts)[words["file"]],
        "paper": PAPERS["a4"],
        "ink": "#1a1a1a",
        "accent": "#1a1a1a",
        "ratio": first.width / first.height if first else _USUAL_RATIO,
        "fonts": fonts,
        "heading-fonts": fonts,
        "code-fonts": fonts,
        "about": [],
        "words": dict(words),
        "deck": protocol.title,
        "verdict": protocol.verdict,
        "method": protocol.method,
        "facts": [{"label": label, "value": value} for label, value in protocol.facts],
        "counts": [
            {**_outcome(outcome, words), "number": str(protocol.counts.get(outcome, 0))}
            for outcome in OUTCOMES
        ],
        "groups": [
            {"title": words[group], "rules": [_rule(rule, words) for rule in rules]}
            for group, rules in protocol.groups.items()
        ],
        "checks": [check._asdict() for check in protocol.checks],
        "whole": _places(protocol.whole, protocol),
        "slides": [_slide(slide, protocol) for slide in protocol.slides],
        "unshown": words["more"].format(count=protocol.unshown) if protocol.unshown else "",
    }
    pictures: dict[str, SlideImage] = {f"{number}.svg": page for number, page in images.items()}
    return typeset_pdf("protocol.typ", data, pictures, moment)


def _rule(rule: ProtocolRule, words: Mapping[str, str]) -> Data:
    shown = _outcome(rule.outcome, words)
    return {**rule._asdict(), **shown, "slides": ", ".join(map(str, rule.slides))}


def _slide(slide: ProtocolSlide, protocol: AuditProtocol) -> Data:
    return {
        "name": f"{phrases(protocol.lang)['slide']} {slide.number}",
        "title": slide.title,
        "lang": protocol.lang if slide.is_untitled else protocol.deck_lang or protocol.lang,
        "picture": f"{slide.number}.svg" if slide.image is not None else "",
        "alt": picture_words(slide, protocol.lang),
        "boxes": [box._asdict() for box in slide.boxes],
        "tags": _tags(slide),
        "places": _places(slide.places, protocol),
        "more": f"+ {slide.more}" if slide.more else "",
    }


def _tags(slide: ProtocolSlide) -> list[Data]:
    if slide.image is None:
        return []
    width, height = slide.image.width, slide.image.height
    return [
        {"mark": str(box.mark), "x": x / width, "y": y / height}
        for box, (x, y) in zip(slide.boxes, tag_places(slide.boxes, width, height), strict=True)
    ]


def _places(places: Iterable[ProtocolPlace], protocol: AuditProtocol) -> list[Data]:
    words = protocol_phrases(protocol.lang)
    return [
        {**place._asdict(), **_outcome(place.outcome, words), "mark": str(place.mark or "")}
        for place in places
    ]


def _outcome(outcome: Outcome, words: Mapping[str, str]) -> Data:
    return {"outcome": outcome, "sign": OUTCOME_SIGNS[outcome], "outcome-name": words[outcome]}
