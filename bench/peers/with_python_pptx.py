"""The peer that a Python programmer would write: python-pptx and its default template."""

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation


def deck(pages: list[dict[str, Any]], folder: Path) -> Any:
    """Return slides as a presentation; their pictures lie in `folder`."""
    presentation = Presentation()
    layout = presentation.slide_layouts[1]
    for page in pages:
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = page["title"]
        if page["picture"]:
            picture = str(folder / page["picture"])
            place = slide.placeholders[1]
            slide.shapes.add_picture(picture, place.left, place.top, width=place.width)
            place.element.getparent().remove(place.element)
            continue
        frame = slide.placeholders[1].text_frame
        texts = [
            (text, level)
            for bullet in page["bullets"]
            for text, level in [(bullet["text"], 0), *((child, 1) for child in bullet["children"])]
        ]
        for number, (text, level) in enumerate(texts):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            paragraph.text = text
            paragraph.level = level
        if page["notes"]:
            slide.notes_slide.notes_text_frame.text = page["notes"]
    return presentation


def main(source: str, target: str) -> None:
    """Read slides as JSON and save them as a deck."""
    pages = json.loads(Path(source).read_text(encoding="utf-8"))
    deck(pages, Path(source).parent).save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
