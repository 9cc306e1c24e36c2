"""The line as a whole: what is written in an outline, and what stands in the deck."""

import io

import pptx
import pytest
from pptx.presentation import Presentation
from pptx.slide import Slide

from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.present import present
from tests.sampled import sampled

HEAD = "title: A talk\nlang: de-DE\n"
TITLES = ["T", "T", "T (2)", "T", "U", "U"]
BRAND = (
    "name: Town\n"
    "colors: {ink: '1B2A2E', paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}\n"
    "fonts: {heading: Cambria, body: Calibri}\n"
    "footer: ${event} in ${town}\n"
)
LONG = "".join(f"      - Bullet number {n} has a few words\n" for n in range(30))


def findings(outline: str, **files: str) -> list[tuple[str, int]]:
    diagnostics = Diagnostics()
    named = {name.replace("_", "."): text for name, text in files.items()}
    compile_talk("slides.yaml", Folder({"slides.yaml": outline} | named), None, diagnostics)
    return [(found.code, found.span.line if found.span else 0) for found in diagnostics]


def deck(outline: str, **files: str) -> Presentation:
    diagnostics = Diagnostics()
    named = {name.replace("_", "."): text for name, text in files.items()}
    folder = Folder({"slides.yaml": outline} | named)
    compiled = present(compile_talk("slides.yaml", folder, None, diagnostics))
    assert not diagnostics.has_errors, list(diagnostics)
    return pptx.Presentation(io.BytesIO(deck_bytes(compiled, None)))


def titles(presentation: Presentation) -> list[str]:
    return [slide.shapes.title.text for slide in presentation.slides]


def languages(slide: Slide) -> set[str]:
    return {found.get("lang") for found in slide.element.iter("{*}rPr")}


@pytest.mark.parametrize(
    ("entry", "layout"),
    sampled(
        [
            ("- cover", "Cover"),
            ("- section: One", "Section"),
            ("- {title: T, bullets: [a]}", "Title and bullets"),
            ("- {title: T, text: a}", "Title and text"),
            ("- {question: Q?, bullets: [a]}", "Question"),
            ("- {question: Q?, text: a}", "Question"),
            ("- {quote: Q, by: B}", "Quote"),
            ("- closing", "Closing"),
            ("- {questions: [a?]}", "Questions"),
            ("- {title: T, bullets: [a], tone: dark}", "Title and bullets (dark)"),
            ("- {quote: Q, tone: light}", "Quote (light)"),
        ],
        every=4,
    ),
)
def test_the_keys_choose_the_layout(entry: str, layout: str) -> None:
    (slide,) = deck(f"{HEAD}slides:\n  {entry}\n").slides
    assert slide.slide_layout.name == layout


def test_the_tone_of_the_talk_turns_every_slide() -> None:
    slides = deck(f"{HEAD}tone: dark\nslides:\n  - {{title: T, text: a}}\n  - cover\n").slides
    assert [slide.slide_layout.name for slide in slides] == ["Title and text (dark)", "Cover"]


@pytest.mark.slow
def test_the_size_of_the_talk_is_that_of_the_slides() -> None:
    wide, high = deck(f"{HEAD}slides: [cover]"), deck(f"{HEAD}size: '4:3'\nslides: [cover]")
    assert wide.slide_width / wide.slide_height == pytest.approx(16 / 9)
    assert high.slide_width / high.slide_height == pytest.approx(4 / 3)


def test_a_slide_may_have_a_language_of_its_own() -> None:
    first, second = deck(
        f"{HEAD}slides:\n  - {{title: T, text: a}}\n  - {{title: U, text: b, lang: en-GB}}\n"
    ).slides
    assert languages(first) == {"de-DE"}
    assert languages(second) == {"en-GB"}


@pytest.mark.slow
def test_text_is_set_by_the_language_where_the_switch_is_on() -> None:
    slides = (
        "slides:\n"
        "  - {title: 'Die \"Stadt\"', text: 'Zu [\"oben\"](#die-stadt)'}\n"
        "  - {title: 'The \"town\"', text: a, lang: en-GB}\n"
        "  - {title: 'Die \"Stadt\" - so', text: a, typography: no}\n"
    )
    off, on = deck(HEAD + slides), deck(f"{HEAD}typography: yes\n{slides}")
    assert titles(off) == ['Die "Stadt"', 'The "town"', 'Die "Stadt" - so']
    assert titles(on) == ["Die „Stadt“", "The “town”", 'Die "Stadt" - so']
    names = [[slide.part.partname for slide in made.slides] for made in (off, on)]
    assert names[0] == names[1], "the switch changes no id"


def test_arabic_runs_from_the_right_on_a_layout_from_the_left() -> None:
    (slide,) = deck(f"{HEAD}slides:\n  - {{title: T, bullets: [a, b], lang: ar-EG}}\n").slides
    (*_, body) = [shape for shape in slide.placeholders if shape.text == "a\nb"]
    properties = [found.attrib for found in body._element.iter("{*}pPr")]
    assert [(found["algn"], found["rtl"]) for found in properties] == [("r", "1"), ("r", "1")]


def test_east_asian_text_names_the_language_of_its_latin_words() -> None:
    first, second = deck(f"{HEAD}slides:\n  - {{cover: T, lang: zh-TW}}\n  - closing\n").slides
    assert {found.get("altLang") for found in first.element.iter("{*}rPr")} == {"en-US"}
    assert {found.get("altLang") for found in second.element.iter("{*}rPr")} == {None}


def test_words_of_deckgen_are_in_the_language_of_the_slide() -> None:
    outline = f"{HEAD}slides:\n  - closing\n  - {{closing: , lang: fr-FR}}\n"
    assert titles(deck(outline)) == ["Vielen Dank", "Merci"]


def test_questions_count_themselves_and_are_led_to() -> None:
    presentation = deck(
        f"{HEAD}slides:\n"
        "  - questions\n"
        "  - {question: 'One?', bullets: [a]}\n"
        "  - {title: Between, text: b}\n"
        "  - {question: 'Two?', bullets: [c]}\n"
    )
    overview, one, between, two = presentation.slides
    assert overview.shapes.title.text == "Die Fragen"
    assert overview.placeholders[1].text == "One?\nTwo?"
    targets = [
        rel.target_part.partname
        for rel in overview.part.rels.values()
        if rel.reltype.endswith("/slide")
    ]
    assert targets == [one.part.partname, two.part.partname]
    assert [slide.placeholders[14].text for slide in (one, two)] == ["1/2", "2/2"]
    assert between.placeholders[1].text == "b"


def test_the_overview_again_says_where_the_talk_is() -> None:
    first, _, again, _, _, last = deck(
        f"{HEAD}slides:\n"
        "  - questions\n"
        "  - {question: 'One?', bullets: [a]}\n"
        "  - questions\n"
        "  - {question: 'Hidden?', bullets: [b], hidden: yes}\n"
        "  - {question: 'Two?', bullets: [c]}\n"
        "  - questions\n"
    ).slides
    bold = [
        [[run.font.bold for run in line.runs] for line in one.placeholders[1].text_frame.paragraphs]
        for one in (first, again, last)
    ]
    assert bold == [[[None], [None]], [[None], [True]], [[None], [None]]]
    assert again.shapes.title.text == "Die Fragen 2/2"
    assert last.shapes.title.text == "Die Fragen", "as nothing follows"


@pytest.mark.parametrize(
    ("choice", "shown", "found"),
    sampled(
        [
            ("", TITLES, [("duplicate-title", 5), ("duplicate-title", 9)]),
            ("titles: as-is\n", TITLES, [("duplicate-title", 6), ("duplicate-title", 10)]),
            ("titles: numbered\n", ["T", "T (3)", "T (2)", "T (4)", "U", "U (2)"], []),
        ],
        every=2,
    ),
)
def test_titles_that_several_slides_have_stay_or_are_numbered(
    choice: str, shown: list[str], found: list[tuple[str, int]]
) -> None:
    outline = f"{HEAD}{choice}slides:\n" + "".join(f"  - {{title: {t}, text: a}}\n" for t in TITLES)
    presentation = deck(outline)
    assert titles(presentation) == shown
    assert findings(outline) == found
    names = [slide.name for slide in presentation.slides]
    assert len({*names}) == len(names), "slides have names of their own in any case"


@pytest.mark.parametrize(("levels", "found"), [(5, []), (6, [("too-deep", 11)])])
def test_bullets_nest_as_deep_as_the_template_styles(
    levels: int, found: list[tuple[str, int]]
) -> None:
    nested = "".join(f"{'    ' * n}      - L{n}:\n" for n in range(levels - 1))
    last = f"{'    ' * (levels - 1)}      - the end\n"
    outline = f"{HEAD}slides:\n  - title: T\n    bullets:\n{nested}{last}"
    assert findings(outline) == found


@pytest.mark.parametrize(
    ("slides", "found"),
    [
        ("- {title: T, text: '[a](#nowhere)'}", [("unknown-slide", 4)]),
        ("- {id: a, title: T, text: x}\n  - {id: a, title: U, text: y}", [("duplicate-id", 5)]),
        ("- {id: a b, title: T, text: x}", [("wrong-type", 4)]),
        ("- questions", [("no-questions", 4)]),
        ("- {questions: [a?, b?]}\n  - {question: c?, text: x}", [("unlinked-question", 4)] * 2),
        ('- {questions: ["[a?](#c)", "[b?](#c)"]}\n  - {question: c?, id: c, text: x}', []),
        ("- {title: T, text: '[a](javascript:alert)'}", [("bad-link", 4)]),
    ],
)
def test_mistakes_that_only_the_whole_talk_shows(slides: str, found: list[tuple[str, int]]) -> None:
    assert findings(f"{HEAD}slides:\n  {slides}\n") == found


def test_a_link_to_a_slide_that_could_not_be_read_is_no_second_mistake() -> None:
    outline = f"{HEAD}slides:\n  - {{id: a, tilte: T}}\n  - {{title: U, text: '[a](#a)'}}\n"
    assert findings(outline) == [("unknown-key", 4)]


def test_a_brand_gives_its_footer_to_a_talk_that_has_none() -> None:
    outline = (
        f"{HEAD}brand: brand.yaml\nvars: {{town: Gera}}\nevent: {{name: Tagung}}\n"
        "slides:\n  - {title: T, text: a}\n"
    )
    (slide,) = deck(outline, brand_yaml=BRAND).slides
    assert slide.placeholders[11].text == "Tagung in Gera"
    (slide,) = deck(outline.replace("slides:", "footer: mine\nslides:"), brand_yaml=BRAND).slides
    assert slide.placeholders[11].text == "mine"


@pytest.mark.parametrize(
    ("brand", "found"),
    sampled(
        [
            ("", [("empty-file", 1)]),
            ("name: Town\n", [("missing-key", 1)]),
            (f"{HEAD}slides:\n  - cover\n", [("outline-alone", 3)]),
            (BRAND.replace("FFFFFF", "rgb(255,255,255)"), [("wrong-type", 2)]),
            (BRAND + "style: [panel]\n", [("wrong-type", 5)]),
            (BRAND + "style: Panele\n", [("unknown-style", 5)]),
            (BRAND.replace("FFFFFF", "white"), [("wrong-type", 2)]),
            (BRAND.replace("footer", "foter"), [("unknown-key", 4)]),
            (BRAND.replace("A8431C", "FFCC00"), [("low-contrast", 2)] * 2),
            (BRAND + "logo: gone.svg\n", [("missing-file", 5)]),
            # Nothing is measured at a size that nobody can mean.
            (BRAND + "limits: {size: 200}\n", [("bad-limit", 5)]),
            (BRAND.replace("Cambria", "own.ttf"), [("font-file", 3), ("unknown-font", 0)]),
            (BRAND.replace("in ${town}", "${twon}"), [("undefined-variable", 4)]),
        ],
        every=2,
    ),
)
def test_a_broken_brand_is_told_at_its_line(brand: str, found: list[tuple[str, int]]) -> None:
    outline = (
        f"{HEAD}brand: brand.yaml\nvars: {{town: Gera}}\nevent: {{name: Tagung}}\n"
        "slides:\n  - {title: T, text: a}\n"
    )
    assert findings(outline, brand_yaml=brand) == found


def test_long_text_goes_on_on_further_slides_and_says_so_in_the_title() -> None:
    presentation = deck(f"{HEAD}slides:\n  - title: Much\n    bullets:\n{LONG}")
    parts = list(presentation.slides)
    assert titles(presentation) == [f"Much ({n}/{len(parts)})" for n in range(1, len(parts) + 1)]
    words = [line for slide in parts for line in slide.placeholders[1].text.split("\n")]
    assert words == [f"Bullet number {n} has a few words" for n in range(30)]


@pytest.mark.parametrize(
    ("brand", "slide", "found"),
    sampled(
        [
            ("auto", "", []),
            ("auto", "    fit: error\n", ["too-long"]),
            ("error", "", ["too-long"]),
            ("error", "    fit: split\n", []),
            ("shrink", "", ["too-long"]),
        ],
        every=2,
    ),
)
def test_the_slide_and_else_the_brand_says_what_happens_to_long_text(
    brand: str, slide: str, found: list[str]
) -> None:
    outline = f"{HEAD}brand: brand.yaml\nslides:\n  - title: Much\n{slide}    bullets:\n{LONG}"
    tokens = BRAND.replace("footer: ${event} in ${town}\n", f"limits: {{fit: {brand}}}\n")
    assert [code for code, _ in findings(outline, brand_yaml=tokens) if code == "too-long"] == found


@pytest.mark.slow
def test_a_deck_has_no_more_slides_than_a_file_may_hold() -> None:
    outline = HEAD + "slides:\n" + "".join(f"  - section: Part {at}\n" for at in range(15_000))
    assert findings(outline) == []
    assert findings(outline + "  - section: One more\n") == [("too-many-slides", 15_004)]
