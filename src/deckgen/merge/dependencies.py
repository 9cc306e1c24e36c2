"""The parts that slides of a deck need: shared layouts and masters, and charts of their own."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart

LEFT_BEHIND = frozenset({"slide", "notesSlide", "comments", "slideUpdateInfo"})
"""Relationships from a slide to parts that are not merged with it."""
_LAYOUT = "slideLayout"
_MEDIA = ("image/", "video/", "audio/", "application/x-font")
"""Content types of parts that nobody edits, so that slides share them."""


class Dependencies(NamedTuple):
    """The names of the parts that some slides need, without the slides themselves."""

    shared: tuple[str, ...]
    """Layouts, masters, themes, and all media."""
    own: dict[str, tuple[str, ...]]
    """The parts of one slide alone, by the slide's name: its charts with their workbooks."""

    def all(self, slides: Iterable[str]) -> tuple[str, ...]:
        """Return the names of all parts, each once, the slides first."""
        own = (name for names in self.own.values() for name in names)
        return tuple(dict.fromkeys((*slides, *self.shared, *own)))


def dependencies(package: ParsedPackage, slides: Iterable[str]) -> Dependencies:
    """Return the parts that slides need; of a master's layouts, those of the slides only."""
    slides = tuple(dict.fromkeys(slides))
    layouts = {layout for name in slides if (layout := package.parts[name].target_of(_LAYOUT))}
    above = package.reached(
        (link for name in sorted(layouts) for link in package.parts[name].relationships),
        lambda each: (
            each.type not in LEFT_BEHIND and (each.type != _LAYOUT or each.target in layouts)
        ),
    )
    shared = dict.fromkeys((*sorted(layouts), *above))
    own: dict[str, tuple[str, ...]] = {}
    for slide in slides:
        reached = package.reached(
            package.parts[slide].relationships,
            lambda each: each.type not in {*LEFT_BEHIND, _LAYOUT},
        )
        names = [name for name in reached if name != slide and name not in shared]
        media = [name for name in names if _is_media(package.parts[name])]
        shared |= dict.fromkeys(media)
        own[slide] = tuple(name for name in names if name not in media)
    return Dependencies(tuple(shared), own)


def _is_media(part: ParsedPart) -> bool:
    return (part.content_type or "").startswith(_MEDIA) and not part.relationships
