"""Talks with pictures: their files, their slides, and what is found in them."""

import io
from collections.abc import Mapping
from typing import Any

import pptx

from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.media.sample_pictures import noise, pixels, saved, svg, turned
from tests.present import present

HEAD = "title: A talk\nlang: en-GB\nslides:\n"
FILES: Mapping[str, bytes] = {
    "a.png": saved(pixels(600, 400), "PNG"),
    "copy.png": saved(pixels(600, 400), "PNG"),
    "b.jpg": saved(pixels(600, 900), "JPEG"),
    "tall.png": saved(pixels(1, 10_000), "PNG"),
    "phone.jpg": turned(6, 600, 400),
    "print.jpg": saved(pixels(600, 400, "CMYK"), "JPEG"),
    "c.gif": saved(pixels(600, 400), "GIF"),
    "d.webp": saved(pixels(600, 400), "WEBP"),
    "e.svg": svg("<rect width='20' height='30'/>"),
    "large.png": noise(3_000, 500),
    "broken.png": saved(pixels(), "PNG")[:-9],
    "script.svg": svg("<script/>"),
    "words.png": b"These are words.",
    "empty.png": b"",
}


class Pictures(Folder):
    """A folder of pictures and an outline, which knows what was read of it."""

    files: dict[str, bytes]

    def __init__(self, outline: str) -> None:
        super().__init__({**FILES, "slides.yaml": outline.encode()})
        self.reads: list[str] = []

    def read(self, name: str) -> bytes:
        """Return the file, or raise as the disk does."""
        self.reads.append(name)
        return super().read(name)


def built(entries: str) -> bytes:
    diagnostics = Diagnostics()
    compiled = present(compile_talk("slides.yaml", Pictures(HEAD + entries), None, diagnostics))
    assert not diagnostics.has_errors, list(diagnostics)
    return deck_bytes(compiled, None)


def shown(entries: str) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(built(entries))).slides)


def findings(entries: str) -> list[tuple[str, int]]:
    diagnostics = Diagnostics()
    compile_talk("slides.yaml", Pictures(HEAD + entries), None, diagnostics)
    return [(one.code, one.span.line if one.span else 0) for one in diagnostics]


ALONE = "  - {title: T, image: {file: a.png, alt: A}}\n"
RIGHT = "  - {title: T, bullets: [One], image: {file: a.png, alt: A}}\n"
LEFT = "  - {title: T, image: {file: a.png, alt: A}, bullets: [One]}\n"
BOTH = "  - {title: T, image: [{file: a.png, alt: A}, {file: b.jpg, alt: B}], text: One}\n"
ASKED = "  - {question: Q?, title: T, image: {file: a.png, alt: A}, bullets: [One]}\n"
SEEN = "  - {question: Q?, title: T, image: {file: a.png, alt: A}}\n"
FULL = "  - {title: T, image: {file: a.png, alt: A, credit: Anna}, bleed: yes}\n"
HIDDEN = "  - {title: T, image: {file: a.png, alt: A}, bleed: yes, panel: no}\n"
SCRIM = "  - {title: T, image: {file: a.png, alt: A, credit: Anna}, bleed: full, panel: scrim}\n"
HALF = "  - {title: T, bullets: [One], image: {file: a.png, alt: A, credit: Anna}, bleed: half}\n"
HALF_LEFT = "  - {title: T, image: {file: a.png, alt: A}, bullets: [One], bleed: yes}\n"
HALF_ALONE = "  - {title: T, image: {file: a.png, alt: A}, bleed: half}\n"
COVER = "  - {cover: T, image: {file: a.png, alt: A}}\n"
SECTION = "  - {section: T, image: {file: a.png, alt: A}}\n"
QUOTE = "  - {quote: “T”, by: Anna, image: {file: b.jpg, alt: Anna}}\n"
CLOSING = "  - {closing: T, text: Anna, image: {file: b.jpg, alt: Anna}}\n"
