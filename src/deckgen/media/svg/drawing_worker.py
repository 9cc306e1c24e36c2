"""The program of the process that draws SVGs.

Its arguments are the folder of resvg and the seconds for a drawing. On its standard input it reads,
again and again, a width and a length of 8 bytes each and an SVG; it answers with a length of 8
bytes and a PNG, empty if the SVG cannot be drawn. It starts in 20 ms, as it imports no deckgen.
"""

import faulthandler
import signal
import sys

_DOTS = 96


def main() -> None:
    """Draw until the input ends; a drawing out of bounds ends the process."""
    folder, seconds = sys.argv[1], int(sys.argv[2])
    # Python handles Ctrl-C between two bytecodes only, never during a drawing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
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


if __name__ == "__main__":
    main()
