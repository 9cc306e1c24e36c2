"""The words of rules are those of what is checked."""

import pytest

from deckgen.audit.rules import GERMAN_TEXTS, WORDED_RULES
from deckgen.brand.contrast import GRAPHIC_MINIMUM, LARGE_MINIMUM, TEXT_MINIMUM
from deckgen.language.descriptive_words import LONGEST_DESCRIPTION


@pytest.mark.parametrize(
    ("code", "limits"),
    [
        ("alt-long", (LONGEST_DESCRIPTION,)),
        ("contrast-weak", (TEXT_MINIMUM, LARGE_MINIMUM)),
        ("chart-text-weak", (TEXT_MINIMUM, LARGE_MINIMUM)),
        ("graphic-contrast-weak", (GRAPHIC_MINIMUM,)),
        ("chart-color-weak", (GRAPHIC_MINIMUM,)),
        ("chart-colors-alike", (GRAPHIC_MINIMUM,)),
    ],
)
def test_rules_name_their_limits(code: str, limits: tuple[float, ...]) -> None:
    for limit in limits:
        assert f"{limit:g}" in WORDED_RULES[code].name
        assert f"{limit:g}".replace(".", ",") in GERMAN_TEXTS[code].name
