"""What keeps people out who see, hear or move little: EN 301 549, chapter 10."""

from __future__ import annotations

from deckgen.ooxml.timing import timing_xml
from tests.audit.corpus.fault import (
    BODY,
    CORE,
    DECK,
    DESCRIPTION,
    END,
    LANG,
    LAYOUT,
    LONG,
    NUMBERS,
    PICTURES,
    PLAIN,
    SECOND_TEXT,
    TITLE,
    WORDS,
    Fault,
    body,
    fault,
    line,
    on,
    paragraph,
    shape,
)
from tests.audit.corpus.file_edits import (
    film_with_notes,
    grey_on_master,
    moving_picture,
    smart_art,
    sound,
)
from tests.audit.film_faults import playing
from tests.tools.packages import replace

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)
GREY = '<a:solidFill><a:srgbClr val="BBBBBB"/></a:solidFill>'
STARTS = timing_xml([(3, [(0,), (1,)])]).replace("clickEffect", "afterEffect")
ENDLESS = timing_xml([(3, [(0,), (1,)])]).replace(
    'presetClass="entr"', 'presetClass="entr" repeatCount="indefinite"', 1
)
MEDIUM_2 = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
LINK = '<a:hlinkClick r:id="rId2"/></a:rPr><a:t>web</a:t>'
# The master of the clean deck shows numbers in grey.
NUMBER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="93" name="Number"/><p:cNvSpPr/><p:nvPr>'
    '<p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
    '<a:p><a:fld id="{6F2C9E0B-4D3C-4E5A-9B1D-0123456789AD}" type="slidenum"><a:rPr lang="en-GB"/>'
    "<a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>"
)
ONE_CELL = f"<a:p><a:r>{LANG}<a:t>1</a:t></a:r></a:p>"

ACCESSIBILITY: tuple[Fault, ...] = (
    fault("title-missing", 1, "Title 1", replace(WORDS, "<a:t>Words</a:t>", "<a:t> </a:t>")),
    fault(
        "title-missing",
        3,
        None,
        replace(PICTURES, TITLE, ""),
        replace(PICTURES, "<a:t>Pictures</a:t>", "<a:t>A</a:t>"),
        replace(
            PICTURES,
            "<p:spPr/>",
            '<p:spPr><a:xfrm><a:off x="720000" y="300000"/><a:ext cx="720000" cy="720000"/>'
            "</a:xfrm></p:spPr>",
        ),
    ),
    fault(
        "title-hidden", 1, "Title 1", replace(WORDS, 'name="Title 1"', 'name="Title 1" hidden="1"')
    ),
    fault("title-repeated", 2, None, replace(NUMBERS, "<a:t>Numbers</a:t>", "<a:t>Words</a:t>")),
    fault("alt-missing", 3, "Picture 2", replace(PICTURES, DESCRIPTION, "")),
    fault("alt-missing", 2, "Chart 2", replace(NUMBERS, 'descr="Tons by region"', "")),
    fault("drawing-alt-missing", 1, "New", on(WORDS, shape(fill="336699"))),
    fault("alt-file-name", 3, "Picture 2", replace(PICTURES, DESCRIPTION, 'descr="IMG_2041.JPG"')),
    fault("alt-file-name", 3, "Picture 2", replace(PICTURES, DESCRIPTION, 'descr="C:\\a\\b"')),
    fault("alt-says-nothing", 3, "Picture 2", replace(PICTURES, DESCRIPTION, 'descr="Bild 3"')),
    fault("alt-says-nothing", 3, "Picture 2", replace(PICTURES, DESCRIPTION, 'descr="image"')),
    fault(
        "alt-automatic",
        3,
        "Picture 2",
        replace(
            PICTURES, DESCRIPTION, 'descr="Ein Feld &#10;&#10;Automatisch generierte Beschreibung"'
        ),
    ),
    fault("alt-long", 3, "Picture 2", replace(PICTURES, DESCRIPTION, f'descr="{"Long. " * 26}"')),
    fault(
        "title-not-first",
        1,
        "Title 1",
        replace(WORDS, "<p:sp>", shape(paragraph("Read before")) + "<p:sp>"),
    ),
    fault(
        "reading-order",
        1,
        BODY,
        on(WORDS, shape(paragraph("Above it"), box=(720_000, 900_000, 2_880_000, 400_000))),
    ),
    fault("table-header-missing", 2, "Table 3", replace(NUMBERS, 'firstRow="1"', "")),
    fault("table-cells-merged", 2, "Table 3", replace(NUMBERS, "<a:tc>", '<a:tc rowSpan="2">')),
    fault("table-cell-empty", 2, "Table 3", replace(NUMBERS, ONE_CELL, "<a:p/>")),
    fault(
        "contrast-weak", 1, BODY, replace(WORDS, PLAIN, PLAIN.replace("/>", f">{GREY}</a:rPr>", 1))
    ),
    fault(
        "contrast-weak",
        1,
        "New",
        on(
            WORDS,
            shape(paragraph("White on light"), fill="EEEEEE").replace(
                'lang="en-GB">', f'lang="en-GB">{GREY.replace("BBBBBB", "FFFFFF")}', 1
            ),
        ),
    ),
    fault(
        "contrast-weak",
        1,
        "Title 1",
        replace(
            WORDS,
            "<p:sp>",
            shape(fill="202020", box=(0, 0, 9_144_000, 1_500_000), name="Behind", more=DECORATIVE)
            + "<p:sp>",
        ),
    ),
    fault("contrast-weak", 1, BODY, grey_on_master),
    # White on orange: the first row in Medium Style 3 - Accent 6, which no part defines.
    fault(
        "contrast-weak",
        2,
        "Table 3",
        replace(NUMBERS, MEDIUM_2, "{2A488322-F2BA-4B5B-9748-0D474271808F}"),
    ),
    fault(
        "contrast-weak-on-layout",
        None,
        None,
        on(WORDS, NUMBER),
        on(NUMBERS, NUMBER),
        on(PICTURES, NUMBER),
    ),
    fault(
        "contrast-unknown",
        2,
        "Table 3",
        replace(NUMBERS, MEDIUM_2, "{00000000-0000-0000-0000-000000000001}"),
    ),
    fault(
        "contrast-unknown",
        1,
        BODY,
        replace(
            WORDS,
            "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>" + PLAIN,
            '<p:spPr><a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill></p:spPr>'
            "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>" + PLAIN,
        ),
    ),
    fault(
        "graphic-contrast-weak",
        1,
        "New",
        on(WORDS, shape(fill="EEEEEE", attributes='descr="A bar of ten tons"')),
    ),
    fault("graphic-contrast-weak", 1, "New", on(WORDS, line("EEEEEE", "tailEnd"))),
    fault("contrast-weak", 1, "Diagram", *smart_art(color="BBBBBB")),
    fault("typed-list", 1, BODY, body(paragraph("• One", "<a:pPr><a:buNone/></a:pPr>"))),
    fault("typed-list", 1, "New", on(WORDS, shape(paragraph("1. One") + paragraph("2. Two")))),
    fault("typed-list", 1, "New", on(WORDS, shape(paragraph("- One") + paragraph("- Two")))),
    fault("blank-lines", 1, BODY, body("<a:p/>", paragraph("After a blank line"))),
    fault("blanks-as-layout", 1, BODY, body(paragraph("Name\t\tTons"))),
    fault("blanks-as-layout", 1, BODY, body(paragraph("Name        Tons"))),
    fault("blanks-as-layout", 1, BODY, body(paragraph("T I T L E"))),
    fault(
        "language-missing",
        1,
        BODY,
        replace(WORDS, PLAIN, "<a:t>Plain </a:t>"),
        replace(DECK, '<a:defRPr lang="en-US"/>', "<a:defRPr/>"),
    ),
    fault(
        "language-unlikely",
        1,
        BODY,
        body(paragraph("Die Stadt und das Land sind nicht ein Feld für die Zahlen der Ämter")),
    ),
    fault(
        "file-language-missing", None, None, replace(CORE, "<dc:language>en-GB</dc:language>", "")
    ),
    fault("link-says-nothing", 1, BODY, replace(WORDS, LINK, LINK.replace("web", "hier"))),
    fault("link-says-nothing", 1, BODY, replace(WORDS, LINK, LINK.replace("web", "Read more …"))),
    fault(
        "link-address",
        1,
        BODY,
        replace(WORDS, LINK, LINK.replace("web", "https://example.org/a/b/c?d=1234567890&amp;e=1")),
    ),
    fault("captions-missing", 3, "Film", *playing()),
    fault("transcript-missing", 3, "Film", sound),
    fault("transcript-unproven", 3, "Film", film_with_notes),
    fault(
        "advances-by-itself",
        1,
        None,
        replace(WORDS, "</p:sld>", '<p:transition advTm="5000"/></p:sld>'),
    ),
    fault("starts-by-itself", 1, BODY, replace(WORDS, "</p:sld>", STARTS + "</p:sld>")),
    fault("endless-animation", 1, BODY, replace(WORDS, "</p:sld>", ENDLESS + "</p:sld>")),
    fault("moving-picture", 3, "Picture 2", moving_picture),
    fault(
        "section-unnamed",
        None,
        None,
        replace(DECK, 'section name="All"', 'section name="Default Section"'),
    ),
    fault(
        "section-repeated",
        None,
        None,
        replace(
            DECK,
            '<p14:sldId id="258"/></p14:sldIdLst></p14:section>',
            '</p14:sldIdLst></p14:section><p14:section name="All" '
            'id="{6F2C9E0B-4D3C-4E5A-9B1D-0123456789AC}"><p14:sldIdLst><p14:sldId id="258"/>'
            "</p14:sldIdLst></p14:section>",
        ),
    ),
    fault(
        "not-in-outline",
        1,
        BODY,
        replace(
            WORDS,
            '<p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>',
            '<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="457200" y="1600200"/>'
            '<a:ext cx="8229600" cy="4525963"/></a:xfrm></p:spPr>',
        ),
        replace(WORDS, SECOND_TEXT, "<a:t>Words that no outline shows</a:t>"),
    ),
    fault(
        "placeholder-empty", 1, "New", on(WORDS, shape(nonvisual='<p:ph type="body" idx="77"/>'))
    ),
    fault("text-on-master", None, None, replace(LAYOUT, END, shape(paragraph("Internal")) + END)),
    fault(
        "file-title-missing", None, None, replace(CORE, "A clean deck", "PowerPoint Presentation")
    ),
    fault(
        "locked",
        None,
        None,
        replace(DECK, "</p:defaultTextStyle>", "</p:defaultTextStyle><p:modifyVerifier/>"),
    ),
    fault("all-capitals", 1, BODY, body(paragraph(LONG.upper()))),
    fault("all-capitals", 1, BODY, body(paragraph(LONG, run='lang="en-GB" cap="all"'))),
    fault("justified", 1, BODY, body(paragraph(f"{LONG} {LONG}", '<a:pPr algn="just"/>'))),
)
