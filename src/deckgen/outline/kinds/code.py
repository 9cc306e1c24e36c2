"""A listing, line by line as you typed it, in the brand's font for code.

Type `code: |` and the lines below it, indented. With a `language` its words are highlighted: any
that Pygments knows, such as python, yaml, json, html, bash or sql. Lines are never broken, and code
is never set below 14 points; a long listing goes on over further slides. A dollar sign before a
brace is written twice: $${name}. A listing of more than 10,000 characters is shown in one colour,
and so are the few languages that would take too long.

    - title: A slide is a few lines
      code: |
        slides:
          - question: What was hard?   # the headline
            bullets:
              - Time
              - Winning people over
      language: yaml
    - title: How a talk is compiled
      code: |
        def compile_talk(name, files, diagnostics):
            outline = read(files[name], diagnostics)
            if outline is None:
                return None  # what is wrong stands in diagnostics
            return fit(lower(outline), "auto")
      language: python
"""

from deckgen.deck.graphic import Drawing, DrawingItem
from deckgen.deck.model import Paragraph, Run, Slide, TextBody
from deckgen.outline.drawn import drawing_slide
from deckgen.outline.entry import Context, Entry
from deckgen.outline.fields import Text, key
from deckgen.outline.highlight import (
    UnhighlightedError,
    UnknownLanguageError,
    highlighted,
    plain_lines,
)
from deckgen.record import record

BARE = False
_TAB = 4


@record
class Code(Entry):
    """The keys of a slide with a listing."""

    title: Text = key("The headline.", "How it is done")
    code: Text = key("The listing; its lines and blanks are kept.", "print(1)")
    language: Text | None = key("What it is written in, to highlight it.", "python", default=None)
    kicker: Text | None = key("A small line above the headline.", "For makers", default=None)


def lower(entry: Code, context: Context) -> Slide:
    """Lower to the layout for title and content, with the listing in its place."""
    lines = _lines(entry, context)
    body = TextBody(tuple(Paragraph(runs, span=entry.code.span) for runs in lines))
    item = DrawingItem(entry.code.span, text=body)
    drawing = Drawing("code", (item,), entry.code.span, "Code")
    return drawing_slide(entry, context, entry.title, entry.kicker, drawing)


def _lines(entry: Code, context: Context) -> list[tuple[Run, ...]]:
    code = "\n".join(line.rstrip() for line in entry.code.raw.expandtabs(_TAB).split("\n"))
    code = code.strip("\n")
    if entry.language is None:
        return plain_lines(code)
    try:
        return highlighted(code, entry.language.raw)
    except UnknownLanguageError as unknown:
        near = " or ".join(unknown.near)
        context.diagnostics.warning(
            "unknown-language",
            f"How to highlight “{entry.language.raw}”, deckgen does not know.",
            entry.language.span,
            f"Did you mean {near}?" if near else "Type a name such as python, or delete the line.",
        )
    except UnhighlightedError as reason:
        context.diagnostics.warning(
            "not-highlighted",
            f"{reason} It is shown as it is typed, in one colour.",
            entry.language.span,
            "Delete the line `language:`; or divide the listing over several slides.",
        )
    return plain_lines(code)
