"""On layouts without all placeholders no text is lost; it goes where a person would type it."""

from typing import Literal, get_args

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Mark, Placeholder, TextStyle
from deckgen.deck.slide import Deck, LayoutRole, PictureRole, PlaceholderRole, Slide, Tone
from deckgen.deck.text_body import Bullet, LineBreak, Paragraph, Run, TextBody
from deckgen.fit.rearrange import rearrange
from deckgen.support.diagnostics import Span

PAGE = Box(0, 0, 9_144_000, 6_858_000)


def placeholder(role: PlaceholderRole, mark: Mark = "none") -> Placeholder:
    return Placeholder(role, "body", 1, role, PAGE, (TextStyle(20, "dk1", mark=mark),))


def arranged(role: LayoutRole, contents: dict[PlaceholderRole, str], *places: Placeholder) -> str:
    """Return the slide as lines `role: text`, each paragraph in its own brackets.

    Marks set on a paragraph stand before it, bold text in stars, line breaks as a slash.
    """
    given = {
        name: TextBody(tuple(Paragraph((Run(part),)) for part in text.split("|")))
        for name, text in contents.items()
    }
    found = rearranged(role, given, *places)
    return "; ".join(
        f"{name}: " + " ".join(f"[{shown(one)}]" for one in content.paragraphs)
        for name, content in found.items()
    )


def rearranged(
    role: LayoutRole, contents: dict[PlaceholderRole, TextBody], *places: Placeholder
) -> dict[PlaceholderRole, TextBody]:
    """Return what stands in the placeholders of a slide on a layout that has these places."""
    span = Span("talk.yaml", 1, 1)
    slide = Slide("one", role, "light", "en", tuple(contents.items()), span)

    def layout(_role: LayoutRole | PictureRole, _tone: Tone | None, _name: str) -> Layout:
        return Layout("Layout", role, "light", "/ppt/slideLayouts/slideLayout1.xml", places)

    (found,) = rearrange(Deck("Talk", "en", (slide,)), layout).slides
    return dict(found.placeholders)


def shown(paragraph: Paragraph) -> str:
    mark = {"layout": "", "none": "- ", "number": "# ", "disc": "• "}[paragraph.bullet]
    words = (
        "/" if isinstance(run, LineBreak) else f"*{run.text}*" if run.bold else run.text
        for run in paragraph.runs
    )
    return mark + "".join(words)


TITLE, BODY = placeholder("title"), placeholder("body", "dot")
SUBTITLE, KICKER, BY = placeholder("subtitle"), placeholder("kicker"), placeholder("by")


REARRANGED = {
    "a layout with every place leaves the slide as it is": (
        "bullets",
        {"title": "T", "kicker": "K", "body": "a|b"},
        (TITLE, KICKER, BODY),
        "title: [T]; kicker: [K]; body: [a] [b]",
    ),
    "a kicker becomes the first line of the title": (
        "bullets",
        {"title": "T", "kicker": "K", "body": "a"},
        (TITLE, BODY),
        "title: [K/T]; body: [a]",
    ),
    "a question stays the title where a kicker has no space at all": (
        "question",
        {"title": "Why?", "progress": "2/6", "kicker": "Talk", "body": "a|b"},
        (TITLE, BODY),
        "title: [Talk/Why?]; body: [a] [b]",
    ),
    "a question without a running title is the title": (
        "question",
        {"title": "Why?", "progress": "2/6", "body": "a"},
        (TITLE, BODY),
        "title: [Why?]; body: [a]",
    ),
    "a line beside the title takes the running title and the progress": (
        "question",
        {"title": "Why?", "progress": "2/6", "kicker": "Talk", "body": "a"},
        (TITLE, KICKER, BODY),
        "title: [Why?]; kicker: [Talk · 2/6]; body: [a]",
    ),
    "without a running title, the progress stands alone": (
        "question",
        {"title": "Why?", "progress": "2/6", "body": "a"},
        (TITLE, KICKER, BODY),
        "title: [Why?]; kicker: [2/6]; body: [a]",
    ),
    "a quotation stands in the body, below its author": (
        "quote",
        {"title": "Words", "by": "Author"},
        (TITLE, BODY),
        "title: [Author]; body: [- Words]",
    ),
    "a layout for quotations has both places": (
        "quote",
        {"title": "Words", "by": "Author"},
        (TITLE, BY),
        "title: [Words]; by: [Author]",
    ),
    "a quotation of nobody is the title": (
        "quote",
        {"title": "Words"},
        (TITLE, BODY),
        "title: [Words]",
    ),
    "who, where and when stand below the subtitle": (
        "cover",
        {"title": "T", "subtitle": "S", "body": "Anna|Leipzig", "date": "May"},
        (TITLE, SUBTITLE),
        "title: [T]; subtitle: [- S] [- Anna] [- Leipzig] [- May]",
    ),
    "with no place at all, the title takes them": (
        "cover",
        {"title": "T", "body": "Anna"},
        (TITLE,),
        "title: [T/Anna]",
    ),
    "the number of a section is left out where there is no place for it": (
        "section",
        {"title": "T", "progress": "3", "subtitle": "S"},
        (TITLE, SUBTITLE),
        "title: [T]; subtitle: [S]",
    ),
    "the overview is numbered though the layout has bullets": (
        "questions",
        {"title": "T", "body": "a|b"},
        (TITLE, BODY),
        "title: [T]; body: [# a] [# b]",
    ),
    "a headline has no bullets though its placeholder has": (
        "section",
        {"title": "T", "subtitle": "S"},
        (placeholder("title", "dot"), placeholder("subtitle", "square")),
        "title: [- T]; subtitle: [- S]",
    ),
    "running text has no bullets": (
        "text",
        {"title": "T", "body": "a|b"},
        (TITLE, BODY),
        "title: [T]; body: [- a] [- b]",
    ),
    "without a title, the body begins with it": (
        "bullets",
        {"title": "T", "body": "a"},
        (BODY,),
        "body: [- *T*] [a]",
    ),
    "the kicker stands above it": (
        "bullets",
        {"title": "T", "kicker": "K", "body": "a"},
        (BODY,),
        "body: [- K] [- *T*] [a]",
    ),
    "a subtitle begins with the title of a cover, too": (
        "cover",
        {"title": "T", "subtitle": "S"},
        (placeholder("subtitle"),),
        "subtitle: [- *T*] [- S]",
    ),
}


@pytest.mark.parametrize(
    ("role", "contents", "places", "expected"),
    REARRANGED.values(),
    ids=REARRANGED,
)
def test_contents_find_their_place(
    role: LayoutRole,
    contents: dict[PlaceholderRole, str],
    places: tuple[Placeholder, ...],
    expected: str,
) -> None:
    assert arranged(role, contents, *places) == expected


@pytest.mark.parametrize("align", ["ctr", "r"])
def test_numbers_hang_as_far_as_their_size_needs_and_begin_below_each_other(
    align: Literal["ctr", "r"],
) -> None:
    style = TextStyle(68, "dk1", align=align)
    place = BODY._replace(level_styles=(style,))
    body = TextBody((Paragraph((Run("a"),)), Paragraph((Run("b"),))))
    found = rearranged("questions", {"body": body}, TITLE, place)["body"]
    assert {(each.hanging, each.direction) for each in found.paragraphs} == {(102 * 12_700, "ltr")}


def test_who_where_and_when_stand_apart_from_the_subtitle() -> None:
    given: dict[PlaceholderRole, str] = {"title": "T", "subtitle": "S", "body": "Anna|Leipzig"}
    contents = {role: TextBody((Paragraph((Run(each),)),)) for role, each in given.items()}
    contents["date"] = TextBody((Paragraph((Run("May"),)),))
    lines = rearranged("cover", contents, TITLE, SUBTITLE)["subtitle"].paragraphs
    assert [line.space_after for line in lines] == [8, 0, 0]


def test_lists_in_running_text_have_the_bullets_of_the_layout() -> None:
    text = TextBody((Paragraph((Run("a"),)), Paragraph((Run("b"),), bullet="disc")))
    found = rearranged("text", {"body": text}, TITLE, BODY)["body"]
    assert [each.bullet for each in found.paragraphs] == ["none", "layout"]


def test_lists_in_running_text_stand_on_the_levels_that_the_layout_has_for_them() -> None:
    text = TextStyle(24, "dk1")
    bullet, deeper = (text._replace(size=size, mark="square") for size in (24, 20))
    body = TextBody(
        (
            Paragraph((Run("a"),)),
            Paragraph((Run("b"),), bullet="disc"),
            Paragraph((Run("c"),), level=1, bullet="disc"),
            Paragraph((Run("d"),), level=2, bullet="disc"),
        )
    )
    place = BODY._replace(level_styles=(text, bullet, deeper))
    found = rearranged("text", {"body": body}, TITLE, place)["body"]
    assert [(each.level, each.bullet) for each in found.paragraphs] == [
        (level, "layout") for level in (0, 1, 2, 2)
    ]
    place = BODY._replace(level_styles=(text, deeper))
    assert rearranged("text", {"body": body}, TITLE, place)["body"] == body


@pytest.mark.parametrize(
    ("mark", "bullets", "expected"),
    [
        pytest.param("none", ("none", "layout", "layout"), "[- a] [• b] [• c]", id="no marks"),
        pytest.param("dot", ("none", "layout", "layout"), "[- a] [b] [c]", id="marks"),
        pytest.param("none", ("layout", "layout", "layout"), "[a] [b] [c]", id="a list alone"),
    ],
)
def test_a_list_among_paragraphs_beside_a_content_has_marks(
    mark: Mark, bullets: tuple[Bullet, ...], expected: str
) -> None:
    lines = (
        Paragraph((Run(word),), bullet=each) for word, each in zip("abc", bullets, strict=True)
    )
    body = TextBody(tuple(lines))
    found = rearranged("two-contents", {"body": body}, TITLE, placeholder("body", mark))
    assert " ".join(f"[{shown(one)}]" for one in found["body"].paragraphs) == expected


LISTS, OWN, QUOTE, MARKED, SECTION = (f"/ppt/slideLayouts/{number}.xml" for number in range(5))
"""Layouts for lists, questions, quotations, quotations that draw quotation marks, and sections."""


@pytest.mark.parametrize(
    ("contents", "layouts", "expected"),
    [
        pytest.param("title", (LISTS, QUOTE), "quote: title", id="alone"),
        pytest.param("title progress", (LISTS, QUOTE), "quote: title by", id="one of six"),
        pytest.param("title body", (LISTS, QUOTE), "question: title body", id="answered"),
        pytest.param("title", (OWN, QUOTE), "question: title", id="a layout of its own"),
        pytest.param("title", (LISTS, MARKED, SECTION), "section: title", id="marks are drawn"),
        pytest.param("title", (LISTS, MARKED), "question: title", id="marks, and no sections"),
    ],
)
def test_a_question_alone_has_the_page_as_a_quotation_has(
    contents: str, layouts: tuple[str, ...], expected: str
) -> None:
    parts = dict(zip(("question", "quote", "section"), layouts, strict=False))

    def layout(role: LayoutRole | PictureRole, _tone: Tone | None, _name: str) -> Layout:
        part = parts.get(role, LISTS)
        places = (TITLE, BY if role == "quote" else BODY)
        found = Layout("Layout", role, "light", part, places)
        return found._replace(draws_quotation_marks=part == MARKED)

    texts = tuple(
        (role, TextBody((Paragraph((Run(role),)),)))
        for role in get_args(PlaceholderRole)
        if role in contents.split()
    )
    slide = Slide("one", "question", "light", "en", texts, Span("talk.yaml", 1, 1))
    (found,) = rearrange(Deck("Talk", "en", (slide,)), layout).slides
    assert f"{found.role}: {' '.join(dict(found.placeholders))}" == expected
