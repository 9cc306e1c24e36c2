"""README.txt and FONTS.txt: plain text for every computer, also for Windows before 2019."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from deckgen.pack.checksums import CHECKSUM_FILE as SUMS
from deckgen.pack.needed_fonts import NeededFont
from deckgen.pack.pack_texts import PackTexts

README_FILE, FONTS_FILE = "README.txt", "FONTS.txt"
PackPart: TypeAlias = Literal["deck", "pdf", "handout", "page"]
"""The other files of a pack."""
_WIDTH = 76


class TalkHeader(NamedTuple):
    """The metadata of a talk."""

    title: str
    subtitle: str
    event: str
    speaker: str


def readme(
    head: TalkHeader,
    names: Mapping[PackPart, str],
    missing: Sequence[str],
    differing: Sequence[int],
    texts: PackTexts,
) -> bytes:
    """Return README.txt: each file of the pack, and which program opens it.

    `missing` are names of files that could not be made; `differing` are the numbers of the slides
    that PowerPoint shows differently from the other files.
    """
    listed = {
        **{name: str(getattr(texts, piece)) for piece, name in names.items()},
        FONTS_FILE: texts.fonts,
        SUMS: texts.checksums,
    }
    lines = [head.title, "=" * min(len(head.title), _WIDTH)]
    lines += [line for line in (head.subtitle, head.event) if line]
    lines += [texts.made_for.format(head.speaker)] if head.speaker else []
    lines += ["", *_titled(texts.in_here)]
    for name, what in listed.items():
        lines += [name, *_wrapped(what, "    ")]
    if missing:
        lines += ["", *_titled(texts.not_in_here)]
        for name in missing:
            lines += _wrapped(texts.left_out.format(name))
    if differing:
        lines += ["", *_wrapped(texts.differs.format(", ".join(map(str, differing))))]
    lines += ["", *_titled(texts.order), *_wrapped(texts.begin), "", *_wrapped(texts.no_installing)]
    lines += ["", *_wrapped(texts.check)]
    return _as_text(lines)


def fonts_list(deck: str, fonts: Sequence[NeededFont], texts: PackTexts) -> bytes:
    """Return FONTS.txt; `deck` is the name of the deck."""
    title = texts.fonts_head.format(deck)
    lines = [title, "=" * min(len(title), _WIDTH), "", texts.shows, ""]
    for font in fonts:
        lines.append(f"{font.name} ({_faces(font.faces, texts)})")
        lines += _wrapped(str(getattr(texts, font.availability.replace("-", "_"))), "    ")
        if font.lacking:
            lines += _wrapped(texts.lacking.format(_faces(font.lacking, texts)), "    ")
    to_install = [font.name for font in fonts if font.availability not in {"office", "embedded"}]
    lines += [
        "",
        *_wrapped(texts.install.format(", ".join(to_install)) if to_install else texts.all_there),
    ]
    if any(font.availability == "embedded" for font in fonts):
        lines += ["", *_wrapped(texts.embedding_untried)]
    lines += ["", *_wrapped(texts.otherwise)]
    return _as_text(lines)


def _faces(faces: Iterable[tuple[bool, bool]], texts: PackTexts) -> str:
    return ", ".join(texts.faces[2 * bold + italic] for bold, italic in faces)


def _titled(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _wrapped(text: str, margin: str = "") -> list[str]:
    """Return a text in lines; commands and names are not broken at hyphens."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _as_text(lines: Iterable[str]) -> bytes:
    """Return lines as UTF-8 with a byte order mark and CR LF, for old editors of Windows."""
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
