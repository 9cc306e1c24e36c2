"""What a layout is for, as its name says it in any language."""

import pytest

from deckgen.template.match.choosing.layout_names import roles_named


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Titelfolie", {"cover"}),
        ("Diapositive de titre", {"cover"}),
        ("شريحة عنوان", {"cover"}),
        ("标题幻灯片", {"cover"}),
        ("タイトル スライド", {"cover"}),
        ("Abschnitts-\nüberschrift", {"section"}),
        ("En-tête de section", {"section"}),
        ("Section Divider", {"section"}),
        ("1_Titel und Inhalt", {"bullets"}),
        ("Rubrik och innehåll", {"bullets"}),
        ("عنوان ومحتوى", {"bullets"}),
        ("Indhold", {"questions"}),
        ("Indhold med billedtekst", set()),
        ("Obsah s titulkem", set()),
        ("Zwei Inhalte", {"two-contents"}),
        ("Quote with Caption", {"quote"}),
        ("Zitat dunkel", {"quote"}),
        ("Closing", {"closing"}),
        ("Vielen Dank!", {"closing"}),
        ("Nur Titel", {"title-only"}),
        ("Leer", {"blank"}),
        ("Título da Apresentação", {"cover"}),
        ("Presentation title", {"cover"}),
        ("Titel der Präsentation - dunkel", {"cover"}),
        ("Title page 2", {"cover"}),
        ("Voorblad", {"cover"}),
        ("Strona tytułowa", {"cover"}),
        ("Intro", {"cover"}),
        ("Introduction and results", set()),
        ("Title & Bullets", {"bullets"}),
        ("TITLE_AND_TWO_COLUMNS", {"two-contents"}),
        ("Ending", {"closing"}),
        ("Name Card", set()),
        ("Content slide - just text", {"bullets"}),
        ("Title Slides dark", {"cover"}),
        ("Titel und Diagramm", set()),
        ("Layout 7", set()),
        ("Slide", set()),
        ("Presentation page", set()),
    ],
)
def test_a_name_tells_what_a_layout_is_for(name: str, roles: set[str]) -> None:
    found = roles_named(name)
    best = max(found.values(), default=0)
    assert {role for role, sure in found.items() if sure == best} == roles
