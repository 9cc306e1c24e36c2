"""Warns of markup of other systems (Markdown, HTML, wikis, LaTeX), which stays text here.

Each sort is reported once a paragraph, where it stands first, with what to type instead.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from deckgen.outline.schema.fields import Text
from deckgen.outline.syntax.nodes import span_within
from deckgen.support.diagnostics import Diagnostics

CODE = "unknown-markup"

_INLINE_TAGS = {
    "b": "**words**",
    "strong": "**words**",
    "i": "*words*",
    "em": "*words*",
    "s": "~~words~~",
    "del": "~~words~~",
    "strike": "~~words~~",
    "sup": "^words^",
    "sub": "~words~",
    "code": "`words`",
    "kbd": "`words`",
    "tt": "`words`",
    "a": "[words](https://…)",
}
_TAGS = (
    "b|strong|i|em|s|del|strike|sup|sub|code|kbd|tt|a|u|p|ins|mark|small|big|pre|span|font|center|"
    "div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|img|blockquote|hr|style|script|iframe|video|"
    "audio|details|summary|svg"
)


class _Sort(NamedTuple):
    """A sort of markup: its pattern, and the warning."""

    signs: tuple[str, ...]
    """What a text of the sort has one of: a test that costs nothing, before the pattern's."""
    pattern: str
    """Its group, or else its first character, must not have been read as markup of ours."""
    message: str
    hint: str


_SORTS = (
    _Sort(
        ("#",),
        r"^#{2,6}[ \t]+\S|^#[ \t]+(?=[^\W\d_])[^a-zß-öø-ÿа-яα-ω]",
        "# begins no headline here; it is shown as it is.",
        r"A headline is the slide's `title:`. For a line that stands out type **its words**; for "
        r"the sign itself type \#.",
    ),
    _Sort(
        (">",),
        r"^>[ \t]+(?=[\"'„“”«*_\[]|[^\W\d_])",
        "> begins no quotation here; it is shown as it is.",
        r"A quotation is a slide of its own: `- quote: …` and `by: …`. Or type quotation marks "
        r"around it; for the sign itself type \>.",
    ),
    _Sort(
        ("|",),
        r"^[ \t]*\|(?:[ \t]|:?-).*\|[ \t]*$|^[ \t]*:?-{3,}:?[ \t]*\|",
        "Lines with | make no table here; they are shown as they are.",
        r"A table has a key of its own: `table:`, and below it a line for each row: `- [a, b]`. "
        r"For the sign itself type \|.",
    ),
    _Sort(
        ("---", "***", "___", "==="),
        r"^(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$",
        "This draws no line here; it is shown as it is.",
        r"A new slide begins with a dash below `slides:`. For the signs themselves type \ before "
        r"them.",
    ),
    _Sort(
        ("```", "~~~"),
        r"^(?:`{3,}|~{3,})[ \t]*(?:[\w+#.-]+[ \t]*)?\n|^(?:`{3,}|~{3,})[ \t]*[\w+#.-]*\Z",
        "This begins no listing here; lines below it are set as one.",
        "A listing is a slide of its own, with `title:` and `code: |`. A few words are set as code "
        "between backticks: `so`.",
    ),
    _Sort(
        ("[",),
        r"^\[[ xX]\](?=[ \t])",
        "This makes no box to tick; it is shown as it is.",
        r"Type the box itself: ☐ or ☑. For the signs themselves type \[.",
    ),
    _Sort(
        ("![",),
        r"!(\[)[^\]\n]{0,500}\]\([^)\n]{0,500}\)?",
        "A text holds no pictures; this is shown as it is.",
        "A picture has a key of its own: `image: {file: photo.jpg, alt: What can be seen}`.",
    ),
    _Sort(
        ("[^",),
        r"\[\^[^\]\s]{1,60}\]",
        "There are no footnotes; this is shown as it is.",
        "Put what it says into `notes:`, or below the text in parentheses. A raised number is "
        "typed ^1^.",
    ),
    _Sort(
        ("[",),
        r"\[-?@\w[^\]\n]{0,200}\]",
        "Sources are not looked up here; this is shown as it is.",
        "Write the source out, in the text or in `notes:`.",
    ),
    _Sort(
        ("[[",),
        r"\[\[(?!:)[^\[\]\n]{1,200}\]\]",
        "Two brackets make no link; this is shown as it is.",
        "A link is typed [words](https://…), or [words](#its-id) for a slide.",
    ),
    _Sort(
        ("]:",),
        r"^\[[^\]\n]{1,200}\]:[ \t]+(?:https?://|mailto:|www\.)",
        "The address of a link does not stand apart from its words; this is shown as it is.",
        "Type [words](https://…) where the words stand.",
    ),
    _Sort(
        ("]",),
        r"(?:\]\(|(?<!\d)\][ \t]+\()(?=https?://|mailto:|www\.|#\w)",
        "This looks like a link, and is none.",
        "A link is typed [words](https://…): no blank between ] and (, and a ) at its end. A ( or "
        ") in an address is typed %28 or %29.",
    ),
    _Sort(
        ("[/",),
        r"\[/(?:b|i|u|s|url|img|quote|code|color|size)\]",
        "Tags in brackets mean nothing here; they are shown as they are.",
        "Bold is typed **so**, italic *so*, a link [words](https://…).",
    ),
    _Sort(
        (":",),
        r"(?<![\w:/.\[]):[a-z][a-z0-9_+-]{1,30}:(?![\w:/])",
        "This makes no picture sign; it is shown as it is.",
        r"Type the sign itself, such as 😊 (Windows: Windows key and full stop; macOS: Ctrl, Cmd "
        r"and blank). For the colons type \:.",
    ),
    _Sort(
        ("==",),
        r"(?<![=\w])==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==(?![=\w])",
        "Nothing is marked with a colour here; this is shown as it is.",
        "Bold is typed **so**.",
    ),
    _Sort(
        ("{{",),
        r"\{\{\s{0,9}[\w.]{1,60}\s{0,9}\}\}",
        "This inserts no variable; it is shown as it is.",
        r"A variable is inserted with ${name}. For the signs themselves type \{.",
    ),
    _Sort(
        ("\\",),
        r"(?<![\w\\:.])\\[A-Za-z]{2,30}\{|"
        r"(?<!\\)\\\((?=[^\n()^_=\\]{0,100}[\^_=\\][^\n()]{0,200}\\\))",
        "LaTeX is known between dollar signs only; this is shown as it is.",
        r"A formula is typed $\frac{a}{b}$. Bold is typed **so**, italic *so*.",
    ),
    _Sort(
        ("\\n",),
        r"(?<![\\:/])\\n(?=[A-ZÄÖÜÉÀ\s]|\Z)",
        r"\n breaks no line; it is shown as it is.",
        "Type `|` behind the colon, and each line below it, indented. Within a line <br> breaks "
        "it.",
    ),
    _Sort(
        ("<!--",),
        r"<!--",
        "This is no comment here; it is shown as it is.",
        r"A comment begins with # and a blank, on a line of its own. For the signs type \<.",
    ),
)
_UNPAIRED = (
    "Nothing ends the bold text that begins here; the ** is shown as it is.",
    r"Type **so**, without blanks inside. For the signs themselves type \*\*.",
)
_CLOSING = frozenset(")]}.,;:")
"""What may stand behind the ** of a footnote, but not behind a ** that opens bold text."""
_TAG = rf"(?i:</?({_TAGS})(?:\s[^<>\n]{{0,500}})?/?>)"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_OFTEN_TAKEN = frozenset("`~\\")
"""Signs of other systems that are read as ours: a fence as code, `\\(` as a parenthesis."""


def warn_of_other_markup(
    text: Text,
    raw: str,
    is_taken: Callable[[int], bool],
    unpaired: list[int],
    diagnostics: Diagnostics,
) -> None:
    """Warn of each sort of markup in a paragraph that stays text.

    `is_taken` returns whether the character at an index was read as markup of ours; `unpaired` are
    indexes of `**` that look as if they opened bold text, but have no partner.
    """
    reported: list[tuple[int, int]] = []
    for start, end, message, hint in _first_of_each_sort(raw, is_taken, unpaired):
        if not any(first <= start < last for first, last in reported):
            reported.append((start, end))
            place = span_within(raw, text.span, start, end - start)
            diagnostics.warning(CODE, message, place, hint)


def _first_of_each_sort(
    raw: str, is_taken: Callable[[int], bool], unpaired: list[int]
) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, message and hint of the first place of each sort."""
    for sort in _SORTS:
        if not any(sign in raw for sign in sort.signs):
            continue
        for match in re.finditer(sort.pattern, raw, re.MULTILINE):
            at = match.start(match.lastindex or 0)
            if not is_taken(at) or raw[at] in _OFTEN_TAKEN:
                yield (*match.span(), sort.message, sort.hint)
                break
    for match in re.finditer(_TAG, raw) if "<" in raw else ():
        if not is_taken(match.start()):
            yield (*match.span(), *_tag_warning(match))
            break
    for match in re.finditer(_ENTITY, raw) if "&" in raw else ():
        if not is_taken(match.start()) and (warning := _entity_warning(match[0])):
            yield (*match.span(), *warning)
            break
    for at in unpaired:
        if raw[at + 2 : at + 3] not in _CLOSING:
            yield at, at + 2, *_UNPAIRED
            break


def _tag_warning(match: re.Match[str]) -> tuple[str, str]:
    """Return message and hint for a tag of HTML."""
    typed = _INLINE_TAGS.get(match[1].lower())
    hint = f"Type {typed} instead." if typed else "There is no markup for it; delete the tags."
    return (
        f"Tags of HTML mean nothing here, only <br> does; {match[0][:40]} is shown as it is.",
        rf"{hint} For the sign itself type \<.",
    )


def _entity_warning(entity: str) -> tuple[str, str] | None:
    """Return message and hint for a character reference of HTML; None if HTML does not have it."""
    from html import unescape

    sign = unescape(entity)
    if sign == entity or len(sign) > 2:
        return None
    hint = f"Type the sign itself: {sign}"
    if not sign.isprintable() or sign.isspace():
        hint = f"Type the sign itself (U+{ord(sign[0]):04X}); or a blank, or nothing"
    return (
        f"Signs are not written as in HTML; {entity} is shown as it is.",
        rf"{hint}. For the signs as they are type \&.",
    )
