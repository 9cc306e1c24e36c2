"""A talk with a slide of every kind and some hard cases: to see what a brand makes of them."""

import base64
import textwrap
from collections.abc import Mapping

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.outline.documentation.kind_manual import kind_example
from deckgen.outline.kinds import kinds
from deckgen.pipeline.compile import Compiled, compile_talk
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity
from deckgen.support.yaml_text import yaml_scalar

SAMPLE = "sample.yaml"
"""What the talk is called in messages; it is never on the disk."""

PICTURE = "images/market.png"
"""The picture of the manual's examples; here a drawing stands in for it, as no file lies there."""
_DRAWING = b"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64">
<path d="M0 0h96v64H0z" fill="#c6dbde"/><path d="M0 45h96v19H0z" fill="#cdc2b2"/>
<path d="M5 45V25l9-9 9 9v20z" fill="#c47850"/><path d="M25 45V20l7-8 7 8v25z" fill="#0f4a50"/>
<path d="M41 45V28l10-9 10 9v17z" fill="#e6d2b4"/>
<path d="M65 45V22l12-10 12 10v23z" fill="#a8431c"/>
</svg>
"""
_HEAD = """\
title: {title}
subtitle: Every kind of slide, and some hard cases
speaker: Anna Muster, town of Altenburg
lang: en-GB
event: {{name: Final conference, place: Leipzig, date: 2026-11-22}}
footer: ${{event}}, ${{event.place}}

slides:
"""
_FIRST, _LAST = ("cover", "questions"), ("closing",)
_SHORTER = frozenset({"cover", "closing"})
"""Kinds that may stand as a word alone, too."""
_OTHERS = frozenset({"include"})
"""Kinds whose slides have the look of another deck."""
_HARD_CASES = {
    "a section with a subtitle": """\
- section: Hard cases
  subtitle: Long titles, deep lists, and more than one slide can hold
""",
    "a long title": """\
- title: {long_title}
  bullets:
    - The title above has more than twenty words
    - A good one has six
""",
    "three levels": """\
- title: Bullets on three levels
  bullets:
    - The first level:
        - the second level:
            - the third level
            - and one more of it
        - the second level again
    - {long_bullet}
""",
    "many bullets": """\
- title: More bullets than fit
  bullets:
{many}
  notes: |
    What does not fit is set smaller, down to the limit, and then goes on over a further slide.
""",
}
"""Slides that show what becomes of too much, by what they are called."""
_LONG_TITLE = (
    "A title that is much longer than a title should be, so that you see whether it goes on over "
    "a second line, and how small it then becomes"
)
_LONG_BULLET = (
    "The first level again, in a bullet that is long enough to go on over a second line and to "
    "show how far apart its lines stand"
)
_MANY = (
    "What did the project set in motion in our town?",
    "Who took part, and who stayed away?",
    "Which doors did the university open?",
    "What did the council decide, and when?",
    "Where did the money come from?",
    "What did it cost in hours of work?",
    "Which partners would we ask first today?",
    "What did people say in the market square?",
    "Which of the plans became something to touch?",
    "What did we stop doing, and why?",
    "Who goes on when the project ends?",
    "What would we do differently the next time?",
    "Which numbers would convince another town?",
    "What should nobody try to copy from us?",
    "Which question is still open?",
    "Whom can you call to hear more about it?",
)


def compile_sample(
    file: BrandFile, diagnostics: Diagnostics, style: str | None = None
) -> Compiled | None:
    """Return the sample on a brand or a template; None, with errors, if it cannot be made.

    What the template has no room for is shortened or left out, with a note. Warnings about the
    sample itself are left out: what is odd about it is so on purpose.
    """
    head = _HEAD.format(title=yaml_scalar(f"A sample of {file.name.rpartition('/')[2]}"))
    parts, left_out = _parts(), dict[str, str]()
    while True:
        findings, lines = Diagnostics(), _lines(head, parts)
        outline = (head + "".join(parts.values())).encode()
        files = {SAMPLE: outline, PICTURE: _DRAWING, **sample_clips()}
        compiled = compile_talk(
            SAMPLE, MemoryOverlay(files, file.files), file, findings, style=style
        )
        refused = {
            lines[each.span.line]: each.message
            for each in findings
            if each.severity is Severity.ERROR and _is_of_sample(each) and each.span
        }
        kept = {
            name: fitting
            for name, text in parts.items()
            if (fitting := _fitting(name, text, refused))
        }
        if not refused or not kept:
            break
        parts, left_out = kept, left_out | refused
    diagnostics.extend(each for each in findings if not _is_of_sample(each) or refused)
    _tell_left_out(left_out, diagnostics)
    return None if findings.has_errors else compiled


def _fitting(name: str, text: str, refused: Mapping[str, str]) -> str:
    """Return what stands in the place of an entry: if it was refused, a shorter one, or none."""
    if name not in refused:
        return text
    short = f"  - {name}\n"
    return short if name in _SHORTER and text != short else ""


def _is_of_sample(diagnostic: Diagnostic) -> bool:
    return diagnostic.span is not None and diagnostic.span.file == SAMPLE


def _tell_left_out(left_out: Mapping[str, str], diagnostics: Diagnostics) -> None:
    for name, why in left_out.items():
        diagnostics.note(
            "left-out",
            f"The sample's slide for {name} is {'shortened' if name in _SHORTER else 'left out'}, "
            f"as there is too little room: {why}",
            None,
            "In PowerPoint, View > Slide Master, enlarge the placeholder for text; in a talk, such "
            "a slide is refused with this message.",
        )


def _lines(head: str, parts: Mapping[str, str]) -> list[str]:
    """Return the name of the entry that each line of the sample belongs to; lines count from 1."""
    first = [next(iter(parts))] * (head.count("\n") + 1)
    return first + [name for name, text in parts.items() for _ in range(text.count("\n"))]


def _parts() -> dict[str, str]:
    """Return the entries by name: the example of each kind's manual, the hard cases; indented."""
    examples = {kind.name: kind_example(kind) for kind in kinds() if kind.name not in _OTHERS}
    many = "\n".join(f"    - {yaml_scalar(text)}" for text in _MANY)
    hard = {
        name: text.format(long_title=_LONG_TITLE, long_bullet=_LONG_BULLET, many=many)
        for name, text in _HARD_CASES.items()
    }
    last = {name: examples.pop(name) for name in _LAST}
    first = {name: examples.pop(name) for name in _FIRST}
    every = first | examples | hard | last
    return {name: textwrap.indent(text, "  ") for name, text in every.items()}


_FRAME = b"\xff\xfb\x18\xc4".ljust(144, b"\0")
"""A silent frame of an MP3: 32 kbit, 32,000 samples a second."""
_FILM = """\
AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAMQbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAAZAAAQAA
AQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAgAAAl90cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAAZAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAA
AAAAAAABAAAAAAAAAAAAAAAAAABAAAAAACAAAAASAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAAGQAAAAAAABAAAAAAHX
bWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAAAoAAAAEABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRl
b0hhbmRsZXIAAAABgm1pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAA
AQAAAUJzdGJsAAAAwnN0c2QAAAAAAAAAAQAAALJhdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAACAAEgBIAAAASAAAAAAA
AAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAAOGF2Y0MBZAAK/+EAGmdkAAqscgRJfiMBEAAAAwAQ
AAADAKDxIlhGAQAHaOhDg5LIsP34+AAAAAAQcGFzcAAAAAEAAAABAAAAFGJ0cnQAAAAAAAACqAAAAAAAAAAYc3R0cwAAAAAA
AAABAAAAAgAACAAAAAAUc3RzcwAAAAAAAAABAAAAAQAAABxzdHNjAAAAAAAAAAEAAAABAAAAAgAAAAEAAAAcc3RzegAAAAAA
AAAAAAAAAgAAABUAAAANAAAAFHN0Y28AAAAAAAAAAQAAA0AAAAA9dWR0YQAAADVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABt
ZGlyYXBwbAAAAAAAAAAAAAAAAAhpbHN0AAAACGZyZWUAAAAqbWRhdAAAABFliIEAAh/+1KeZY55BWiVufwAAAAlBmggtiH//
KWA=
"""
"""An MP4 of 32 × 18 pixels, made with `ffmpeg -f lavfi -i color=black:s=32x18:r=5:d=0.4`."""


def sample_clips() -> Mapping[str, bytes]:
    """Return the files of the manual's examples that play."""
    return {"films/square.mp4": base64.b64decode(_FILM), "sounds/bell.mp3": _FRAME * 28}
