"""The program of the process that draws SVGs.

Its arguments are the folder of resvg, megabytes and seconds. On its standard input it reads, again
and again, a width and a length of 8 bytes each and an SVG; it answers with a length of 8 bytes and
a PNG, which is empty if the SVG cannot be drawn. It imports no module of deckgen: it starts in
20 ms.
"""

import faulthandler
import signal
import sys

_DOTS = 96


def main() -> None:
    """Draw until the input ends; a drawing out of bounds ends the process."""
    folder, megabytes, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    # Python handles Ctrl-C between two bytecodes only, never during a drawing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _limit(megabytes << 20)
    sys.path.append(folder)
    import resvg_py

    taken, given = sys.stdin.buffer, sys.stdout.buffer
    while len(head := taken.read(16)) == 16:
        width, size = int.from_bytes(head[:8], "big"), int.from_bytes(head[8:], "big")
        svg = taken.read(size).decode()
        faulthandler.dump_traceback_later(seconds, exit=True)  # works during a drawing
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
