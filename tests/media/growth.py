"""Whether the time for a look at a file grows as the file does, not faster."""

import time
from collections.abc import Callable
from contextlib import suppress

from deckgen.media.refusal import RefusedError


def grows_with_its_size(
    look: Callable[[bytes], object], data_of: Callable[[int], bytes], size: int
) -> bool:
    """Return whether a file ten times as large takes less than forty times as long."""

    def seconds(size: int) -> float:
        data = data_of(size)
        start = time.process_time()
        with suppress(RefusedError):
            look(data)
        return time.process_time() - start

    one = min(seconds(size) for _ in range(3))
    return min(seconds(10 * size) for _ in range(3)) < 40 * one + 0.1
