"""The language of a listing is found again by the words that highlighting sets bold and italic."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.entries.contents import listing_language
from deckgen.outline.lower.graphics.drawings.code_highlighting import Highlighter

CODE = {
    "python": "def greet(name):\n    # politely\n    return name",
    "sql": "SELECT name FROM towns WHERE people > 3 -- large ones",
    "yaml": "# towns\ntown: Gera\nslot: 20",
}


def highlighted(code: str, language: str) -> list[SourceParagraph]:
    return [
        SourceParagraph(
            tuple(SourceRun(run.text, bold=run.bold, italic=run.italic) for run in line)
        )
        for line in Highlighter().lines(code, language)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", CODE)
def test_the_language_of_a_listing_comes_back(language: str) -> None:
    assert listing_language(highlighted(CODE[language], language)) == language


@pytest.mark.slow
@pytest.mark.parametrize(
    "runs",
    [(SourceRun("x = 1"),), (SourceRun("return", italic=True), SourceRun(" of the native"))],
    ids=["nothing is highlighted", "no language highlights it so"],
)
def test_without_highlighting_no_language_is_known(runs: tuple[SourceRun, ...]) -> None:
    assert listing_language([SourceParagraph(runs)]) == ""
