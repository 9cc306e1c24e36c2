"""What the preview answers, to whom, and with which headers."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra “show” is not installed")

from deckgen.preview.site import Site
from tests.preview.asking import ORIGIN, TOKEN, ask, session, site
from tests.sampled import sampled

_TALK = """\
title: A talk
lang: en-GB
slides:
  - title: One
    bullets: [a, b]
  - title: Two
    bullets: [c]
"""
_JSON = {"origin": ORIGIN, "content-type": "application/json"}


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns" / "gera.yaml").write_text("vars: {town: Gera}\n", encoding="utf-8")
    made = session(tmp_path, monkeypatch)
    drawing = threading.Thread(target=made.pages.run, daemon=True)
    drawing.start()
    yield site(made)
    made.stop()
    drawing.join(5)


@pytest.mark.parametrize(
    ("path", "status", "media_type", "caching"),
    sampled(
        [
            ("", 200, "text/html; charset=utf-8", "no-store"),
            ("presenter", 200, "text/html; charset=utf-8", "no-store"),
            ("app.js", 200, "text/javascript; charset=utf-8", "no-store"),
            ("style.css", 200, "text/css; charset=utf-8", "no-store"),
            ("state", 200, "application/json", "no-store"),
            ("other.js", 404, None, "no-store"),
            ("pages/0123456789abcdef.png?width=320", 404, None, "no-store"),
            ("pages/0123456789abcdef.png?width=321", 400, None, "no-store"),
            ("pages/0123456789abcdef.png?width=1e9", 400, None, "no-store"),
            # Files of the talk's folder, of the disk, of this package: by none of the ways out.
            ("slides.yaml", 404, None, "no-store"),
            ("secret.txt", 404, None, "no-store"),
            ("../secret.txt", 404, None, "no-store"),
            ("%2e%2e/secret.txt", 404, None, "no-store"),
            ("..%2fsecret.txt", 404, None, "no-store"),
            ("%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404, None, "no-store"),
            ("..%5c..%5csecret.txt", 404, None, "no-store"),
            ("%2fetc%2fpasswd", 404, None, "no-store"),
            ("//etc/passwd", 404, None, "no-store"),
            ("file:///etc/passwd", 404, None, "no-store"),
            ("pages/..%2f..%2fsecret.png", 404, None, "no-store"),
            ("pages/%00.png", 404, None, "no-store"),
            ("page/index.html", 404, None, "no-store"),
            ("site.py", 404, None, "no-store"),
        ],
        every=7,
    ),
)
def test_what_is_served(
    served: Site, path: str, status: int, media_type: str | None, caching: str
) -> None:
    answer = ask(served, f"/{TOKEN}/{path}")
    assert (answer.status, answer.headers.get("content-type")) == (status, media_type)
    assert answer.headers["cache-control"] == caching
    assert b"secret" not in answer.body
    assert b"root:" not in answer.body


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    sampled(
        [
            ("/", {}, 404),
            ("/state", {}, 404),
            (f"/{TOKEN}", {}, 404),
            (f"/{TOKEN[:-1]}/state", {}, 404),
            (f"/{TOKEN}/state", {"host": "evil.example"}, 403),
            (f"/{TOKEN}/state", {"host": "evil.example:8123"}, 403),
            (f"/{TOKEN}/state", {"origin": "https://evil.example"}, 403),
            (f"/{TOKEN}/nothing", {}, 404),
            (f"/{TOKEN}/", {}, 200),
        ],
        every=2,
    ),
)
def test_every_answer_has_the_headers_of_the_guard(
    served: Site, path: str, headers: dict[str, str], status: int
) -> None:
    answer = ask(served, path, headers=headers)
    assert answer.status == status
    assert answer.body == (b"<!doctype html>" if status == 200 else answer.body[:20])
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    sampled(
        [
            ("POST", "", {"origin": ORIGIN}, 405),
            ("PUT", "app.js", {"origin": ORIGIN}, 405),
            ("DELETE", "state", {"origin": ORIGIN}, 405),
            ("GET", "town", {}, 404),
            ("OPTIONS", "state", {"origin": ORIGIN}, 405),
            ("TRACE", "state", {"origin": ORIGIN}, 405),
            ("POST", "state", {}, 403),
            ("OPTIONS", "town", {"origin": "https://evil.example"}, 403),
            ("HEAD", "", {}, 200),
        ]
    ),
)
def test_methods(
    served: Site, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert ask(served, f"/{TOKEN}/{path}", method, headers).status == status


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    sampled(
        [
            (_JSON, [b'{"town": "gera"}'], 204),
            (_JSON, [b'{"town"', b': "gera"}'], 204),
            (_JSON | {"content-type": "application/json; charset=utf-8"}, [b'{"town": ""}'], 204),
            (_JSON, [b'{"town": "nowhere"}'], 404),
            (_JSON, [b'{"town": "../secret"}'], 404),
            (_JSON, [b'{"town": 7}'], 400),
            (_JSON, [b'["town"]'], 400),
            (_JSON, [b"\xff"], 400),
            (_JSON, [b"[" * 4000], 400),
            (_JSON, [b""], 400),
            (_JSON, [b" " * 4000, b" " * 4000], 413),
            (_JSON | {"content-type": "text/plain"}, [b'{"town": "gera"}'], 415),
            ({"origin": ORIGIN}, [b'{"town": "gera"}'], 415),
            ({"content-type": "application/json"}, [b'{"town": "gera"}'], 403),
            (_JSON | {"origin": "null"}, [b'{"town": "gera"}'], 403),
            (_JSON | {"origin": "https://evil.example"}, [b'{"town": "gera"}'], 403),
        ],
        every=5,
    ),
)
def test_a_town_is_chosen(
    served: Site, headers: dict[str, str], body: list[bytes], status: int
) -> None:
    assert ask(served, f"/{TOKEN}/town", "POST", headers, body).status == status
    chosen = json.loads(ask(served, f"/{TOKEN}/state").body)["town"]
    assert chosen == ("gera" if status == 204 and b"gera" in b"".join(body) else "")


def test_a_page_is_drawn_and_may_be_kept_for_ever(served: Site) -> None:
    state = json.loads(ask(served, f"/{TOKEN}/state").body)
    key = state["slides"][1]["key"]
    for width in (320, 960, 1920):
        answer = ask(served, f"/{TOKEN}/pages/{key}.png?width={width}")
        assert (answer.status, answer.body) == (200, f"slide 2, {width} wide".encode())
        assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
        assert answer.headers["content-type"] == "image/png"
    assert ask(served, f"/{TOKEN}/pages/{key}.png").body == b"slide 2, 960 wide"
