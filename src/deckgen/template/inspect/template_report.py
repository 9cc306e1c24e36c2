"""The facts about a template as text for `deckgen brand show`."""

import math
from collections.abc import Mapping, Sequence
from itertools import groupby

from deckgen.brand.contrast import LARGE_MINIMUM, TEXT_MINIMUM
from deckgen.deck.layout import EMU_PER_CM
from deckgen.support.diagnostics import counted, name_list, names_in_words
from deckgen.support.terminal_text import indented_lines, table_lines, visible
from deckgen.template.inspect.layouts_report import layouts_report
from deckgen.template.inspect.template_facts import TemplateFacts
from deckgen.template.inspect.template_fonts import FontSource, TemplateFont
from deckgen.template.inspect.text_contrast import LinkContrast, TextContrast
from deckgen.template.match.choosing.layout_match import SLIDE_ROLES, TemplateRole, role_key

_READABLE = 18
"""Points, as in generated brands."""
_LISTED = 3
"""How many uses of a font are listed."""

_VENUES: Mapping[FontSource, str] = {
    "office": "comes with Office, on Windows and macOS",
    "microsoft-365": "comes with Microsoft 365 only; older Office shows another font",
    "windows": "comes with Windows only; a Mac shows another font",
    "macos": "comes with macOS only; Windows shows another font",
    "unknown": "is not on every computer: install it at the venue",
}


def template_report(facts: TemplateFacts, width: int) -> str:
    """Return the facts as text of at most `width` columns, with a final line feed."""
    sections = (
        _head(facts, width),
        _roles(facts, width),
        _contrast(facts, width),
        _fonts(facts, width),
        _colors(facts, width),
        layouts_report(facts, width),
    )
    return "\n".join("".join(line + "\n" for line in section) for section in sections if section)


def _head(facts: TemplateFacts, width: int) -> list[str]:
    size = f"{_cm(facts.width)} × {_cm(facts.height)} cm"
    masters = [
        f"“{visible(master.name)}” ({counted(len(layouts), 'layout')})"
        for master, layouts in facts.masters
    ]
    rows = [
        ("Slides", f"{size}, {facts.format}" if facts.format else size),
        ("Masters" if len(masters) > 1 else "Master", ", ".join(masters)),
    ]
    return [visible(facts.file), *table_lines(rows, width)]


def _roles(facts: TemplateFacts, width: int) -> list[str]:
    lines = ["Which slide stands on which layout"]
    if not facts.matches:
        return lines + indented_lines("None: no layout of this template can hold text.", width)
    rows = [("SLIDE", "LAYOUT", "WHY")]
    rows += [
        (role_key(each.role), visible(each.layout.name) + " *" * each.is_substitute, each.reason)
        for each in facts.matches
        if each.role in SLIDE_ROLES
    ]
    lines += table_lines(rows, width)
    used = [
        f"“{visible(master.name)}”"
        for master, layouts in facts.masters
        if any(set(layout.roles) & set(SLIDE_ROLES) for layout in layouts)
    ]
    if len(facts.masters) > 1:
        lines += [
            "",
            *indented_lines(
                f"All of them are layouts of the master{'s' * (len(used) > 1)} "
                f"{names_in_words(used)}.",
                width,
            ),
        ]
    if any(each.is_substitute for each in facts.matches):
        lines += ["", *indented_lines(_COMPOSED, width)]
    if facts.compositions:
        lines += ["", *indented_lines(_set_otherwise(facts.compositions), width)]
    by_hand = [each for each in facts.matches if each.role not in SLIDE_ROLES]
    if by_hand:
        named = ", ".join(f"“{visible(each.layout.name)}” ({each.role})" for each in by_hand)
        lines += ["", *indented_lines(f"Kept for the slides that you add by hand: {named}.", width)]
    return lines


_COMPOSED = (
    "* The template has no layout of its own for these. Every word is set all the same, on the "
    "layout that comes nearest; `deckgen build` says so with a note."
)


def _set_otherwise(compositions: Mapping[TemplateRole, str]) -> str:
    by_words: dict[str, list[str]] = {}
    for role, words in compositions.items():
        by_words.setdefault(words, []).append(role_key(role))
    said = "; ".join(f"{', '.join(keys)}: {words}" for words, keys in by_words.items())
    return f"Composed otherwise than the layout has it: {said}."


def _contrast(facts: TemplateFacts, width: int) -> list[str]:
    if not facts.contrasts:
        return []
    rows = [("LAYOUT", "TEXT", "ON", "CONTRAST", "")]
    for layout, group in groupby(facts.contrasts, key=lambda contrast: contrast.layout):
        for number, contrast in enumerate(group):
            name = "" if number else visible(layout)
            text = f"{contrast.color} ({', '.join(contrast.places)})"
            behind = contrast.background or "several colours"
            rows.append((name, text, behind, *_judged(contrast)))
    lines = ["Whether the text can be read", *table_lines(rows, width)]
    failing = sum(contrast.fails for contrast in facts.contrasts)
    unknown = any(contrast.ratio is None for contrast in facts.contrasts)
    if failing:
        lines += ["", *indented_lines(_TOO_WEAK, width)]
    if small := _small(facts):
        lines += ["", *indented_lines(small, width)]
    if unknown:
        lines += ["", *indented_lines(_ON_SEVERAL_COLOURS, width)]
    if facts.links:
        lines += ["", *indented_lines(_links(facts.links), width)]
    return lines


_TOO_WEAK = (
    "Text needs a contrast of 4.5:1, large text (from 18 points, or 14 in bold) 3:1; so say "
    "WCAG 2.1 (AA) and the laws on accessibility. Change the colour in PowerPoint: View, Slide "
    "Master."
)
_IF_SMALL = {TEXT_MINIMUM: " where small", LARGE_MINIMUM: ""}
_ON_SEVERAL_COLOURS = (
    "On several colours, such as a picture, nobody can calculate a contrast: build a sample and "
    "look at it."
)


def _small(facts: TemplateFacts) -> str:
    """Return a sentence on text that is too small to read from the last row; empty if none is."""
    small = [
        f"“{visible(layout.layout.name)}” ({each.places[0]}, "
        f"{each.placeholder.level_styles[0].size} points)"
        for _, layouts in facts.masters
        for layout in layouts
        for each in layout.placeholders
        if each.places and each.placeholder.level_styles[0].size < _READABLE
    ]
    if not small:
        return ""
    return (
        f"Small: {', '.join(small)}. From {_READABLE} points on, text is read from the last row; "
        "deckgen sets it larger, unless the outline says `sizes: as-is`."
    )


def _links(links: Sequence[LinkContrast]) -> str:
    """Return a sentence on the colours of links, and what becomes of those that are too weak."""
    colors = names_in_words([f"{link.color} ({_ratio(link.ratio)})" for link in links])
    verdict = (
        f"Links on “{visible(links[0].layout)}”, new and followed, have {colors} on "
        f"{links[0].background}."
    )
    if all(link.ratio >= TEXT_MINIMUM for link in links):
        return verdict
    return (
        f"{verdict} That is TOO WEAK, so that links in running text have the colour of the text "
        "and are underlined; overviews and agendas have it on every template."
    )


def _ratio(ratio: float) -> str:
    # Cut, not rounded: 4.496 must not read as the 4.5 that it misses.
    return f"{math.floor(ratio * 10) / 10:.1f}:1"


def _judged(contrast: TextContrast) -> tuple[str, str]:
    if contrast.ratio is None:
        return "?", "look at it yourself"
    ratio = _ratio(contrast.ratio)
    if contrast.fails:
        return ratio, f"TOO WEAK{_IF_SMALL[contrast.needed]}, needs {contrast.needed:g}:1"
    return ratio, "good" if contrast.ratio >= TEXT_MINIMUM else "enough, as it is large"


def _fonts(facts: TemplateFacts, width: int) -> list[str]:
    rows = [("FONT", "USED FOR", "WIDTHS", "AT THE VENUE")]
    for font in facts.fonts:
        widths = ("known" if font.measured else "guessed") if _is_latin(font) else ""
        venue = _VENUES[font.venue]
        there = f"embedded in the file; else it {venue}" if font.embedded else venue
        rows.append((visible(font.name), visible(name_list(font.uses, _LISTED)), widths, there))
    lines = ["Fonts", *table_lines(rows, width)]
    guessed = [visible(font.name) for font in facts.fonts if not font.measured and _is_latin(font)]
    if guessed:
        verdict = (
            f"deckgen does not know how wide {names_in_words(guessed)} "
            f"{'is' if len(guessed) == 1 else 'are'}. There it leaves more room than may be "
            "needed, so text may be set a little smaller than it had to be."
        )
        lines += ["", *indented_lines(verdict, width)]
    return lines


def _is_latin(font: TemplateFont) -> bool:
    """Return whether a font is used for Latin text, the text that is measured."""
    return any(use.startswith(("headlines", "text", "“")) for use in font.uses)


def _colors(facts: TemplateFacts, width: int) -> list[str]:
    lines = ["Colours of the theme"]
    first_of: dict[str, str] = {}
    for master, _ in facts.masters:
        colors = ", ".join(f"{name} {color}" for name, color in master.theme.colors.items())
        first_of.setdefault(colors, master.name)
    for colors, name in first_of.items():
        line = f"{visible(name)}: {colors}" if len(facts.masters) > 1 else colors
        lines += indented_lines(line, width)
    return lines


def _cm(emu: int) -> str:
    return f"{emu / EMU_PER_CM:.2f}"
