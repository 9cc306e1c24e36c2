"""The same slides for every tool: an outline for deckgen, Markdown for pandoc, JSON for scripts."""

from __future__ import annotations

import json
import random
import re
import struct
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUBJECTS = ("Die Verwaltung", "Der Stadtrat", "Das Reallabor", "Die Nachbarstadt", "Das Quartier")
DEEDS = (
    "arbeitet über die Grenzen der Ämter hinweg",
    "lernt von der Wissenschaft und umgekehrt",
    "nimmt sich mehr Zeit für die Beteiligung",
    "probiert im Kleinen, was im Großen fehlt",
    "teilt Wissen, Räume und Werkzeuge",
    "hinterfragt eingefahrene Wege",
    "wirbt früh um Verbündete",
)
ENTRY_KEYS = {"id", "notes", "hidden", "lang", "tone", "only", "except", "minutes", "optional"}
COVER_KEYS = ("title", "subtitle", "speaker")
TITLE_KEYS = ("title", "quote", "section", "closing")


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet of the first level, and the bullets of the second level under it."""

    text: str
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one slide. `notes` may have several lines, or be empty."""

    title: str
    bullets: tuple[Bullet, ...]
    notes: str = ""
    picture: str = ""
    """The name of a PNG beside the source, which is then all that stands below the title."""


def numbered(count: int, *, notes: bool = False) -> tuple[Page, ...]:
    """Return slides with distinct titles and five bullets on two levels, no two slides alike."""
    return tuple(_numbered(number, notes=notes) for number in range(1, count + 1))


def _numbered(number: int, *, notes: bool) -> Page:
    def sentence(place: int) -> str:
        subject = SUBJECTS[(number + place) % len(SUBJECTS)]
        deed = DEEDS[(number * 3 + place) % len(DEEDS)]
        return f"{subject} {number + place} {deed}"

    return Page(
        f"{number}. {SUBJECTS[number % len(SUBJECTS)]} im Wandel",
        (
            Bullet(sentence(0), (sentence(1), sentence(2))),
            Bullet(sentence(3)),
            Bullet(sentence(4)),
        ),
        f"{sentence(5)}. {sentence(6)}. Danach ein Blick auf den Marktplatz." if notes else "",
    )


def illustrated(count: int) -> tuple[Page, ...]:
    """Return slides with a picture each, no two alike; `write_pictures` makes the files."""
    return tuple(
        Page(f"{number}. {SUBJECTS[number % len(SUBJECTS)]} im Bild", (), picture=f"{number}.png")
        for number in range(1, count + 1)
    )


def write_pictures(pages: tuple[Page, ...], folder: Path) -> None:
    """Write the PNGs that slides show: 800 × 450 pixels of coloured squares, some 20 KB each."""
    for number, page in enumerate(pages):
        if page.picture:
            (folder / page.picture).write_bytes(_png(random.Random(number)))  # noqa: S311  # no secret


def _png(chance: random.Random) -> bytes:
    squares, rows = 8, []
    for _ in range(450 // squares + 1):
        row = b"".join(chance.randbytes(3) * squares for _ in range(800 // squares))
        rows += [b"\0" + row] * squares
    header = struct.pack(">IIBBBBB", 800, 450, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows[:450]))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def talk(outline: Path) -> tuple[Page, ...]:
    """Return the words of a deckgen outline, slide by slide, so that peers can set them too.

    A slide's first text is its title and all others are bullets; variables are filled in. The cover
    shows what the head of the outline says.
    """
    head = yaml.load(outline.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # builds strings only
    words = head.get("vars", {})

    def filled(text: str) -> str:
        return re.sub(
            r"\$\{(\w+)(?::-([^}]*))?\}",
            lambda name: words.get(name[1], name[2] or name[1]),
            text.strip(),
        )

    def page(entry: Any) -> Page:
        keys = {key: head.get(key, "") for key in COVER_KEYS} if entry == "cover" else entry
        title = next(keys[key] for key in TITLE_KEYS if key in keys)
        shown = [value for key, value in keys.items() if key not in ENTRY_KEYS and value != title]
        bullets = (bullet for value in shown for bullet in _bullets(value))
        return Page(
            filled(title),
            tuple(Bullet(filled(b.text), tuple(map(filled, b.children))) for b in bullets),
            filled(keys.get("notes", "")),
        )

    return tuple(page(entry) for entry in head["slides"])


def _bullets(value: Any) -> Iterator[Bullet]:
    """Yield a key's value as bullets: a list as its items, a list under an item as its children."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "text" in item:  # marked with `only` or `except`
            yield Bullet(item["text"])
        elif isinstance(item, dict):
            for text, children in item.items():
                words = children if isinstance(children, list) else [children]
                yield Bullet(text, tuple(str(word) for word in words))
        elif item:
            yield Bullet(item)


def as_outline(pages: tuple[Page, ...]) -> str:
    """Write slides as deckgen reads them."""
    lines = ["title: Die Kommunale Perspektive", "lang: de-DE", "slides:"]
    for page in pages:
        lines.append(f"  - title: {page.title}")
        if page.picture:
            lines.append(f"    image: {{file: {page.picture}, alt: {page.title}}}")
        else:
            lines.append("    bullets:")
        for bullet in page.bullets:
            lines.append(f"      - {bullet.text}{':' if bullet.children else ''}")
            lines += [f"          - {child}" for child in bullet.children]
        if page.notes:
            lines.append("    notes: |")
            lines += [f"      {line}" for line in page.notes.splitlines()]
    return "\n".join(lines) + "\n"


def as_markdown(pages: tuple[Page, ...]) -> str:
    """Write slides as pandoc reads them: a heading starts a slide."""
    blocks = []
    for page in pages:
        lines = [f"# {page.title}", ""]
        if page.picture:
            lines.append(f"![]({page.picture})")
        for bullet in page.bullets:
            lines.append(f"- {bullet.text}")
            lines += [f"    - {child}" for child in bullet.children]
        if page.notes:
            lines += ["", "::: notes", page.notes, ":::"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_json(pages: tuple[Page, ...]) -> str:
    """Write slides as the scripts for python-pptx and PptxGenJS read them."""
    return json.dumps([asdict(page) for page in pages], ensure_ascii=False)
