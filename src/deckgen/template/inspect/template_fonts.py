"""The fonts of a template: their uses, and whether other computers have them."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from deckgen.fonts.face import is_known
from deckgen.opc.xml_parser import Element, q
from deckgen.template.template import Master, Template

FontSource: TypeAlias = Literal["office", "microsoft-365", "windows", "macos", "unknown"]
"""What installs a font: Office, or both Windows and macOS; one product only; or none of them."""

_ANYWHERE = frozenset(
    {
        *("arial", "arial black", "arial narrow", "baskerville old face", "book antiqua"),
        *("bookman old style", "calibri", "calibri light", "cambria", "cambria math", "candara"),
        *("century", "century gothic", "century schoolbook", "comic sans ms", "consolas"),
        *("constantia", "corbel", "courier new", "franklin gothic book"),
        *("franklin gothic medium", "garamond", "georgia", "gill sans mt", "goudy old style"),
        *("impact", "lucida console", "lucida sans unicode", "palatino linotype", "perpetua"),
        *("rockwell", "symbol", "tahoma", "times new roman", "trebuchet ms", "tw cen mt"),
        *("verdana", "webdings", "wingdings", "wingdings 2", "wingdings 3"),
        # Chinese, Japanese and Korean
        *("dengxian", "等线", "malgun gothic", "맑은 고딕", "meiryo", "メイリオ"),
        *("microsoft jhenghei", "微軟正黑體", "microsoft yahei", "微软雅黑", "ms gothic"),
        *("ｍｓ ゴシック", "ms mincho", "ｍｓ 明朝", "ms pgothic", "ｍｓ ｐゴシック"),
        *("pmingliu", "新細明體", "simhei", "黑体", "simsun", "宋体"),
        *("yu gothic", "游ゴシック", "yu gothic light", "游ゴシック light"),
    }
)
"""Fonts that Windows or Office installs, and macOS or Office, too."""
_MICROSOFT_365 = ("aptos", "bierstadt", "grandview", "seaford", "skeena", "tenorite")
_WINDOWS = (
    *("bahnschrift", "ebrima", "franklin gothic", "gabriola", "ink free", "leelawadee ui"),
    *("microsoft sans serif", "ms sans serif", "nirmala ui", "segoe", "sitka", "sylfaen"),
)
_MACOS = (
    *("american typewriter", "avenir", "didot", "futura", "gill sans", "helvetica"),
    *("hiragino", "hoefler text", "menlo", "monaco", "optima", "pingfang", "sf pro"),
)


class TemplateFont(NamedTuple):
    """One font of a template."""

    name: str
    uses: tuple[str, ...]
    """Its uses: “headlines”, “text”, or the layouts that name it."""
    measured: bool
    """Whether deckgen knows the widths of its letters."""
    venue: FontSource
    embedded: bool
    """Whether the template embeds it."""


def template_fonts(template: Template) -> tuple[TemplateFont, ...]:
    """Return every font that a template names, theme fonts first."""
    uses: dict[str, list[str]] = {}
    for use, name in (*_theme_fonts(template.masters), *_own_fonts(template.masters)):
        places = uses.setdefault(name, [])
        if use not in places:
            places.append(use)
    main = template.opened.package.main()
    embedded = embedded_font_names(main.root) if main and main.root is not None else frozenset()
    return tuple(
        TemplateFont(
            name, tuple(places), is_known(name), font_source(name), name.casefold() in embedded
        )
        for name, places in uses.items()
    )


def font_source(name: str) -> FontSource:
    """Return what installs a font, by its name."""
    folded = name.casefold()
    if folded in _ANYWHERE:
        return "office"
    if folded.startswith(_MICROSOFT_365):
        return "microsoft-365"
    if folded.startswith(_WINDOWS):
        return "windows"
    return "macos" if folded.startswith(_MACOS) else "unknown"


def _theme_fonts(masters: tuple[Master, ...]) -> Iterable[tuple[str, str]]:
    alike = len({(master.theme.heading, master.theme.body) for master in masters}) == 1
    for master in masters[:1] if alike else masters:
        whose = "" if alike else f" of “{master.name}”"
        yield f"headlines{whose}", master.theme.heading
        yield f"text{whose}", master.theme.body
    for master in masters:
        for script, what in (("ea", "Chinese, Japanese, Korean"), ("cs", "Arabic, Hebrew, Thai")):
            for name in master.theme.scripts.get(script, ()):
                if name:
                    yield what, name


def _own_fonts(masters: tuple[Master, ...]) -> Iterable[tuple[str, str]]:
    """Yield the fonts that placeholders name, without theme fonts."""
    for master in masters:
        for layout in master.layouts:
            for placeholder in layout.layout.placeholders:
                for style in placeholder.level_styles:
                    if style.font not in {"heading", "body"}:
                        yield f"“{layout.name}”", style.font


def embedded_font_names(presentation: Element) -> frozenset[str]:
    """Return the embedded fonts in lower case (ECMA-376 Part 1, 19.2.1.9 embeddedFont)."""
    named = presentation.iter(q("p:embeddedFont"))
    fonts = (font for embedded in named for font in embedded.iterchildren(q("p:font")))
    return frozenset(font.get("typeface", "").casefold() for font in fonts)
