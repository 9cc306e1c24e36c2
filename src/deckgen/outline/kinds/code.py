"""A listing, line by line as you typed it, in the brand's font for code.

Type `code: |` and the lines below it, indented. `language` colours the words, for every language
that Pygments knows, such as python, yaml, json, html, bash or sql, up to 20,000 characters. Long
lines that would be small are shown in two, broken at a blank, with no character added; code is
never smaller than 14 points. A long listing goes on over further slides. Type a dollar sign before
a brace twice: $${name}.

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

from deckgen.deck.graphics import Drawing, DrawingItem
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.outline.lower.graphics.drawings.drawings import drawing_slide
from deckgen.outline.lower.slide_builder import parsed_once
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import record

_TAB = 4


@record
class Code(Entry):
    """The keys of a slide with a listing."""

    title: Text = key("The headline.", "How it is done")
    code: Text = key("The listing; its lines and blanks are kept.", "print(1)")
    language: Text | None = key("What it is written in, to highlight it.", "python")
    kicker: Text | None = key("A small line above the headline.", "For makers")


def lower(entry: Code, context: Context) -> Slide:
    """Lower to the layout for title and content, with the listing in its place."""
    item = DrawingItem(entry.code.span, text=_body(entry, context))
    drawing = Drawing("code", (item,), entry.code.span, "Code")
    return drawing_slide(entry, context, entry.title, entry.kicker, drawing)


def _body(entry: Code, context: Context) -> TextBody:
    """Return the lines of the listing; they are highlighted once for all towns."""
    code = "\n".join(line.rstrip() for line in entry.code.text.expandtabs(_TAB).split("\n"))
    language = entry.language.text.strip() if entry.language else ""

    def highlighted() -> TextBody:
        lines = _lines(code.strip("\n"), language, entry, context)
        return TextBody(tuple([Paragraph(runs, span=entry.code.span) for runs in lines]))

    return parsed_once(entry.code._replace(text=f"{language}\0{code}"), context, highlighted)


def _lines(code: str, language: str, entry: Code, context: Context) -> list[tuple[Run, ...]]:
    from deckgen.outline.lower.graphics.drawings.code_highlighting import (
        NotHighlightedError,
        UnknownLanguageError,
        plain_lines,
    )

    if entry.language is None:
        return plain_lines(code)
    try:
        return context.listing(code, language)
    except UnknownLanguageError as unknown:
        near = " or ".join(unknown.near)
        context.diagnostics.warning(
            "unknown-language",
            f"How to highlight “{language}”, deckgen does not know.",
            entry.language.span,
            f"Did you mean {near}?" if near else "Type a name such as python, or delete the line.",
        )
    except NotHighlightedError as why:
        context.diagnostics.note(
            "not-highlighted",
            f"This listing is shown as it is, without highlighting: {why}.",
            entry.language.span,
            "Shorten it, or delete `language`.",
        )
    return plain_lines(code)
