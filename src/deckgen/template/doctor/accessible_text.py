"""What readers who do not see the slides are told: alternative texts and languages."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.ooxml_rules.shape_queries import name_of, shape_properties
from deckgen.opc.xml_parser import Element, q
from deckgen.template.template import Template

_LOGO = re.compile(
    r"logo|wappen|signet|emblem|blason|escudo|stemma|logga|vapen|герб|логотип", re.IGNORECASE
)
_FILE_NAME = re.compile(r"[^\n]{1,200}\.(png|jpe?g|gif|svg|emf|wmf|tiff?|bmp|webp)", re.IGNORECASE)


class UndescribedPicture(NamedTuple):
    """A picture of a layout or master without alternative text."""

    properties: Element
    """Its `p:cNvPr`."""
    name: str
    is_logo: bool
    """Whether its name says that it is a logo or a coat of arms."""


def undescribed_pictures(root: Element | None) -> tuple[UndescribedPicture, ...]:
    """Return the pictures that are neither described nor marked as decorative.

    The name of a picture file is no description.
    """
    pictures = []
    for picture in () if root is None else root.iter(q("p:pic")):
        properties = shape_properties(picture)
        if properties is None or next(properties.iter(q("adec:decorative")), None) is not None:
            continue
        description = properties.get("descr", "").strip()
        if description and not _FILE_NAME.fullmatch(description):
            continue
        name = name_of(picture)
        pictures.append(
            UndescribedPicture(properties, name, bool(_LOGO.search(f"{name} {description}")))
        )
    return tuple(pictures)


def text_languages(template: Template) -> Counter[str]:
    """Return how many runs of all masters and layouts are marked with each language.

    Runs without a language count as "".
    """
    return Counter(
        language_of(run)
        for part in layout_and_master_parts(template)
        for run in shown_runs(template.opened.package.parts[part].root)
    )


def shown_runs(root: Element | None) -> Iterator[Element]:
    """Yield the `a:r` and `a:fld` that have words."""
    for run in () if root is None else root.iter(q("a:r"), q("a:fld")):
        text = run.find(q("a:t"))
        if text is not None and any(map(str.isalpha, text.text or "")):
            yield run


def language_of(run: Element) -> str:
    """Return the language of an `a:r` or `a:fld` as BCP 47 has it; empty if it states none."""
    properties = run.find(q("a:rPr"))
    return "" if properties is None else properties.get("lang", "")


def layout_and_master_parts(template: Template) -> tuple[str, ...]:
    """Return the part names of all masters and layouts, each master before its layouts."""
    return tuple(
        part
        for master in template.masters
        for part in (master.part_name, *(layout.part_name for layout in master.layouts))
    )
