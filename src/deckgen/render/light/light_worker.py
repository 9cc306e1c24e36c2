"""The program of the process that draws with betteroffice.

It reads a line of JSON from the standard input, with the bytes of a deck and of fonts if the line
gives their lengths, and answers with a line of JSON and the bytes of a PNG. The deck stays open
until another comes. The program ends with the pipe, or by a timer that works also in native code.
"""

import faulthandler
import json
import signal
import sys
from typing import Any

from deckgen.render.light.light_drawing import OpenDeck
from deckgen.render.renderer import RenderingError


def main(seconds: int) -> None:
    """Answer until the pipe ends."""
    # Ctrl-C is for the caller, who then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders, answers = sys.stdin.buffer, sys.stdout.buffer
    deck: OpenDeck | None = None
    while line := orders.readline():
        order = json.loads(line)
        faulthandler.dump_traceback_later(seconds, exit=True)
        png, answer = b"", dict[str, Any]()
        try:
            if "deck" in order:
                deck = None  # before there are two
                data = orders.read(order["deck"])
                fonts = {tuple(face): orders.read(size) for *face, size in order["fonts"]}
                deck = OpenDeck(data, fonts)
            if deck is not None:
                number, png, width, height, _ = deck.page(order["number"], order["width"])
                answer = {"number": number, "width": width, "height": height}
        except RenderingError as problem:
            answer = {"problem": [problem.code, problem.message, problem.hint]}
        faulthandler.cancel_dump_traceback_later()
        answers.write(json.dumps(answer | {"size": len(png)}).encode() + b"\n" + png)
        answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
