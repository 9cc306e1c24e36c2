"""The list of digests in a pack, as `sha256sum` writes and reads it."""

import pytest

from deckgen.pack.text_files import checksums, read_checksums

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_files_stand_in_order_of_their_names() -> None:
    assert checksums({"b.pptx": b"abc", "Ä.pdf": b""}).decode() == (
        f"{ABC}  b.pptx\n{EMPTY}  Ä.pdf\n"
    )


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (f"{ABC}  a b.pptx\n", {"a b.pptx": ABC}),
        (f"{ABC} *a.pptx\r\n{EMPTY}  b\r\n", {"a.pptx": ABC, "b": EMPTY}),
        ("", None),
        (f"{ABC}  ../a.pptx\n", None),
        (f"{ABC}  a/b.pptx\n", None),
        (f"{ABC}  a\\b.pptx\n", None),
        (f"{ABC.upper()}  a.pptx\n", None),
        (f"{ABC}  a.pptx\nwords\n", None),
        (f"{ABC}  a.pptx\n{EMPTY}  a.pptx\n", None),
    ],
)
def test_what_is_a_list_of_digests(text: str, listed: dict[str, str] | None) -> None:
    assert read_checksums(text.encode()) == listed


def test_bytes_that_are_no_text_are_none() -> None:
    assert read_checksums(b"\xff") is None
