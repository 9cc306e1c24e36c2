"""Signs of symbol fonts as those of Unicode: PowerPoint types Wingdings for `-->` and `:-)`.

In the file such a sign is U+F000 and its place in the font, which no other font shows.
"""

import re

_FIRST = 0xF000
_WINGDINGS = dict(
    zip(
        "\x22\x36\x4a\x4b\x4c\x6c\x6e\x6f\x71\x72\x76\xa7\xa8\xd8\xdf\xe0\xe1\xe2\xe7\xe8\xef\xf0\xf3"
        "\xfb\xfc\xfd\xfe",
        "✂⌛☺😐☹●■□❑❒❖▪◻➢←→↑↓←→⇦⇨⇔✗✓☒☑",
        strict=True,
    )
)
_SYMBOL = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzCDFGJLPQSUWXY\xa3\xa5\xac\xad\xae\xaf\xb0\xb1\xb3\xb4\xb7\xb9\xbb\xd7"
        "\xdb\xde",
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζΧΔΦΓϑΛΠΘΣΥΩΞΨ≤∞←↑→↓°±≥×•≠≈⋅⇔⇒",
        strict=True,
    )
)
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def with_letters_of_unicode(text: str, font: str) -> str:
    """Return a text with the signs of Unicode for those of a font; others stay as they are."""
    table = _SYMBOL if font.casefold().startswith("symbol") else _WINGDINGS
    return _PRIVATE.sub(lambda sign: table.get(chr(ord(sign[0]) - _FIRST), sign[0]), text)
