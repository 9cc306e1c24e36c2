"""What the commands say: nothing that a terminal obeys; and how they end when nobody hears it."""

import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.support.exit_codes import ExitCode
from deckgen.support.terminal_text import visible_lines
from tests.merge.decks import titled
from tests.project.two_towns import GERA, OUTLINE, run, write
from tests.sampled import sampled
from tests.tools.packages import clean_deck, edited, replace

ESCAPE = "\x1b]0;TAKEN\x07\x1b[31m\x9b5m\u202e"
"""Sets the title of a window, colours, makes letters blink, and turns them round."""


def obeyed(text: str) -> set[str]:
    """Return the signs that a terminal would obey, or that hide what stands there."""
    return {
        sign for sign in text if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cs", "Cf"}
    }


@pytest.mark.slow
@given(st.text())
def test_what_is_shown_has_the_same_lines_and_nothing_to_obey(text: str) -> None:
    shown = visible_lines(text)
    assert obeyed(shown) <= set("\u00ad\u200c\u200d")
    assert shown.count("\n") == text.count("\n")
    assert len(shown) == len(text)
    assert visible_lines(shown) == shown


HOSTILE = {
    "a cell that is a town": ["build", "--each", "towns.csv"],
    "a cell in a message": ["build", "--each", "days.csv"],
    "a table that is none": ["build", "--each", f"no{ESCAPE}.csv"],
    "the name of a table": ["build", "--each", f"{ESCAPE}.csv"],
    "the name of a town": ["build", "--all"],
    "a town that is not there": ["build", "--town", f"x{ESCAPE}"],
    "the list of towns": ["towns"],
    "towns that differ": ["towns", "diff", "gera"],
    "the name of an outline": ["check", f"{ESCAPE}.yaml"],
    "findings for programs": ["check", f"{ESCAPE}.yaml", "--format", "json"],
    "findings for GitHub": ["check", f"{ESCAPE}.yaml", "--format", "github"],
    "an outline that is not there": ["build", f"no{ESCAPE}.yaml"],
    "a place for the deck": ["build", "-o", f"build/{ESCAPE}.pptx"],
    "a place that is taken": ["build", "-o", f"{ESCAPE}.pptx"],
    "a place without ending": ["build", "-o", f"build/{ESCAPE}"],
    "a field of a place": ["build", "-o", f"build/{{{ESCAPE}}}.pptx"],
    "words": ["build", "--var", f"a{ESCAPE}=b", "--var", f"{ESCAPE}"],
    "a tag": ["build", "--tag", ESCAPE],
    "how texts were fitted": ["build", "--explain"],
    "a deck": ["text", f"{ESCAPE}.pptx"],
    "a template": ["brand", "show", f"{ESCAPE}.pptx"],
    "a map of a template": ["brand", "show", f"{ESCAPE}.pptx", "--map"],
    "a brand of a template": ["brand", "new", "new.yaml", "--from", f"{ESCAPE}.pptx"],
    "a brand that is there": ["brand", "new", f"{ESCAPE}.yaml"],
    "a folder": ["new", f"{ESCAPE}"],
    "a folder that is there": ["new", "."],
    "a script": ["export", "notes", "-o", f"build/{ESCAPE}.md"],
    "a kind": ["kinds", ESCAPE],
    "too many arguments": ["build", "a", f"b{ESCAPE}", "c"],
    "an option": [f"--{ESCAPE}"],
    "a command": [f"x{ESCAPE}"],
    "a choice": ["check", "--format", ESCAPE],
}


def lay_out_hostile() -> None:
    write("slides.yaml", OUTLINE.replace("[a, b]", '["a\\e[31m", "b\\x9b"]'))
    write("towns/gera.yaml", GERA)
    write(f"towns/{ESCAPE}.yaml", f'vars: {{town: "x"}}\nunknown{ESCAPE}: 1\n')
    write("towns.csv", f'town,mayor\n"A{ESCAPE}\nB",\nGera,x\n')
    write("days.csv", f"town,day\nGera,x{ESCAPE}\n")
    write(f"{ESCAPE}.csv", "town,\ud7ffa b\nGera,\n")
    write(f"{ESCAPE}.yaml", f"title: A\nslides:\n  - bulets{ESCAPE}: [a]\n  - image: x\u202e.png\n")
    theme = replace("ppt/theme/theme1.xml", 'typeface="Calibri"', 'typeface="Ca\x9b31m\u202e"')
    Path(f"{ESCAPE}.pptx").write_bytes(edited(titled("A\u202eB"), [theme]))


@pytest.mark.parametrize("arguments", sampled(HOSTILE.values(), every=5), ids=HOSTILE)
@pytest.mark.usefixtures("two_towns")
def test_no_sign_of_a_file_reaches_a_terminal(arguments: list[str]) -> None:
    lay_out_hostile()
    result = run(*arguments)
    assert obeyed(result.output) == set()
    assert result.exit_code in {*ExitCode} - {ExitCode.BUG}
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_the_names_in_a_zip_do_not_reach_it_either() -> None:
    def renamed(parts: dict[str, bytes]) -> None:
        parts[f"ppt/{ESCAPE}.xml"] = parts.pop("ppt/presProps.xml")
        holder = "ppt/_rels/presentation.xml.rels"
        parts[holder] = parts[holder].replace(b"presProps.xml", "\x9b\u202e.xml".encode())

    Path("deck.pptx").write_bytes(edited(clean_deck(), [renamed]))
    for arguments in (["text", "deck.pptx"], ["brand", "show", "deck.pptx"]):
        assert obeyed(run(*arguments).output) == set()


@pytest.mark.usefixtures("two_towns")
def test_a_refused_file_is_not_shown(tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret.txt"
    secret.write_text("password: 1234\n", encoding="utf-8")
    folder = tmp_path.parent / f"{tmp_path.name}-secrets"
    folder.mkdir()
    (folder / "gera.yaml").write_text("password: 1234\n", encoding="utf-8")
    for name in ("gera.yaml", "GERA.yaml", "gera .yaml"):
        Path("towns", name).unlink(missing_ok=True)
        Path("towns", name).symlink_to(secret)
    for arguments in (
        ["check", "--town", "gera"],
        ["check", "--all"],
        ["build", "--all"],
        ["check", "--town", "gera", "--format", "json"],
        ["towns"],
    ):
        result = run(*arguments)
        assert "password" not in result.output
    assert "outside-folder" in run("check", "--town", "gera").output
    Path("towns").rename("old")
    Path("towns").symlink_to(folder)
    for command, code in (("build", 0), ("check", 0), ("towns", 0), ("check --all", 2)):
        result = run(*command.split())
        assert ("password" in result.output, result.exit_code) == (False, code)


# How a process begins and ends.

FULL, BOTH_FULL = ">/dev/full", ">/dev/full 2>/dev/full"
CLOSED, ALL_CLOSED = ">&-", "<&- >&- 2>&-"
UNHEARD = [
    ("build", FULL, 3),
    ("build", BOTH_FULL, 3),
    ("build", CLOSED, 0),
    ("build", ALL_CLOSED, 0),
    ("build -q", FULL, 0),
    ("build --all", FULL, 3),
    ("build --explain -q", FULL, 3),
    ("check", FULL, 3),
    ("check --format json", BOTH_FULL, 3),
    ("kinds", FULL, 3),
    ("schema", FULL, 3),
    ("schema", ALL_CLOSED, 0),
    ("towns", FULL, 3),
    ("text deck.pptx", FULL, 3),
    ("text deck.pptx", ALL_CLOSED, 0),
    ("brand show deck.pptx", FULL, 3),
    ("export notes -o build/script.md", FULL, 3),
    ("new talk", FULL, 3),
    ("--help", FULL, 3),
    ("build nothing.yaml", "2>/dev/full", 3),
    ("build --nothing", "2>/dev/full", 3),
]
posix = pytest.mark.skipif(os.name == "nt", reason="needs files and signals of POSIX")


@pytest.mark.slow
@posix
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(("arguments", "streams", "code"), UNHEARD)
def test_when_nothing_can_be_said_there_is_no_traceback(
    arguments: str, streams: str, code: int
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    Path("deck.pptx").write_bytes(clean_deck())
    command = f"{sys.executable} -m deckgen {arguments} {streams}"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert ran.returncode == code
    if streams == FULL and code:
        assert "cannot be written: no space left on device" in ran.stderr.lower()
    else:
        assert ran.stderr == ""


INTERRUPTED = """
import sys
from deckgen import __main__ as entry

class Interrupting:
    left = int(sys.argv[1])

    def find_spec(self, name, path=None, target=None):
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
sys.argv = ["deckgen", *sys.argv[2:]]
entry.main()
"""


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(
    "arguments", [["build"], ["check", "--town", "gera"]], ids=["plain", "with click"]
)
def test_ctrl_c_while_it_starts_is_no_traceback(arguments: list[str]) -> None:
    at, code = 1, 3
    while code:
        ran = subprocess.run(
            [sys.executable, "-c", INTERRUPTED, str(at), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        code = ran.returncode
        stopped = "deckgen: Stopped before the end.\n  What is written is complete."
        assert (code, ran.stderr.strip()) == ((3, stopped) if code else (0, "")), at
        at += 25
    assert at > 100


TERMINATED = """
import os, signal, sys
from deckgen.__main__ import main

number = getattr(signal, sys.argv[1])
signal.signal(number, signal.SIG_DFL)  # below nohup it is ignored

def asked_to_end(_):
    os.kill(os.getpid(), number)

os.fsync = asked_to_end
sys.argv = ["deckgen", *sys.argv[2:]]
main()
"""


@pytest.mark.slow
@posix
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize(
    "arguments",
    [["build"], ["build", "--all"], ["new", "a/b/talk"], ["export", "notes", "-o", "build/a.md"]],
    ids=" ".join,
)
def test_who_is_asked_to_end_leaves_no_half_file(name: str, arguments: list[str]) -> None:
    before = sorted(Path().rglob("*"))
    ran = subprocess.run(
        [sys.executable, "-c", TERMINATED, name, *arguments], capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (-getattr(signal, name), b"")
    assert sorted(Path().rglob("*")) == before
