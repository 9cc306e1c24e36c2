"""Parts and relationships that are to be written."""

from typing import NamedTuple


class Relationship(NamedTuple):
    """A relationship of a part; `target` is relative to the part, or a URL if external."""

    id: str
    type: str
    target: str
    external: bool = False


class Part(NamedTuple):
    """One part of a package. `name` starts with a slash."""

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()
