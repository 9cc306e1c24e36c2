"""A talk as one HTML page: pictures, text, and a script that changes the slides.

The page loads nothing, and its content security policy forbids it.
"""

from collections.abc import Iterable, Iterator, Sequence

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.text_body import LineBreak, Run, WebLink
from deckgen.export.document_blocks import (
    ImageDescription,
    ListBlock,
    SlideBlock,
    TableBlock,
    TextBlock,
)
from deckgen.export.document_phrases import Phrase, phrase_language, phrases
from deckgen.export.pages.html_head import export_file, page_bytes, picture_element
from deckgen.export.talk_contents import SlideContents, TalkContents, web_links
from deckgen.render.renderer import SlideImage
from deckgen.support.xml_text import escape

_ICONS: dict[Phrase, str] = {
    "back": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
    "overview": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    "text": "M5 6h14M5 10h14M5 14h14M5 18h8",
    "notes": "M6 3h9l4 4v14H6zM9 11h7M9 15h7",
    "full": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
}


def html_page(talk: TalkContents, pages: Sequence[SlideImage], *, notes: bool) -> bytes:
    """Return the page; `pages` are the pictures of the talk's slides, in order.

    The words are text, also for screen readers; `notes` says whether the notes are in the page. It
    works from a folder, without a server.
    """
    has_notes = notes and any(slide.notes for slide in talk.slides)
    sections = (
        _slide(slide, drawn, talk, notes=notes)
        for slide, drawn in zip(talk.slides, pages, strict=True)
    )
    words, words_lang = phrases(talk.lang), phrase_language(talk.lang)
    counting = f'data-slide="{escape(words["slide"])}" data-of="{escape(words["of"])}"'
    body = (
        '<header class="bar">',
        f'<h1 class="talk">{escape(talk.title)}</h1>',
        f'<p class="event">{escape(talk.event)}</p>',
        f'<nav class="buttons" lang="{words_lang}" aria-label="{escape(words["slide"])}">',
        _button("back", words),
        f'<span class="count" dir="ltr" {counting}></span>',
        _button("next", words),
        _button("overview", words),
        _button("text", words),
        *([_button("notes", words)] if has_notes else ()),
        _button("full", words),
        "</nav>",
        "</header>",
        f'<p class="said" role="status" {_language(words_lang)}></p>',
        '<main class="slides">',
        *sections,
        "</main>",
    )
    script = export_file("html.js")
    return page_bytes(_language(talk.lang), escape(talk.title), _style(pages), body, script)


def _slide(slide: SlideContents, drawn: SlideImage, talk: TalkContents, *, notes: bool) -> str:
    name, title = escape(slide.id), escape(slide.title or str(slide.number))
    language = "" if slide.lang == talk.lang else f" {_language(slide.lang)}"
    words, links = phrases(talk.lang), web_links(slide)
    linked = " linked" if links else ""
    lines = [
        f'<section class="slide{linked}" id="{name}" aria-labelledby="title:{name}"{language}>',
        f'<a class="go" href="#{name}" aria-label="{title}">{picture_element(drawn)}</a>',
        f'<div class="words"><h2 id="title:{name}">{title}</h2>',
        *_blocks(slide.blocks),
        "</div>",
    ]
    if drawn.differs:
        lang = _language(phrase_language(talk.lang))
        lines.append(f'<p class="differs" {lang}>{escape(words["differs"])}</p>')
    if links:  # for readers who see only the picture
        items = "".join(f"<li>{_link(url, escape(text))}</li>" for text, url in links)
        lines.append(f'<ul class="links" aria-label="{escape(words["links"])}">{items}</ul>')
    if notes and slide.notes:
        lines.append(f'<aside class="notes" aria-label="{escape(words["notes"])} {slide.number}">')
        lines += [*_blocks(slide.notes), "</aside>"]
    return "\n".join([*lines, "</section>"])


def _blocks(blocks: Iterable[SlideBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case TextBlock(runs):
                yield f"<p>{_runs(runs)}</p>"
            case ListBlock():
                yield _list(block)
            case TableBlock():
                yield _table(block)
            case ImageDescription(alt):
                yield f'<p class="picture">{escape(alt)}</p>'


def _list(block: ListBlock) -> str:
    items = (
        f"<li>{_runs(each.runs)}{''.join(map(_list, each.lists))}</li>" for each in block.items
    )
    tag = "ul" if block.start is None else "ol"
    start = f' start="{block.start}"' if block.start not in {None, 1} else ""
    return f"<{tag}{start}>{''.join(items)}</{tag}>"


def _table(grid: TableBlock) -> str:
    head = "".join(
        f'<th scope="col">{escape(cell)}</th>' if cell else "<td></td>" for cell in grid.header
    )
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in grid.rows
    )
    return (
        f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{rows}</tbody></table>"
    )


def _runs(runs: Iterable[Run | LineBreak]) -> str:
    return "".join(_run(run) if isinstance(run, Run) else "<br>" for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text)
    for tag, marked in (
        ("code", run.code),
        ("s", run.strike),
        ("sup", run.baseline == "superscript"),
        ("sub", run.baseline == "subscript"),
        ("em", run.italic),
        ("strong", run.bold),
    ):
        if marked:
            text = f"<{tag}>{text}</{tag}>"
    if isinstance(run.link, WebLink):
        return _link(run.link.url, text, run.link.tip)
    return f'<a href="#{escape(run.link.slide_id)}">{text}</a>' if run.link else text


def _link(url: str, text: str, tip: str = "") -> str:
    title = f' title="{escape(tip)}"' if tip else ""
    return f'<a href="{escape(url)}"{title} target="_blank" rel="noopener noreferrer">{text}</a>'


def _button(name: Phrase, words: dict[Phrase, str]) -> str:
    label = escape(words[name])
    turns = ' class="turns"' if name in {"back", "next"} else ""
    pressed = ' aria-pressed="false"' if name in {"overview", "text", "notes"} else ""
    return (
        f'<button type="button" data-do="{name}" aria-label="{label}" title="{label}"{pressed}>'
        f'<svg{turns} viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'
        "</button>"
    )


def _language(lang: str) -> str:
    return f'lang="{escape(lang)}" dir="{"rtl" if runs_right_to_left(lang) else "ltr"}"'


def _style(pages: Sequence[SlideImage]) -> str:
    width, height = (pages[0].width, pages[0].height) if pages else (16, 9)
    inches = 10
    return (
        f":root {{ --ratio: {width / height:.4f}; }}\n"
        f"@page {{ size: {inches}in {inches * height / width:.3f}in; margin: 0; }}\n"
        + export_file("slides_page.css")
        + export_file("html.css")
    )
