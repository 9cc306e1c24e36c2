"""Our own lint looks at every deck that a test writes, whether the test thinks of it or not."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from hashlib import sha1
from typing import TYPE_CHECKING

import pytest

from deckgen.audit.validity.validity import ACROSS_PARTS, IN_EACH_PART
from deckgen.opc.package_reader import read_package
from deckgen.opc.package_writer import Part, Relationship, package_bytes
from deckgen.opc.parsed_package import parse_relationships
from deckgen.opc.xml_parser import Element, XMLBudget, parse_xml
from deckgen.opc.zip_writer import PackedEntries
from deckgen.support.diagnostics import Diagnostics
from tests.validity import check_package

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
    from deckgen.opc.zip_writer import ZipEntry


MOST_SHARED = 1 << 17
"""Bytes of a part that is worth keeping for other tests: layouts are, films and long lists not."""


class SmallEntries(PackedEntries):
    """Packed entries, of which large ones are not kept: a worker would grow by each film."""

    def __setitem__(self, key: tuple[str, bytes], entry: ZipEntry) -> None:
        if len(key[1]) <= MOST_SHARED:
            super().__setitem__(key, entry)


class WrittenDecks:
    """The decks that this process writes, until they are judged.

    A deck or a part that was sound once, such as the layouts of a brand, is not looked at again.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin to collect: `package_bytes` is the last step of every deck, whoever asks for it."""
        self._waiting: list[bytes] = []
        self._sound: set[bytes] = set()
        shared: PackedEntries = SmallEntries()

        def write(
            parts: Iterable[Part],
            relationships: Iterable[Relationship],
            packed: PackedEntries | None = None,
            seal: str | None = None,
        ) -> bytes:
            # The parts of a brand are deflated once in a process, not once for each test.
            packed = shared if packed is None else packed
            data = package_bytes(parts, relationships, packed, seal)
            self._waiting.append(data)
            return data

        monkeypatch.setattr("deckgen.ooxml.presentation.package_bytes", write)

    def faults(self) -> list[str]:
        """Judge the decks that were written since the last time; return what lint says of them."""
        diagnostics = Diagnostics()
        for data in self._waiting:
            self._judge(data, diagnostics)
        self._waiting.clear()
        return [f"{one.code}: {one.message}" for one in diagnostics]

    def _judge(self, data: bytes, diagnostics: Diagnostics) -> None:
        whole = sha1(data, usedforsecurity=False).digest()
        if whole in self._sound:
            return
        found = Diagnostics()
        package = read_package(data, found, "deck.pptx")
        if package is not None:
            parts = {_identity(part): part for part in package.parts.values()}
            new = {part.name: part for key, part in parts.items() if key not in self._sound}
            check_package(package, ACROSS_PARTS, found)
            check_package(replace(package, parts=new), IN_EACH_PART, found)
            if not len(found):
                self._sound |= {whole, *parts}
        diagnostics.extend(found)


def share_parsed_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let packages share the trees of parts that are alike, such as the layouts of a brand.

    Who reads a package changes none of its trees; only mending does, so it has its own.
    """
    relationships = lru_cache(maxsize=512)(parse_relationships)
    monkeypatch.setattr("deckgen.opc.package_reader.parse_relationships", relationships)
    monkeypatch.setattr("deckgen.opc.package_reader.parse_xml", _parsed)
    for module in ("deckgen.mend.mend_deck", "deckgen.template.doctor.mend"):
        monkeypatch.setattr(f"{module}.read_package", read_to_mend)


def read_to_mend(data: bytes, diagnostics: Diagnostics, file: str) -> ParsedPackage | None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("deckgen.opc.package_reader.parse_xml", parse_xml)
        return read_package(data, diagnostics, file)


def _parsed(part: bytes, budget: XMLBudget) -> Element:
    if len(part) > MOST_SHARED:
        return parse_xml(part, budget)
    budget.spend(part)
    return _parsed_once(part)


@lru_cache(maxsize=512)
def _parsed_once(part: bytes) -> Element:
    return parse_xml(part, XMLBudget())


def _identity(part: ParsedPart) -> bytes:
    """Return what the rules for each part go by, as a digest."""
    seen = sha1(part.data, usedforsecurity=False)
    seen.update(repr((part.name, part.relationships)).encode())
    return seen.digest()
