"""What slides of a deck need of it: layouts and masters for all of them, charts for each alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship

LEFT_BEHIND = frozenset({"slide", "notesSlide", "comments", "slideUpdateInfo"})
"""Relationships from a slide to what is not part of it."""
_LAYOUT = "slideLayout"
_MEDIA = ("image/", "video/", "audio/", "application/x-font")
"""Content types of what never changes, so that slides share it."""


class Dependencies(NamedTuple):
    """The names of the parts that some slides need, the slides themselves not among them."""

    shared: tuple[str, ...]
    """Layouts, masters, themes, and all pictures."""
    own: dict[str, tuple[str, ...]]
    """What each slide has for itself, by the slide's name: its charts with their workbooks."""

    def all(self, slides: Iterable[str]) -> tuple[str, ...]:
        """Return the names of all parts, each once: the slides, what they share, what they own."""
        own = (one for names in self.own.values() for one in names)
        return tuple(dict.fromkeys((*slides, *self.shared, *own)))


def dependencies(package: ParsedPackage, slides: Iterable[str]) -> Dependencies:
    """Return what slides need; of a master's layouts, those that the slides stand on."""
    slides = tuple(dict.fromkeys(slides))
    layouts = {layout for name in slides if (layout := package.parts[name].target_of(_LAYOUT))}
    shared = dict.fromkeys(_walk(package, sorted(layouts), layouts))
    own: dict[str, tuple[str, ...]] = {}
    for name in slides:
        first = [
            found.target
            for found in _followed(package, package.parts[name])
            if found.type != _LAYOUT
        ]
        reached = [one for one in _walk(package, first, frozenset()) if one not in shared]
        still = {one for one in reached if _is_still(package.parts[one])}
        shared |= dict.fromkeys(one for one in reached if one in still)
        own[name] = tuple(one for one in reached if one not in still)
    return Dependencies(tuple(shared), own)


def _walk(
    package: ParsedPackage, first: Iterable[str], layouts: frozenset[str] | set[str]
) -> Iterator[str]:
    """Yield the parts that can be reached; of layouts, only some."""
    queue = deque(first)
    seen = set(queue)
    while queue:
        name = queue.popleft()
        yield name
        for found in _followed(package, package.parts[name]):
            wanted = found.type != _LAYOUT or found.target in layouts
            if wanted and found.target not in seen:
                seen.add(found.target)
                queue.append(found.target)


def _followed(package: ParsedPackage, part: ParsedPart) -> Iterator[ParsedRelationship]:
    for found in part.relationships:
        if not found.external and found.type not in LEFT_BEHIND and found.target in package.parts:
            yield found


def _is_still(part: ParsedPart) -> bool:
    return (part.content_type or "").startswith(_MEDIA) and not part.relationships
