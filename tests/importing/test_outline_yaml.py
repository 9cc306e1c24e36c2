"""An outline is written as a person would type it."""

from deckgen.importing.outline_entry import Block, Item, OutlineEntry, Rows
from deckgen.importing.outline_yaml import outline_yaml


def test_an_outline() -> None:
    entries = [
        OutlineEntry({"cover": "Die Stadt: ein Anfang"}, 1),
        OutlineEntry(
            {
                "title": "Was wir tun",
                "bullets": (Item("Fragen"), Item("Bauen", (Item("Brücken"), Item("yes")))),
                "image": {"file": "pictures/a.png", "alt": ""},
                "notes": Block("Kurz.\n\n- Dann"),
            },
            2,
            ("Slide 2 is this.",),
        ),
        OutlineEntry({"title": "Zahlen", "table": Rows((("Ort", "Zahl"), ("Gera, Ost", "9")))}, 3),
    ]
    assert (
        outline_yaml({"title": "Die Stadt", "lang": "de-DE"}, entries)
        == """title: Die Stadt
lang: de-DE

slides:
  - cover: 'Die Stadt: ein Anfang'
  # Slide 2 is this.
  - title: Was wir tun
    bullets:
      - Fragen
      - Bauen:
          - Brücken
          - 'yes'
    image: {file: pictures/a.png, alt: ""}
    notes: |
      Kurz.

      - Dann
  - title: Zahlen
    table:
      - [Ort, Zahl]
      - ['Gera, Ost', '9']
"""
    )
