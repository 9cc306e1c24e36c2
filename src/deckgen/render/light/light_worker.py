"""What the process runs that draws with betteroffice: it opens decks and draws pages as told.

It reads a line of JSON from its standard input, and the bytes of a deck and of fonts if it names
their lengths; it answers with a line of JSON and the bytes of a PNG. The deck stays open until
another comes. It ends with the pipe, and by a clock that needs no step of Python.
"""

from __future__ import annotations

import faulthandler
import json
import signal
import sys
from typing import IO, TYPE_CHECKING, Any

from deckgen.render.light.light_drawing import OpenDeck
from deckgen.render.renderer import RenderingError

if TYPE_CHECKING:
    from deckgen.fonts.face import FaceKey


def main(megabytes: int, seconds: int) -> None:
    """Answer until the pipe ends."""
    # Ctrl-C is for the one who asks, who then ends this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound(megabytes << 20)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    deck: OpenDeck | None = None
    while line := asked.readline():
        order = json.loads(line)
        faulthandler.dump_traceback_later(seconds, exit=True)
        png, said = b"", dict[str, Any]()
        try:
            if "deck" in order:
                deck = None  # before there are two
                deck = OpenDeck(asked.read(order["deck"]), _fonts(asked, order["fonts"]))
            if deck is not None:
                number, png, width, height, _ = deck.page(order["number"], order["width"])
                said = {"number": number, "width": width, "height": height}
        except RenderingError as problem:
            said = {"problem": [problem.code, problem.message, problem.hint]}
        faulthandler.cancel_dump_traceback_later()
        answers.write(json.dumps(said | {"size": len(png)}).encode() + b"\n" + png)
        answers.flush()


def _fonts(asked: IO[bytes], listed: list[list[Any]]) -> dict[FaceKey, bytes]:
    return {(name, bold, italic): asked.read(size) for name, bold, italic, size in listed}


def _bound(size: int) -> None:
    """Let this process take no more memory, where the system sees to that."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, size)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue  # macOS knows the limit of memory, and does not always take it


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
