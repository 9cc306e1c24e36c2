"""The layouts chosen in a template as a brand.yaml: naming them changes nothing."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.brand.tokens import LayoutTokens, TemplateTokens
from deckgen.deck.slide import LayoutChoice
from deckgen.outline.schema.record_reader import keys_of, read_record
from deckgen.outline.syntax.decoding import has_control_characters
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.template.inspect.layout_map import layout_map_yaml
from deckgen.template.match.choosing.layout_match import LayoutMatch, role_key
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.template import Template, TemplateLayout
from tests.sampled import sampled
from tests.template.opened import plain_template, read_with_matches

SPAN = Span("brand.yaml", 1, 1)
ROLES = keys_of(LayoutTokens)


PLAIN, _ = read_with_matches(plain_template())


def renamed(names: dict[str, str]) -> Template:
    """Return python-pptx's template with some layouts called otherwise."""

    def of(one: TemplateLayout) -> TemplateLayout:
        name = names.get(one.layout.name, one.layout.name)
        return one._replace(layout=one.layout._replace(name=name))

    (master,) = PLAIN.masters
    return PLAIN._replace(masters=(master._replace(layouts=tuple(map(of, master.layouts))),))


def chosen(
    template: Template, wanted: dict[str, LayoutChoice] | None = None
) -> tuple[LayoutMatch, ...]:
    diagnostics = Diagnostics()
    choices = match_layouts(template, wanted or {}, diagnostics)
    assert choices is not None
    assert list(diagnostics) == []
    return choices


def mapped(template: Template, file: str = "corporate.potx") -> tuple[str, TemplateTokens]:
    """Return the brand.yaml, and what is read from it."""
    text, diagnostics = layout_map_yaml(template, chosen(template), file), Diagnostics()
    node = parse("brand.yaml", text.encode(), diagnostics)
    assert node is not None
    found = read_record(node, TemplateTokens, diagnostics)
    assert list(diagnostics) == []
    assert found is not None
    return text, found


def named(tokens: TemplateTokens) -> dict[str, str]:
    layouts = tokens.layouts
    return {role: getattr(layouts, role) for role in ROLES if getattr(layouts, role, None)}


def test_every_role_is_there_with_its_layout_and_the_reason() -> None:
    text, tokens = mapped(PLAIN)
    assert named(tokens) == {
        role_key(one.role): one.layout.layout.name
        for one in chosen(PLAIN)
        if role_key(one.role) in ROLES
    }
    lines = text.splitlines()
    for one in chosen(PLAIN):
        if role_key(one.role) in ROLES:
            start = f"  {role_key(one.role)}: {one.layout.layout.name} "
            (line,) = [line for line in lines if line.startswith(start)]
            assert line.endswith(f"  # {one.reason}")


def test_all_layouts_are_listed_to_copy_from_and_the_rest_is_there_to_uncomment() -> None:
    text, tokens = mapped(PLAIN)
    listed = text.partition("# All layouts of the template")[2]
    for master in PLAIN.masters:
        for one in master.layouts:
            assert f"\n#   {one.layout.name}\n" in listed
    assert tokens.limits is None
    uncommented = text.replace("# name:", "name:").replace("# limits:", "limits:")
    uncommented = uncommented.replace("# footer:", "footer:")
    node = parse("brand.yaml", uncommented.encode(), Diagnostics())
    assert node is not None
    found = read_record(node, TemplateTokens, Diagnostics())
    assert found is not None
    assert found.limits is not None
    assert (found.name, found.footer) == ("My town", "${event} · ${town}")


NAMES = st.text(min_size=1, max_size=20).map(lambda text: " ".join(text.split()))


@pytest.mark.slow
@given(
    st.lists(
        NAMES.filter(lambda text: text and not has_control_characters(text)),
        min_size=3,
        max_size=3,
        unique=True,
    ),
    # The name of a file has at least one letter or digit: what cannot be seen is no text.
    NAMES.filter(lambda text: not has_control_characters(text)).map("a{}".format),
)
def test_whatever_layouts_are_called_naming_them_chooses_the_same(
    names: list[str], file: str
) -> None:
    old = ("Title Slide", "Title and Content", "Section Header")
    template = renamed(dict(zip(old, names, strict=True)))
    _, tokens = mapped(template, file)
    assert tokens.template == file
    wanted = {role: LayoutChoice(name, SPAN) for role, name in named(tokens).items()}
    assert [(one.role, one.layout.layout.part_name) for one in chosen(template, wanted)] == [
        (one.role, one.layout.layout.part_name) for one in chosen(template)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    sampled(list(product(("Title and Content", "Title Slide"), ("Comparison", "Blank"))), every=2),
)
def test_layouts_of_one_name_are_named_only_where_that_chooses_the_right_one(
    first: str, second: str
) -> None:
    template = renamed({first: "Twin", second: "Twin"})
    text, tokens = mapped(template)
    wanted = {role: LayoutChoice(name, SPAN) for role, name in named(tokens).items()}
    assert [one.layout.layout.part_name for one in chosen(template, wanted)] == [
        one.layout.layout.part_name for one in chosen(template)
    ]
    assert "\n#   Twin  # 2 layouts are called so\n" in text
