"""A talk with a slide of every kind and some hard cases: to see what a brand makes of them."""

from __future__ import annotations

import textwrap

from deckgen.brand.yaml_text import quoted
from deckgen.brands import BrandFile
from deckgen.compile import Compiled, compile_talk
from deckgen.diagnostics import Diagnostics, Severity
from deckgen.outline.kinds import kinds
from deckgen.outline.schema import example
from deckgen.overlay import Overlay
from deckgen.sample_clips import sample_clips

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
_OTHERS = frozenset({"include"})
"""Kinds whose slides have the look of another deck."""
_HARD_CASES = """\
- section: Hard cases
  subtitle: Long titles, deep lists, and more than one slide can hold
- title: {long_title}
  bullets:
    - The title above has more than twenty words
    - A good one has six
- title: Bullets on three levels
  bullets:
    - The first level:
        - the second level:
            - the third level
            - and one more of it
        - the second level again
    - {long_bullet}
- title: More bullets than fit
  bullets:
{many}
  notes: |
    What does not fit is set smaller, down to the limit, and then goes on over a further slide.
"""
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


def compile_sample(asked: BrandFile, diagnostics: Diagnostics) -> Compiled | None:
    """Return the sample on a brand or a template; None, with errors, if it cannot be made.

    Warnings about the sample itself are left out: what is odd about it is so on purpose.
    """
    found = Diagnostics()
    outline = sample_outline(f"A sample of {asked.name.rpartition('/')[2]}")
    compiled = compile_talk(
        SAMPLE,
        Overlay({SAMPLE: outline, PICTURE: _DRAWING, **sample_clips()}, asked.files),
        asked,
        found,
    )
    diagnostics.extend(
        one
        for one in found
        if one.severity is Severity.ERROR or one.span is None or one.span.file != SAMPLE
    )
    return None if found.has_errors else compiled


def sample_outline(title: str) -> bytes:
    """Return the outline of the sample: the example of every kind's manual, then the hard cases."""
    slides = {kind.name: example(kind) for kind in kinds() if kind.name not in _OTHERS}
    named = (*_FIRST, *(name for name in slides if name not in {*_FIRST, *_LAST}))
    many = "\n".join(f"    - {quoted(text)}" for text in _MANY)
    written = [slides[name] for name in named if name in slides]
    written.append(_HARD_CASES.format(long_title=_LONG_TITLE, long_bullet=_LONG_BULLET, many=many))
    written += [slides[name] for name in _LAST if name in slides]
    body = "".join(textwrap.indent(text, "  ") for text in written)
    return (_HEAD.format(title=quoted(title)) + body).encode()
