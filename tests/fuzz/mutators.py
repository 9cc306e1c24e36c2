"""Ways to damage a file: each takes its bytes and returns others, the same for the same seed."""

import io
import random
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence

from lxml import etree

_SHOWN = re.compile(
    r"ppt/(slides|notesSlides|charts)/[^/]+xml|ppt/presentation\.xml|customXml/item\d"
)

Mutator = Callable[[random.Random, bytes], bytes]

NASTY_NUMBERS = (
    *("0", "-1", "1", "255", "65535", "65536", "2147483647", "2147483648", "-2147483649"),
    *("4294967295", "1e9", "1e30", "1e999", "-1e999", "nan", "inf", "0.0000001", "1.5", "½", "٣"),
    *("99999999999999999999999999", "0x1F", "1_000", "1,5", "1.234,5", "12:30", "3/4", "-0"),
)
NASTY_TEXT = (
    *("", " ", "\u200b", "\u202e", "\u0301", "\u2028", "\ufeff", "\u00a0", "\x0b", "\x1b[2J"),
    *("\0", "\x7f", "\ufffe", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "ﷺ", "عربي", "漢字"),
    *("${town}", "${", "${x:-${y}}", "${date:number}", "$$", "$\\frac{1}{2}$", "$\\left("),
    *("**", "*a", "&a", "!!python/object:os.system", "%TAG", "@x", "`", "```", "[](", "[a](#b)"),
    *("- ", "? ", ": ", "# x", "|", ">", "{", "}", "[", "]", "null", "~", "yes", "No", "<<: *a"),
    *("../../../../etc/passwd", "/dev/zero", "file:///etc/passwd", "CON", "a" * 300, "x " * 2_000),
    *("https://a.example/", "<script>", "]]>", "&amp;", "&#0;", "2027-02-30", "14.3.2027", "\t"),
)
_WORD = re.compile(r"[^\s:#,\[\]{}\"'|>-]+")
_TOKEN = re.compile(r"[\w.+-]+|[^\w\s]")
_INTERESTING = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF)
_MOST = 400_000
"""Bytes that a text may grow to."""


def nasty(dice: random.Random) -> str:
    """Return a value that few expect."""
    return dice.choice(dice.choice((NASTY_NUMBERS, NASTY_TEXT)))


def some(dice: random.Random, data: bytes, mutators: Sequence[Mutator], most: int = 4) -> bytes:
    """Return bytes after one to `most` mutations."""
    for _ in range(dice.randint(1, most)):
        data = dice.choice(mutators)(dice, data)
    return data


def noise(dice: random.Random, data: bytes) -> bytes:
    """Change, insert, repeat or take away a few bytes, or cut the file off."""
    at = dice.randint(0, len(data))
    length = dice.choice((1, 1, 2, 4, 8, 64, 1024))
    kind = dice.randrange(6)
    if kind == 0:
        return data[:at] + dice.randbytes(length) + data[at + length :]
    if kind == 1:
        return data[:at] + dice.randbytes(length) + data[at:]
    if kind == 2:
        return data[:at] + data[at + length :]
    if kind == 3:
        return data[:at] + data[at : at + length] * dice.choice((2, 3, 100)) + data[at + length :]
    if kind == 4:
        form, number = dice.choice(((">I", 4), ("<I", 4), (">H", 2), ("<H", 2), ("B", 1)))
        value = dice.choice(_INTERESTING) & ((1 << 8 * number) - 1)
        return data[:at] + struct.pack(form, value) + data[at + number :]
    return data[:at]


def lines(dice: random.Random, data: bytes) -> bytes:
    """Move, repeat, indent, join or take away lines."""
    rows = data.decode(errors="replace").split("\n")
    at, other = dice.randrange(len(rows)), dice.randrange(len(rows))
    kind = dice.randrange(7)
    if kind == 0:
        del rows[at]
    elif kind == 1:
        rows[at], rows[other] = rows[other], rows[at]
    elif kind == 2:
        block = rows[min(at, other) : max(at, other) + 1]
        size = len("\n".join(block)) + 1
        rows[at:at] = block * min(dice.choice((1, 2, 10, 300)), max(_MOST // size, 1))
    elif kind == 3:
        rows[at] = " " * dice.randint(0, 9) + rows[at].lstrip()
    elif kind == 4:
        rows[at] += nasty(dice)
    elif kind == 5:
        rows[at : at + 2] = [" ".join(rows[at : at + 2])]
    else:
        rows.insert(at, " " * dice.randint(0, 6) + dice.choice(("- ", "a: ", "")) + nasty(dice))
    return "\n".join(rows).encode(errors="surrogatepass")


def words(dice: random.Random, data: bytes) -> bytes:
    """Put something that few expect in the place of a word, or the word of another place."""
    text = data.decode(errors="replace")
    found = list(_WORD.finditer(text))
    if not found:
        return nasty(dice).encode()
    word = dice.choice(found)
    put = dice.choice((nasty(dice), dice.choice(found)[0], word[0] * dice.choice((2, 500))))
    return (text[: word.start()] + put + text[word.end() :]).encode(errors="surrogatepass")


def tokens(dice: random.Random, data: bytes) -> bytes:
    """Do the same with numbers and signs."""
    text = data.decode(errors="replace")
    found = list(_TOKEN.finditer(text))
    if not found:
        return data
    token, other = dice.choice(found), dice.choice(found)
    put = dice.choice((other[0], token[0] * dice.choice((0, 2, 3, 200)), nasty(dice)))
    return (text[: token.start()] + put + text[token.end() :]).encode(errors="surrogatepass")


def xml(dice: random.Random, data: bytes) -> bytes:
    """Change elements and attributes, so that it stays well formed; else as `tokens` does."""
    root = _root(data)
    if root is None:
        return tokens(dice, data)
    elements = list(root.iter("*"))
    for _ in range(dice.randint(1, 3)):
        _change(dice, dice.choice(elements), dice.choice(elements))
    return bytes(etree.tostring(root))


def reversed_children(dice: random.Random, data: bytes) -> bytes:
    """Turn round the children of an element, such as the paragraphs of a text, or multiply them."""
    root = _root(data)
    if root is None:
        return tokens(dice, data)
    parents = [each for each in root.iter("*") if len(each) > 1]
    if parents:
        parent = dice.choice(parents)
        children = list(parent)[::-1]
        parent[:] = children
        for _ in range(dice.choice((0, 0, 20))):
            if len(data) + len(etree.tostring(parent)) < _MOST:
                parent.extend(etree.fromstring(etree.tostring(each)) for each in children)
    return bytes(etree.tostring(root))


def all_words(dice: random.Random, data: bytes) -> bytes:
    """Give every text of the XML other words, in another order, or one very long word."""
    root = _root(data)
    if root is None:
        return tokens(dice, data)
    mark, long = dice.choice("xé漢"), dice.random() < 0.1
    for each in root.iter("*"):
        if each.text and each.text.strip():
            changed = [word + mark for word in each.text.split()]
            each.text = mark * 50_000 if long else " ".join(changed[:: dice.choice((1, -1))])
            long = False
    return bytes(etree.tostring(root))


def _root(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def numbers(dice: random.Random, data: bytes) -> bytes:
    """Let all elements of one name claim another number: as an attribute, or as their text."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return tokens(dice, data)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    claims = {(one.tag, key) for one in elements for key in one.attrib if _is_number(one.get(key))}
    claims |= {(one.tag, "") for one in elements if _is_number(one.text)}
    if not claims:
        return data
    tag, key = dice.choice(sorted(claims, key=str))
    claim = dice.choice((*NASTY_NUMBERS, "9" * 5_000))
    for one in elements:
        if one.tag == tag and not key:
            one.text = claim
        elif one.tag == tag and key in one.attrib:
            one.set(key, claim)
    return bytes(etree.tostring(root))


def _is_number(text: str | None) -> bool:
    return text is not None and text.strip().removeprefix("-").replace(".", "", 1).isdecimal()


def _change(dice: random.Random, element: etree._Element, other: etree._Element) -> None:
    parent, kind = element.getparent(), dice.randrange(7)
    try:
        if kind == 0 and element.attrib:
            element.attrib[dice.choice(list(element.attrib))] = nasty(dice)
        elif kind == 1 and element.attrib:
            del element.attrib[dice.choice(list(element.attrib))]
        elif kind == 2 and parent is not None:
            parent.remove(element)
        elif kind == 3 and parent is not None:
            for _ in range(dice.choice((1, 2, 40))):
                parent.append(etree.fromstring(etree.tostring(element)))
        elif kind == 4:
            element.append(etree.fromstring(etree.tostring(other)))
        elif kind == 5:
            element.text = nasty(dice)
        else:
            element.tag = other.tag
    except (ValueError, etree.XMLSyntaxError):
        return  # a value that XML cannot hold


def package(dice: random.Random, data: bytes) -> bytes:
    """Change parts of a zip, what it says of them, or its bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, NotImplementedError):
        return noise(dice, data)
    if not parts or dice.random() < 0.1:
        return noise(dice, data)
    for _ in range(dice.choice((1, 1, 2, 4))):
        at = dice.randrange(len(parts))
        name, part = parts[at]
        kind = dice.randrange(12)
        if kind == 0 and len(parts) > 1:
            del parts[at]
        elif kind == 1:
            parts.append((name, dice.choice(parts)[1]))
        elif kind == 2:
            parts[at] = dice.choice(parts)[0], part
        elif kind == 3:
            parts[at] = dice.choice(("", "/", "../x", "a\\b", "ppt//x.xml", "x" * 300)), part
        elif kind == 4 or not name.endswith((".xml", ".rels")):
            parts[at] = name, noise(dice, part)
        else:
            parts[at] = name, xml(dice, part)
    target = io.BytesIO()
    packing = dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(target, "w") as to, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that stands there twice
        for name, part in parts:
            to.writestr(zipfile.ZipInfo(name or " "), part, packing)
    return target.getvalue()


def shown(dice: random.Random, data: bytes) -> bytes:
    """Change the XML of slides, notes, charts, the presentation or the map of a sound deck."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in dice.choices([name for name in parts if _SHOWN.match(name)], k=dice.choice((1, 3))):
        ways = (xml, xml, numbers, tokens, reversed_children, all_words)
        parts[name] = some(dice, parts[name], ways, 3)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as to:
        for name, part in parts.items():
            to.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


TEXT: Sequence[Mutator] = (lines, lines, words, words, words, tokens, noise)
BINARY: Sequence[Mutator] = (noise,)
XML: Sequence[Mutator] = (xml, xml, tokens, noise)
PACKAGE: Sequence[Mutator] = (package,)
EDITED: Sequence[Mutator] = (shown, shown, shown, package)
