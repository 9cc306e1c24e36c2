"""An estimate of the cost of drawing an SVG; repeated elements count as often as they are drawn.

A few lines can draw millions of elements: `use` of `use`, masks in masks, a marker at every corner
of a path. The estimate is an upper bound, made in time proportional to the file.
"""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

_REPEATS = re.compile(r"url\([\s\"']*#([^)\"'\s]+)", re.IGNORECASE)
_COMBINED = re.compile(r"[\s>+~]+")
_NAMED = re.compile(r"[.#][\w-]+")
_KIND = re.compile(r"[A-Za-z][\w-]*(?![\w-])")
_FOLLOWED = frozenset(
    {"use", "pattern", "linearGradient", "radialGradient", "filter", "feImage", "mask", "clipPath"}
)
"""Elements whose `href` draws the element that it names."""
_SHAPES = frozenset({"path", "polyline", "polygon", "line"})
_BYTES_PER_ELEMENT = 1_000
"""Bytes of attributes that count as one more element."""
_DEEPEST = 50
"""Longest chain of references: renderers follow them recursively."""
_EVERY = "*"


class Times(Enum):
    """How often an element is drawn for each element that refers to it."""

    ONCE = "once"
    LAYER = "once, with a picture of its own"
    SHAPE = "for each shape below"
    CORNER = "for each corner below"


_TIMES = {
    "mask": Times.LAYER,
    "filter": Times.LAYER,
    "fill": Times.ONCE,
    "stroke": Times.ONCE,
    "clip-path": Times.ONCE,
    "marker": Times.CORNER,
    "marker-mid": Times.CORNER,
    "marker-start": Times.SHAPE,
    "marker-end": Times.SHAPE,
}


class ElementReference(NamedTuple):
    """A reference to an element that is drawn at another place too."""

    target: str
    times: Times


class DrawingCost(NamedTuple):
    """The cost of drawing: elements, and layers (pictures that are composed)."""

    elements: int
    layers: int


class _TooMuchError(ValueError):
    """A drawing contains itself, or costs more than the limit."""


class _Below(NamedTuple):
    """The counts of elements below an element."""

    shapes: int
    corners: int
    """At most."""
    uses: int


class _Node:
    """An element with an id, together with its descendants without one."""

    __slots__ = ("children", "elements", "pointers")

    def __init__(self) -> None:
        self.elements = 0
        self.children: list[_Node] = []
        self.pointers: list[tuple[ElementReference | str, _Below]] = []
        """References, or selectors of rules that may contain some; what is below the element."""


class CostEstimate:
    """Counts during a parse; `total` gives the result at the end."""

    def __init__(self, *, styled: bool) -> None:
        """`styled`: there are style rules, which select elements by class, id or tag."""
        self._styled = styled
        self._root = _Node()
        self._named: dict[str, _Node] = {}
        self._rules: dict[str, list[ElementReference]] = {}
        self._so_far = _Below(0, 0, 0)
        self._open: list[tuple[_Node, _Below, list[ElementReference | str]]] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an SVG element; attributes come without namespaces."""
        node = self._open[-1][0] if self._open else self._root
        name = attributes.get("id")
        if name is not None:
            inner = _Node()
            node.children.append(inner)
            node = inner
            self._named.setdefault(name, inner)
        node.elements += 1 + sum(map(len, attributes.values())) // _BYTES_PER_ELEMENT
        references: list[ElementReference | str] = [*element_references(attributes)]
        if element in _FOLLOWED and attributes.get("href", "").lstrip().startswith("#"):
            references.append(ElementReference(attributes["href"].strip()[1:], Times.ONCE))
        if self._styled:
            references += [_EVERY, element, f"#{name}"]
            references += (f".{name}" for name in attributes.get("class", "").split())
        self._open.append((node, self._so_far, references))
        self._so_far = _Below(
            self._so_far.shapes + (element in _SHAPES),
            self._so_far.corners + len(attributes.get("d", attributes.get("points", ""))) // 2,
            self._so_far.uses + (element == "use"),
        )

    def end(self) -> None:
        """Handle the end of an element."""
        node, before, references = self._open.pop()
        if references:
            below = _Below(*(now - then for now, then in zip(self._so_far, before, strict=True)))
            node.pointers += ((reference, below) for reference in references)

    def repeat(self, elements: int) -> None:
        """Count the open element as so many more."""
        self._open[-1][0].elements += elements

    def style(self, rules: str) -> None:
        """Handle the rules of a style sheet."""
        bare = "".join(part.partition("*/")[2] for part in f"*/{rules}".split("/*"))
        for rule in bare.split("}"):
            before, _, body = rule.rpartition("{")
            references = list(element_references({"style": body}))
            if references:
                for selector in before.rpartition("{")[2].split(","):
                    self._rules.setdefault(_subject(selector), []).extend(references)

    def total(self, most_elements: int, most_layers: int) -> DrawingCost:
        """Return the cost; above a limit, or if a drawing contains itself, the limits plus one."""
        most = DrawingCost(most_elements, most_layers)
        try:
            return _Sum(self._named, self._rules, self._so_far, most).of(self._root)
        except _TooMuchError:
            return DrawingCost(most_elements + 1, most_layers + 1)


def _subject(selector: str) -> str:
    """Return the class, id or tag that a selector ends with, or `*`."""
    last = _COMBINED.split(selector.strip())[-1]
    match = _NAMED.search(last) or _KIND.match(last)
    return match[0] if match else _EVERY


def element_references(attributes: Mapping[str, str]) -> Iterable[ElementReference]:
    """Yield the elements that an element's attributes refer to."""
    for name, value in attributes.items():
        if name == "style":
            for declaration in value.split(";"):
                key, _, text = declaration.partition(":")
                yield from _referred(key.strip().lower(), text)
        elif name in _TIMES:
            yield from _referred(name, value)


def _referred(name: str, value: str) -> Iterable[ElementReference]:
    if "#" in value and "(" in value:
        times = _TIMES.get(name, Times.ONCE)
        for target in _REPEATS.findall(value):
            yield ElementReference(target, times)


class _Sum:
    """Adds up nodes, each once, without recursion: files may nest to any depth."""

    def __init__(
        self,
        named: Mapping[str, _Node],
        rules: Mapping[str, list[ElementReference]],
        whole: _Below,
        most: DrawingCost,
    ) -> None:
        self._named, self._rules, self._whole, self._most = named, rules, whole, most
        self._known: dict[_Node, tuple[DrawingCost, int]] = {}

    def of(self, root: _Node) -> DrawingCost:
        """Return the cost of a node and of all that it draws."""
        begun: set[_Node] = set()
        waiting = [root]
        while waiting:
            node = waiting[-1]
            if node in self._known:
                waiting.pop()
                continue
            pointed = list(self._pointed(node))
            if node not in begun:
                begun.add(node)
                needed = {*node.children, *(target for target, _, _ in pointed)}
                needed -= self._known.keys()
                if not begun.isdisjoint(needed):
                    raise _TooMuchError  # it draws itself
                waiting += needed
                continue
            waiting.pop()
            self._known[node] = self._added(node, pointed)
        return self._known[root][0]

    def _added(
        self, node: _Node, pointed: list[tuple[_Node, Times, int]]
    ) -> tuple[DrawingCost, int]:
        elements, layers, depth = node.elements, 0, 0
        for child in node.children:
            (more, above), deep = self._known[child]
            elements, layers, depth = elements + more, layers + above, max(depth, deep)
        for target, how, times in pointed:
            (more, above), deep = self._known[target]
            elements += more * times
            layers += (above + (how is Times.LAYER)) * times
            depth = max(depth, deep + 1)
        if elements > self._most.elements or layers > self._most.layers or depth > _DEEPEST:
            raise _TooMuchError
        return DrawingCost(elements, layers), depth

    def _pointed(self, node: _Node) -> Iterable[tuple[_Node, Times, int]]:
        for to, below in node.pointers:
            for reference in self._rules.get(to, ()) if isinstance(to, str) else (to,):
                target = self._named.get(reference.target)
                if target is not None:
                    yield target, reference.times, self._times(reference.times, below)

    def _times(self, how: Times, below: _Below) -> int:
        # An element that a `use` draws inherits the markers of the `use`.
        reached = self._whole if below.uses else below
        match how:
            case Times.ONCE | Times.LAYER:
                return 1
            case Times.SHAPE:
                return reached.shapes
            case Times.CORNER:
                return reached.corners
