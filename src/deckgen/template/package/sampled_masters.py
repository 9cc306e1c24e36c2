"""The masters that the sample slides of a template stand on: the design that it is known by.

Slides that come from another presentation bring their master along, and the first master, often
that of a new file, is then one on which no slide stands (docs/facts/templates.md).
"""

import posixpath
import re
from collections.abc import Mapping
from itertools import islice

from deckgen.opc.zip_reader import ZipEntries

_SLIDES = re.compile(r"/ppt/slides/_rels/[^/]+\.rels")
_LAYOUT = re.compile(rb'Target="([^"]*/slideLayouts/[^"/]+)"')
_MOST_SLIDES = 1000
"""Slides that are looked at; a template rarely has more than one for each layout."""


def sampled_masters(entries: ZipEntries, layouts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the part names of the masters under sample slides; a single master is not looked at.

    `layouts` are the part names of the layouts of each master.
    """
    if len(layouts) < 2:
        return frozenset()
    slides = islice(filter(_SLIDES.fullmatch, entries.infos), _MOST_SLIDES)
    used = {
        posixpath.normpath(posixpath.join("/ppt/slides", target.decode("utf-8", "replace")))
        for name in slides
        for target in _LAYOUT.findall(entries.unpacked_or_empty(name))
    }
    return frozenset(master for master, names in layouts.items() if not used.isdisjoint(names))
