"""What the process that draws SVGs runs: this file alone, with the standard library and resvg.

It takes the folder in which resvg lies, megabytes and seconds; then, over its standard input, a
width and a length of 8 bytes each and an SVG, again and again. It answers each with a length and a
PNG, of no length if it cannot be drawn. It imports no part of deckgen, so that it starts in 20 ms.
"""

import faulthandler
import signal
import sys

_DOTS = 96


def main() -> None:
    """Draw until the pipe ends; the process ends itself when a drawing breaks its bounds."""
    folder, megabytes, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    # Python hears Ctrl-C between two steps of its own; a drawing is one step.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _limit(megabytes << 20)
    sys.path.append(folder)
    import resvg_py

    taken, given = sys.stdin.buffer, sys.stdout.buffer
    while len(head := taken.read(16)) == 16:
        width, size = int.from_bytes(head[:8], "big"), int.from_bytes(head[8:], "big")
        svg = taken.read(size).decode()
        faulthandler.dump_traceback_later(seconds, exit=True)  # it needs no step of Python
        try:
            picture = resvg_py.svg_to_bytes(
                svg_string=svg, width=width, skip_system_fonts=True, dpi=_DOTS
            )
        except BaseException:  # noqa: BLE001  # a panic is no Exception
            picture = b""
        faulthandler.cancel_dump_traceback_later()
        png = bytes(picture)
        given.write(len(png).to_bytes(8, "big") + png)
        given.flush()


def _limit(size: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, size)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue  # macOS knows the limit of memory, and does not always take it


if __name__ == "__main__":
    main()
