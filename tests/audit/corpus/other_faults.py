"""What cannot be read from the last row, what gives away too much, what makes files large."""

from __future__ import annotations

from tests.audit.corpus.fault import (
    BODY,
    DECK,
    LONG,
    NUMBERS,
    PICTURES,
    PICTURES_RELS,
    PLAIN,
    WORDS,
    Fault,
    body,
    fault,
    on,
    paragraph,
    related,
    shape,
)
from tests.audit.corpus.file_edits import (
    further_files,
    large_picture,
    photo_with_place,
    second_master,
    smart_art,
)
from tests.tools.packages import add, in_chart, remove, replace

LEGIBILITY: tuple[Fault, ...] = (
    fault("text-tiny", 1, BODY, body(paragraph("Tiny", run='lang="en-GB" sz="900"'))),
    fault(
        "chart-text-tiny",
        2,
        "Chart 2",
        in_chart(
            "</c:chart>",
            '</c:chart><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr></a:p></c:txPr>',
        ),
    ),
    fault("text-tiny", 1, "Diagram", *smart_art(size=900)),
    fault("text-small", 1, BODY, body(paragraph("Small", run='lang="en-GB" sz="1400"'))),
    fault(
        "text-small",
        1,
        BODY,
        replace(
            WORDS,
            f"<a:bodyPr/><a:lstStyle/><a:p><a:r>{PLAIN}",
            '<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr><a:lstStyle/><a:p><a:r>'
            f"{PLAIN}",
        ),
    ),
    fault(
        "lines-tight",
        1,
        BODY,
        body(
            paragraph(
                f"{LONG} {LONG} {LONG} {LONG}",
                '<a:pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc></a:pPr>',
                run='lang="en-GB" sz="2000"',
            )
        ),
    ),
    fault("text-overflow", 1, BODY, body(*[paragraph("A line of its own")] * 12)),
    fault(
        "word-broken",
        1,
        BODY,
        body(
            paragraph(
                "Donaudampfschifffahrtsgesellschaftskapitänsmütze", run='lang="de-DE" sz="4000"'
            )
        ),
    ),
    fault(
        "cut-off",
        1,
        "New",
        on(
            WORDS,
            shape(
                paragraph("Words that leave the slide"),
                box=(8_000_000, 5_900_000, 3_000_000, 600_000),
            ),
        ),
    ),
    fault(
        "font-not-embedded",
        None,
        None,
        body(paragraph("In a font of the house", inside='<a:latin typeface="Altenburg Sans"/>')),
    ),
    fault(
        "font-of-one-system",
        None,
        None,
        body(paragraph("In a font of Windows", inside='<a:latin typeface="Segoe UI"/>')),
    ),
)

PRIVACY: tuple[Fault, ...] = (
    fault("hidden-slide", 2, None, replace(NUMBERS, "<p:sld ", '<p:sld show="0" ')),
    fault("hidden-shape", 1, "New", on(WORDS, shape(paragraph("Hidden"), attributes='hidden="1"'))),
    fault(
        "beside-slide",
        1,
        "New",
        on(WORDS, shape(paragraph("Beside"), box=(9_500_000, 0, 2_000_000, 400_000))),
    ),
    fault(
        "comments",
        None,
        None,
        related(WORDS, "comments", "../comments/comment1.xml", "Internal"),
        add(
            "ppt/comments/comment1.xml",
            b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
        ),
        replace(
            "[Content_Types].xml",
            "</Types>",
            '<Override PartName="/ppt/comments/comment1.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.presentationml.comments+xml"/></Types>',
        ),
    ),
    fault("photo-place", 3, "Picture 2", photo_with_place),
    fault("file-path", 1, None, related(WORDS, "hyperlink", "file:///C:/Users/ada/plan.xlsx")),
    fault("linked-file", 3, None, related(PICTURES, "image", "https://example.org/a.png")),
    fault(
        "cropped-picture",
        3,
        "Picture 2",
        replace(PICTURES, "<a:stretch>", '<a:srcRect l="30000"/><a:stretch>'),
    ),
    fault(
        "macros",
        None,
        None,
        related(DECK, "vbaProject", "vbaProject.bin", "Internal"),
        add("ppt/vbaProject.bin", b"macros"),
        replace(
            "[Content_Types].xml",
            "</Types>",
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
    ),
    fault(
        "custom-data",
        None,
        None,
        related(DECK, "customXml", "../customXml/item1.xml", "Internal"),
        add("customXml/item1.xml", b"<a/>"),
    ),
    fault(
        "deck-map",
        None,
        None,
        related(DECK, "customXml", "../customXml/item1.xml", "Internal"),
        add("customXml/item1.xml", b'<build xmlns="urn:deckgen:build"><map/></build>'),
    ),
)

SIZE: tuple[Fault, ...] = (
    fault("master-unused", None, None, second_master),
    fault("picture-oversized", 3, "Picture 2", large_picture),
    fault(
        "picture-uncompressed",
        3,
        "Picture 2",
        *further_files("bmp", bytes(600_000), "large.bmp"),
        replace(PICTURES_RELS, "media/image1.png", "media/large.bmp"),
        remove("ppt/media/image1.png"),
    ),
    fault("file-twice", None, None, *further_files("png", bytes(200_000), "a.png", "b.png")),
    fault("file-huge", None, None, *further_files("png", bytes(51_000_000), "a.png")),
)
