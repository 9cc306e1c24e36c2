"""Python's search for reference cycles, left out where it finds nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting_objects() -> Iterator[None]:
    """Make objects that stay until the process ends, such as modules, and never search them.

    Of a short build, a tenth would go into searching what its imports made.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
