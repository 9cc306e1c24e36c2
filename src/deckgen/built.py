"""What was built when, so that a second run builds only what has changed.

The record lies in the folder of the decks. It is a convenience: without it, or with one that cannot
be read, everything is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from deckgen import __version__
from deckgen.building import Done, Job, Task
from deckgen.record_files import DAMAGED, read_record, write_record
from deckgen.recorded import digest
from deckgen.workspace import Files, Stamp, Workspace, WorkspaceError

FILE = ".deckgen-built.json"
_FORM = 1


class Deck(NamedTuple):
    """A deck that was built."""

    asked: str
    """The digest of what was asked for: the town, its words, the version of deckgen."""
    read: tuple[tuple[str, str], ...]
    """The files that were read, each with its digest."""
    stamp: Stamp


Record = Mapping[str, Deck]
"""By the name of the deck."""


def read_decks(files: Files, folder: str) -> dict[str, Deck]:
    """Return what stands in the record of a folder; nothing if there is none that can be read."""
    said = read_record(files, _file(folder), _FORM)
    try:
        sets = [tuple((str(name), str(of)) for name, of in read) for read in said["read"]]
        return {
            str(name): Deck(str(asked), sets[which], Stamp(int(size), int(changed)))
            for name, (asked, which, size, changed) in said["decks"].items()
        }
    except DAMAGED:
        return {}


def write_decks(files: Workspace, folder: str, record: Record) -> None:
    """Write the record; if it cannot be written, the next run builds more than it must."""
    sets: dict[Any, int] = {}
    decks = {
        name: [deck.asked, sets.setdefault(deck.read, len(sets)), *deck.stamp]
        for name, deck in sorted(record.items())
    }
    write_record(files, _file(folder), _FORM, {"read": list(sets), "decks": decks})


def unchanged(jobs: Iterable[Job], task: Task, record: Record, files: Workspace) -> set[str]:
    """Return the decks that need not be built: nothing changed that they were made of.

    Neither what was asked for, nor deckgen, nor any file that was read, nor the deck itself.
    """
    now: dict[str, str] = {}
    kept = set()
    for job in jobs:
        deck = record.get(job.target or "")
        if (
            deck is not None
            and job.target is not None
            and deck.asked == asked(job, task)
            and deck.stamp == files.stamp(job.target)
            and all(_digest(name, files, now) == then for name, then in deck.read)
        ):
            kept.add(job.target)
    return kept


def recorded(done: Done, task: Task) -> Deck | None:
    """Return what to remember of a deck; None if it was not written."""
    if done.stamp is None:
        return None
    return Deck(asked(done.job, task), done.read, done.stamp)


def asked(job: Job, task: Task) -> str:
    """Return the digest of what is asked for."""
    town, variation = job.town, job.town.variation
    words = sorted((each.name, each.words) for each in variation.variables)
    empty = sorted(name for name, _ in variation.empty)
    told = (__version__, task.brand, str(task.epoch), town.name, town.file, words, empty)
    return digest(json.dumps([*told, sorted(variation.tags)]).encode())


def _digest(name: str, files: Workspace, now: dict[str, str]) -> str:
    if name not in now:
        try:
            now[name] = digest(files.read(name))
        except WorkspaceError:
            now[name] = ""
    return now[name]


def _file(folder: str) -> str:
    return f"{folder}/{FILE}" if folder else FILE
