"""Pages of few words, and titles of many, in every style and size."""

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.fit.measured_slide import MeasuredText
from tests.present import present, the_graphic
from tests.talks import talk
from tests.tools.packages import png

every_style = pytest.mark.parametrize("style", style_names())
every_size = pytest.mark.parametrize("size", ["16:9", "4:3"])


def text_of(entries: str, role: str, style: str, size: str) -> MeasuredText:
    made = talk(entries, style=style, size=size)
    assert not made.diagnostics.has_errors
    (slide,) = made.compiled.fitted.slides
    return next(text for text in slide.texts if text.role == role)


@every_style
@every_size
@pytest.mark.parametrize("title", ["Thank you!", "Danke!", "Vielen Dank!"])
def test_thanks_stand_on_one_line(title: str, size: str, style: str) -> None:
    text = text_of(f"- {{closing: {title}, text: x}}", "title", style, size)
    assert text.extent.lines == 1
    assert text.size >= 0.75 * text.frame.size_steps[0][0]


def test_longer_titles_keep_their_size_in_two_lines() -> None:
    text = text_of('- {closing: "Now, your question.", text: x}', "title", "civic", "16:9")
    assert text.extent.lines == 2
    assert text.size == text.frame.placeholder.level_styles[0].size


@every_style
@every_size
@pytest.mark.parametrize(("rows", "least"), [(3, 0.55), (5, 0.75)])
def test_the_rows_of_an_overview_fill_its_height(
    rows: int, least: float, size: str, style: str
) -> None:
    long = "Was ist herausfordernd? Was würden Sie anders machen?"
    entries = f"- questions: [{', '.join([long] * rows)}]"
    text = text_of(entries, "body", style, size)
    assert text.extent.height >= least * text.frame.height


@pytest.mark.parametrize(
    ("style", "least"), [("band", 36), ("bold", 32), ("civic", 32), ("minimal", 32)]
)
def test_five_short_rows_of_an_overview_are_large(style: str, least: int) -> None:
    entries = f"- questions: [{', '.join(['What did we learn?'] * 5)}]"
    assert text_of(entries, "body", style, "16:9").size >= least


def test_rows_of_an_overview_stay_large_below_a_headline_of_two_lines() -> None:
    title = "What we will cover in the next hour and a half, if nobody objects"
    entries = f"- questions: [Why?, Who?, When?, How?]\n  title: {title}"
    assert text_of(entries, "body", "minimal", "16:9").size == 32


@every_size
def test_in_minimal_the_headline_of_an_overview_is_clear_of_its_rows_and_the_footer(
    size: str,
) -> None:
    rows, title = ", ".join(["What did we learn?"] * 6), "Five questions that you will ask me"
    entries = f"- questions: [{rows}]\n  title: {title}"
    body, headline = (text_of(entries, role, "minimal", size) for role in ("body", "title"))
    below_rows = headline.frame.placeholder.box.y - body.frame.placeholder.box.y
    assert below_rows / EMU_PER_POINT - body.extent.height > 28
    box = headline.frame.placeholder.box
    assert box.bottom / EMU_PER_INCH < 6.6


_LONG = "What we should like to hear from all who took part in the project, before we go home"


@every_style
@every_size
@pytest.mark.parametrize(
    "entries",
    [
        f"- {{questions: [Why?], title: '{_LONG}'}}",
        f"- {{section: '{_LONG}', subtitle: And one line more}}",
        f"- {{closing: '{_LONG}', text: x, qr: 'https://example.org/a-longer-address'}}",
        f"- {{quote: '{_LONG}. {_LONG}.', by: 'The deputy mayor, at the council of March 2024'}}",
    ],
    ids=["questions", "section", "closing", "quote"],
)
def test_titles_of_many_words_fit(entries: str, size: str, style: str) -> None:
    assert not talk(entries, style=style, size=size).diagnostics.has_errors


@every_size
@pytest.mark.parametrize("style", ["band", "editorial", "minimal", "panel"])
def test_a_cover_holds_a_speaker_with_an_office_and_an_event_of_two_lines_each(
    style: str, size: str
) -> None:
    head = (
        "speaker: Dr.-Ing. Friederike Schmidt-Hohenstein, Amt für Grundstücks- und "
        "Gebäudemanagement\nevent: {name: Jahrestagung der Arbeitsgemeinschaft Energie, place: "
        "Mühlhausen in Thüringen, date: 2026-11-22}\n"
    )
    made = talk("- cover", head=head, lang="de-DE", style=style, size=size)
    assert not made.diagnostics.has_errors


@every_size
@pytest.mark.parametrize("style", ["bold", "panel"])
def test_a_short_headline_stands_on_one_line_in_the_corner_of_a_picture(
    style: str, size: str
) -> None:
    title = "Tuesday, six in the evening" + (", in May" if style == "panel" else "")
    entry = f"- {{title: '{title}', image: {{file: dot.png, alt: A dot}}, bleed: yes}}"
    files = {"dot.png": png(size=(1600, 1200))}
    made = talk(entry, size=size, style=style, files=files)
    text = present(made.compiled.fitted.slides[0].text("title"))
    assert text.extent.lines == 1


@every_style
def test_headlines_of_seven_words_stand_on_one_line_on_a_narrow_page(style: str) -> None:
    entry = "- {title: The ideas moved out of the town hall, bullets: [x]}"
    text = text_of(entry, "title", style, "4:3")
    assert text.extent.lines == 1


@every_style
def test_rows_of_few_words_are_large_on_a_narrow_page(style: str) -> None:
    rows = ", ".join(["How would you begin on Monday?"] * 5)
    text = text_of(f"- questions: [{rows}]\n  title: Five questions", "body", style, "4:3")
    assert text.size >= 32
    assert text.extent.lines == 5


@every_style
def test_an_author_has_two_lines_at_most_on_a_narrow_page(style: str) -> None:
    text = text_of("- {quote: Words., by: The bookseller in Mill Lane}", "by", style, "4:3")
    assert text.extent.lines <= 2


@pytest.mark.parametrize("style", ["bold", "civic"])
def test_names_of_three_lines_fit_on_a_narrow_page(style: str) -> None:
    who = (
        "Prof. Dr.-Ing. Friederike Baumgartner-Schulze, Stadtentwicklungsgesellschaft "
        "Altenburger Land mbH"
    )
    day = "{name: Jahrestagung der Wohnungswirtschaft, place: Halle an der Saale, date: 2026-11-22}"
    entries = f"- cover\n- {{quote: Words., by: '{who}, Altenburg und Schmölln'}}"
    made = talk(entries, style=style, size="4:3", head=f"speaker: {who}\nevent: {day}\n")
    assert not made.diagnostics.has_errors


@pytest.mark.parametrize("style", ["bold", "civic"])
def test_a_name_with_its_office_stands_on_one_line_on_a_narrow_page(style: str) -> None:
    head = "speaker: Ruth Ashdown, town clerk of Tarnwick\n"
    made = talk("- cover", style=style, size="4:3", head=head)
    body = present(made.compiled.fitted.slides[0].text("body"))
    assert body.extent.lines == 1


def test_in_civic_only_a_quotation_with_an_author_has_a_tab() -> None:
    (slide,) = talk("- quote: Words.", style="civic").slides
    (words,) = slide.shapes
    assert words.text_frame.text == "Words."
    assert [shape for shape in slide.slide_layout.shapes if not shape.is_placeholder] == []


def test_in_civic_a_name_with_its_office_stands_on_one_line_of_a_tab_on_a_narrow_page() -> None:
    entry = "- {quote: Words., by: Die Bürgermeisterin unserer Partnerstadt}"
    text = text_of(entry, "by", "civic", "4:3")
    assert (text.extent.lines, text.size) == (1, 26)


_TWO_LINES = "Insect biomass fell by three quarters in 27 years, and forests were hardly sampled"
_BOLD: dict[str, tuple[str, str, tuple[int, int], int]] = {
    "few words": ("title: Take it home, bullets: [x]", "title", (54, 44), 1),
    "two lines": (f"title: '{_TWO_LINES}', bullets: [x]", "title", (36, 32), 2),
    "more words": (f"title: '{_TWO_LINES}, as we know', bullets: [x]", "title", (28, 26), 3),
    "a chapter": ("section: How it began", "title", (96, 78), 1),
    "a word": ("quote: Everybody., by: A person", "title", (148, 118), 1),
    "a statement": ("title: Now, text: We build it", "body", (88, 88), 1),
}
"""Words, their place, and the least sizes and most lines that they have in `bold`."""


@pytest.mark.parametrize("page", [0, 1], ids=["16:9", "4:3"])
@pytest.mark.parametrize(("words", "role", "least", "lines"), _BOLD.values(), ids=_BOLD)
def test_in_bold_words_are_as_large_as_their_place(
    words: str, role: str, least: tuple[int, int], lines: int, page: int
) -> None:
    text = text_of(f"- {{{words}}}", role, "bold", ("16:9", "4:3")[page])
    assert text.size >= least[page]
    assert text.extent.lines <= lines


LONG_QUOTATION = " ".join(["Nobody has asked us anything about it."] * 12)  # 84 words
CONTACT = (
    "Dr. Henriette Oberland\\n\\nTown of Neuburg, Department of Roads and Bridges\\n\\n"
    "Old Market 14\\n\\n01234 567-890\\n\\n<https://neuburg.example/cycle-path>"
)


@every_style
@every_size
def test_a_quotation_of_many_words_is_as_small_as_running_text_rather_than_refused(
    size: str, style: str
) -> None:
    text = text_of(f"- {{quote: '{LONG_QUOTATION}', by: B}}", "title", style, size)
    assert 24 <= text.size <= 32


@every_style
@every_size
def test_a_contact_of_many_lines_fits_beside_a_code(size: str, style: str) -> None:
    entries = f'- {{closing: Thanks, text: "{CONTACT}", qr: "https://neuburg.example"}}'
    assert text_of(entries, "body", style, size).size >= 16


@every_style
@every_size
def test_a_long_question_leads_short_answers_that_can_be_read(size: str, style: str) -> None:
    """Seventeen words; `minimal` has them on a third of the page, `bold` on two fifths."""
    question = (
        "Should we raise the subscription for those who row more often than twice a week here?"
    )
    entries = f"- {{question: {question}, bullets: [Yes, No, Perhaps]}}"
    title, body = (text_of(entries, role, style, size) for role in ("title", "body"))
    assert title.size >= 26
    assert body.size >= 24


@every_style
@every_size
@pytest.mark.parametrize("bleed", ["half", "full, panel: scrim"])
def test_a_long_headline_stays_beside_its_picture_or_on_its_scrim(
    bleed: str, size: str, style: str
) -> None:
    title = " ".join(["Where it will live once the shed is cleared"] * 2)
    entries = f"- {{title: {title}, image: {{file: a.png, alt: x}}, bleed: {bleed}}}"
    made = talk(entries, files={"a.png": png(size=(1600, 1600))}, style=style, size=size)
    (slide,) = made.compiled.fitted.slides
    place = present(made.compiled.brand.layout(*slide.slide.layout_key).placeholder("title"))
    found = present(slide.text("title"))
    assert found.frame.placeholder.box.right <= place.box.right


@every_style
@every_size
@pytest.mark.parametrize("key", ["title", "question"])
def test_a_picture_below_a_headline_stands_on_one_ground(key: str, size: str, style: str) -> None:
    entries = f"- {{{key}: Who decides?, image: {{file: a.png, alt: x}}}}"
    made = talk(entries, files={"a.png": png(size=(1600, 900))}, style=style, size=size)
    slide = made.compiled.fitted.deck.slides[0]
    layout = made.compiled.brand.layout(*slide.layout_key)
    picture = the_graphic(slide, Picture)
    assert picture.box
    top = picture.box._replace(cy=EMU_PER_INCH // 100)
    assert layout.area_behind(top) == layout.area_behind(picture.box)


def test_a_picture_below_a_headline_on_its_field_stands_in_the_middle() -> None:
    """In `bold` on 4:3, the layout for pictures alone has the headline above them, too."""
    files = {"a.png": png(size=(1600, 900))}
    entries = "- {question: Who decides?, image: {file: a.png, alt: x, caption: In May}}"
    made = talk(entries, files=files, style="bold", size="4:3")
    (slide,) = made.compiled.fitted.slides
    picture, width = the_graphic(slide.slide, Picture), made.compiled.brand.width
    assert picture.box
    assert abs(2 * picture.box.x + picture.box.cx - width) <= EMU_PER_INCH // 100
