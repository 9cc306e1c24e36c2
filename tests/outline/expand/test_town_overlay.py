"""Towns: what a town's file changes, and that its mistakes are reported at its own lines."""

import pytest

from deckgen.deck.slide import Deck
from deckgen.outline.expand.variant import Variable, Variant
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import compile_nodes
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.sampled import sampled

OUTLINE = """\
title: The talk
lang: en-GB
speaker: Anna
vars: {town: Altenburg, people: many}
event: {name: Conference, place: Leipzig}
slides:
  - cover
  - id: one
    title: One in ${town}
    bullets: [first, second]
    notes: Speak of ${people}.
  - id: two
    title: Two
    text: Words
  - id: three
    section: Three
"""


def town(text: str, outline: str = OUTLINE, **given: str) -> tuple[Deck | None, list[str]]:
    """Return the deck of the town Gera with this file, and what was found, with its place."""
    files = Folder({"slides.yaml": outline, "towns/gera.yaml": text})
    diagnostics = Diagnostics()
    nodes = read_nodes("slides.yaml", files, diagnostics)
    assert nodes is not None
    file = read_nodes("towns/gera.yaml", files, diagnostics) if text else None
    variables = tuple(
        Variable(name, words, nodes.span, nodes.span) for name, words in given.items()
    )
    variant = Variant("gera", file, variables)
    compiled = compile_nodes(
        Source("slides.yaml", nodes, files), variant, BuildCache(), diagnostics
    )
    reported = [f"{each.span} {each.code}" for each in diagnostics if each.severity != "note"]
    return compiled.deck if compiled else None, reported


def shown(deck: Deck | None) -> dict[str, str]:
    """Return the words of every slide by its id, in order."""
    assert deck is not None
    return {
        slide.id: " | ".join(content.text.replace("\n", ", ") for _, content in slide.placeholders)
        for slide in deck.slides
    }


AS_WRITTEN = {
    "cover": "The talk | Anna, Conference, Leipzig",
    "one": "One in Altenburg | first, second",
    "two": "Two | Words",
    "three": "Three | 1",
}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("vars: {town: Gera}", {"one": "One in Gera | first, second"}),
        ("event: {place: Gera}", {"cover": "The talk | Anna, Conference, Gera"}),
        ("speaker: Bea ${town}", {"cover": "The talk | Bea Altenburg, Conference, Leipzig"}),
        ("slides: {one: {bullets: [third]}}", {"one": "One in Altenburg | third"}),
        ("slides:\n  two:\n    text:\n    bullets: [a]", {"two": "Two | a"}),
        ("slides: {cover: {speaker: Cem}}", {"cover": "The talk | Cem, Conference, Leipzig"}),
        ("slides:\n", {}),
    ],
)
def test_a_town_replaces_what_it_names_and_leaves_the_rest(
    text: str, changed: dict[str, str]
) -> None:
    deck, reported = town(text)
    assert (shown(deck), reported) == (AS_WRITTEN | changed, [])


@pytest.mark.parametrize(
    ("text", "layouts"),
    [
        ("", ["Two contents", "Closing"]),
        ("layouts: {bullets: Question}", ["Question", "Closing"]),
        ("slides: {one: {layout: Questions}}", ["Questions", "Closing"]),
        ("slides: {two: {layout: }}", ["Two contents", "Title and text (dark)"]),
    ],
)
def test_a_town_may_choose_other_layouts(text: str, layouts: list[str]) -> None:
    """Those of the outline stay for kinds that the town does not name."""
    head = "layouts: {bullets: Two contents, text: Title and text (dark)}\nslides:"
    outline = OUTLINE.replace("slides:", head).replace(
        "text: Words", "text: Words\n    layout: Closing"
    )
    deck, reported = town(text, outline)
    assert deck is not None
    chosen = [slide.layout.name for slide in deck.slides if slide.layout]
    assert (chosen, reported) == (layouts, [])


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("slides: {two: drop}", "cover one three"),
        ("slides: {one: {move: last}}", "cover two three one"),
        ("slides: {three: {move: first}}", "three cover one two"),
        ("slides: {three: {move: before one}}", "cover three one two"),
        ("slides: {cover: {move: after two}}", "one two cover three"),
        ("slides: {two: {insert-after: [{id: new, section: New}]}}", "cover one two new three"),
        ("slides: {one: {insert-before: [closing]}}", "cover closing one two three"),
        (
            "slides: {two: drop, one: {insert-after: [{id: a, section: A}, {id: b, section: B}]}}",
            "cover one a b three",
        ),
        (
            "slides: {one: {insert-after: [{id: a, section: A}], move: after a}}",
            "cover a one two three",
        ),
        (
            "slides: {one: {title: T, insert-before: [{id: a, section: A}], move: last}}",
            "cover a two three one",
        ),
    ],
)
def test_slides_are_dropped_inserted_and_moved(text: str, order: str) -> None:
    deck, reported = town(text)
    assert (" ".join(shown(deck)), reported) == (order, [])


@pytest.mark.parametrize(
    ("text", "reported"),
    sampled(
        [
            ("vars: {twon: Gera}", "1:8 unused-variable"),
            ("titel: Gera", "1:1 unknown-key"),
            ("slides:\n  tow: drop", "2:3 unknown-slide"),
            ("slides:\n  two: dorp", "2:8 wrong-type"),
            ("slides:\n  two: [drop]", "2:8 wrong-type"),
            ("slides:\n  two: {drop: yes}", "2:15 wrong-type"),
            ("slides:\n  - two", "2:3 wrong-type"),
            ("slides:\n  two:\n    bulets: [a]", "3:5 unknown-key"),
            ("slides:\n  two:\n    quote: Q", "3:5 two-kinds"),
            ("slides:\n  two: {move: up}", "2:15 wrong-type"),
            ("slides:\n  two: {move: [up]}", "2:15 wrong-type"),
            ("slides:\n  two: {move: after thre}", "2:15 unknown-slide"),
            ("slides:\n  two: {insert-after: {section: A}}", "2:23 wrong-type"),
            ("slides:\n  two: {insert-after: [{secton: A}]}", "2:25 unknown-key"),
            ("slides:\n  two: {insert-after: [{id: one, section: A}]}", "2:29 duplicate-id"),
            ("event: {day: today}", "1:9 unknown-key"),
            ("vars: {town: '${nobody}'}", "1:15 undefined-variable"),
            ("tags: kruz", "1:7 unused-tag"),
            ("- list", "1:1 wrong-type"),
        ]
    ),
)
def test_what_is_wrong_in_a_towns_file_is_reported_there(text: str, reported: str) -> None:
    assert town(text)[1][:1] == [f"towns/gera.yaml:{reported}"]


def test_a_misspelt_id_has_a_way_out() -> None:
    diagnostics = Diagnostics()
    files = Folder({"slides.yaml": OUTLINE, "gera.yaml": "slides: {thre: drop}"})
    nodes, file = (read_nodes(name, files, diagnostics) for name in ("slides.yaml", "gera.yaml"))
    assert nodes is not None
    compile_nodes(
        Source("slides.yaml", nodes, files), Variant("gera", file), BuildCache(), diagnostics
    )
    told = [(each.message, each.hint) for each in diagnostics]
    assert told == [("No slide of the outline has the id “thre”.", "Did you mean three?")]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("*Gera*", "One in Gera"),
        ("Gera ${people} $", "One in Gera ${people} $"),
        ("- Gera: #1", "One in - Gera: #1"),
        ("007", "One in 007"),
        ("Ge\x0bra", "One in Gera"),
    ],
)
def test_words_from_outside_are_text_of_the_outline(words: str, title: str) -> None:
    deck, reported = town("", town=words)
    assert (shown(deck)["one"], reported) == (f"{title} | first, second", [])


def test_words_from_outside_come_before_the_towns_own() -> None:
    deck, _ = town("vars: {town: Gera}", town="Jena")
    assert shown(deck)["one"] == "One in Jena | first, second"


def test_decks_that_share_their_work_are_the_same_as_alone() -> None:
    diagnostics = Diagnostics()
    files = Folder({"slides.yaml": OUTLINE})
    nodes = read_nodes("slides.yaml", files, diagnostics)
    assert nodes is not None
    source, cache = Source("slides.yaml", nodes, files), BuildCache()

    def deck(name: str, cache: BuildCache) -> Deck | None:
        words = Variable("town", name, nodes.span, nodes.span)
        compiled = compile_nodes(source, Variant(name, None, (words,)), cache, diagnostics)
        return compiled.deck if compiled else None

    for name in ("Gera", "Jena", "Gera"):
        assert deck(name, cache) == deck(name, BuildCache())
    assert not len(diagnostics)


def test_a_file_is_named_as_seen_from_the_one_that_names_it() -> None:
    _, reported = town("brand: brand.yaml")
    assert reported == ["towns/gera.yaml:1:8 missing-file"]
    diagnostics = Diagnostics()
    files = Folder({"slides.yaml": OUTLINE, "towns/gera.yaml": "brand: gone.yaml"})
    nodes, file = (read_nodes(name, files, diagnostics) for name in files.files)
    assert nodes is not None
    compile_nodes(
        Source("slides.yaml", nodes, files), Variant("gera", file), BuildCache(), diagnostics
    )
    assert [each.message for each in diagnostics] == ["There is no file towns/gone.yaml."]
