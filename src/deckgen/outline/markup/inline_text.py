"""A text → runs, which may be changed or joined.

Only a text that may hold markup goes through `inline_markup`; any other is one run.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from deckgen.deck.text_body import (
    Formula,
    Inline,
    LineBreak,
    Paragraph,
    Run,
    SlideLink,
    WebLink,
)
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


def with_link(runs: Iterable[Inline], link: WebLink | SlideLink | None) -> tuple[Inline, ...]:
    """Return the runs with one link; a formula becomes its words, as an equation holds no link."""
    return tuple(
        run
        if isinstance(run, LineBreak)
        else (run if isinstance(run, Run) else run.run)._replace(link=link)
        for run in runs
    )


def with_bold(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the runs in bold."""
    return tuple(run if isinstance(run, LineBreak) else run._replace(bold=True) for run in runs)


def merge_runs(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join neighbouring runs that are set alike."""
    merged: list[Inline] = []
    for look, group in groupby(runs, lambda run: run[1:] if isinstance(run, Run) else None):
        if look is None:
            merged += group
            continue
        texts = [run for run in group if isinstance(run, Run)]
        merged.append(texts[0]._replace(text="".join([run.text for run in texts])))
    return tuple(merged)
