"""Markdown of several tools becomes the outline that a person would have written."""

import re
import time

import pytest

from deckgen.importing.markdown.import_markdown import import_markdown
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.importing.markdown.markdown_talks import CASES
from tests.sampled import sampled

PICTURE = b"\x89PNG"


def imported(text: str) -> tuple[str, list[str]]:
    """Return the entries of the outline, and where and what was told."""
    diagnostics = Diagnostics()
    talk = import_markdown("talk.md", text.encode(), Folder({"market.png": PICTURE}), diagnostics)
    assert talk is not None
    outline = talk.files["slides.yaml"].decode()
    return outline, [f"{each.span}: {each.code}" for each in diagnostics]


@pytest.mark.parametrize("name", CASES)
def test_a_talk(name: str) -> None:
    source, expected = CASES[name]
    assert imported(source) == (expected, [])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("# A\n\n![x](https://a.example/x.png)\n", "talk.md:3:1: picture-left-out"),
        ("# A\n\n![x](gone.png)\n\n![y](gone.png)\n", "talk.md:3:1: picture-left-out"),
        ("# A\n\n![x](film.mp4)\n", "talk.md:3:1: picture-left-out"),
        ("# A\n\n<video src='a.mp4'></video>\n", "talk.md:3:1: no-equal"),
        ("template: a.pptx\n\n### A\n\n|a|b|\n|-|-|\n|1|2|\n[caption]\n", "talk.md:8:1: no-equal"),
        ("# A\n\n<div>\nx\n</div>\n", "talk.md:3:1: no-equal"),
    ],
)
def test_what_has_no_equal_is_told_at_its_line(source: str, told: str) -> None:
    assert imported(source)[1] == [told]


@pytest.mark.parametrize(
    "source",
    [
        "# A\n\n::: {.incremental}\nOne.\n:::\n",
        "# A\n\n::: incremental\n::: {.r-fit-text}\nOne.\n:::\n:::\n",
        "# A\n\n. . .\n\nOne.\n",
    ],
)
def test_what_comes_click_by_click_is_revealed(source: str) -> None:
    outline, told = imported(source)
    assert outline.endswith("  - title: A\n    text: One.\n    reveal: yes\n")
    assert told == []


@pytest.mark.parametrize(
    ("source", "columns"),
    [
        ("One\n\n::right::\n\nTwo\n\n::third::\n\nThree\n", ["One", "Two", "Three"]),
        ("::left::\n\nOne\n\n::right::\n\nTwo\n", ["One", "Two"]),
    ],
    ids=["the first without a slot", "each with its slot"],
)
def test_what_stands_in_slots_becomes_columns(source: str, columns: list[str]) -> None:
    outline, told = imported(f"# A\n\n{source}")
    assert outline.endswith(
        "".join(["    columns:\n", *(f"      - text: {each}\n" for each in columns)])
    )
    assert told == []


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        # In code, nothing is markup of a presentation.
        ("# A\n\n~~~\n. . .\n::: x\n---\n~~~\n", "code: |\n      . . .\n      ::: x\n      ---\n"),
        ("# A\n\n```\n~~~\n```\n\n. . .\n", "code: |\n      ~~~\n    reveal: yes\n"),
        # The second paragraph of an item is no item.
        ("# A\n\n- One\n\n  more\n- Two\n", "text: |\n      - One\n\n      more\n\n      - Two\n"),
        ("# A\n\nso $$x^2$$\n", "text: so $x^2$\n"),
        ("# A\n\n::: {.column}\n:::\n::: column\nOne\n:::\n", "text: One\n"),
    ],
    ids=["code", "a fence in code", "two paragraphs", "a formula in its line", "a column"],
)
def test_what_an_entry_holds(source: str, entry: str) -> None:
    first = "title: T\n\nslides:\n  - cover: T\n  - title: A\n"
    assert imported(f"# T\n\n---\n\n{source}") == (f"{first}    {entry}", [])


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ('# A\n<a id="b"></a>\n\nOne\n', ["b"]),
        ('# A {#own}\n<a id="b"></a>\n\nOne\n', ["own"]),
        ('# A\n\nOne\n\n<a id="b"></a>\n', []),
    ],
    ids=["below the headline", "beside its own", "below the text"],
)
def test_a_target_right_below_a_headline_names_the_slide(source: str, ids: list[str]) -> None:
    assert re.findall("id: (.+)", imported(f"# T\n\n---\n\n{source}")[0]) == ids


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("# T {#start}\n", "  - cover: T\n    id: start\n"),
        ("---\nhide: true\n---\n\n# T\n", "  - cover: T\n    hidden: yes\n"),
    ],
    ids=["what links lead to", "hidden"],
)
def test_a_cover_keeps_what_its_slide_says_beside_words(first: str, expected: str) -> None:
    outline, told = imported(f"---\ntitle: T\n---\n\n{first}\n---\n\n# A\n\n[Back](#start)\n")
    assert expected in outline
    assert told == []


def test_struck_words_are_struck_in_html_too() -> None:
    outline, told = imported("# A\n\nNot <s>this</s>.\n")
    assert "Not ~~this~~." in outline
    assert told == []


def test_a_list_on_the_first_slide_is_no_cover() -> None:
    outline, _ = imported("# A\n\n- One\n\n  more\n")
    assert outline.endswith("  - title: A\n    text: |\n      - One\n\n      more\n")


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        ("## A\nOne\n", "section: A\n    subtitle: One\n"),
        ("## A\n\nOne\n", "section: A\n    notes: One\n"),
        ("### A\nOne\n", "title: A\n    notes: One\n"),
    ],
)
def test_paragraphs_of_md2pptx_are_notes_but_for_a_subtitle(source: str, entry: str) -> None:
    first = "template: a.pptx\n\n# T\n\n### B\n\n* x\n\n"
    assert imported(first + source)[0].endswith(f"      - x\n  - {entry}")


@pytest.mark.parametrize("top", ["deep", "0", "12"])
def test_a_level_of_headings_that_is_none_is_the_usual_one(top: str) -> None:
    usual = imported("template: a.pptx\n\n### A\n\n* One\n")
    assert imported(f"template: a.pptx\ntopHeadingLevel: {top}\n\n### A\n\n* One\n") == usual


def test_what_stands_beside_a_quotation_gets_a_slide_of_its_own() -> None:
    opening, quotation, picture = "# A\n\nx\n\n---\n\n", "> To be\n", "\n![A market](market.png)\n"
    shown = "  - title: …\n    image: {file: pictures/market.png, alt: A market}\n"
    assert imported(opening + quotation)[0].endswith("  - quote: To be\n")
    assert imported(opening + quotation + picture)[0].endswith(f"  - quote: To be\n{shown}")


@pytest.mark.parametrize("source", ["> \n", "# A\n\n>\n> \n", ">" * 20_000 + "a"])
def test_a_quote_without_words_is_passed_over(source: str) -> None:
    outline, told = imported(source)
    assert ("quote" in outline, told) == (False, [])


@pytest.mark.parametrize("opened", sampled(["<!--", "<!--deckgen:a ", "a <!--deckgen:a "]))
def test_comments_that_are_never_closed_take_no_longer(opened: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        imported(f"# A\n\n{opened * count}\n")
        return time.process_time() - began

    seconds(10)
    assert seconds(16_000) < 20 * max(seconds(4_000), 0.05)
