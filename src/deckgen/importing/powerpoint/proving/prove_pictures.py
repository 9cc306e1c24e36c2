"""Whether an entry shows the pictures of its slide: each by its bytes and what is cropped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from deckgen.importing.outline_entry import OutlineEntry, Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.file_and_focus import whole_picture
from deckgen.importing.powerpoint.reading.source_slide import (
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
)


def lost_pictures(entry: OutlineEntry, slide: SourceSlide, pictures: AssetFiles) -> tuple[str, ...]:
    """Return the names of files with pictures of a slide that its entry does not show.

    A slide that stays as it is loses none. `pictures` has one file for all that are equal.
    """
    if "include" in entry.keys:
        return ()
    shown = Counter(_files(entry.keys))
    lost = []
    for picture in _pictures(slide.shapes):
        names = (pictures.picture(each, slide.number) for each in _forms(picture, slide))
        name = next((each for each in names if shown[each]), "")
        if name:
            shown[name] -= 1
        else:
            lost.append(pictures.picture(picture, slide.number))
    return tuple(lost)


def _forms(picture: SourcePicture, slide: SourceSlide) -> Iterator[SourcePicture]:
    """Yield a picture as it is shown; one of ours whole before, as `focus` crops it again."""
    if slide.is_own:
        yield whole_picture(picture)
    yield picture


def _pictures(shapes: Iterable[SourceShape]) -> Iterator[SourcePicture]:
    for shape in shapes:
        if isinstance(shape.content, SourcePicture):
            yield shape.content
        elif isinstance(shape.content, SourceGroup):
            yield from _pictures(shape.content.shapes)


def _files(value: Value) -> Iterator[str]:
    """Yield each text in a value that may be the name of a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _files(each)
    elif isinstance(value, tuple):
        for part in value:
            if isinstance(part, Mapping):
                yield from _files(part)
