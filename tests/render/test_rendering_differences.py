"""Which slides a program draws otherwise than PowerPoint shows them."""

from typing import get_args

import pytest

from deckgen.render.libreoffice.libreoffice_renderer import differing_features
from deckgen.render.renderer import Feature, RenderingError
from deckgen.render.rendering_differences import rendering_differences
from tests.sampled import sampled
from tests.talks import talk

ALL: tuple[Feature, ...] = get_args(Feature)
CHART = "- title: One\n  chart:\n    kind: bar\n    data: {A: 1, B: -2}"


def on(*lines: str) -> str:
    return "- title: One\n  bullets:\n" + "\n".join(f'    - "{line}"' for line in lines)


@pytest.mark.parametrize(
    ("entry", "features"),
    sampled(
        [
            (CHART, ["chart"]),
            (on("a", "~~b~~"), ["struck-out text"]),
            (on("$x^2$"), ["formula"]),
            (on("a 😀"), ["emoji"]),
            (on("a ❤\ufe0f"), ["emoji"]),
            (on("שלום and peace"), ["two directions in a line"]),
            (on("~~a~~ $x$ 😀"), ["struck-out text", "formula", "emoji"]),
            (on("שלום", "peace"), []),
            (on("`~~a~~` ✓ → § ä 北京", "[link](https://a.example/chart)"), []),
            ("- title: One\n  notes: 'a ~~b~~ 😀'\n  bullets: [a]", []),
        ]
    ),
)
def test_what_a_slide_has_that_is_drawn_otherwise(entry: str, features: list[str]) -> None:
    deck = talk(f"- title: Before\n  bullets: [a]\n{entry}").data
    assert rendering_differences(deck, ALL) == ({2: tuple(features)} if features else {})


def test_only_what_a_program_draws_otherwise_counts() -> None:
    deck = talk(on("~~a~~ $x$")).data
    assert rendering_differences(deck, ("formula", "chart")) == {1: ("formula",)}
    assert rendering_differences(deck, ("chart",)) == {}


@pytest.mark.parametrize(
    ("made_by", "lacks"),
    [
        ("LibreOffice 7.4", ("formula", "emoji")),
        ("LibreOffice 7.5", ("formula",)),
        ("LibreOffice 24.8", ("formula",)),
        ("LibreOffice", ("formula", "emoji")),
    ],
)
def test_what_libreoffice_draws_otherwise(made_by: str, lacks: tuple[str, ...]) -> None:
    assert differing_features(made_by) == lacks


def test_what_is_no_deck_is_refused() -> None:
    with pytest.raises(RenderingError):
        rendering_differences(b"no deck", ALL)
