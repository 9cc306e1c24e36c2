"""The protocol of an audit as PDF/UA, to be filled in and signed on paper."""

import datetime as dt
from collections.abc import Iterable

from deckgen.audit.protocol import OUTCOMES, Outcome
from deckgen.export.document_phrases import phrases
from deckgen.export.protocol.protocol_page import OUTCOME_SIGNS, tag_places
from deckgen.export.protocol.protocol_phrases import protocol_phrases
from deckgen.export.protocol.protocol_values import (
    AuditProtocol,
    ProtocolPlace,
    ProtocolRule,
    ProtocolSlide,
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
            {**_outcome(outcome, words[outcome]), "number": str(protocol.counts.get(outcome, 0))}
            for outcome in OUTCOMES
        ],
        "groups": [
            {"title": group.title, "rules": [_rule(rule) for rule in group.rules]}
            for group in protocol.groups
        ],
        "checks": [check._asdict() for check in protocol.checks],
        "whole": _places(protocol.whole, protocol),
        "slides": [_slide(slide, protocol) for slide in protocol.slides],
        "unshown": words["more"].format(count=protocol.unshown) if protocol.unshown else "",
    }
    pictures: dict[str, SlideImage] = {f"{number}.svg": page for number, page in images.items()}
    return typeset_pdf("protocol.typ", data, pictures, moment)


def _rule(rule: ProtocolRule) -> Data:
    return {
        **_outcome(rule.outcome, rule.outcome_text),
        "name": rule.name,
        "clauses": rule.clauses,
        "where": rule.where,
        "slides": ", ".join(map(str, rule.slides)),
        "why": rule.why,
        "remedy": rule.remedy,
        "lang": rule.lang,
    }


def _slide(slide: ProtocolSlide, protocol: AuditProtocol) -> Data:
    name = f"{phrases(protocol.lang)['slide']} {slide.number}"
    marks = ", ".join(str(box.mark) for box in slide.boxes)
    marked = protocol_phrases(protocol.lang)["marked"].format(marks=marks) if marks else ""
    return {
        "name": name,
        "title": slide.title,
        "lang": protocol.lang if slide.is_untitled else protocol.deck_lang or protocol.lang,
        "picture": f"{slide.number}.svg" if slide.image is not None else "",
        "alt": ", ".join(filter(None, (name, marked))),
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
    names = protocol_phrases(protocol.lang)
    return [
        {
            **_outcome(place.outcome, names[place.outcome]),
            "mark": str(place.mark or ""),
            "message": place.message,
            "code": place.code,
            "lang": place.lang,
        }
        for place in places
    ]


def _outcome(outcome: Outcome, name: str) -> Data:
    return {"outcome": outcome, "sign": OUTCOME_SIGNS[outcome], "outcome-name": name}
