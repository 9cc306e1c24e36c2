"""Handouts and scripts, read back by pdfium: words, tags, outline; and nothing is run as code."""

import datetime as dt
import re
from pathlib import Path

import pytest

from deckgen.export.speaker_script import script_markdown, script_pdf
from deckgen.export.talk_contents import TalkContents, talk_contents
from deckgen.export.typst_paper import COLUMNS, DrawnTalk, HandoutLayout, TypesetPdf, handout_pdf
from deckgen.render.renderer import SlideImage
from tests.export.reading import read, texts
from tests.export.talks import HOSTILE, compiled, pictures
from tests.sampled import sampled

pytest.importorskip("typst")

TALK = """
title: Offene Fragen
speaker: Ruth
lang: de-DE
event: {name: Forum, place: Leipzig, slot: 5}
slides:
  - title: Eins
    minutes: 1.5
    bullets: [Erstens, Zweitens]
    notes: |
      Langsam **sprechen**.

      1. Atmen
      2. Lächeln
          - [ansehen](https://gera.example/wer)
  - title: Zwei
    hidden: yes
    bullets: [Verborgen]
    notes: Geheim
  - title: Drei
    optional: yes
    minutes: 2
    bullets: [Drittens]
"""


def printed(
    outline: str, folder: Path, what: HandoutLayout | None, a_sheet: int = 6, paper: str = "a4"
) -> TypesetPdf:
    """Return a handout; the script if `what` is None."""
    made = compiled(outline, folder)
    talk = talk_contents(made)
    drawn = DrawnTalk(talk, made.brand, pictures(talk), None)
    return script_pdf(drawn, paper) if what is None else handout_pdf(drawn, what, a_sheet, paper)


@pytest.mark.parametrize(
    ("what", "there", "not_there"),
    sampled(
        [
            ("lines", ["1 Eins", "3 Drei"], ["Langsam", "Geheim", "Zwei"]),
            ("slides", ["1 Eins", "3 Drei"], ["Langsam", "Geheim", "Zwei"]),
            (
                "notes",
                ["1 Eins", "Langsam sprechen.", "1. Atmen", "2. Lächeln"],
                ["Geheim", "0:00"],
            ),
            (
                None,
                [
                    "3,5 von 5 min",
                    "ohne die entbehrlichen Folien: 1,5 min",
                    "0:00",
                    "1,5 min",
                    "Langsam sprechen.",
                    "1. Atmen",
                    "1:30",
                    "entbehrlich",
                ],
                ["Geheim", "Verborgen"],
            ),
        ],
        every=2,
    ),
)
def test_what_stands_on_paper(
    what: HandoutLayout | None, there: list[str], not_there: list[str], tmp_path: Path
) -> None:
    found = read(printed(TALK, tmp_path, what).pdf)
    assert [
        words for words in [*there, "Offene Fragen", "Ruth · Forum"] if words not in found.text
    ] == []
    assert [words for words in not_there if words in found.text] == []


@pytest.mark.parametrize("what", sampled(["lines", "notes", "slides", None], every=2))
def test_paper_can_be_read_aloud(what: HandoutLayout | None, tmp_path: Path) -> None:
    made = printed(TALK, tmp_path, what)
    found = read(made.pdf)
    assert (found.tagged, found.lang, found.title) == (True, "de-DE", "Offene Fragen")
    assert found.outline == ["Offene Fragen", "Eins", "Drei"]
    assert [tag for tag in found.tags if tag in {"H1", "H2"}] == ["H1", "H2", "H2"]
    assert found.alts == ["Eins\nErstens\nZweitens", "Drei\nDrittens"]
    assert b"pdfuaid" in made.pdf


@pytest.mark.parametrize(
    ("what", "lists", "links"), [("notes", 2, 1), (None, 2, 1), ("lines", 0, 0)]
)
def test_lists_are_lists_and_links_are_links(
    what: HandoutLayout | None, lists: int, links: int, tmp_path: Path
) -> None:
    tags = read(printed(TALK, tmp_path, what).pdf).tags
    assert (tags.count("L"), tags.count("Link")) == (lists, links)


@pytest.mark.slow
def test_no_paragraph_ends_with_the_rest_of_a_word(tmp_path: Path) -> None:
    """“Fo-/lie.” and “aufwen-/den.” stood there; one of the last words is rather taken down."""
    notes_said = (
        "Sechs Fragen, eine nach der anderen. Jede Zeile führt zu ihrer Folie.",
        "Für die Akquise der Teilnehmenden künftig mehr Zeit aufwenden.",
    )
    notes = "".join(f"      {line}\n\n" for line in notes_said)
    outline = f"title: T\nlang: de-DE\nslides:\n  - title: S\n    text: x\n    notes: |\n{notes}"
    said = read(printed(outline, tmp_path, None).pdf).text.split()
    assert {"Folie.", "aufwenden."} <= set(said)


A4, ACROSS, LETTER = (595, 842), (842, 595), (612, 792)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "a_sheet", "paper", "sheets", "size"),
    [
        ("lines", 6, "a4", 5, A4),
        ("lines", 6, "letter", 5, LETTER),
        ("slides", 2, "a4", 7, A4),
        ("slides", 4, "a4", 4, ACROSS),
        ("slides", 6, "a4", 3, A4),
        ("slides", 6, "letter", 3, LETTER),
    ],
)
def test_sheets(
    what: HandoutLayout,
    a_sheet: int,
    paper: str,
    sheets: int,
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    slides = "".join(
        f"  - title: A title {at} that is long enough to need two lines below its small picture\n"
        "    bullets: [a]\n"
        for at in range(13)
    )
    found = read(printed(f"title: T\nslides:\n{slides}", tmp_path, what, a_sheet, paper).pdf)
    assert (found.pages, found.sizes) == (sheets, {size})
    assert f"{sheets} / {sheets}" in found.text
    assert found.text.count("two lines below") == 13


@pytest.mark.slow
@pytest.mark.parametrize("a_sheet", COLUMNS)
def test_slides_of_another_shape(a_sheet: int, tmp_path: Path) -> None:
    made = compiled('title: T\nsize: "4:3"\nslides: [cover]\n', tmp_path)
    talk = talk_contents(made)
    pdf = handout_pdf(
        DrawnTalk(talk, made.brand, pictures(talk, 240), None), "slides", a_sheet, "a4"
    ).pdf
    assert read(pdf).pages == 1


@pytest.mark.slow
@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("what", ["notes", None])
def test_words_stay_words(words: str, what: HandoutLayout | None, tmp_path: Path) -> None:
    quoted = "'" + words.replace("'", "''").replace("$", "$$").replace("\\", "\\\\") + "'"
    outline = (
        f"title: {quoted}\nspeaker: {quoted}\nevent: {{name: {quoted}}}\nslides:\n"
        f"  - title: {quoted}\n    bullets: [{quoted}]\n    notes: {quoted}\n"
    )
    made = compiled(outline, tmp_path)
    talk = talk_contents(made)
    expected = talk.slides[0].title
    found = read(printed(outline, tmp_path, what).pdf)
    assert "root:" not in found.text
    assert found.title == talk.title
    assert found.outline == [talk.title, expected]
    assert found.alts == [f"{expected}\n{talk.slides[0].text.partition(chr(10))[2]}"]
    said = _bare(found.text)
    assert said.count(_bare(expected)) >= 3


def _bare(text: str) -> str:
    """Return words without what setting them adds: hyphens at line ends, blanks."""
    return re.sub(r"[\s\u2010\u00ad\ufffe\x02-]", "", text)


@pytest.mark.slow
def test_a_character_that_no_font_has_is_named(tmp_path: Path) -> None:
    outline = 'title: T\nslides:\n  - title: "A \\U0010ABCD B"\n    bullets: [a]\n'
    made = printed(outline, tmp_path, "lines")
    assert made.missing == "\U0010abcd"
    found = read(made.pdf)
    assert found.tagged
    assert "B" in found.text


def test_right_to_left(tmp_path: Path) -> None:
    outline = "title: שלום\nlang: he-IL\nslides:\n  - title: אחת\n    bullets: [שתיים]\n"
    found = read(printed(outline, tmp_path, "notes").pdf)
    assert (found.lang, found.alts) == ("he-IL", ["אחת\nשתיים"])


@pytest.mark.slow
def test_long_notes_go_on_over_the_page(tmp_path: Path) -> None:
    notes_said = "\n\n".join(
        f"      Sentence {at} is one that nobody forgets." for at in range(120)
    )
    outline = f"title: T\nslides:\n  - title: S\n    bullets: [a]\n    notes: |\n{notes_said}\n"
    for what in ("notes", None):
        found = read(printed(outline, tmp_path, what).pdf)
        assert found.pages > 1
        assert re.findall(r"Sentence (\d+) is", found.text) == [str(at) for at in range(120)]


@pytest.mark.slow
def test_short_notes_stay_on_one_page(tmp_path: Path) -> None:
    slides = "".join(
        f"  - title: S{at}\n    bullets: [a]\n    notes: |\n"
        + "".join(f"      Begin{at} line {line}\n\n" for line in range(8))
        for at in range(7)
    )
    pdf = printed(f"title: T\nslides:\n{slides}", tmp_path, None).pdf
    pages = texts(pdf)
    for at in range(7):
        assert sum(f"Begin{at} line" in page for page in pages) == 1


def test_a_talk_of_long_ago(tmp_path: Path) -> None:
    made = compiled("title: T\nslides: [cover]\n", tmp_path)
    talk = talk_contents(made)
    long_ago = dt.datetime(1955, 5, 5, tzinfo=dt.UTC)
    drawn = DrawnTalk(talk, made.brand, pictures(talk), long_ago)
    assert read(handout_pdf(drawn, "lines", 6, "a4").pdf).pages == 1


@pytest.mark.parametrize("what", ["lines", None])
def test_a_title_of_a_long_word_is_whole(what: HandoutLayout | None, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik"
    found = read(printed(f"title: {word} heute\nslides: [cover]\n", tmp_path, what).pdf)
    assert found.text.count(word) >= 2  # at the head of the sheet, and beside its slide


@pytest.mark.slow
@pytest.mark.parametrize("what", ["lines", "slides", "notes", None])
def test_a_title_as_long_as_a_page(what: HandoutLayout | None, tmp_path: Path) -> None:
    quotation = " ".join(f"word{at}" for at in range(60))
    outline = f"title: {quotation}\nslides:\n" + f"  - quote: {quotation}\n    by: X\n" * 2
    found = read(printed(outline, tmp_path, what).pdf)
    assert found.text.count("word59") >= 3


@pytest.mark.slow
def test_the_same_talk_gives_the_same_paper(tmp_path: Path) -> None:
    assert printed(TALK, tmp_path, "notes").pdf == printed(TALK, tmp_path, "notes").pdf


@pytest.mark.parametrize("words", ["a * b", "# a", "<b>", "[a](b)", "1 < 2 & 3", "_a_", r"a\b"])
def test_the_script_as_text_shows_what_was_said(words: str) -> None:
    talk = TalkContents(words, "", "", "en", "", "", (), 0)
    (line,) = script_markdown(talk).splitlines()
    assert re.sub(r"\\(.)", r"\1", line.removeprefix("# ")) == words
    assert not re.search(r"(?<!\\)[*_<\[]", line.removeprefix("# "))


def test_the_script_as_text(tmp_path: Path) -> None:
    assert script_markdown(talk_contents(compiled(TALK, tmp_path))).replace("\xa0", " ") == (
        "# Offene Fragen\n\nForum · Leipzig\n\n"
        "3,5 von 5 min  ·  ohne die entbehrlichen Folien: 1,5 min\n\n"
        "## 1  Eins\n\n*0:00 · 1,5 min*\n\nLangsam **sprechen**.\n\n"
        "1. Atmen\n2. Lächeln\n    - ansehen\n\n"
        "## 3  Drei\n\n*1:30 · 2 min · entbehrlich*\n"
    )


def test_no_picture_is_lost(tmp_path: Path) -> None:
    made = compiled(TALK, tmp_path)
    talk = talk_contents(made)
    pages: list[SlideImage] = pictures(talk)
    with pytest.raises(ValueError, match="shorter"):
        handout_pdf(DrawnTalk(talk, made.brand, pages[:1], None), "lines", 6, "a4")
