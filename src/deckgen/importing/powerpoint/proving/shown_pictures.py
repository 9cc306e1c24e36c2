"""Which pictures of a slide the new deck shows: whole, and about as large as they were."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckgen.importing.outline_yaml import OutlineEntry, Value
from deckgen.importing.powerpoint.entries.asset_files import PICTURES, AssetFiles, whole_picture
from deckgen.importing.powerpoint.proving.trial_build import Choice
from deckgen.importing.powerpoint.reading.source_slide import (
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
)

_LEFT = 0.25
"""The least share of its area that a picture must keep: a smaller one no longer shows its
content."""
_UNEVEN = 9
"""How many times more than another one a picture may grow: 3 times as wide and as high."""
_CROPPED = 0.01
"""The share of a picture's side from which on it is cropped."""


def what_is_wrong_with_pictures(choice: Choice, made: Iterable[SourceSlide]) -> str:
    """Return why pictures are not shown as they were, each or all together; else nothing.

    An entry may leave all of them out, and so may a cover. If an entry has several slides, each
    shows them again.
    """
    if choice.slide.is_own:
        return ""
    before, after = _areas(choice.slide), [_areas(each) for each in made]
    is_without = _asks(choice) and "cover" not in choice.entries[0].keys and not any(after)
    growths = [growth for each in after if (growth := _growth(before, each))]
    if is_without or any(min(each) < _LEFT for each in growths):
        return "its pictures would be far smaller"
    if any(max(each) > _UNEVEN * min(each) for each in growths):
        return "a small picture would be as large as others"
    return "its picture would be cropped" if _are_cropped(choice, made) else ""


def _growth(before: Sequence[float], after: Sequence[float]) -> list[float]:
    """Return the area of each picture in times what it was; of all of them, if others are shown."""
    if len(before) != len(after):
        before, after = [sum(before)], [sum(after)]
    return [new / old for old, new in zip(before, after, strict=True) if old and new]


def is_cover_without_picture(choice: Choice, made: Iterable[SourceSlide]) -> bool:
    """Return whether a cover does not show its picture."""
    return "cover" in choice.entries[0].keys and _asks(choice) and not any(map(_areas, made))


def _asks(choice: Choice) -> bool:
    """Return whether an entry names a picture."""
    return any(name.startswith(PICTURES) for name in _files(choice.entries[0].keys))


def _are_cropped(choice: Choice, made: Iterable[SourceSlide]) -> bool:
    """Return whether a picture that was shown whole beside its headline has its sides cropped.

    A picture that fills a slide, or stands on a cover, may be cropped. Its file has what the old
    deck showed.
    """
    keys = choice.entries[0].keys
    return ("title" in keys and "bleed" not in keys) and any(
        isinstance(shape.content, SourcePicture) and max(shape.content.crop) > _CROPPED
        for slide in made
        for shape in slide.shapes
    )


def _areas(slide: SourceSlide) -> list[float]:
    """Return the share of a slide that each of its pictures covers."""
    return [each.covers for each in slide.shapes if isinstance(each.content, SourcePicture)]


def lost_pictures(entry: OutlineEntry, slide: SourceSlide, pictures: AssetFiles) -> tuple[str, ...]:
    """Return the names of files with pictures of a slide that its entry does not show.

    A slide that stays as it is loses none. `pictures` has one file for all that are equal. A
    picture of ours may be whole again, as `focus` crops it anew.
    """
    if "include" in entry.keys:
        return ()
    shown = Counter(_files(entry.keys))
    lost = []
    for picture in _pictures(slide.shapes):
        forms = (whole_picture(picture), picture) if slide.is_own else (picture,)
        names = (pictures.picture(each, slide.number) for each in forms)
        name = next((each for each in names if shown[each]), "")
        if name:
            shown[name] -= 1
        else:
            lost.append(pictures.picture(picture, slide.number))
    return tuple(lost)


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
