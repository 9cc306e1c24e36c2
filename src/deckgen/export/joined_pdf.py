"""Two tagged PDFs as one: pages, bookmarks and tags of the second after those of the first."""

import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject

_TREE, _PARENTS, _NEXT = "/StructTreeRoot", "/ParentTree", "/ParentTreeNextKey"
_OF_PAGE, _OF_OBJECT = "/StructParents", "/StructParent"
"""The key of a page in the parent tree; of an annotation or an image (ISO 32000-1, 14.7.4.4)."""

_Numbered: TypeAlias = tuple[int, PdfObject]


def joined_pdf(first: bytes, second: bytes, name: str) -> bytes:
    """Return both PDFs as one, with title, language and view of the first.

    The bookmarks of the second, of one level, are below a bookmark `name`. The tags of both are in
    the `Document` element of the second, which typst writes.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(first)))
    added = PdfReader(io.BytesIO(second))
    tree = _dictionary(writer.root_object[_TREE])
    numbers = [*_numbers(_dictionary(tree[_PARENTS]))]
    shift = 1 + max((number for number, _ in numbers), default=-1)
    at = len(writer.pages)
    for page in added.pages:
        _shift(page, shift)
        copy = writer.add_page(page)
        if _OF_PAGE in page:
            copy[NameObject(_OF_PAGE)] = page[_OF_PAGE]
    # The clone brings along whatever it refers to.
    other = added.root_object[_TREE].clone(writer)
    _add_tags(tree, _dictionary(other), numbers, shift)
    begin = writer.add_outline_item(title=name, page_number=at)
    for bookmark in added.outline:
        if not isinstance(bookmark, list):
            page_number = added.get_destination_page_number(bookmark)
            if page_number is not None:
                writer.add_outline_item(
                    title=bookmark.title or "", page_number=at + page_number, parent=begin
                )
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _add_tags(
    tree: DictionaryObject, other: DictionaryObject, numbers: Iterable[_Numbered], shift: int
) -> None:
    """Add the tags of another tree to `tree`, whose parent tree has the entries `numbers`."""
    (document,) = _array(other["/K"])
    reference, root = document, _dictionary(document)
    own = _array(tree["/K"])
    for element in own:
        _dictionary(element)[NameObject("/P")] = reference
    root[NameObject("/K")] = ArrayObject([*own, *_array(root["/K"])])
    root[NameObject("/P")] = tree.indirect_reference or other["/P"]
    tree[NameObject("/K")] = ArrayObject([reference])
    moved = ((number + shift, value) for number, value in _numbers(_dictionary(other[_PARENTS])))
    every = [*numbers, *moved]
    pairs = chain.from_iterable((NumberObject(number), value) for number, value in every)
    tree[NameObject(_PARENTS)] = DictionaryObject({NameObject("/Nums"): ArrayObject(pairs)})
    tree[NameObject(_NEXT)] = NumberObject(1 + max(number for number, _ in every))
    if "/RoleMap" in other:
        own_roles = _dictionary(tree["/RoleMap"]) if "/RoleMap" in tree else {}
        roles = DictionaryObject({**_dictionary(other["/RoleMap"]), **own_roles})
        tree[NameObject("/RoleMap")] = roles


def _numbers(tree: DictionaryObject) -> Iterator[_Numbered]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    for below in _array(tree["/Kids"]) if "/Kids" in tree else ():
        yield from _numbers(_dictionary(below))
    flat = _array(tree["/Nums"]) if "/Nums" in tree else ArrayObject()
    for number, value in zip(flat[::2], flat[1::2], strict=True):
        if isinstance(number, NumberObject):
            yield int(number), value


def _shift(page: DictionaryObject, by: int) -> None:
    """Raise the parent tree keys of a page, its annotations and its images."""
    on_it: list[PdfObject] = [*_array(page["/Annots"])] if "/Annots" in page else []
    resources = _dictionary(page["/Resources"]) if "/Resources" in page else DictionaryObject()
    if "/XObject" in resources:
        on_it += _dictionary(resources["/XObject"]).values()
    for entry in (page, *map(_dictionary, on_it)):
        for key in (_OF_PAGE, _OF_OBJECT):
            if isinstance(number := entry.get(key), NumberObject):
                entry[NameObject(key)] = NumberObject(int(number) + by)


def _dictionary(value: PdfObject) -> DictionaryObject:
    target = value.get_object()
    if not isinstance(target, DictionaryObject):
        raise TypeError(f"no dictionary: {target!r}")
    return target


def _array(value: PdfObject) -> ArrayObject:
    """Return an array; a single value is an array of one."""
    target = value.get_object()
    return target if isinstance(target, ArrayObject) else ArrayObject([value])
