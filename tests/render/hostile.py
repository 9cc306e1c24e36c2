"""Decks that want to be followed out of themselves: to a file on the disk, or to a port."""

import base64
import gzip
import io
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeAlias

from PIL import Image

from tests.render.metafiles import drawn_with_plus, emf
from tests.talks import talk
from tests.tools.packages import parts_of, zipped

Parts: TypeAlias = dict[str, bytes]
SECRET, PLAIN = (250, 7, 211), (20, 200, 20)
"""The colours of a picture beside the deck, and of the one in it."""
KEPT = "https://gera.example/wer"
"""Where a link leads that is as good as any."""
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="64" height="64"><image width="64" height="64" xlink:href="{0}" href="{0}"/></svg>'
)
_BACKGROUND = (
    b'<p:bg><p:bgPr><a:blipFill><a:blip r:link="rIdX"/><a:stretch><a:fillRect/></a:stretch>'
    b"</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
)


def picture(colour: tuple[int, int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(data, "PNG")
    return data.getvalue()


@cache
def _plain() -> bytes:
    entries = f'- title: One\n  bullets: ["[words]({KEPT})"]\n  image: {{file: a.png, alt: A}}'
    return talk(entries, files={"a.png": picture(PLAIN)}).data


def plain() -> Parts:
    """Return the parts of a deck of one slide, with a picture and a link."""
    return parts_of(_plain())


def the(deck: Mapping[str, bytes], pattern: str) -> str:
    """Return the name of the first part that matches."""
    return next(name for name in deck if re.fullmatch(pattern, name))


SLIDE, MEDIA = r"ppt/slides/slide\d+\.xml", r"ppt/media/.*\.png"
LAYOUT, MASTER = r"ppt/slideLayouts/slideLayout\d+\.xml", r"ppt/slideMasters/slideMaster\d+\.xml"


def relationships_of(name: str) -> str:
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels"


def linked(
    deck: Parts, source: str, target: str, type_: str = "image", mode: str = "External"
) -> None:
    """Let the part that matches have one more relationship, rIdX."""
    where = f' TargetMode="{mode}"' if mode else ""
    name = relationships_of(the(deck, source))
    more = f'<Relationship Id="rIdX" Type="{_TYPES}/{type_}" Target="{target}"{where}/>'
    deck[name] = deck[name].replace(b"</Relationships>", more.encode() + b"</Relationships>")


def with_background(deck: Parts, source: str) -> None:
    """Let the part that matches show rIdX behind all that is on it."""
    name = the(deck, source)
    bare = re.sub(rb"<p:bg>.*?</p:bg>", b"", deck[name], flags=re.DOTALL)
    deck[name] = re.sub(rb"(<p:cSld[^>]*>)", rb"\1" + _BACKGROUND, bare, count=1)


def _behind(source: str, type_: str = "image") -> Callable[[Parts, str], None]:
    def change(deck: Parts, address: str) -> None:
        linked(deck, source, address, type_)
        with_background(deck, source)

    return change


def _as_picture(data: Callable[[str], bytes]) -> Callable[[Parts, str], None]:
    def change(deck: Parts, address: str) -> None:
        deck[the(deck, MEDIA)] = data(address)

    return change


def svg(address: str) -> bytes:
    return _SVG.format(address).encode()


def _svg_in_svg(address: str) -> bytes:
    return svg(f"data:image/png;base64,{base64.b64encode(svg(address)).decode()}")


def _inside(deck: Parts, address: str) -> None:
    linked(deck, SLIDE, address, mode="")
    with_background(deck, SLIDE)


def _in_utf16(deck: Parts, address: str) -> None:
    _behind(SLIDE)(deck, address)
    name = relationships_of(the(deck, SLIDE))
    text = re.sub(r"<\?xml.*?\?>", "", deck[name].decode())
    deck[name] = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")


def _in_the_type(deck: Parts, address: str) -> None:
    """Write what would be a second relationship, were it not escaped, into the type of one."""
    injected = f"image&quot; Target=&quot;{address}&quot; TargetMode=&quot;External&quot; x=&quot;/"
    linked(deck, SLIDE, f"../media/{the(deck, MEDIA).rpartition('/')[2]}", injected + "image", "")
    with_background(deck, SLIDE)


def _object(deck: Parts, address: str) -> None:
    linked(deck, SLIDE, address, "oleObject")
    name = the(deck, SLIDE)
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="O"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/>'
        '</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/'
        '2006/ole"><p:oleObj r:id="rIdX" progId="Word.Document.12"><p:link/></p:oleObj>'
        "</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    )
    deck[name] = deck[name].replace(b"</p:spTree>", frame.encode())


def _film(deck: Parts, address: str) -> None:
    linked(deck, SLIDE, address, "video")
    name = the(deck, SLIDE)
    deck[name] = re.sub(
        rb"(<p:pic>.*?)<p:nvPr/>", rb'\1<p:nvPr><a:videoFile r:link="rIdX"/></p:nvPr>', deck[name]
    )


def _another_document(deck: Parts, address: str) -> None:
    """Make the package an OpenDocument too."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:presentation><draw:page>'
        f'<draw:frame><draw:image xlink:href="{address}"/></draw:frame></draw:page>'
        "</office:presentation></office:body></office:document-content>"
    )
    rest = dict(deck)
    deck.clear()
    deck["mimetype"] = b"application/vnd.oasis.opendocument.presentation"
    deck["content.xml"] = content.encode()
    deck.update(rest)


WAYS_OUT: Mapping[str, Callable[[Parts, str], None]] = {
    "behind the slide": _behind(SLIDE),
    "behind the layout": _behind(LAYOUT),
    "behind the master": _behind(MASTER),
    "the address of a link": _behind(SLIDE, "hyperlink"),
    "as if it were inside": _inside,
    "in UTF-16": _in_utf16,
    "in the type of a relationship": _in_the_type,
    "an object": _object,
    "a film": _film,
    "an SVG": _as_picture(svg),
    "an SVG that is packed": _as_picture(lambda address: gzip.compress(svg(address), mtime=0)),
    "an SVG in an SVG": _as_picture(_svg_in_svg),
    "PostScript": _as_picture(lambda address: f"%!PS-Adobe-3.0 EPSF\n({address}) run".encode()),
    "an SVG in an EMF": _as_picture(lambda address: emf(drawn_with_plus(svg(address)))),
    "another document": _another_document,
}
"""What leads out of a deck to an address."""


def hostile(way: str, address: str) -> bytes:
    """Return a deck that leads to an address in one of `WAYS_OUT`."""
    deck = plain()
    WAYS_OUT[way](deck, address)
    return zipped(deck)


@contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    """Yield a port of this computer, and the list of those who came to it."""
    came: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return
                came.append("somebody")
                visitor.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        # A socket that is closed does not wake who waits at it.
        with socket.create_connection(server.getsockname()):
            server.close()
        thread.join(5)
        came.pop()


def has_colour(page: Image.Image, colour: tuple[int, int, int]) -> bool:
    """Return whether a picture has more than a few pixels of a colour, or nearly so."""
    counted = page.convert("RGB").getcolors(1 << 24) or []
    near = (count for count, pixel in counted if _near(pixel, colour))
    return sum(near) > 20


def _near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(
        abs(a - b) < 16 for a, b in zip(pixel, colour, strict=True)
    )


def secret_in(folder: Path) -> Path:
    """Write the picture that nobody shall see."""
    file = folder / "secret.png"
    file.write_bytes(picture(SECRET))
    return file
