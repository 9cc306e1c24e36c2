"""Who gets an answer from the preview, and who does not."""

import pytest

from deckgen.preview.request_guard import FORBIDDEN, NOT_FOUND, new_token, refusal_status

_TOKEN = "t0ken"  # noqa: S105 - it opens nothing
_PORT = 8123
_HOST = (b"host", b"127.0.0.1:8123")


@pytest.mark.parametrize(
    ("path", "headers", "changes", "expected"),
    [
        ("/t0ken/", [_HOST], False, None),
        ("/t0ken/app.js", [_HOST], False, None),
        ("/t0ken/", [(b"Host", b"localhost:8123")], False, None),
        ("/t0ken/", [(b"host", b"LOCALHOST:8123")], False, None),
        ("/t0ken/", [_HOST, (b"origin", b"http://127.0.0.1:8123")], False, None),
        # No token, another, one more letter, one in another place.
        ("/", [_HOST], False, NOT_FOUND),
        ("/t0ken", [_HOST], False, NOT_FOUND),
        ("/T0KEN/", [_HOST], False, NOT_FOUND),
        ("/t0kenx/", [_HOST], False, NOT_FOUND),
        ("//t0ken/", [_HOST], False, NOT_FOUND),
        ("/x/../t0ken/", [_HOST], False, NOT_FOUND),
        ("/tökén/", [_HOST], False, NOT_FOUND),
        ("/\udc80/", [_HOST], False, NOT_FOUND),
        # A name that leads here by a trick (DNS rebinding), another port, none, two.
        ("/t0ken/", [(b"host", b"evil.example:8123")], False, FORBIDDEN),
        ("/t0ken/", [(b"host", b"127.0.0.1.evil.example:8123")], False, FORBIDDEN),
        ("/t0ken/", [(b"host", b"127.0.0.1:80")], False, FORBIDDEN),
        ("/t0ken/", [(b"host", b"127.0.0.1")], False, FORBIDDEN),
        ("/t0ken/", [(b"host", b"0.0.0.0:8123")], False, FORBIDDEN),
        ("/t0ken/", [], False, FORBIDDEN),
        ("/t0ken/", [_HOST, _HOST], False, FORBIDDEN),
        # Another page.
        ("/t0ken/", [_HOST, (b"origin", b"https://evil.example")], False, FORBIDDEN),
        ("/t0ken/", [_HOST, (b"origin", b"http://127.0.0.1:9999")], False, FORBIDDEN),
        ("/t0ken/", [_HOST, (b"origin", b"null")], False, FORBIDDEN),
        ("/t0ken/", [_HOST, (b"origin", b"http://localhost:8123")], False, FORBIDDEN),
        # What changes something has to say where it comes from.
        ("/t0ken/town", [_HOST], True, FORBIDDEN),
        ("/t0ken/town", [_HOST, (b"origin", b"null")], True, FORBIDDEN),
        ("/t0ken/town", [_HOST, (b"origin", b"http://127.0.0.1:8123")], True, None),
    ],
)
def test_refusal(
    path: str, headers: list[tuple[bytes, bytes]], expected: int | None, *, changes: bool
) -> None:
    assert refusal_status(path, headers, token=_TOKEN, port=_PORT, changes=changes) == expected


def test_tokens_are_long_and_never_the_same() -> None:
    assert len({new_token() for _ in range(50)}) == 50
    assert min(len(new_token()) for _ in range(50)) >= 32
