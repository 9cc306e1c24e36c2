"""README.txt and FONTS.txt: plain text that every computer opens, Windows before 2019 included."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from deckgen.pack.checksums import CHECKSUM_FILE as SUMS
from deckgen.pack.needed_fonts import NeededFont
from deckgen.pack.pack_texts import PackTexts

README_FILE, FONTS_FILE = "README.txt", "FONTS.txt"
PackPart: TypeAlias = Literal["deck", "pdf", "handout", "page"]
"""What a pack may hold beside its papers."""
_WIDTH = 76


class TalkHeader(NamedTuple):
    """What stands at the head of a talk."""

    title: str
    subtitle: str
    event: str
    speaker: str


def readme(
    head: TalkHeader,
    names: Mapping[PackPart, str],
    missing: Sequence[str],
    differing: Sequence[int],
    said: PackTexts,
) -> bytes:
    """Return README.txt: what is what, and which program opens it.

    `missing` names what is not there; `differing` are the numbers of the slides that look otherwise
    in PowerPoint than beside it.
    """
    listed = {
        **{name: str(getattr(said, piece)) for piece, name in names.items()},
        FONTS_FILE: said.fonts,
        SUMS: said.checksums,
    }
    lines = [head.title, "=" * min(len(head.title), _WIDTH)]
    lines += [line for line in (head.subtitle, head.event) if line]
    lines += [said.made_for.format(head.speaker)] if head.speaker else []
    lines += ["", *_titled(said.in_here)]
    for name, what in listed.items():
        lines += [name, *_filled(what, "    ")]
    if missing:
        lines += ["", *_titled(said.not_in_here)]
        for name in missing:
            lines += _filled(said.left_out.format(name))
    if differing:
        lines += ["", *_filled(said.differs.format(", ".join(map(str, differing))))]
    lines += ["", *_titled(said.order), *_filled(said.begin), "", *_filled(said.no_installing)]
    lines += ["", *_filled(said.check)]
    return _as_text(lines)


def fonts_list(deck: str, fonts: Sequence[NeededFont], said: PackTexts) -> bytes:
    """Return FONTS.txt of the deck that is called so."""
    title = said.fonts_head.format(deck)
    lines = [title, "=" * min(len(title), _WIDTH), "", said.shows, ""]
    for font in fonts:
        lines.append(f"{font.name} ({_faces(font.faces, said)})")
        lines += _filled(str(getattr(said, font.standing.replace("-", "_"))), "    ")
        if font.lacking:
            lines += _filled(said.lacking.format(_faces(font.lacking, said)), "    ")
    wanted = [font.name for font in fonts if font.standing not in {"office", "embedded"}]
    lines += ["", *_filled(said.install.format(", ".join(wanted)) if wanted else said.all_there)]
    if any(font.standing == "embedded" for font in fonts):
        lines += ["", *_filled(said.embedding_untried)]
    lines += ["", *_filled(said.otherwise)]
    return _as_text(lines)


def _faces(faces: Iterable[tuple[bool, bool]], said: PackTexts) -> str:
    return ", ".join(said.faces[2 * bold + italic] for bold, italic in faces)


def _titled(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _filled(text: str, margin: str = "") -> list[str]:
    """Return a text as lines of a page; commands and names are not cut at hyphens."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _as_text(lines: Iterable[str]) -> bytes:
    """Return lines as Windows' oldest editors read them too: marked as UTF-8, CR and LF."""
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
