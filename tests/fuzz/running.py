"""Cases run and judged; those that fail are kept, with the command that repeats them."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.building import ROOT
from tests.fuzz.kinds import Case, case
from tests.fuzz.server import FINDINGS, Ended

KEPT = ROOT / "build" / "fuzz"
SECONDS = 20
MEGABYTES = 1_500
_PROMISED = frozenset({0, 1, 2, 3, 4})
_TOLD = re.compile(r"kept-fault: [^\n]*\[([a-z0-9-]+)\]")
"""Faults of somebody's template are kept, and told."""
_REPORTS = ("Traceback (most recent call last)", "a mistake of ours")

_GIVEN = frozenset({"t.pptx", "partner.pptx", "old.pptx", "original.pptx", "sent.pptx"})
"""Decks that are attacked, and their copies: what is wrong with them stays so."""


class Failure(NamedTuple):
    """A case that did not end as promised."""

    kind: str
    seed: int
    why: str
    command: tuple[str, ...]

    def __str__(self) -> str:
        """Say what happened, and how to have it happen again."""
        asked = " ".join(self.command)[:200]
        return (
            f"{self.kind} {self.seed}: {self.why}: deckgen {asked}\n"
            f"  again: python -m tests.fuzz --only {self.kind} --seed {self.seed} --cases 1"
        )


class Runner:
    """Runs cases in one server, as a context."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Start the server."""
        self._start()
        return self

    def _start(self) -> None:
        command = [sys.executable, "-m", "tests.fuzz.server"]
        self._server = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        if self._server.stdout is None or self._server.stdout.readline() != "ready\n":
            raise RuntimeError("the server of the fuzzer does not start")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the server."""
        self._end()

    def _end(self) -> int | None:
        """End the server; return its exit code."""
        if self._server is None:
            return None
        self._server.kill()
        self._server.communicate()
        return self._server.returncode

    def run(self, kind: str, seed: int) -> Failure | None:
        """Run a case; None if it ends as promised, else it is kept."""
        made = case(kind, seed)
        with tempfile.TemporaryDirectory(prefix="deckgen-fuzz-") as name:
            folder = Path(name)
            _lay_out(folder, made)
            for command in made.commands:
                why = self._judge(folder, command)
                if why:
                    failure = Failure(kind, seed, why, command)
                    _keep(folder, failure)
                    return failure
        return None

    def _judge(self, folder: Path, command: tuple[str, ...]) -> str:
        """Return what is wrong with how a command ended; empty if nothing is."""
        ended = self._ask(folder, command)
        if ended is None:
            return self._started_again()
        said = (folder / "said.txt").read_text(errors="replace")
        if ended.code not in _PROMISED or any(report in said for report in _REPORTS):
            return f"exit code {ended.code} after {ended.seconds} s, {ended.megabytes} MB"
        for deck in sorted(folder.rglob("*.pptx")):
            if ended.code == 0 and deck.name not in _GIVEN:
                judged = self._ask(folder, ("lint", str(deck)))
                if judged is None:
                    return self._started_again()
                if judged.code not in {0, FINDINGS}:
                    return f"lint fails at {deck.name}"
                untold = _found(folder, said) - set(_TOLD.findall(said))
                if untold:
                    return f"lint finds {', '.join(sorted(untold))}"
        return ""

    def _started_again(self) -> str:
        """Start another server; return what became of the last."""
        code = self._end()
        self._start()
        return f"the server of the fuzzer ended with {code}"

    def _ask(self, folder: Path, command: tuple[str, ...]) -> Ended | None:
        """Return how a command ended; None if the server ended itself."""
        server = self._server
        if server is None or server.stdin is None or server.stdout is None:
            raise RuntimeError("the server of the fuzzer is not there")
        asked = [str(folder), list(command), SECONDS, MEGABYTES]
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        answer = server.stdout.readline()
        return Ended(*json.loads(answer)) if answer else None


def _found(folder: Path, before: str) -> set[str]:
    """Return the codes of what lint has found since something else was said."""
    said = (folder / "said.txt").read_text(errors="replace")[len(before) :]
    return set(re.findall(r"(?m)^fault (\S+):", said))


def _lay_out(folder: Path, made: Case) -> None:
    for name, data in made.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _keep(folder: Path, failure: Failure) -> None:
    to = KEPT / f"{failure.kind}-{failure.seed}"
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    (to / "failure.txt").write_text(f"{failure}\n", encoding="utf-8")
