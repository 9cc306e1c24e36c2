"""`deckgen preview` as a process: it says where it is, serves this machine alone, and ends."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from deckgen.cli import cli
from deckgen.preview.request_guard import MOST_UNVERIFIED
from tests.present import present
from tests.preview.running import ADDRESS

for _module in ("betteroffice_pptx", "starlette", "uvicorn"):
    pytest.importorskip(_module, reason="the extra “show” is not installed")

pytestmark = pytest.mark.slow

_TALK = "title: A talk\nslides:\n  - title: One\n    bullets: [a]\n"
_PATIENCE = 60


class _Running(NamedTuple):
    process: subprocess.Popen[str]
    port: int
    token: str

    def get(self, path: str, host: str | None = None) -> tuple[int, bytes]:
        """Ask for a path as it stands in the request line."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body


@pytest.fixture
def running(tmp_path: Path) -> Iterator[_Running]:
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "deckgen", "preview", "--no-open"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        # Should it never say a word, it is ended, and the line is empty.
        patience = threading.Timer(_PATIENCE, process.kill)
        patience.start()
        try:
            said = present(process.stdout).readline()
            patience.cancel()
            found = ADDRESS.search(said)
            assert found, said or "not a word in a minute"
            address = urlsplit(found[0])
            yield _Running(process, address.port or 0, address.path.strip("/"))
        finally:
            process.kill()


def test_it_answers_at_its_address_and_nowhere_else(running: _Running) -> None:
    token = running.token
    status, body = running.get(f"/{token}/state")
    assert (status, json.loads(body)["title"]) == (200, "A talk")
    key = json.loads(body)["slides"][0]["key"]
    status, png = running.get(f"/{token}/pages/{key}.png?width=320")
    assert (status, png[:4]) == (200, b"\x89PNG")
    assert running.get(f"/{token}/")[0] == 200
    for path in ("/", "/state", f"/{token}/../slides.yaml", f"/{token}/%2e%2e/slides.yaml"):
        assert running.get(path) == (404, b"")
    assert running.get(f"/{token}/state", "evil.example") == (403, b"")
    # Two runs have two tokens; and other addresses of this machine do not answer.
    with socket.socket() as other:
        other.settimeout(5)
        with pytest.raises(OSError):  # noqa: PT011 - refused, or no such address
            other.connect((_own_address(), running.port))


def _own_address() -> str:
    """Return an address of this machine that others know it by; if it has none, one of no use."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # nothing is sent
        except OSError:
            return "127.255.255.254"
        name: str = asked.getsockname()[0]
    return name


_HALVES = (b"", b"GET / HT", b"GET /a/state HTTP/1.1\r\nHost: 127.0.0.1\r\nA: b")


def test_those_who_say_nothing_lock_nobody_out(running: _Running) -> None:
    with ExitStack() as halves:
        opened = []
        for at in range(3 * MOST_UNVERIFIED):
            half = socket.create_connection(("127.0.0.1", running.port), timeout=_PATIENCE)
            halves.enter_context(half)
            half.sendall(_HALVES[at % 3])
            opened.append(half)
        for path in ("", "state", "app.js"):
            assert running.get(f"/{running.token}/{path}")[0] == 200
        # Who came first had to go for the others.
        assert all(_has_ended(half) for half in opened[: 2 * MOST_UNVERIFIED])


def _has_ended(connection: socket.socket) -> bool:
    """Return whether the other end has closed a connection."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def test_who_is_refused_has_to_go(running: _Running) -> None:
    with socket.create_connection(("127.0.0.1", running.port), timeout=_PATIENCE) as asking:
        head = f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\nContent-Length: 99999\r\n"
        asking.sendall(f"{head}\r\nand then nothing".encode())
        said = b"".join(iter(lambda: asking.recv(4096), b""))
    assert said.startswith(b"HTTP/1.1 403")


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C is no signal that a test can send")
def test_the_author_does_not_hear_of_broken_requests(running: _Running) -> None:
    here = f"127.0.0.1:{running.port}"
    host = f"Host: {here}\r\n"
    town = f"POST /{running.token}/town HTTP/1.1\r\n{host}Origin: http://{here}\r\n"
    upgrade = "Connection: upgrade\r\nUpgrade: websocket\r\n"
    for broken in (
        "\0\r\n\r\n",
        f"GET /{running.token}/state HTTP/1.1\r\n{host}{upgrade}\r\n",
        f"{town}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{{",
    ):
        with socket.create_connection(("127.0.0.1", running.port), timeout=_PATIENCE) as asking:
            asking.sendall(broken.encode())
            asking.shutdown(socket.SHUT_WR)
            asking.recv(4096)
    assert running.get(f"/{running.token}/state")[0] == 200
    running.process.send_signal(signal.SIGINT)
    said, _ = running.process.communicate(timeout=_PATIENCE)
    assert said.strip() in {"", "Ctrl-C ends the preview."}  # it may have been read before


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C is no signal that a test can send")
def test_ctrl_c_ends_it_at_once_though_a_page_listens(running: _Running) -> None:
    listening = http.client.HTTPConnection("127.0.0.1", running.port, timeout=_PATIENCE)
    listening.request("GET", f"/{running.token}/events")
    events = listening.getresponse()
    assert events.readline() == b"event: state\n"
    running.process.send_signal(signal.SIGINT)
    said, _ = running.process.communicate(timeout=_PATIENCE)
    assert running.process.returncode == 0
    assert "Traceback" not in said
    assert running.token not in said
    assert events.read().count(b"event: ") == 0
    listening.close()


def test_a_save_reaches_the_page(running: _Running, tmp_path: Path) -> None:
    listening = http.client.HTTPConnection("127.0.0.1", running.port, timeout=_PATIENCE)
    listening.request("GET", f"/{running.token}/events")
    events = listening.getresponse()

    def next_state() -> dict[str, object]:
        while not (line := events.readline()).startswith(b"data: "):
            assert line
        state: dict[str, object] = json.loads(line.removeprefix(b"data: "))
        return state

    assert next_state()["good"]
    (tmp_path / "slides.yaml").write_text(_TALK.replace("title: One", "titel: One"), "utf-8")
    assert not next_state()["good"]
    (tmp_path / "slides.yaml").write_text(_TALK.replace("A talk", "Another"), "utf-8")
    after = next_state()
    assert (after["good"], after["title"]) == (True, "Another")
    listening.close()


def test_a_port_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(cli, ["preview", "--no-open", "--port", str(port)])
    assert result.exit_code == 3
    assert result.output == (
        f"deckgen: Port {port} cannot be used: another program uses it.\n"
        "  Leave --port out, and any free one is taken; or give another number.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing.yaml"], 1, "There is no file nothing.yaml."),
        (["--town", "nowhere"], 2, "There is no town “nowhere”."),
        (["--var", "town"], 2, "--var town gives no words."),
        (["--port", "70000"], 2, "70000 is not in the range 0<=x<=65535"),
        (["--renderer", "paint"], 2, "'paint' is not one of"),
    ],
)
def test_what_cannot_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    result = CliRunner().invoke(cli, ["preview", "--no-open", *arguments])
    assert result.exit_code == code
    assert said in result.output


@pytest.mark.parametrize("module", ["starlette", "uvicorn", "betteroffice_pptx"])
def test_without_the_extra_it_says_what_to_install(tmp_path: Path, module: str) -> None:
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        f"import sys\nsys.modules['{module}'] = None\n", encoding="utf-8"
    )
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    result = subprocess.run(
        [sys.executable, "-m", "deckgen", "preview", "--no-open"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        env=os.environ | {"PYTHONPATH": path},
        check=False,
    )
    assert (result.returncode, result.stdout) == (3, "")
    assert 'pip install "deckgen-pptx[show]"' in result.stderr
