"""A text → runs: what may have markup goes through `markup`, all other text is one run."""

import re
from typing import TYPE_CHECKING

from deckgen.deck.text_body import UNMARKED, Formula, Inline, Run

if TYPE_CHECKING:
    from deckgen.outline.schema.fields import Text
    from deckgen.support.diagnostics import Diagnostics

_SIGN = re.compile(r"[*_`~^$\[<\\@&{=|\x00-\x1f]")
"""What may begin or end markup: ours, or one of another system, which is told."""
_COLON = re.compile(":[/a-z]")
"""Of an address, or of a picture sign: `:smile:`."""
_LINE_OF_SIGNS = ("#", ">", "---")


def parse_inline(text: "Text", diagnostics: "Diagnostics") -> tuple[Inline, ...]:
    """Parse one paragraph's markup; a line feed is a line break, those at the end are dropped.

    A link to anywhere but the web, a mail address or a slide (`#id`) is an error, and its words
    stay text.
    """
    raw = text.raw.rstrip("\n")
    if not (
        _SIGN.search(raw)
        or (":" in raw and _COLON.search(raw))
        or "www." in raw
        or raw.startswith(_LINE_OF_SIGNS)
    ):
        return (tuple.__new__(Run, (raw, *UNMARKED)),) if raw else ()
    from deckgen.outline.markup.inline_markup import parse_markup

    return parse_markup(text, raw, diagnostics)


def as_display_formula(runs: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the runs of a paragraph; a formula that is all of it is set as large as such are."""
    if len(runs) == 1 and isinstance(formula := runs[0], Formula):
        return (formula._replace(display=True),)
    return runs
