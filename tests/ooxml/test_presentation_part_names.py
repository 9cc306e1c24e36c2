"""Parts of a brand and of slides never share a name."""

import io
import re
from copy import deepcopy

import pptx
import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from deckgen.ooxml.presentation import with_other_names
from deckgen.opc.package_writer import Part, Relationship
from tests.talks import complaints, talk
from tests.tools.packages import Parts, edited, png, saved

PICTURE = "/ppt/media/a.png"


def layout(target: str, *, external: bool = False) -> Part:
    relationship = Relationship("rId1", "image", target, external)
    return Part("/ppt/slideLayouts/slideLayout1.xml", "layout", b"", (relationship,))


@pytest.mark.parametrize(
    ("taken", "others", "name", "target"),
    [
        ([], [], PICTURE, "../media/a.png"),
        (["/ppt/media/b.png"], [], PICTURE, "../media/a.png"),
        ([PICTURE], [], "/ppt/media/a-2.png", "../media/a-2.png"),
        ([PICTURE, "/ppt/media/a-2.png"], [], "/ppt/media/a-3.png", "../media/a-3.png"),
        ([PICTURE], ["/ppt/media/a-2.png"], "/ppt/media/a-3.png", "../media/a-3.png"),
    ],
)
def test_a_part_with_a_taken_name_gets_another_and_is_found_there(
    taken: list[str], others: list[str], name: str, target: str
) -> None:
    parts = [layout("../media/a.png"), *(Part(each, "png", b"") for each in (PICTURE, *others))]
    owner, picture, *_ = with_other_names(parts, taken)
    assert (picture.name, owner.relationships[0].target) == (name, target)


def test_an_address_is_no_name() -> None:
    parts = [layout("../media/a.png", external=True), Part(PICTURE, "png", b"")]
    assert with_other_names(parts, [PICTURE])[0] == parts[0]


@pytest.mark.slow
def test_a_layout_of_the_template_may_show_the_picture_of_a_slide() -> None:
    entry, files = "- title: A\n  image: {file: a.png, alt: A dot}", {"a.png": png()}
    template = pptx.Presentation(io.BytesIO(talk(entry, files=files).data))
    slide = template.slides[0]
    (picture,) = [shape for shape in slide.shapes if shape._element.tag == qn("p:pic")]
    copy = deepcopy(picture._element)
    image = slide.part.related_part(copy.blip_rId)
    copy.blipFill.find(qn("a:blip")).set(
        qn("r:embed"), slide.slide_layout.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
    )
    slide.slide_layout.shapes._spTree.append(copy)
    made = talk(entry, head="brand: t.pptx\n", files={**files, "t.pptx": saved(template)})
    assert complaints(made.data) == {}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["other", "PPT/slideLayouts"])
def test_a_template_may_keep_its_layouts_in_any_folder(folder: str) -> None:
    def move(parts: Parts) -> None:
        for name, data in list(parts.items()):
            layout = name.startswith("ppt/slideLayouts/")
            place = name.replace("ppt/slideLayouts", folder) if layout else name
            del parts[name]
            parts[place] = re.sub(b'"(/ppt|\\.\\.)/slideLayouts/', f'"/{folder}/'.encode(), data)
            if layout:
                parts[place] = parts[place].replace(b'"../', b'"/ppt/')

    entries = "- title: A\n  notes: B\n- quote: C"
    template = edited(talk(entries).data, [move])
    made = talk(entries, head="brand: t.pptx\n", files={"t.pptx": template})
    assert complaints(made.data) == {}
