"""Statements: their lines are balanced, and have room beside bullets that hang deeper."""

from tests.fit.set_lines import paragraph_lines
from tests.present import present
from tests.talks import talk


def body_lines(entry: str, key: str) -> list[str]:
    """Return the lines of the first paragraph below a headline, in `editorial` on 4:3."""
    made = talk(f"- {{title: T, {key}: {entry}}}", lang="de-DE", size="4:3", style="editorial")
    (one,) = made.compiled.fitted.deck.slides
    said = dict(one.placeholders)["body"]
    place = present(made.compiled.brand.layout(*one.layout_key).placeholder("body"))
    left, right = said.side_insets or (place.insets.left, place.insets.right)
    level, fonts = place.level_styles[0], made.compiled.brand.fonts
    hanging = level._replace(margin=said.outdent, indent=-said.outdent) if said.outdent else level
    width = (said.box or place.box).cx - left - right
    lines = paragraph_lines(said.paragraphs[0], hanging, said.sizes[0], width, fonts)
    return [line.text.replace("\u00a0", " ") for line in lines]


def test_a_statement_is_smaller_before_a_month_and_its_year_are_parted() -> None:
    said = "Wir müssen bis Juni 2028 einen Wärmeplan beschließen."
    assert body_lines(said, "text")[0].endswith("Juni 2028")


def test_large_bullets_have_room_for_what_they_hang_deeper() -> None:
    bullets = '["Fragen, bevor geplant wird", "Antworten, auch wenn es ein Nein ist"]'
    assert body_lines(bullets, "bullets") == ["Fragen, bevor geplant wird"]


def test_a_statement_keeps_three_quarters_of_its_size() -> None:
    """At 36 points, it fills its page; only at 24 would no line end within a phrase."""
    said = (
        "Der Stadtrat beschließt den Neubau der Goetheschule auf dem Grundstück Hainstraße 12–18 "
        "als vierzügige Grundschule mit Hort und beauftragt die Verwaltung, bis zum 30. Juni 2027 "
        "einen Realisierungswettbewerb durchzuführen."
    )
    made = talk(f"- {{title: Beschlussvorschlag, text: '{said}'}}", lang="de-DE", style="panel")
    (one,) = made.compiled.fitted.deck.slides
    assert dict(one.placeholders)["body"].sizes[0] >= 36 * 3 / 4
