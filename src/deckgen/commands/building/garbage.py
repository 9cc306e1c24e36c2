"""Python's search for reference cycles, which a build does not need, as it makes none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from deckgen.support.exit_codes import EndAtOnce

_OBJECTS = 500_000
"""Objects that may be left over before they are searched."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Search seldom while talks are compiled: it takes a fifth of the time of a large one."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Build without a search for garbage, and end the process without freeing what was made.

    The search takes up to three quarters of the time of a large deck and finds nothing; freeing
    takes a tenth.
    """
    gc.disable()
    try:
        yield
    except SystemExit as end:
        raise EndAtOnce(end.code) from end  # which holds what was made
    finally:
        # What was made is never searched, also where the process goes on, as in tests.
        gc.freeze()
        gc.enable()
