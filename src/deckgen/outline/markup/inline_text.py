"""A text → runs. Only what may hold markup goes through `inline_markup`; other text is one run."""

import re

from deckgen.deck.text_body import Formula, Inline, Paragraph, Run
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics

_SIGN = re.compile(r"[*_`~^$\[<\\@&{=|\x00-\x1f]")
"""What may begin or end markup, ours or that of another system."""
_COLON = re.compile(":[/a-z]")
"""Part of an address, or of an emoji name such as `:smile:`."""
_LINE_STARTS = frozenset("#>-")


def parse_inline(text: Text, diagnostics: Diagnostics) -> tuple[Inline, ...]:
    """Parse the markup of one paragraph; a line feed is a line break, those at the end are dropped.

    A link that leads to no page, mail address or slide (`#id`) is an error; its words stay text.
    """
    raw = text.text.rstrip("\n")
    if not (
        _SIGN.search(raw)
        or (":" in raw and _COLON.search(raw))
        or "www." in raw
        or raw[:1] in _LINE_STARTS
    ):
        return (Run(raw),) if raw else ()
    from deckgen.outline.markup.inline_markup import parse_markup

    return parse_markup(text, raw, diagnostics)


def plain_text(text: Text, diagnostics: Diagnostics | None = None) -> str:
    """Return the words of a text without their markup; with `diagnostics`, faults are reported."""
    runs = parse_inline(text, Diagnostics() if diagnostics is None else diagnostics)
    return Paragraph(runs).text


def as_display_formula(runs: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the runs of a paragraph; a formula that is all of it gets display style."""
    if len(runs) == 1 and isinstance(formula := runs[0], Formula):
        return (formula._replace(display=True),)
    return runs
