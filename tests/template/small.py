"""Small templates written in tests: one master, one layout, as much of them as a case needs."""

import io
import zipfile

from deckgen.brand.brand import PresentationXml
from deckgen.deck.layout import Placeholder
from deckgen.opc.package_reader import read_package
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import RELATIONSHIPS
from deckgen.template.resolve.read_masters import read_masters
from deckgen.template.template import Master, OpenedTemplate, TemplateLayout

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
    'xmlns:ma="http://schemas.microsoft.com/office/mac/drawingml/2008/main"'
)
COLORS = (
    '<a:clrScheme name="Test"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FAFAFA"/></a:lt1>'
    '<a:dk2><a:srgbClr val="222244"/></a:dk2><a:lt2><a:srgbClr val="EEEEDD"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4472c4"/></a:accent1>'
    '<a:accent2><a:srgbClr val="ED7D31"/></a:accent2>'
    '<a:accent3><a:srgbClr val="A5A5A5"/></a:accent3>'
    '<a:accent4><a:srgbClr val="FFC000"/></a:accent4>'
    '<a:accent5><a:srgbClr val="5B9BD5"/></a:accent5>'
    '<a:accent6><a:srgbClr val="70AD47"/></a:accent6>'
    '<a:hlink><a:srgbClr val="0563C1"/></a:hlink>'
    '<a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>'
)
FONTS = (
    '<a:fontScheme name="Test"><a:majorFont><a:latin typeface="Georgia"/>'
    '<a:ea typeface="Yu Gothic"/>'
    '<a:cs typeface=""/><a:font script="Jpan" typeface="Meiryo"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Arab" typeface="Tahoma"/></a:minorFont></a:fontScheme>'
)
FILLS = (
    '<a:fmtScheme name="Test"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    "</a:fillStyleLst><a:bgFillStyleLst>"
    '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="phClr"/></a:gs><a:gs pos="100000">'
    '<a:schemeClr val="phClr"><a:shade val="90000"/></a:schemeClr></a:gs></a:gsLst></a:gradFill>'
    '<a:blipFill><a:blip r:embed="rId9"/></a:blipFill></a:bgFillStyleLst></a:fmtScheme>'
)
THEME = (
    f'<a:theme {NAMESPACES} name="Small"><a:themeElements>{COLORS}{FONTS}{FILLS}'
    "</a:themeElements></a:theme>"
)
LIGHT_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"'
)
DARK_MAP = LIGHT_MAP.replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
BOX = (100, 200, 3000, 4000)


def frame(box: tuple[int, int, int, int] | None, turned: str = "") -> str:
    """Return an `a:xfrm`, or nothing."""
    if box is None:
        return ""
    x, y, cx, cy = box
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'


def shape(
    ph: str = 'type="body" idx="1"',
    box: tuple[int, int, int, int] | None = BOX,
    *,
    style: str = "",
    body: str = "",
    text: str = "<a:p/>",
    name: str = "Name",
    turned: str = "",
) -> str:
    """Return a placeholder: its `p:ph`, its list style, the attributes of its `a:bodyPr`."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:cNvSpPr/><p:nvPr><p:ph {ph}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{frame(box, turned)}</p:spPr><p:txBody><a:bodyPr {body}/>"
        f"<a:lstStyle>{style}</a:lstStyle>{text}</p:txBody></p:sp>"
    )


def opened(
    layout: str = "",
    master: str = "",
    *,
    styles: str = "",
    defaults: str = "",
    theme: str | None = THEME,
    color_map: str = LIGHT_MAP,
    layout_map: str = "",
    layout_background: str = "",
    master_background: str = "",
    attributes: str = "",
    override: str = "",
) -> OpenedTemplate:
    """Return a template of one master and one layout, given by their shapes and what is around."""
    mapping = f"<a:overrideClrMapping {layout_map}/>" if layout_map else "<a:masterClrMapping/>"
    parts = {
        "ppt/presentation.xml": f"<p:presentation {NAMESPACES}><p:defaultTextStyle>{defaults}"
        "</p:defaultTextStyle></p:presentation>",
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {NAMESPACES}><p:cSld>"
        f"{master_background}<p:spTree>{master}</p:spTree></p:cSld><p:clrMap {color_map}/>"
        f"<p:txStyles>{styles}</p:txStyles></p:sldMaster>",
        "ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {NAMESPACES} {attributes}>"
        f'<p:cSld name="Layout">{layout_background}<p:spTree>{layout}</p:spTree></p:cSld>'
        f"<p:clrMapOvr>{mapping}</p:clrMapOvr></p:sldLayout>",
        "_rels/.rels": _relationships(officeDocument="ppt/presentation.xml"),
        "ppt/_rels/presentation.xml.rels": _relationships(
            slideMaster="slideMasters/slideMaster1.xml"
        ),
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content'
        '-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    }
    of_master = {"slideLayout": "../slideLayouts/slideLayout1.xml"}
    if theme is not None:
        parts["ppt/theme/theme1.xml"] = theme
        of_master["theme"] = "../theme/theme1.xml"
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = _relationships(**of_master)
    if override:
        parts["ppt/theme/themeOverride1.xml"] = (
            f"<a:themeOverride {NAMESPACES}>{override}</a:themeOverride>"
        )
        relationships = _relationships(themeOverride="../theme/themeOverride1.xml")
        parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = relationships
    return from_parts(parts)


def from_parts(parts: dict[str, str]) -> OpenedTemplate:
    """Return a package with these parts as a template of the first master and the first layout."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    diagnostics = Diagnostics()
    read = read_package(stream.getvalue(), diagnostics, "small.potx")
    assert read is not None
    master, layout = "/ppt/slideMasters/slideMaster1.xml", "/ppt/slideLayouts/slideLayout1.xml"
    return OpenedTemplate(
        "small.potx",
        10_000,
        8_000,
        PresentationXml("", "", "", "", ()),
        (),
        (master,),
        {master: (layout,)},
        None,
        read,
    )


def only_master(template: OpenedTemplate) -> Master:
    """Return the master of a template that must be read without a word."""
    diagnostics = Diagnostics()
    (master,) = read_masters(template)
    assert not list(diagnostics)
    return master


def only_layout(template: OpenedTemplate) -> TemplateLayout:
    (layout,) = only_master(template).layouts
    return layout


def only_placeholder(template: OpenedTemplate) -> Placeholder:
    (placeholder,) = only_layout(template).layout.placeholders
    return placeholder


def _relationships(**targets: str) -> str:
    """Return a relationship part: what each type leads to."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{type_}" Target="{target}"/>'
        for number, (type_, target) in enumerate(targets.items(), 1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{listed}</Relationships>'
