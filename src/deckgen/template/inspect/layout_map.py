"""The matched layouts as a brand.yaml to edit: `deckgen brand show TEMPLATE --map`."""

from collections import Counter
from collections.abc import Iterator, Sequence

from deckgen.brand.tokens import LayoutTokens
from deckgen.deck.slide import LayoutChoice
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import fields
from deckgen.support.terminal_text import display_width, padded
from deckgen.support.yaml_text import yaml_scalar
from deckgen.template.match.choosing.layout_match import LayoutMatch, role_key
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.template import Template

_KEYS = tuple(field.name for field in fields(LayoutTokens) if field.name not in {"span", "spans"})
"""The keys below `layouts:` of a brand.yaml."""
_HEAD = """\
# Which layout of the template serves which slides. deckgen chose them, and says behind each line
# why; type the name of another layout where you want another one. A line that you delete, deckgen
# chooses anew every time. To use this file, write into your outline:  brand: brand.yaml
"""
_TAIL = """
# name: My town               # how deckgen calls this brand; else by the name of the template
# limits: {size: 18}          # text is never set smaller, in points
# footer: ${event} · ${town}  # the line at the foot of the slides, if the talk has none
"""


def layout_map_yaml(template: Template, matches: tuple[LayoutMatch, ...], file: str) -> str:
    """Return a brand.yaml that names a template and the layout for each role of a slide.

    `file` is the path of the template, relative to the brand.yaml. A layout whose name is not
    unique stands in a comment; it is matched without its name.
    """
    own = [match for match in matches if role_key(match.role) in _KEYS]
    named = _that_can_be_named(own, template)
    keys = [
        f"  {'' if match.role in named else '# '}{role_key(match.role)}: "
        + yaml_scalar(match.layout.name)
        for match in own
    ]
    width = max(map(display_width, keys), default=0)
    lines = [
        f"{padded(key, width)}  # {match.reason}" for key, match in zip(keys, own, strict=True)
    ]
    return (
        "\n".join(
            (
                _HEAD.rstrip("\n"),
                f"template: {yaml_scalar(file)}",
                "layouts:",
                *lines,
                "",
                "# All layouts of the template, to copy from:",
                *_all_layouts(template),
                _TAIL,
            )
        ).rstrip("\n")
        + "\n"
    )


def _that_can_be_named(matches: Sequence[LayoutMatch], template: Template) -> set[str]:
    """Return the roles whose layout is matched again, without a diagnostic, by its name."""
    indices = {
        str(match.role): LayoutChoice(match.layout.name, Span("brand.yaml", line, 1))
        for line, match in enumerate(matches, 1)
    }
    diagnostics = Diagnostics()
    again = match_layouts(template, indices, diagnostics) or ()
    parts = {str(match.role): match.layout.part_name for match in again}
    refused = {each.span for each in diagnostics}
    return {
        str(match.role)
        for match in matches
        if parts.get(match.role) == match.layout.part_name
        and indices[match.role].span not in refused
    }


def _all_layouts(template: Template) -> Iterator[str]:
    """Yield the names of all layouts as comments, in PowerPoint's order."""
    for name, count in Counter(each.name for each in template.layouts).items():
        again = f"  # {count} layouts are called so" if count > 1 else ""
        yield f"#   {yaml_scalar(name)}{again}"
