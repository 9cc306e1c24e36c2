"""The parts that slides of a deck need: shared layouts and masters, and charts of their own."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship

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
    shared = dict.fromkeys(
        reachable_parts(
            package,
            sorted(layouts),
            lambda each: (
                each.type not in LEFT_BEHIND and (each.type != _LAYOUT or each.target in layouts)
            ),
        )
    )
    own: dict[str, tuple[str, ...]] = {}
    for slide in slides:
        reached = reachable_parts(
            package, [slide], lambda each: each.type not in {*LEFT_BEHIND, _LAYOUT}
        )
        names = [name for name in reached if name != slide and name not in shared]
        media = [name for name in names if _is_media(package.parts[name])]
        shared |= dict.fromkeys(media)
        own[slide] = tuple(name for name in names if name not in media)
    return Dependencies(tuple(shared), own)


def reachable_parts(
    package: ParsedPackage, first: Iterable[str], is_followed: Callable[[ParsedRelationship], bool]
) -> Iterator[str]:
    """Yield the names of parts and of all parts that followed relationships lead to, each once."""
    queue = deque(first)
    seen = set(queue)
    while queue:
        name = queue.popleft()
        yield name
        for relationship in package.parts[name].relationships:
            target = relationship.target
            is_new = not relationship.external and target in package.parts and target not in seen
            if is_new and is_followed(relationship):
                seen.add(target)
                queue.append(target)


def _is_media(part: ParsedPart) -> bool:
    return (part.content_type or "").startswith(_MEDIA) and not part.relationships
