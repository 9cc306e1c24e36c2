"""The lines of a summary about slides that PowerPoint shows differently."""

from collections.abc import Iterable, Mapping

from deckgen.render.renderer import Feature, SlideImage

_MOST_NAMED = 12
"""Slides that are named; the others are counted."""


def differing_pages(pages: Iterable[SlideImage]) -> dict[int, tuple[Feature, ...]]:
    """Return the features that differ on the drawn pages, by the number of the slide."""
    return {page.number: page.differs for page in pages if page.differs}


def differences_text(differing: Mapping[int, tuple[Feature, ...]], by: str) -> str:
    """Return the lines that follow a summary, each after a line feed; empty if nothing differs.

    `by` is the name of the renderer.
    """
    from deckgen.render.libreoffice.find_libreoffice import find_libreoffice
    from deckgen.render.libreoffice.libreoffice_renderer import differing_features

    if not differing:
        return ""
    named = [f"{at} ({', '.join(has)})" for at, has in sorted(differing.items())]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = [f"and {len(named) - _MOST_NAMED:,} more"]
    lines = f"\n  PowerPoint shows these slides differently: {', '.join(named)}."
    features = {feature for has in differing.values() for feature in has}
    if by.startswith("LibreOffice") or features <= {*differing_features(by)}:
        return lines
    way = "--renderer libreoffice" if find_libreoffice() else "https://www.libreoffice.org/download"
    return f"{lines}\n  LibreOffice draws them nearer to PowerPoint: {way}"
