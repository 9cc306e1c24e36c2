"""Processes as the system lists them: the children of one, and whether all of some have ended."""

import subprocess
import time
from typing import NamedTuple

import pytest

_PATIENCE = 60.0
"""Seconds; only a test that fails waits so long."""


class Process(NamedTuple):
    """A process that runs. What has ended and was not yet fetched by its parent is none."""

    id: int
    parent: int
    command: str


def running() -> list[Process]:
    """Return all processes; skip the test where the system does not list them."""
    try:
        said = subprocess.run(
            ["ps", "-A", "-ww", "-o", "pid=,ppid=,stat=,args="],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except FileNotFoundError:
        pytest.skip("needs ps")
    rows = [line.split(None, 3) for line in said.splitlines()]
    return [
        Process(int(row[0]), int(row[1]), row[3])
        for row in rows
        if len(row) == 4 and not row[2].startswith("Z")
    ]


def below(parent: int) -> list[Process]:
    """Return the children of a process, their children, and so on."""
    every, found = running(), list[Process]()
    parents = {parent}
    while new := [one for one in every if one.parent in parents and one not in found]:
        found += new
        parents = {one.id for one in new}
    return found


def child(parent: int, word: str) -> Process:
    """Wait for a process below another whose command holds a word, and return it."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for one in below(parent):
            if word in one.command:
                return one
        time.sleep(0.02)
    raise AssertionError(f"no {word} below {parent}: {below(parent)}")


def several_below(parent: int, number: int) -> list[Process]:
    """Wait until so many processes, or more, are below another, and return them."""
    until = time.monotonic() + _PATIENCE
    while len(found := below(parent)) < number and time.monotonic() < until:
        time.sleep(0.02)
    return found


def left_of(ids: set[int]) -> set[int]:
    """Wait for processes to end, and return those that do not."""
    until = time.monotonic() + _PATIENCE
    while left := ids & {one.id for one in running()}:
        if time.monotonic() > until:
            return left
        time.sleep(0.02)
    return set()
