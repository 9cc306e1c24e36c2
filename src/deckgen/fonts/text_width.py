"""The width of text: advance widths and kerning, summed word by word, in em.

An em is the size of the text: a measure holds for all sizes. PowerPoint has no ligatures.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from deckgen.deck.layout import FontRole
from deckgen.fonts.break_opportunities import clusters, pieces
from deckgen.fonts.face import UNKNOWN_CODE, Face, FaceKey, is_known, known_face

LEAST_LINE_HEIGHT = 1.216
"""Em: PowerPoint has 1.2117 and 0.07 pt for nearly every font, LibreOffice 1.2.

docs/facts/text-measuring.md has the measurements.
"""
BASELINE = 0.97
"""Em from the top of a line to its baseline. LibreOffice has 1 for every font; PowerPoint divides
its lines as the font does: 0.94 in Calibri, 0.98 in Arial."""
FIXED_BASELINE = 0.8
"""The same in a line whose height is given in points, as a share of that height."""
FALLBACK_LINE_HEIGHT = 1.45
"""Em: the height of a line with Chinese, Japanese, Korean or signs from fallback fonts."""
EMOJI, EMOJI_LINE_HEIGHT = 1.37, 1.33
"""Em: the advance of an emoji, and its line height, in Segoe UI Emoji: the largest known ones."""


Piece: TypeAlias = tuple[float, float, str]
"""Width in em, width of the blank that follows in em, text without that blank."""

MOST_WORDS = 65_536
"""How many measured words of a face are kept."""
_WIDE_ARABIC, _NARROW_ARABIC = frozenset("سشصضطظ"), frozenset("اأإآلدذرزوؤء")
"""Letters whose width in a fallback font differs: bold words of wide ones would be broken."""
_BLANKS = frozenset("\u00a0\u202f")
"""No-break blanks. A font without them uses its blank; LibreOffice (HarfBuzz) halves it for the
narrow one, which is measured as a whole blank here."""


class Fonts(NamedTuple):
    """The fonts of a deck, by their names in PowerPoint."""

    heading: str
    body: str
    code: str
    faces: Mapping[FaceKey, Face] = {}
    """Faces of the brand's own font files; others are looked up by name."""
    others: tuple[str, ...] = ()
    """Fonts of single placeholders."""
    reserve: float = 1.04
    """How much wider than its measure text may be on a slide: PowerPoint sets it 1 % wider than the
    sum of its letters (docs/facts/text-measuring.md), and a venue may lack the font."""

    def named(self, font: FontRole | str) -> str:
        """Return the name of a font, given by its role or by its name."""
        if font == "heading":
            return self.heading
        return self.body if font == "body" else font

    def face(self, key: FaceKey) -> Face:
        """Return a face of one of the fonts."""
        return self.faces.get(key) or known_face(key)

    def code_face(self, *, bold: bool, italic: bool) -> Face:
        """Return a face of the code font; of a wide code font if it is unknown."""
        key = (self.code, bold, italic)
        measured = key in self.faces or is_known(self.code)
        return self.face(key if measured else (UNKNOWN_CODE, bold, italic))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The fonts with unknown measures, each once."""
        names = dict.fromkeys((self.heading, self.body, self.code, *self.others))
        return tuple(name for name in names if not self.measures(name))

    def measures(self, name: str) -> bool:
        """Return whether the widths of a font are known."""
        return is_known(name) or any(name == own for own, _, _ in self.faces)


class WordWidths(dict[str, float]):
    """The widths of the words of one face, in em; a missing word is measured."""

    __slots__ = ("_face", "tall")

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self.tall: set[str] = set()
        """The words with characters from fallback fonts that make a line higher."""

    def __missing__(self, word: str) -> float:
        wide = self[word] = word_width(word, self._face)
        if not word.isascii() and line_height(word, self._face) > _own_line_height(self._face):
            self.tall.add(word)
        return wide

    def forget(self) -> None:
        """Remove all words; not within a paragraph, which may have a tall one."""
        self.clear()
        self.tall.clear()


@lru_cache(maxsize=64)
def word_widths(face: Face) -> WordWidths:
    """Return the widths of the words of a face."""
    return WordWidths(face)


@lru_cache(maxsize=MOST_WORDS)
def word_pieces(word: str, face: Face, blank: float) -> tuple[Piece, ...]:
    """Return the pieces of a word; a line may end after each, and `blank` follows the last."""
    *before, last = pieces(word)
    return (
        *((word_width(piece, face), 0.0, piece) for piece in before),
        (word_width(last, face), blank, last),
    )


@lru_cache(maxsize=4096)
def cluster_widths(text: str, face: Face) -> tuple[tuple[float, str], ...]:
    """Return the characters of a text, each with its width in em."""
    return tuple((word_width(sign, face), sign) for sign in clusters(text))


@lru_cache(maxsize=256)
def blank_width(face: Face) -> float:
    """Return the width of a blank in em."""
    wide = face.widths.get(" ", face.fixed)
    return 0.25 if wide is None else wide / face.units


def word_width(text: str, face: Face) -> float:
    """Return the width of a text without blanks or breaks, in em."""
    widths = face.widths
    try:
        units = sum([widths[sign] for sign in text])
    except KeyError:
        return _mixed_width(text, face)
    return (units + _kerned(text, face)) / face.units


def line_height(text: str, face: Face) -> float:
    """Return the height of a line that shows the text, in em."""
    own = _own_line_height(face)
    if text.isascii() or max(text) <= "\u10ff":
        return own
    far = [sign for sign in text if _is_far(sign) and sign not in face.widths]
    return max([own, *[EMOJI_LINE_HEIGHT if _is_emoji(s) else FALLBACK_LINE_HEIGHT for s in far]])


def _is_far(sign: str) -> bool:
    """Return whether a character may come from a fallback font with higher lines."""
    return sign > "\u10ff" and (
        sign <= "\u11ff" or "\u2190" <= sign <= "\ufdff" or "\ufe30" <= sign <= "\U0003ffff"
    )


@lru_cache(maxsize=256)
def _own_line_height(face: Face) -> float:
    return max(LEAST_LINE_HEIGHT, face.line_height)


def _kerned(text: str, face: Face) -> int:
    kerning = face.kerning
    if not kerning.columns:
        return 0
    left, right, columns, values = kerning.left, kerning.right, kerning.columns, kerning.values
    total = 0
    for first, second in pairwise(text):
        if first in left and second in right:
            total += values[left[first] * columns + right[second]]
    return total


def _mixed_width(text: str, face: Face) -> float:
    """Return the width of a text with characters from fallback fonts."""
    total = _kerned(text, face) / face.units
    tracking = face.tracking / face.units
    for cluster in clusters(text):
        first = cluster[0]
        own = face.widths.get(first)
        if own is None and first in _BLANKS:
            own = face.widths.get(" ")
        if "\ufe0f" in cluster and first > "\u1fff":
            total += EMOJI + tracking
        elif own is not None:
            total += own / face.units
        elif face.fixed is not None and not _is_invisible(first):
            total += max(face.fixed / face.units, 1.0 if _is_wide(first) else 0.0)
        else:
            total += _fallback_width(first) + tracking
    return max(total, 0.0)


def _fallback_width(sign: str) -> float:
    """Return the width of a character in a fallback font: an estimate that is never too small."""
    if _is_invisible(sign):
        return 0.0
    if _is_emoji(sign):
        return EMOJI
    if _is_wide(sign):
        return EMOJI if "\u2300" < sign < "\u2bff" else 1.0
    if "\u0590" <= sign <= "\u08ff":
        return 0.95 if sign in _WIDE_ARABIC else 0.5 if sign in _NARROW_ARABIC else 0.6
    return 0.8 if sign.isalnum() else 1.0


def _is_emoji(sign: str) -> bool:
    return "\U0001f000" <= sign < "\U00020000"


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in {"W", "F"}


def _is_invisible(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Me", "Cf"}
