"""What is attacked: for each kind of input, a talk that holds one, and what is asked of it."""

import csv
import io
import json
import os
import random
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.building import EXAMPLES, FORMULAS, ROOT, TOUR, built
from tests.fuzz.made import drawing, formula, markup, words
from tests.fuzz.mutators import BINARY, EDITED, PACKAGE, TEXT, XML, nasty, package, shown, some
from tests.fuzz.sound_inputs import (
    TEMPLATES,
    Files,
    decks,
    files_beside,
    sample_images,
    sample_svgs,
    some_deck,
    tour_deck,
)
from tests.media.sample_recordings import FILM, SOUND, SUBTITLES, wav
from tests.ooxml.test_embedded_fonts import own_font

BUILD = ("build", "-o", "out.pptx")
CHECK = ("check",)
NOTES = ("export", "notes", "-o", "script.md")
LIGHT = ("--renderer", "light")
EXPORTS = (
    ("export", "html", *LIGHT, "-o", "out.html"),
    ("export", "handout", *LIGHT, "-o", "out.pdf"),
    ("export", "png", *LIGHT, "--width", "200", "--sheet", "-o", "out.png"),
)
"""Seldom asked: they take seconds."""
BRAND = b"""name: Own
colors: {ink: 1F2430, paper: FFFFFF, deep: 1E3A5F, sand: EEF1F5, accent: B23A48, highlight: F2C14E}
fonts: {heading: Calibri, body: Calibri}
"""
FONTS = b"""fonts: {heading: Own Sans, body: Own Sans, files: [own.ttf]}
embed_fonts: yes
"""


_NEW = ("build", "new/slides.yaml", "-o", "out.pptx")
"""The build of what was imported."""
_MARKDOWN = b"""---
title: Old talk
author: A
---
# Part

## Slide {.incremental}

- one *two* **three**
    1. four
    2. five

![A picture](a.png){width=50%}

> quoted

::: notes
What to say: $x^2$
:::

| a | b |
|---|---|
| 1 | 2 |

---

```python
print(1)
```
"""


class Case(NamedTuple):
    """Files in a folder, and what deckgen is asked there, one after another."""

    files: Files
    commands: tuple[tuple[str, ...], ...]


def _outline(dice: random.Random) -> Case:
    path = dice.choice((*EXAMPLES, *EXAMPLES, TOUR, TOUR, FORMULAS, ROOT / "slides.yaml"))
    files = {**files_beside(path), "slides.yaml": some(dice, path.read_bytes(), TEXT, 2)}
    if dice.random() < 0.05:
        return Case(files, (dice.choice(EXPORTS),))
    return Case(files, (dice.choice((BUILD, BUILD, CHECK, NOTES)),))


def _town(dice: random.Random) -> Case:
    towns = {path.name: path.read_bytes() for path in sorted((ROOT / "towns").glob("*.yaml"))}
    name = dice.choice(sorted(towns))
    files = {
        **files_beside(ROOT / "slides.yaml"),
        "slides.yaml": (ROOT / "slides.yaml").read_bytes(),
        **{f"towns/{town}": data for town, data in towns.items()},
        f"towns/{name}": some(dice, towns[name], TEXT),
    }
    town = name.removesuffix(".yaml")
    asked = (("check", "--all"), ("towns",), ("towns", "diff", town), (*BUILD, "--town", town))
    return Case(files, (dice.choice(asked),))


def _csv(dice: random.Random) -> Case:
    slides = {
        "table": "- {title: A, table: {file: a.csv}}",
        "chart": "- {title: A, chart: {kind: column, data: a.csv, alt: b}}",
        "each": "- {title: '${town}', text: '${people:number} ${share} ${day}'}",
    }
    kind = dice.choice(sorted(slides))
    rows = [["town", "people", "share"], ["Gera", "94.000", "12,5"], ["Jena", "111 407", "-3"]]
    if kind == "each":
        rows = [
            [*row, day] for row, day in zip(rows, ("day", "2027-02-11", "11.2.27"), strict=True)
        ]
    target = io.StringIO()
    csv.writer(target, delimiter=dice.choice(",;\t")).writerows(rows)
    data = some(
        dice, target.getvalue().encode(dice.choice(("utf-8", "utf-8", "cp1252", "utf-16"))), TEXT, 2
    )
    asked = ("build", "--each", "a.csv") if kind == "each" else BUILD
    return Case({"a.csv": data, "slides.yaml": _talk(slides[kind], lang="de-DE")}, (asked,))


def _template(dice: random.Random) -> Case:
    data = some(dice, some_deck(dice), PACKAGE, 2)
    outline = _talk("- cover\n- {title: A, bullets: [b, c]}\n- {quote: d, by: e}", "brand: t.pptx")
    asked = dice.choice((BUILD, BUILD, ("brand", "show", "t.pptx")))
    return Case({"t.pptx": data, "slides.yaml": outline}, (asked,))


def _include(dice: random.Random) -> Case:
    data = some(dice, some_deck(dice, with_slides=True), PACKAGE, 2)
    return Case({"t.pptx": data, "slides.yaml": _talk("- include: t.pptx")}, (BUILD,))


def _deck_text(dice: random.Random) -> Case:
    data = some(dice, some_deck(dice), PACKAGE, 2)
    drawn = ("export", "png", "t.pptx", "--renderer", "light", "--width", "200", "--slides", "1")
    return Case({"t.pptx": data}, (drawn if dice.random() < 0.2 else ("text", "t.pptx"),))


def _import(dice: random.Random) -> Case:
    if dice.random() < 0.3:
        data = some(dice, _MARKDOWN, TEXT, 2)
        return Case(
            {"old.md": data, "a.png": sample_images()["PNG"]}, (("import", "old.md", "new"), _NEW)
        )
    old = dice.choice((*decks(os.environ.get(TEMPLATES, "")), tour_deck()))
    data = dice.choice((package, shown))(dice, old)
    more = dice.choice(((), (), ("--words",), ("--slides", dice.choice(("1", "2-", nasty(dice))))))
    return Case({"old.pptx": data}, (("import", "old.pptx", "new", *more), _NEW))


def _audit(dice: random.Random) -> Case:
    data = dice.choice((package, shown))(dice, dice.choice((some_deck(dice), tour_deck())))
    mend = ("audit", "old.pptx", "--mend", "-o", "t.pptx")
    return Case({"old.pptx": data}, (dice.choice((("audit", "old.pptx"), mend)),))


def _edited(dice: random.Random) -> Case:
    path = dice.choice((*EXAMPLES, TOUR, ROOT / "slides.yaml"))
    files = {**files_beside(path), "slides.yaml": path.read_bytes()}
    edited = dice.choice(EDITED)(dice, built(path))
    pull = ("pull", "t.pptx", "slides.yaml", *dice.choice(((), (), ("--sent", "sent.pptx"))))
    commands = (("diff", "t.pptx", "slides.yaml"), pull, BUILD)
    return Case({**files, "t.pptx": edited, "sent.pptx": built(path)}, commands)


def _picture(dice: random.Random) -> Case:
    return _shown(dice, some(dice, sample_images()[dice.choice(sorted(sample_images()))], BINARY))


def _svg(dice: random.Random) -> Case:
    base = dice.choice((*sample_svgs(), drawing(dice)))
    return _shown(dice, some(dice, base, XML))


def _drawing(dice: random.Random) -> Case:
    return _shown(dice, drawing(dice))


def _shown(dice: random.Random, data: bytes) -> Case:
    entries = {
        "image": "- {title: A, image: {file: p, alt: a}}",
        "bleed": "- {title: A, bleed: yes, image: {file: p, alt: a, focus: left}}",
        "people": "- {title: A, people: [{name: B, role: C, picture: {file: p}}]}",
        "poster": "- {title: A, video: {file: f.mp4, poster: p, alt: a}}",
        "logo": "- {title: A, text: b}",
    }
    way = dice.choice(sorted(entries))
    brand = "brand: brand.yaml" if way == "logo" else ""
    files = {"p": data, "slides.yaml": _talk(entries[way], brand)}
    if way == "poster":
        files["f.mp4"] = FILM
    if way == "logo":
        files["brand.yaml"] = BRAND + b"logo: p\n"
    return Case(files, (BUILD,))


def _clip(dice: random.Random) -> Case:
    name, data = dice.choice((("video", FILM), ("audio", SOUND), ("audio", wav())))
    said = "alt: a" if name == "video" else "transcript: b"
    if dice.random() < 0.2:
        files, said = {"c": data, "s": some(dice, SUBTITLES, TEXT)}, f"{said}, subtitles: s"
    else:
        files = {"c": some(dice, data, BINARY)}
    entry = f"- {{title: A, {name}: {{file: c, {said}}}}}"
    return Case({**files, "slides.yaml": _talk(entry)}, (BUILD,))


def _font(dice: random.Random) -> Case:
    font = some(dice, dice.choice((own_font(), own_font(style=0x21))), BINARY)
    talk = _talk("- {title: A B, bullets: [Words in ä font, '漢字 and more']}", "brand: brand.yaml")
    brand = BRAND.replace(b"fonts: {heading: Calibri, body: Calibri}\n", FONTS)
    return Case({"own.ttf": font, "brand.yaml": brand, "slides.yaml": talk}, (BUILD,))


def _formula(dice: random.Random) -> Case:
    return _lines(dice, formula)


def _markup(dice: random.Random) -> Case:
    return _lines(dice, markup)


def _lines(dice: random.Random, make: Callable[[random.Random], str]) -> Case:
    # Most are plain words: what is refused in one place keeps the others from being built.
    said = [json.dumps(make(dice) if dice.random() < 0.25 else "a few *words*") for _ in range(6)]
    entries = (
        f"- title: {said[0]}\n  bullets: [{said[1]}, {said[2]}]\n  notes: {said[3]}\n"
        f"- title: B\n  table: [[a, {said[4]}], [{said[5]}, '1,5']]\n- quote: {said[1]}\n"
        f"  by: {said[2]}\n- title: C\n  figures: [{{number: {said[0]}, label: {said[3]}}}]"
    )
    lang = dice.choice(("de-DE", "en-GB", "fr-FR", "ar-EG", "ja-JP", words(dice)))
    extra = f"typography: {dice.choice(('yes', 'no'))}"
    return Case({"slides.yaml": _talk(entries, extra, lang=lang)}, (dice.choice((BUILD, NOTES)),))


def _brand(dice: random.Random) -> Case:
    brand = some(dice, (ROOT / "assets" / "brand.yaml").read_bytes(), TEXT, 1)
    files = {
        "logo.svg": (ROOT / "assets" / "logo.svg").read_bytes(),
        "brand.yaml": brand,
        "slides.yaml": _talk(
            "- cover\n- {title: A, bullets: [b]}", "brand: brand.yaml\nevent: {name: E, place: F}"
        ),
    }
    return Case(files, (BUILD,))


def _options(dice: random.Random) -> Case:
    path = dice.choice(EXAMPLES)
    files = {**files_beside(path), "slides.yaml": path.read_bytes()}
    value = nasty(dice).replace("\0", "")
    asked = (
        ("build", dice.choice(("--tag", "--town", "-o", "--each", "--brand")), value),
        ("build", "-o", f"{value}.pptx"),
        ("build", *BUILD[1:], "--var", f"{dice.choice(('event.slot', 'event.date', 'x'))}={value}"),
        ("check", dice.choice(("--format", "--brand", "--tag")), value),
        (dice.choice(("new", "text", "check", "build")), value),
    )
    return Case(files, (dice.choice(asked),))


KINDS: Mapping[str, Callable[[random.Random], Case]] = {
    "outline": _outline,
    "town": _town,
    "csv": _csv,
    "template": _template,
    "include": _include,
    "deck": _deck_text,
    "import": _import,
    "audit": _audit,
    "edited": _edited,
    "picture": _picture,
    "svg": _svg,
    "drawing": _drawing,
    "clip": _clip,
    "font": _font,
    "formula": _formula,
    "markup": _markup,
    "brand": _brand,
    "options": _options,
}


def case(kind: str, seed: int) -> Case:
    """Return the case of a kind that a seed makes, always the same."""
    return KINDS[kind](random.Random(f"{kind} {seed}"))  # noqa: S311  # nobody shall not guess it


def _talk(entries: str, more: str = "", lang: str = "en-GB") -> bytes:
    return f"title: T\nlang: {json.dumps(lang)}\n{more}\nslides:\n{entries}\n".encode()
