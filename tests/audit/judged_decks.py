"""What a person sees in decks of other makers, slide by slide: the answer that the audit must give.

Judged by looking at the slides as LibreOffice draws them and at their XML. Notes are left out.
"""

from collections.abc import Mapping

JUDGED: Mapping[str, Mapping[int | None, tuple[str, ...]]] = {
    "arabic-default.pptx": {
        None: ("file-title-missing",),
        1: ("placeholder-empty", "title-missing"),
    },
    "chinese-default.pptx": {},
    # Title and subtitle of the only slide are empty.
    **{
        f"{name}.pptx": {None: ("file-title-missing",), 1: ("placeholder-empty", "title-missing")}
        for name in (
            *("deleted-layouts", "german-default", "japanese-default", "moved-layouts"),
            "three-masters",
        )
    },
    "duplicate-placeholders.pptx": {None: ("file-title-missing",)},
    # Old clip art without texts, arrows of a process drawn by hand, words over text boxes.
    "footers-11-slides.pptx": {
        1: ("alt-missing", "placeholder-empty", "reading-order"),
        2: ("blank-lines",),
        3: ("drawing-alt-missing", "not-in-outline", "reading-order", "title-missing"),
        5: ("title-repeated",),
        8: ("alt-missing", "title-missing"),
        9: ("blank-lines",),
        10: ("blank-lines",),
        11: ("alt-missing", "placeholder-empty", "reading-order", "title-repeated"),
    },
    # Its slides hold nothing at all.
    "forest-green.pptx": {
        None: ("file-title-missing",),
        **dict.fromkeys((1, 2, 3, 4), ("title-missing",)),
    },
    "no-layouts.pptx": {None: ("file-title-missing",)},
    "no-placeholders.pptx": {None: ("file-title-missing",)},
    "one-layout-title-subtitle.pptx": {None: ("file-title-missing",), 1: ("title-missing",)},
    "broken-zip.pptx": {None: ("not-a-zip",)},
    "french-4x3-with-slides.pptx": {
        1: ("alt-missing", "text-overflow", "text-tiny"),
        2: ("blank-lines", "language-unlikely"),
        3: ("table-cell-empty", "table-cells-merged", "title-missing"),
    },
    # Its only words are set in pure green on white.
    "german-titelfolie.pptx": {1: ("contrast-weak", "title-missing")},
    "russian-macros-attachments.pptm": {
        None: ("macros",),
        1: ("text-tiny",),
        2: ("alt-missing", "alt-missing", "alt-missing", "alt-missing", "reading-order"),
    },
    # Light green titles on white, and white text on light green and light blue.
    "seven-masters.pptx": {
        4: ("contrast-weak", "contrast-weak", "not-in-outline"),
        5: ("alt-missing", "contrast-weak"),
        6: ("contrast-weak",),
        7: ("contrast-weak",),
        10: ("contrast-weak", "contrast-weak"),
    },
    "slideshow.ppsx": {2: ("title-missing",), 3: ("blank-lines", "title-missing")},
    "swedish-8-layouts.pptx": {1: ("placeholder-empty", "title-missing")},
    "three-levels.pptx": {None: ("file-title-missing",), 1: ("placeholder-empty", "title-missing")},
}
