"""Text bodies: paragraphs and runs as DrawingML (ECMA-376 Part 1, 21.1.2)."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.layout import Color
from deckgen.deck.text_body import (
    UNMARKED,
    Direction,
    Formula,
    Inline,
    LineBreak,
    Paragraph,
    Run,
    SlideLink,
    TextBody,
    WebLink,
)
from deckgen.ooxml.drawingml import fill_xml
from deckgen.opc.package_writer import Relationship
from deckgen.support.xml_text import RELATIONSHIPS, escape

_HYPERLINK = f"{RELATIONSHIPS}/hyperlink"
_SLIDE = f"{RELATIONSHIPS}/slide"

_OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
    ' val="tx"/></a:ext></a:extLst>'
)
"""Lets a link have the colour of its run rather than the theme's for links ([MS-ODRAWXML])."""
_TURNED: dict[Direction, str] = {
    "layout": "",
    "ltr": ' algn="l" rtl="0"',
    "rtl": ' algn="r" rtl="1"',
    "centred-ltr": ' rtl="0"',
    "centred-rtl": ' rtl="1"',
}
_LEVELS = 9
"""Levels that a text can have (ECMA-376 Part 1, 21.1.2.4.13 and following)."""
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
"""Languages in whose text PowerPoint also asks for the language of its Latin words."""
DISC = '<a:buSzPct val="100000"/><a:buFont typeface="Arial"/><a:buChar char="•"/>'
_OWN_MARKS = {
    "none": "<a:buNone/>",
    "disc": DISC,
    "number": '<a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/>'
    '<a:buAutoNum type="arabicPeriod"{start}/>',
}


class RunLook(NamedTuple):
    """What runs have in the place where they stand, where their level does not say it."""

    fill: str = ""
    """The XML of the colour of all runs but links."""
    font: str = ""
    """The XML of the font of all runs but code."""
    quiet: str = ""
    """The theme colour of muted runs; empty if they are not muted there."""
    link_color: Color = ""
    """The colour of links; empty: the theme's colour for links, which can be read there."""
    tracking: tuple[float, ...] = ()
    """What follows each character of a level, as a share of its size; empty: nothing on any."""
    numbering: tuple[str, ...] = ()
    """How the layout writes the numbers of each level; empty: as those of generated brands."""


_AS_LEVEL = RunLook()


class Links:
    """The relationships that the text of one part needs, each target once."""

    __slots__ = ("first", "folder", "relationships", "slide_targets")

    def __init__(self, slide_targets: dict[str, str], first: int, folder: str = "") -> None:
        """`slide_targets` are the files of slides by id, in the `folder` as seen from this part.

        `first` is the first free relationship number of the part.
        """
        self.slide_targets = slide_targets
        self.first = first
        self.folder = folder
        self.relationships: dict[tuple[str, str], Relationship] = {}
        """By what they are and where they lead: a film has two relationships to one part."""

    def click(self, link: WebLink | SlideLink, *, in_own_color: bool = False) -> str:
        """Return the `a:hlinkClick` for a link, its relationship noted."""
        if isinstance(link, WebLink):
            target, kind, external, action = link.url, _HYPERLINK, True, ""
        else:
            target, kind, external = self.folder + self.slide_targets[link.slide_id], _SLIDE, False
            action = ' action="ppaction://hlinksldjump"'
        id_ = self.related(target, kind, external=external)
        tip = f' tooltip="{escape(link.tip)}"' if link.tip else ""
        start = f'<a:hlinkClick r:id="{id_.id}"{action}{tip}'
        return f"{start}>{_OWN_COLOR}</a:hlinkClick>" if in_own_color else f"{start}/>"

    def related(self, target: str, kind: str, *, external: bool = False) -> Relationship:
        """Return the part's relationship to a target, which is noted once."""
        relationship = self.relationships.get((kind, target))
        if relationship is None:
            number = self.first + len(self.relationships)
            relationship = Relationship(f"rId{number}", kind, target, external)
            self.relationships[(kind, target)] = relationship
        return relationship


def paragraphs_xml(
    body: TextBody, lang: str, code_font: str, links: Links, look: RunLook = _AS_LEVEL
) -> str:
    """Return the paragraphs; every run has `lang`, and what `look` says."""
    paragraphs, sizes, _, _, outdent, spaces, _ = body
    starts, written = _starts(lang, sizes, spaces, look.tracking), []
    for paragraph in paragraphs:
        runs, level, bullet, _, start_at, direction, _, _, space_after = paragraph
        if (
            len(runs) == 1
            and type(run := runs[0]) is Run
            and run[1:] == UNMARKED
            and bullet == "layout"
            and start_at <= 1
            and direction == "layout"
            and not (outdent or space_after)
        ):
            # The hot path: a paragraph as its layout has it, of one run in which nothing is marked.
            written.append(f"{starts[level]}{escape(run.text)}</a:t></a:r></a:p>")
        else:
            common = _run_attributes(lang, sizes, level, look.tracking)
            rtl = runs_right_to_left(lang)
            text = runs_xml(runs, common, code_font, links, look, rtl=rtl)
            properties = _properties(paragraph, body, look.numbering)
            written.append(f"<a:p>{properties}{text}</a:p>")
    return "".join(written)


@lru_cache(maxsize=256)
def _starts(
    lang: str, sizes: tuple[int, ...], spaces: tuple[int, ...], tracking: tuple[float, ...]
) -> tuple[str, ...]:
    """Return, for each level, all that stands before the words of a paragraph as its layout has it.

    `sizes` and `spaces` are those of its body, `tracking` that of a `RunLook`.
    """
    body = TextBody((), sizes, space_before=spaces)
    return tuple(
        [
            f"<a:p>{_properties(Paragraph((), level), body)}"
            f"<a:r><a:rPr {_run_attributes(lang, sizes, level, tracking)}/><a:t>"
            for level in range(len(sizes or spaces) or _LEVELS)
        ]
    )


def _run_attributes(
    lang: str, sizes: tuple[int, ...], level: int, tracking: tuple[float, ...]
) -> str:
    """Return the attributes that every run of a level has.

    A layout says its tracking in points: text of another size has it in proportion.
    """
    east_asian = lang.split("-", maxsplit=1)[0].lower() in _EAST_ASIAN
    other = ' altLang="en-US"' if east_asian else ""
    size = f' sz="{sizes[level] * 100}"' if sizes else ""
    if sizes and tracking:
        size += f' spc="{round(sizes[level] * tracking[level] * 100)}"'
    return f'lang="{lang}"{other}{size}'


def _properties(paragraph: Paragraph, body: TextBody, numbering: tuple[str, ...] = ()) -> str:
    level, bullet, turned = paragraph.level, paragraph.bullet, _TURNED[paragraph.direction]
    inner = margin = indent = ""
    if body.outdent:
        margin = f' marL="{body.outdent * (level + 1)}"'
        indent = f' indent="-{body.outdent}"'
    if body.space_before:
        inner = f'<a:spcBef><a:spcPts val="{body.space_before[level] * 100}"/></a:spcBef>'
    if paragraph.space_after:
        inner += f'<a:spcAft><a:spcPts val="{paragraph.space_after * 100}"/></a:spcAft>'
    start = f' startAt="{paragraph.start_at}"' if paragraph.start_at > 1 else ""
    if bullet != "layout":
        hanging = 0 if bullet == "none" else paragraph.hanging
        margin, indent = f' marL="{hanging * (level + 1)}"', f' indent="{-hanging}"'
        inner += _OWN_MARKS[bullet].format(start=start)
    elif start:
        written = numbering[min(level, len(numbering) - 1)] if numbering else "arabicPlain"
        inner += f'<a:buAutoNum type="{written}"{start}/>'
    if not (level or turned or inner or margin):
        return ""
    end = f">{inner}</a:pPr>" if inner else "/>"
    return f'<a:pPr{margin} lvl="{level}"{indent}{turned}{end}'


def runs_xml(
    runs: tuple[Inline, ...],
    common: str,
    code_font: str,
    links: Links,
    look: RunLook,
    *,
    rtl: bool = False,
) -> str:
    """Return runs; `common` are the attributes of each.

    An equation that is a paragraph stands where text begins: at the right if that is `rtl`.
    """
    written = [
        _run_xml(run, common, code_font, links, look)
        if isinstance(run, Run)
        else f"<a:br><a:rPr {common}/></a:br>"
        if isinstance(run, LineBreak)
        else _formula_xml(run, common, look, rtl=rtl)
        for run in runs
    ]
    for at, (run, behind) in enumerate(pairwise(runs)):
        if isinstance(run, Run) and run.link and not (isinstance(behind, Run) and behind.link):
            # LibreOffice gives the last run of a link the colour of what follows.
            written[at] += _run_xml(run._replace(text=""), common, code_font, links, look)
    return "".join(written)


def _formula_xml(formula: Formula, common: str, look: RunLook, *, rtl: bool) -> str:
    from deckgen.deck.equation_text import formulas_as_text
    from deckgen.ooxml.text.equation import formula_xml

    words = runs_xml(formulas_as_text((formula,)), common, "", Links({}, 0), look)
    fill = fill_xml(look.quiet) if formula.muted and look.quiet else look.fill
    return formula_xml(formula, common, fill, words, "right" if rtl else "left")


def _run_xml(run: Run, common: str, code_font: str, links: Links, look: RunLook) -> str:
    if run[1:] == UNMARKED and not look.fill:
        return f"<a:r><a:rPr {common}/><a:t>{escape(run.text)}</a:t></a:r>"
    attributes = common
    if run.bold:
        attributes += ' b="1"'
    if run.italic:
        attributes += ' i="1"'
    if run.strike:
        attributes += ' strike="sngStrike"'
    if run.baseline != "normal":
        attributes += f' baseline="{30000 if run.baseline == "superscript" else -25000}"'
    color = look.quiet if run.muted and look.quiet else look.link_color if run.link else ""
    children = fill_xml(color) if color else "" if run.link else look.fill
    if run.code:
        font = escape(code_font)
        children += f'<a:latin typeface="{font}"/><a:cs typeface="{font}"/>'
    else:
        children += look.font
    texts = [run.text]
    if run.link is not None:
        children += links.click(run.link, in_own_color=bool(color))
        if isinstance(run.link, WebLink):
            texts = _WORDS.findall(run.text) or texts
    properties = f"<a:rPr {attributes}>{children}</a:rPr>" if children else f"<a:rPr {attributes}/>"
    return "".join([f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>" for text in texts])


_WORDS = re.compile(r" *[^ ]+ *")
"""The words of a link out of the deck, each with the blank behind it. LibreOffice breaks a linked
run anywhere, so that each word is a run; PowerPoint shows them as a single link. Of several runs
that lead to a slide, LibreOffice colours only one."""
