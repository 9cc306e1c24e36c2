"""How much work a call does, counted so that it is the same on every machine and at every load."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def executed_lines(call: Callable[[], object]) -> int:
    """Return how many lines of Python a call executes in this thread.

    Work inside of libraries that are written in C is not counted: `python -m bench.growth` and
    `make bench` measure the time.
    """
    lines = 0

    def count(_frame: FrameType, event: str, _value: object) -> "TraceFunction":
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines
