"""What was built when, so that a second run builds only what has changed.

The record lies in the folder of the decks. If it is missing or unreadable, everything is built.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from deckgen import __version__
from deckgen.files.manifest_files import DAMAGED_MANIFEST
from deckgen.files.tracked_files import digest
from deckgen.files.workspace import Files, Stamp, Workspace, WorkspaceError
from deckgen.project.towns.town_builder import BuildOptions, Job

FILE = ".deckgen-built.json"
_HEADER = {"form": 2}
_MOST_SETS = 64
"""Sets of files that are remembered, so that decks that were made of the same ones share them."""


class ManifestEntry(NamedTuple):
    """A deck that was built."""

    request: str
    """The digest of what was asked for: the town, its words, the version of deckgen."""
    read: tuple[tuple[str, str], ...]
    """The files that were read, each with its digest."""
    stamp: Stamp


Manifest = Mapping[str, ManifestEntry]
"""What is known of decks, by their names."""


def decks_built_before(files: Files, folder: str) -> dict[str, ManifestEntry]:
    """Return what stands in the record of a folder; nothing if there is none that can be read.

    It is read up to a line that is damaged, such as the last one of a run that was killed.
    """
    decks: dict[str, ManifestEntry] = {}
    sets: list[tuple[tuple[str, str], ...]] = []
    try:
        header, *lines = files.read(_file(folder)).split(b"\n")
        if json.loads(header) != _HEADER:
            return {}
        for line in filter(None, lines):
            value = json.loads(line)
            if isinstance(value, dict):
                sets.append(tuple((str(name), str(of)) for name, of in value["read"]))
            else:
                name, request, which, size, changed = value
                stamp = Stamp(int(size), int(changed))
                decks[str(name)] = ManifestEntry(str(request), sets[which], stamp)
    except (WorkspaceError, *DAMAGED_MANIFEST):
        return decks
    return decks


class ManifestWriter:
    """The record of a folder while decks are built: it grows on the disk, and not in memory.

    If it cannot be written, the next run builds more than it must.
    """

    def __init__(self, files: Workspace, folder: str, before: Manifest) -> None:
        """`before` is what stood in it: it is written anew with the first deck."""
        self._files, self._name = files, _file(folder)
        self._before = before
        self._is_begun = False
        self._lines: list[bytes] = []
        self._sets: dict[tuple[tuple[str, str], ...], int] = {}
        self._count = 0

    def add(self, name: str, deck: ManifestEntry) -> None:
        """Remember a deck, which is on the disk after the next `write`."""
        if not self._count:
            self._line(_HEADER)
            for other in self._before.items():
                self._add(*other)
            self._before = {}
        self._add(name, deck)

    def write(self) -> None:
        """Put what was added on the disk."""
        if not self._lines:
            return
        data, self._lines = b"".join(self._lines), []
        with suppress(WorkspaceError):
            if self._is_begun:
                self._files.append_here(self._name, data)
            else:
                self._files.write_here(self._name, data)
        self._is_begun = True

    def _add(self, name: str, deck: ManifestEntry) -> None:
        which = self._sets.get(deck.read)
        if which is None:
            if len(self._sets) >= _MOST_SETS:
                self._sets.clear()
            which = self._sets[deck.read] = self._count
            self._count += 1
            self._line({"read": deck.read})
        self._line([name, deck.request, which, *deck.stamp])

    def _line(self, value: object) -> None:
        self._lines.append(json.dumps(value).encode() + b"\n")  # in ASCII: names may be no Unicode


def unchanged_decks(
    jobs: Iterable[Job], options: BuildOptions, record: Manifest, files: Workspace
) -> set[str]:
    """Return the decks that need not be built: all that they were made of is unchanged.

    That is what was asked for, deckgen, every file that was read, and the deck itself.
    """
    now: dict[str, str] = {}
    kept = set()
    for job in jobs:
        deck = record.get(job.target or "")
        if (
            deck is not None
            and job.target is not None
            and deck.request == request_digest(job, options)
            and deck.stamp == files.stamp(job.target)
            and all(_digest(name, files, now) == then for name, then in deck.read)
        ):
            kept.add(job.target)
    return kept


def request_digest(job: Job, options: BuildOptions) -> str:
    """Return the digest of what is asked for."""
    town, variant = job.town, job.town.variant
    words = sorted((each.name, each.words) for each in variant.variables)
    empty = sorted(name for name, _ in variant.empty)
    look = options.brand, options.style, options.is_clean
    facts = (__version__, *look, str(options.epoch), town.name, town.file, words, empty)
    return digest(json.dumps([*facts, sorted(variant.tags)]).encode())


def _digest(name: str, files: Workspace, now: dict[str, str]) -> str:
    if name not in now:
        try:
            now[name] = digest(files.read(name))
        except WorkspaceError:
            now[name] = ""
    return now[name]


def _file(folder: str) -> str:
    return f"{folder}/{FILE}" if folder else FILE
