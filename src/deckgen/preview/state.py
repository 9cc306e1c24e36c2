"""The state that the page receives, and its JSON."""

import json
from typing import NamedTuple

from deckgen.preview.diagnostic_facts import DiagnosticFacts
from deckgen.preview.preview_slides import PreviewSlide


class TownName(NamedTuple):
    """A town that can be chosen."""

    name: str
    label: str


class PreviewState(NamedTuple):
    """The talk at one moment; the field names are those of the page's JSON."""

    version: int = 0
    """Grows with every change."""
    outline: str = ""
    title: str = ""
    lang: str = ""
    dir: str = "ltr"
    town: str = ""
    """Empty: the talk without a town."""
    towns: tuple[TownName, ...] = ()
    good: bool = False
    """Whether the outline has no errors; if not, the slides are those of the last good build."""
    renderer: str = ""
    ratio: float = round(16 / 9, 4)
    """Width of a slide divided by its height."""
    slot: float | None = None
    """Minutes that the event has for the talk."""
    minutes: float | None = None
    """Minutes of all slides that are not hidden; None if no slide has minutes."""
    built_at: str = ""
    """HH:MM:SS, when the slides were built."""
    slides: tuple[PreviewSlide, ...] = ()
    findings: tuple[DiagnosticFacts, ...] = ()


def state_json(state: PreviewState) -> str:
    """Return the state as JSON, in one line."""
    slides = [
        slide._asdict()
        | {
            "notes": [note._asdict() for note in slide.notes],
            "findings": [
                at for at, finding in enumerate(state.findings) if finding.slide == slide.number
            ],
        }
        for slide in state.slides
    ]
    values = state._asdict() | {
        "towns": [town._asdict() for town in state.towns],
        "slides": slides,
        "findings": [finding._asdict() for finding in state.findings],
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
