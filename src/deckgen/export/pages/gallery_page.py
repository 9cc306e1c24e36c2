"""A talk in every style as one HTML page with pictures; it loads nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deckgen.export.pages.html_head import export_file, page_bytes, picture_element
from deckgen.render.renderer import SlideImage
from deckgen.support.diagnostics import counted
from deckgen.support.xml_text import escape

_NO_COVER = '<span class="none">cannot show this talk</span>'


class StyledTalk(NamedTuple):
    """The talk in one style."""

    name: str
    manual: str
    """A first line, then paragraphs."""
    pages: Sequence[SlideImage]
    """Pictures of the slides; none if the style cannot show the talk."""
    titles: Mapping[int, str]
    """The title of each slide, by its number."""
    problems: Sequence[str] = ()
    """Why it cannot show the talk."""
    is_own: bool = False
    """Whether the talk has this style already."""


def gallery_page(
    title: str, lang: str, brand: str, styles: Sequence[StyledTalk], remark: str
) -> bytes:
    """Return the page of a talk with its title and language.

    `brand` is the brand.yaml to change, or empty. `remark` is a sentence about the pictures.
    """
    title, of_talk = escape(title), f'lang="{escape(lang)}"'
    body = (
        "<header>",
        f"<h1><span {of_talk}>{title}</span></h1>",
        f'<p class="summary">{counted(len(styles), "style")} in the colours of its brand</p>',
        '<nav aria-label="Styles">',
        '<ul class="choice">',
        *(_choice(section) for section in styles),
        "</ul>",
        "</nav>",
        "</header>",
        "<main>",
        *(line for section in styles for line in _section(section, of_talk, brand)),
        "</main>",
        f"<footer><p>{escape(remark)}</p></footer>",
    )
    style = export_file("slides_page.css") + export_file("gallery_page.css")
    return page_bytes('lang="en"', f"{title}: every style", style, body)


def _choice(section: StyledTalk) -> str:
    """Return the entry of a style in the overview: its first page and its name."""
    cover = picture_element(section.pages[0]) if section.pages else _NO_COVER
    own = ' <span class="own">now</span>' if section.is_own else ""
    return f'<li><a href="#{section.name}">{cover}<b>{section.name}</b>{own}</a></li>'


def _section(section: StyledTalk, of_talk: str, brand: str) -> Iterator[str]:
    summary, _, more = section.manual.strip().partition("\n")
    yield f'<section id="{section.name}" aria-labelledby="{section.name}-title">'
    yield '<div class="about">'
    yield f'<h2 id="{section.name}-title">{section.name}</h2>'
    yield f'<p class="first">{escape(summary)}</p>'
    for paragraph in more.strip().split("\n\n"):
        yield f"<p>{escape(' '.join(paragraph.split()))}</p>"
    yield from (f'<p class="line">{way}</p>' for way in _ways(section, brand))
    yield "</div>"
    if section.problems:
        yield '<div class="problems"><p>This style cannot show the talk:</p><ul>'
        yield from (f"<li>{escape(problem)}</li>" for problem in section.problems)
        yield "</ul></div>"
    else:
        yield '<ol class="slides">'
        for page in section.pages:
            title = escape(section.titles.get(page.number, "") or "Without a title")
            yield (
                f"<li><figure>{picture_element(page)}<figcaption><b>{page.number}</b> "
                f"<span {of_talk}>{title}</span></figcaption></figure></li>"
            )
        yield "</ol>"
    yield "</section>"


def _ways(section: StyledTalk, brand: str) -> Iterator[str]:
    """Yield how the talk gets a style."""
    if section.is_own:
        yield "The talk has this style now."
        return
    file = f"<code>{escape(brand or 'brand.yaml')}</code>"
    begins = "" if brand else ", which <code>deckgen brand new</code> begins"
    yield f"To keep it: <code>style: {section.name}</code> in {file}{begins}"
    yield f"For one deck: <code>deckgen build --style {section.name}</code>"
