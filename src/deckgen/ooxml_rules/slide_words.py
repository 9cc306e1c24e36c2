"""The words of a slide's XML as a digest: the same as long as nobody changes them.

Programs divide runs anew, write fields anew, and add fallbacks for other programs
(ECMA-376 Part 3, 9.3); the words in order stay.
"""

import html
import re
import zlib

_PASSED_OVER = re.compile(
    rb"<([\w.-]+:)?(fld|Fallback)[\s>].*?</(?:[\w.-]+:)?(?:fld|Fallback)>", re.DOTALL
)
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</")


def words_digest(slide: bytes) -> str:
    """Return eight hexadecimal digits for the words of a `p:sld` in UTF-8, without blanks."""
    words = b"".join(_TEXT.findall(_PASSED_OVER.sub(b"", slide)))
    text = "".join(html.unescape(words.decode(errors="replace")).split())
    return f"{zlib.crc32(text.encode()):08x}"
