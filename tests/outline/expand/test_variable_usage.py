"""What is told of variables that nothing uses, or that have no words."""

import pytest

from deckgen.outline.expand.variable_usage import check_variable_usage
from deckgen.outline.expand.variant import Variant
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import parsed


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("place", "For the event, type `place: ${place}` below `event:`; or delete it here."),
        ("mayor", "Write ${mayor} where its words belong, or delete it here."),
        ("twon", "Did you mean town? The outline asks for ${town}."),
    ],
)
def test_the_hint_for_a_variable_that_nothing_uses(name: str, hint: str) -> None:
    diagnostics = Diagnostics()
    outline = f"vars: {{{name}: Gera}}\nfooter: ${{town}}\n"
    node = parsed(outline, diagnostics)
    check_variable_usage(node, node, None, Variant(), diagnostics)
    assert [each.hint for each in diagnostics] == [hint]


@pytest.mark.parametrize(
    ("outline", "variant", "unused"),
    [
        ("vars: {town: Gera, dish: Kloß}\nfooter: ${town}\n", Variant(), ["dish"]),
        ("vars: {town: Gera, dish: Kloß}\nfooter: A\n", Variant(), ["dish", "town"]),
        ("vars: {town: Gera, dish: Kloß}\nfooter: A\n", Variant(town="gera"), ["dish"]),
        ("vars: [a]\nfooter: ${town}\n", Variant(), []),
    ],
)
def test_the_variables_that_nothing_uses(outline: str, variant: Variant, unused: list[str]) -> None:
    diagnostics = Diagnostics()
    node = parsed(outline, diagnostics)
    check_variable_usage(node, node, None, variant, diagnostics)
    assert sorted(each.message for each in diagnostics) == [
        f"Nothing uses the variable {name}." for name in unused
    ]


@pytest.mark.parametrize(
    ("outline", "town", "told"),
    [
        ("vars: {town: Jena}\nfooter: ${town}\n", "vars: {town: }\nfooter: ${town}\n", ["town"]),
        ("vars: {town: Jena}\nfooter: ${town}\n", 'vars: {town: ""}\nfooter: ${town}\n', []),
        ("vars: {town: }\nfooter: ${town:-}\n", "vars: {town: }\nfooter: ${town:-}\n", []),
        ("vars: {town: Jena}\nfooter: ${town}\n", "vars: {town: }\nfooter: A\n", []),
    ],
)
def test_a_variable_without_words_is_told_where_a_text_needs_them(
    outline: str, town: str, told: list[str]
) -> None:
    diagnostics = Diagnostics()
    written, changed = parsed(outline, diagnostics), parsed(town, diagnostics)
    check_variable_usage(written, changed, None, Variant(town="gera"), diagnostics)
    assert [(each.code, each.message, each.hint) for each in diagnostics] == [
        (
            "empty-variable",
            f"The variable {name} has no words, and the outline asks for them.",
            f'Type them, or "" for none; or write ${{{name}:-words}} in the outline.',
        )
        for name in told
    ]
