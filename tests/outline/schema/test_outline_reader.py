"""Nodes → the typed outline: each entry gets its kind; wrong entries are reported and left out.

What is reported is specified in tests/diagnostics.
"""

import pytest

from deckgen.outline.schema.outline_reader import read_outline
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import outline_of, parsed
from tests.outline.syntax.test_nodes import INVISIBLE
from tests.talks import talk


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("cover", "cover"),
        ("questions", "questions"),
        ("closing", "closing"),
        ("cover:", "cover"),
        ("{section: A}", "section"),
        ("{title: A, bullets: [b]}", "bullets"),
        ("{title: A, question: B, bullets: [c]}", "question"),
        ("{title: A, text: B}", "text"),
        ("{quote: A, by: B, notes: c, id: d, hidden: yes}", "quote"),
    ],
)
def test_the_keys_define_the_kind(entry: str, kind: str) -> None:
    diagnostics = Diagnostics()
    outline = outline_of(f"title: T\nslides:\n- {entry}\n", diagnostics)
    assert [each.message for each in diagnostics] == []
    assert [each.name for each, _ in outline.slides] == [kind]


def test_slides_with_errors_are_left_out_and_their_ids_kept() -> None:
    diagnostics = Diagnostics()
    outline = outline_of("title: T\nslides:\n- {id: weg, kicker: A}\n- cover\n", diagnostics)
    assert diagnostics.has_errors
    assert [kind.name for kind, _ in outline.slides] == ["cover"]
    assert outline.unread == {"weg"}


@pytest.mark.parametrize(
    ("slides", "code", "told"),
    [
        ("", "empty-text", "`slides` is empty."),
        ("[]", "empty-text", "There is no slide to show."),
        ("{}", "wrong-type", "`slides` takes a list, not an empty { }."),
        ("{a: b}", "wrong-type", "`slides` takes a list, not keys (`a`)."),
        ("cover", "wrong-type", "`slides` takes a list, not one text."),
        ("{-cover: a}", "missing-blank", "`slides` begins with a dash that no blank follows."),
    ],
)
def test_slides_that_are_no_list(slides: str, code: str, told: str) -> None:
    diagnostics = Diagnostics()
    node = parsed(f"title: T\nslides: {slides}\n", diagnostics)
    assert read_outline(node, (), diagnostics) is None
    assert [(each.code, each.message) for each in diagnostics] == [(code, told)]


@pytest.mark.parametrize("text", INVISIBLE)
def test_an_invisible_text_is_reported_where_a_text_is_required(text: str) -> None:
    diagnostics = Diagnostics()
    entries = (
        f'- {{title: "{text}", subtitle: "{text}", text: a}}',
        f'- {{title: S, kicker: "{text}", bullets: ["{text}", {{"b": ["{text}"]}}]}}',
        f'- {{title: S, figures: [{{number: "{text}", label: "{text}"}}]}}',
    )
    outline = f'title: "{text}"\nsubtitle: "{text}"\nslides:\n  ' + "\n  ".join(entries) + "\n"
    outline_of(outline, diagnostics)
    reported = sorted((each.span.line, each.code) for each in diagnostics if each.span)
    assert reported == [
        (1, "empty-text"),  # the title of the talk; an empty subtitle counts as absent
        (4, "empty-text"),
        (4, "unknown-key"),
        (5, "empty-bullet"),
        (5, "empty-bullet"),
        (6, "empty-text"),
    ]


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        (
            "image: a.png, credit: Photo",
            "`credit` belongs to `image`: type it below `image:`, indented further; `file: …`",
        ),
        (
            "chart: {data: {A: 1}}, quelle: Town",
            "`source` belongs to `chart`: type it below `chart:`, indented further; `data: …`",
        ),
        ("steps: [Ask]", "Type `title: Ask`; the keys are: title, text, date."),
        ("columns: [A]", "Type a key, a colon, a blank and its value; the keys are: heading,"),
    ],
)
def test_keys_of_another_key_are_led_there(keys: str, hint: str) -> None:
    diagnostics = Diagnostics()
    outline_of(f"title: T\nslides:\n  - {{title: S, {keys}}}\n", diagnostics)
    assert any(str(each.hint).startswith(hint) for each in diagnostics), list(diagnostics)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    ["a", "<br>", "<br><br>a", "`\u200b`", "**\u200b**", "\\n%", "\\n\\n", "a\\n", "$\\\\ $"],
)
def test_texts_that_show_next_to_nothing_make_slides(words: str) -> None:
    entries = [
        '- {title: "@", figures: [{number: "@", label: "@"}, {number: 1}]}',
        '- {title: "@", steps: [{title: "@", text: "@", date: "@"}, {title: "@", date: "@"}]}',
        '- {title: "@", people: [{name: "@", role: "@"}]}',
        '- {title: "@", table: [["@", b], [1, "@"], ["@", "@"]]}',
        '- {title: "@", code: "@", language: python}',
        '- {title: "@", columns: [{heading: "@", bullets: ["@"]}, {text: "@"}]}',
        '- {quote: "@", by: "@"}',
        '- {section: "@", subtitle: "@"}',
    ]
    made = talk("\n".join(entries).replace("@", words))
    assert made.diagnostics.has_errors or len(made.slides) >= len(entries)
    assert all(each.span and each.hint for each in made.diagnostics)
