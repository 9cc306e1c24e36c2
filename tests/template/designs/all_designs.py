"""The templates of all programs, by their names."""

from collections.abc import Mapping

from tests.template.designs.design import Design
from tests.template.designs.google_slides import BY_HAND, GOOGLE_SLIDES
from tests.template.designs.keynote import KEYNOTE
from tests.template.designs.libreoffice import LIBREOFFICE
from tests.template.designs.powerpoint_web import WEB
from tests.template.designs.wps import WPS

DESIGNS: Mapping[str, Design] = {
    "Google Slides": GOOGLE_SLIDES,
    "Google Slides, by hand": BY_HAND,
    "Keynote": KEYNOTE,
    "LibreOffice": LIBREOFFICE,
    "WPS": WPS,
    "PowerPoint for the web": WEB,
}
