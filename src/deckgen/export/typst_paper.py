"""PDFs for paper, typeset by typst; no other module uses it.

typst runs only the templates beside this module. Text is passed as JSON and pictures as files in
memory, so nothing in an outline is run as code; no template reads another file, or loads a package
or a font from the folder of the talk.
"""

import base64
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio
from deckgen.deck.text_body import LineBreak, Run, WebLink
from deckgen.export.document_blocks import NotesBlock, TextBlock
from deckgen.export.document_phrases import phrase_language, phrases
from deckgen.export.talk_contents import SlideContents, TalkContents
from deckgen.render.fonts.font_substitutes import substitute_families
from deckgen.render.renderer import RenderingError, SlideImage
from deckgen.support.extras import INSTALL_SHOW

Data: TypeAlias = dict[str, Any]
"""JSON for a template."""

HandoutLayout: TypeAlias = Literal["lines", "notes", "slides"]
"""Slides with lines to write on, with notes, or alone."""
PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Paper sizes on the command line, and in typst."""
PICTURE_WIDTH = 1200
"""Pixels of a slide on paper: 300 dots per inch at 10 cm."""

_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_QUOTED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
"""A character that typst writes as an escape sequence."""
_LONGEST_ALT = 4000
COLUMNS = {2: 1, 4: 2, 6: 2}
"""Columns by the number of slides on a sheet of slides alone; four are in landscape."""


class DrawnTalk(NamedTuple):
    """A talk in words and pictures."""

    contents: TalkContents
    brand: Brand
    pages: Sequence[SlideImage]
    """The pictures of its slides, in order."""
    moment: dt.datetime | None
    """The creation date of the file, as in the deck: the day of the talk."""
    by: str = ""
    """What drew the pictures."""


class TypesetPdf(NamedTuple):
    """A PDF for paper."""

    pdf: bytes
    missing: str
    """Characters that no font of this computer has; they are printed as boxes."""
    font: str
    """The font of the text."""


def typeset_pdf(
    template: str, data: Data, pictures: Mapping[str, SlideImage], moment: dt.datetime | None
) -> TypesetPdf:
    """Return the PDF/UA-1 (ISO 14289-1) of a template with its data.

    It is tagged, with title, language, outline and alternative texts. Where fonts lack characters,
    it is tagged but not declared as PDF/UA. Raises RenderingError.
    """
    try:
        import typst
    except ImportError:
        raise RenderingError(
            "no-renderer", "What sets paper is not installed: typst.", f"Type: {INSTALL_SHOW}"
        ) from None
    sources: Any = {
        "main.typ": _template(template),
        "paper.typ": _template("paper.typ"),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
        **{name: _as_svg(page) for name, page in pictures.items()},
    }
    # typst accepts no time before 1970.
    fonts, timestamp = typst.Fonts(), max(int(moment.timestamp()), 0) if moment else 0

    def pdf(standards: "list[typst.PDFStandard]") -> bytes:  # a name of the stubs alone
        made: bytes = typst.compile(
            sources, font_paths=fonts, format="pdf", pdf_standards=standards, timestamp=timestamp
        )
        return made

    font = data["fonts"][0]
    try:
        return TypesetPdf(pdf(["ua-1"]), "", font)
    except typst.TypstError as problem:
        quoted = _MISSING.findall(problem.diagnostic or problem.message)
        missing = [
            _QUOTED.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else sign[2], name)
            for name in quoted
        ]
        if not missing:
            raise _broken(problem.message) from None
    try:
        return TypesetPdf(pdf([]), "".join(dict.fromkeys("".join(missing))), font)
    except typst.TypstError as problem:
        raise _broken(problem.message) from None


def talk_pdf(
    template: str,
    drawn: DrawnTalk,
    paper: str,
    own: Data,
    of_slide: Callable[[SlideContents], Data] = lambda _: {},
) -> TypesetPdf:
    """Return the PDF of a template for a talk, as `typeset_pdf` does. Raises RenderingError.

    `own` is what the template needs beside what all do, `of_slide` the same of each slide.
    """
    talk = drawn.contents
    both = [*zip(talk.slides, drawn.pages, strict=True)]
    slides = [{**_slide_data(slide, page, talk.lang), **of_slide(slide)} for slide, page in both]
    data = {**_sheet_data(talk, drawn.brand, paper), **own, "slides": slides}
    pictures = {f"{slide.number}.svg": page for slide, page in both}
    return typeset_pdf(template, data, pictures, drawn.moment)


def _sheet_data(talk: TalkContents, brand: Brand, paper: str) -> Data:
    """Return the data of every template: metadata of the talk, colours, fonts, paper."""
    installed, fonts, colors = installed_families(), brand.fonts, brand.theme_colors
    accents = [colors[f"accent{number}"] for number in range(1, 7)]
    ink = colors["dk1"] if contrast_ratio(colors["dk1"], "FFFFFF") >= TEXT_MINIMUM else "1A1A1A"
    readable = (accent for accent in accents if contrast_ratio(accent, "FFFFFF") >= TEXT_MINIMUM)
    who = [talk.speaker, talk.event]
    if talk.town and not any(talk.town in part for part in who):
        who.append(talk.town)
    lines = [talk.subtitle, " · ".join(filter(None, who))]
    return {
        "title": talk.title,
        "author": talk.speaker,
        "lang": talk.lang,
        "event": talk.event,
        "about": [line for line in lines if line],
        "foot": talk.speaker if talk.town in talk.speaker else f"{talk.speaker} · {talk.town}",
        "paper": PAPERS[paper],
        "ink": f"#{ink}",
        "accent": f"#{next(readable, ink)}",
        "ratio": brand.width / brand.height,
        "fonts": available_fonts((fonts.body,), installed),
        "heading-fonts": available_fonts((fonts.heading, fonts.body), installed),
        "code-fonts": available_fonts((fonts.code,), installed),
    }


def installed_families() -> list[str]:
    """Return the fonts of this computer and of typst; none without typst."""
    try:
        import typst
    except ImportError:
        return []
    families: list[str] = typst.Fonts().families()
    return families


def _slide_data(slide: SlideContents, page: SlideImage, lang: str) -> Data:
    """Return the template's data of a slide; `lang` is the language of the talk."""
    text = slide.text
    return {
        "number": slide.number,
        "lang": slide.lang,
        "title": slide.title or str(slide.number),
        "text": text if len(text) <= _LONGEST_ALT else text[:_LONGEST_ALT] + " …",
        "picture": f"{slide.number}.svg",
        "differs": phrases(lang)["differs"] if page.differs else "",
        "differs-lang": phrase_language(lang),
        "notes": [block_data(block) for block in slide.notes],
    }


def block_data(block: NotesBlock) -> Data:
    """Return the template's data of a paragraph or a list."""
    if isinstance(block, TextBlock):
        return {"kind": "words", "runs": _run_data(block.runs)}
    items = [
        {"runs": _run_data(item.runs), "lists": [block_data(block) for block in item.lists]}
        for item in block.items
    ]
    start = {} if block.start is None else {"start": block.start}
    return {"kind": "list", "items": items, **start}


def available_fonts(wanted: Iterable[str], families: Iterable[str]) -> list[str]:
    """Return the installed fonts, each before its substitutes."""
    installed = {family.casefold(): family for family in families}
    names = (family.casefold() for name in wanted for family in (name, *substitute_families(name)))
    available = dict.fromkeys(installed[name] for name in names if name in installed)
    # This font is part of typst.
    return [*available, "Libertinus Serif"]


def _run_data(runs: Sequence[Run | LineBreak]) -> list[Data]:
    return [_one_run(run) if isinstance(run, Run) else {"break": True} for run in runs]


def _one_run(run: Run) -> Data:
    data: Data = {"text": run.text}
    for name in ("bold", "italic", "code", "strike"):
        if getattr(run, name):
            data[name] = True
    if run.baseline != "normal":
        data["raised"] = run.baseline
    if isinstance(run.link, WebLink):
        data["url"] = run.link.url
    return data


def _as_svg(page: SlideImage) -> bytes:
    """Return a picture as SVG: typst takes only text files from memory."""
    size = f'width="{page.width}" height="{page.height}"'
    picture = f"data:image/png;base64,{base64.b64encode(page.png).decode()}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{picture}"/></svg>'
    return svg.encode()


def _template(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


def _broken(message: str) -> RenderingError:
    return RenderingError(
        "rendering-failed",
        f"The paper cannot be set: {message}.",
        "This is a mistake of deckgen; please report it with the outline.",
    )


def handout_pdf(drawn: DrawnTalk, layout: HandoutLayout, a_sheet: int, paper: str) -> TypesetPdf:
    """Return the handout of a talk.

    `a_sheet`, a key of COLUMNS, is how many slides alone share a sheet. Raises RenderingError.
    """
    own = {
        "layout": layout,
        "a-sheet": a_sheet,
        "columns": COLUMNS[a_sheet],
        "flipped": layout == "slides" and a_sheet == 4,
    }
    return talk_pdf("handout.typ", drawn, paper, own)
