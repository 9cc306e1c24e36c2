"""What every shape says of itself (`p:cNvPr`; ECMA-376 Part 1, 19.3.1.12)."""

from typing import TYPE_CHECKING

from deckgen.opc.xml_parser import q

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape


def description(shape: "BaseShape") -> str:
    """Return the text for people who do not see the shape, on one line."""
    return " ".join(_property(shape, "descr").split())


def is_hidden(shape: "BaseShape") -> bool:
    """Return whether no show shows the shape."""
    return _property(shape, "hidden") in {"1", "true"}


def _property(shape: "BaseShape", name: str) -> str:
    properties = shape.element.find(f".//{q('p:cNvPr')}")
    return "" if properties is None else properties.get(name, "")
