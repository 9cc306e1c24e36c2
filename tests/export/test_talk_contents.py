"""What a talk says, slide by slide, and when."""

from pathlib import Path

import pytest

from deckgen.export.speaker_script import start_time, total_time
from deckgen.export.talk_contents import talk_contents, web_links
from tests.building import EXAMPLES
from tests.export.talks import compiled, told
from tests.sampled import sampled
from tests.tools.packages import png

TALK = """
title: The **open** shop
subtitle: What we *learned*
speaker: Ruth
lang: en-GB
vars: {town: Gera}
event: {name: Forum, place: Leeds, date: 2027-05-13, slot: 6}
slides:
  - cover
  - title: One
    minutes: 1.5
    bullets:
      - a
      - "b:":
          - c
    notes: Say **this**.
  - title: Two
    hidden: yes
    minutes: 9
    bullets: [x]
  - title: Three
    minutes: 2
    optional: yes
    bullets: ["[the form](https://gera.example/form)", "[again](https://gera.example/form)"]
  - title: Numbers
    table:
      - [Year, Shops]
      - ["2021", "13"]
"""


def test_the_head(tmp_path: Path) -> None:
    talk = told(TALK, tmp_path)
    assert (talk.title, talk.subtitle) == ("The open shop", "What we learned")
    assert talk.event == "Forum · Leeds · 13 May 2027"
    assert (talk.town, talk.hidden, talk.slot) == ("Gera", 1, 6)


def test_what_slides_say_and_when(tmp_path: Path) -> None:
    talk = told(TALK, tmp_path)
    found = {slide.title: (slide.number, start_time(slide), slide.text) for slide in talk.slides}
    assert found["One"] == (2, "0:00", "One\na\nb:\nc")
    assert found["Three"] == (4, "1:30", "Three\nthe form\nagain")
    assert found["Numbers"] == (5, "", "Numbers\nYear, Shops\n2021, 13")
    assert "Two" not in found


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (["bullets: [a]", 'table: [[b], ["c"]]'], ["a", "b", "c"]),
        (['table: [[b], ["c"]]', "bullets: [a]"], ["b", "c", "a"]),
    ],
)
def test_what_is_written_first_is_told_first(
    columns: list[str], expected: list[str], tmp_path: Path
) -> None:
    entries = "".join(f"      - {column}\n" for column in columns)
    outline = f"title: T\nslides:\n  - title: S\n    columns:\n{entries}"
    (slide,) = told(outline, tmp_path).slides
    assert slide.text.splitlines()[1:] == expected


def test_pictures_are_told_by_description_and_caption(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    picture = "{file: a.png, alt: Two oaks, caption: An old picture}"
    outline = f"title: T\nslides:\n  - title: S\n    image: {picture}\n"
    (slide,) = told(outline, tmp_path).slides
    assert slide.text == "S\nTwo oaks\nAn old picture"


def test_titles_break_on_paper_where_they_may(tmp_path: Path) -> None:
    """On the slide, no-break spaces keep lines even; those that were typed are the author's."""
    title = (
        "The shops of the market\u00a0square were empty for such a time that nobody knew them now"
    )
    outline = f"title: T\nslides:\n  - section: {title}\n"
    assert "of\u00a0the\u00a0market\u00a0square" in compiled(outline, tmp_path).deck.slides[0].title
    (slide,) = told(outline, tmp_path).slides
    assert slide.title == title


def test_a_link_is_told_once(tmp_path: Path) -> None:
    talk = told(TALK, tmp_path)
    found = {slide.title: web_links(slide) for slide in talk.slides}
    assert found["Three"] == [("the form", "https://gera.example/form")]
    assert found["One"] == []


@pytest.mark.parametrize(
    ("lang", "slot", "minutes", "expected"),
    [
        ("en-GB", "", ["", ""], ""),
        ("en-GB", "", ["1.5", "2"], "3.5 min"),
        ("de-DE", "", ["1.5", "2"], "3,5 min"),
        ("en-GB", "5", ["1.5", "2"], "3.5 of 5 min"),
        ("en-GB", "3", ["1.5", "2"], "3.5 of 3 min · too long by 0.5 min"),
        ("en-GB", "5", ["1.5", "2?"], "3.5 of 5 min · without the optional slides: 1.5 min"),
        ("en-GB", "5", ["1.5", ""], "1.5 of 5 min · slides that say no minutes: 1"),
    ],
)
def test_the_sum(lang: str, slot: str, minutes: list[str], expected: str, tmp_path: Path) -> None:
    outline = f"title: T\nlang: {lang}\nevent: {{name: E{f', slot: {slot}' if slot else ''}}}\n"
    outline += "slides:\n"
    for at, one in enumerate(minutes):
        outline += f"  - title: S{at}\n    bullets: [a]\n"
        outline += f"    minutes: {one.strip('?')}\n" if one else ""
        outline += "    optional: yes\n" if "?" in one else ""
    assert total_time(told(outline, tmp_path)).replace("\xa0", " ").replace("  ", " ") == expected


def test_the_parts_of_a_long_slide_are_one_in_time(tmp_path: Path) -> None:
    bullets = "\n".join(
        f"      - Bullet {at} with so many words that it takes two lines" for at in range(30)
    )
    outline = f"title: T\nslides:\n  - title: Long\n    minutes: 3\n    bullets:\n{bullets}\n"
    outline += "  - title: Next\n    minutes: 1\n    bullets: [a]\n"
    *parts, following = told(outline, tmp_path).slides
    assert len(parts) > 1
    assert [part.minutes for part in parts] == [3, *[None] * (len(parts) - 1)]
    assert [part.continues for part in parts] == [False, *[True] * (len(parts) - 1)]
    assert (start_time(following), following.continues) == ("3:00", False)
    assert [line for part in parts for line in part.text.splitlines()[1:]] == [
        f"Bullet {at} with so many words that it takes two lines" for at in range(30)
    ]


@pytest.mark.parametrize("example", sampled(EXAMPLES, every=2), ids=lambda path: path.stem)
def test_every_kind_says_the_words_of_its_slides(example: Path) -> None:
    made = compiled(example.read_text(encoding="utf-8"), example.parent)
    said = "\n".join(slide.text for slide in talk_contents(made).slides)
    for slide in made.deck.slides:
        for role, body in slide.placeholders:
            if role != "progress" and not slide.hidden:
                for paragraph in body.paragraphs:
                    assert _with_plain_blanks(paragraph.text) in _with_plain_blanks(said)


def _with_plain_blanks(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_an_agenda_that_comes_again_over_two_slides_says_its_minutes_once(tmp_path: Path) -> None:
    parts = "".join(
        f"  - section: A part with a title that is long enough for two lines, number {at}\n"
        f"    minutes: 2\n"
        for at in range(16)
    )
    agenda = "  - agenda: Plan\n    again: yes\n    minutes: 1\n"
    talk = told(f"title: T\nslides:\n{agenda}{parts}", tmp_path)
    shown = [one for one in talk.slides if one.title.startswith("Plan")]
    assert len(shown) > 16, "it splits, or this test shows nothing"
    assert [one.continues for one in shown] == [False] + [True] * (len(shown) - 1)
    assert talk.minutes == 1 + 2 * 16
    assert all(one.minutes == 2 for one in talk.slides if one.title.startswith("A part"))


def test_a_slide_that_is_repeated_with_an_alias_says_its_minutes_again(tmp_path: Path) -> None:
    slides = "  - &a {title: S, text: x, minutes: 2}\n  - *a\n"
    assert told(f"title: T\nslides:\n{slides}", tmp_path).minutes == 4
