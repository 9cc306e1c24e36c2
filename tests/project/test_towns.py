"""Towns from outside: what is written and said for one, for all, and to tell them apart."""

import json
import re
from pathlib import Path

import pytest

from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import GERA, JENA, OUTLINE, decks, run, words, write
from tests.sampled import sampled


@pytest.mark.usefixtures("two_towns")
def test_one_town() -> None:
    result = run("build", "--town", "gera")
    assert result.exit_code == ExitCode.OK
    assert decks() == ["gera.pptx"]
    shown = words("build/gera.pptx")
    assert "One in Gera" in shown
    assert "Zwei" in shown


@pytest.mark.usefixtures("two_towns")
def test_a_version_and_words_from_the_command_line() -> None:
    run("build", "--town", "gera", "--tag", "short", "--var", "town=Greiz", "-o", "x/{town}.pptx")
    shown = words("x/gera.pptx")
    assert "One in Greiz" in shown
    assert re.findall(r"^    (\w) ", shown, re.MULTILINE) == ["a", "b", "c"]


VERSIONS = {
    "the talk": ([], "the-talk.pptx"),
    "another outline with its title": (["other.yaml"], "other-the-talk.pptx"),
    "a tag": (["--tag", "short"], "the-talk-short.pptx"),
    "two tags": (["--tag", "short", "--tag", "b"], "the-talk-b-short.pptx"),
    "words": (["--var", "town=Greiz"], "the-talk-town-greiz.pptx"),
    "a line of the head": (["--var", "event.slot=10"], "the-talk-event-slot-10.pptx"),
    "a town": (["--town", "gera"], "gera.pptx"),
    "a town's version": (["--town", "gera", "--tag", "short"], "gera-short.pptx"),
    "a town of the other outline": (["other.yaml", "--town", "gera"], "other-gera.pptx"),
    "a talk that is called as a town": (["jena/slides.yaml"], "jena-jena-talk.pptx"),
    "its title in another folder": (["2027/slides.yaml"], "2027-the-talk.pptx"),
    "a town of that": (["2027/slides.yaml", "--town", "jena"], "2027-jena.pptx"),
}


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_no_version_meets_another() -> None:
    write("other.yaml", OUTLINE)
    write("jena/slides.yaml", OUTLINE.replace("The talk", "Jena"))
    write("2027/slides.yaml", OUTLINE)
    for folder in ("jena", "2027"):
        write(f"{folder}/towns/jena.yaml", JENA)
    made = {what: run("build", "-q", *arguments) for what, (arguments, _) in VERSIONS.items()}
    assert {what: one.exit_code for what, one in made.items()} == dict.fromkeys(VERSIONS, 0)
    assert sorted(name for _, name in VERSIONS.values()) == decks()
    run("build", "--all", "--tag", "short", "-o", "all/{town}-{tag}.pptx")
    run("build", "other.yaml", "--all", "--tag", "b")
    assert decks("all") == ["gera-short.pptx", "jena-short.pptx"]
    assert {"other-gera-b.pptx", "other-jena-b.pptx"} < {*decks()}


@pytest.mark.usefixtures("two_towns")
def test_the_names_between_braces() -> None:
    arguments = ("--tag", "short", "--var", "town=Bad Köstritz", "-o", "x/{town}-{tag}.pptx")
    assert run("build", *arguments).exit_code == ExitCode.OK
    assert decks("x") == ["bad-koestritz-short.pptx"]
    for pattern, said in {
        "{town}.pptx": "Add --town NAME",
        "{tag}.pptx": "Add --tag NAME",
        "{mayor}.pptx": "Add --var mayor=WORDS",
    }.items():
        result = run("build", "-o", pattern)
        assert result.exit_code == ExitCode.USAGE
        assert said in result.stderr
    assert "There are: town" in run("build", "--all", "-o", "{tag}.pptx").stderr


@pytest.mark.usefixtures("two_towns")
def test_a_row_names_its_tags() -> None:
    write("towns.csv", "town;tags\nGera;short\nGera;long\n")
    assert run("build", "--each", "towns.csv", "-o", "x/{town}-{tag}.pptx").exit_code == ExitCode.OK
    assert decks("x") == ["gera-long.pptx", "gera-short.pptx"]


@pytest.mark.usefixtures("two_towns")
def test_lines_of_the_head_can_be_said_as_variables() -> None:
    write("slides.yaml", OUTLINE.replace("One in", "${deck.subtitle}, ${event.slot} min,"))
    arguments = ("--var", "event.slot=10", "--var", "deck.subtitle=For $5", "-o", "x/a.pptx")
    result = run("build", *arguments)
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert "For $5, 10 min, Altenburg" in words("x/a.pptx")
    result = run("check", "--var", "event.solt=10")
    assert "the command line:1:1: error unknown-key" in result.output
    assert "Did you mean `slot`?" in result.output


@pytest.mark.usefixtures("two_towns")
def test_the_talk_as_it_is_written_has_no_slide_that_is_only_for_towns() -> None:
    run("build", "-o", "talk.pptx")
    assert "Two" not in words("talk.pptx")


@pytest.mark.usefixtures("two_towns")
def test_all_towns() -> None:
    result = run("build", "--all", "-o", "out/{town}.pptx")
    assert (result.exit_code, decks("out")) == (ExitCode.OK, ["gera.pptx", "jena.pptx"])
    assert result.stdout.splitlines() == [
        "out/gera.pptx: 2 slides",
        "out/jena.pptx: 2 slides",
        "2 decks written",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--town", "gerra"], "Did you mean gera?"),
        (["--all", "-o", "a.pptx"], "Type {town} in it"),
        (["--all", "-o", "{town}"], "does not end in .pptx"),
        (["--all", "-o", "{twon}.pptx"], "Did you mean {town}?"),
        (["--all", "--each", "towns.csv"], "Type one of"),
        (["--var", "town"], "Type --var town=Gera"),
    ],
)
@pytest.mark.usefixtures("two_towns")
def test_wrong_usage_has_a_way_out(arguments: list[str], said: str) -> None:
    write("towns.csv", "town\nGera\n")
    result = run("build", *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert not Path("build").exists()


@pytest.mark.usefixtures("two_towns")
def test_a_talk_without_towns_says_how_to_make_one() -> None:
    for path in Path("towns").iterdir():
        path.unlink()
    result = run("build", "--all")
    assert result.exit_code == ExitCode.USAGE
    assert "towns/gera.yaml" in result.stderr


@pytest.mark.usefixtures("two_towns")
def test_one_towns_error_does_not_stop_the_others_and_is_told_at_its_line() -> None:
    write("towns/gera.yaml", GERA.replace("two", "tow"))
    result = run("build", "--all")
    assert (result.exit_code, decks()) == (ExitCode.OUTLINE, ["jena.pptx"])
    assert "towns/gera.yaml:2:10: error unknown-slide" in result.stderr
    assert "(gera)" in result.stderr
    assert "No deck was written for 1 town: gera" in result.stderr
    assert result.stdout.endswith("1 deck written\n")


@pytest.mark.usefixtures("two_towns")
def test_the_same_problem_of_all_towns_is_told_once() -> None:
    write("slides.yaml", OUTLINE.replace("bullets: [a, b]", "bulets: [a, b]"))
    result = run("check", "--all")
    assert result.exit_code == ExitCode.OUTLINE
    assert result.output.count("unknown-key") == 1
    assert "(all 2 towns)" in result.output


@pytest.mark.usefixtures("two_towns")
def test_check_of_many_towns_in_a_programs_words() -> None:
    write("towns/jena.yaml", JENA + "titel: x\n")
    result = run("check", "--all", "--format", "json")
    (found,) = json.loads(result.stdout)
    assert (found["file"], found["line"], found["code"]) == ("towns/jena.yaml", 3, "unknown-key")
    assert run("check", "--town", "gera").output == "slides.yaml: all is well\n"


@pytest.mark.usefixtures("two_towns")
def test_a_misspelt_town_or_variable_is_a_warning() -> None:
    write("slides.yaml", OUTLINE.replace("[gera, jena]", "[gerra, jena]"))
    result = run("check", "--all", "--var", "twon=x")
    assert result.exit_code == ExitCode.OK
    assert "slides.yaml:14:12: warning unknown-town" in result.output
    assert "the command line:1:1: warning unused-variable" in result.output
    assert "Did you mean town?" in result.output


@pytest.mark.usefixtures("two_towns")
def test_the_list_and_what_differs() -> None:
    assert run("towns").output == "gera  2 slides\njena  2 slides\n"
    assert run("towns", "diff", "gera", "jena").output.splitlines() == [
        *("one:", "  - title: One in Gera", "  + title: One in Jena", "two:", "  - title: Zwei"),
        *("  + title: Two", "  - body: d"),
    ]
    assert run("towns", "diff", "gera").output.splitlines()[-1] == "  body: d"
    write("towns/jena.yaml", "titel: x\n")
    write("towns/Bad Elster.yaml", "titel: x\n")
    listed = run("towns").output
    assert "jena        has errors: deckgen check --town jena\n" in listed
    assert 'Bad Elster  has errors: deckgen check --town "Bad Elster"\n' in listed
    assert run("towns", "diff", "jena").exit_code == ExitCode.OUTLINE


SAID = {"day": "14.3.2027", "people": "94.000", "share": "12,5 %", "slot": "20 Minuten"}
SHOWN = ("14. März 2027", "94.000 Leute", "12,5 %")
SAYS_ALL = """title: Talk
lang: de-DE
vars: {day: "1.1.2020", people: "0", share: 0 %, slot: "0"}
event: {name: E, place: P, date: "${day}", slot: "${slot}"}
slides:
  - title: Am ${date}
    text: ${people:number} Leute, ${share:number}, ${day:date}
    minutes: 2,5
"""
IN_VARS = "vars: {day: 14.3.2027, people: '94.000', share: '12,5 %', slot: 20 Minuten}\n"
IN_EVENT = IN_VARS + "event: {date: 14. März 2027, slot: 20 min}\n"


@pytest.mark.parametrize(
    "place", sampled(["vars", "town file", "event of a town", "row", "command line"])
)
@pytest.mark.usefixtures("two_towns")
def test_days_and_numbers_are_read_alike_wherever_they_are_said(place: str) -> None:
    write("slides.yaml", SAYS_ALL)
    write("towns/gera.yaml", IN_EVENT if place == "event of a town" else IN_VARS)
    sheet = "sep=;\n" + "\n".join(
        ";".join(row) for row in (("town", *SAID), ("gera", *SAID.values()))
    )
    write("towns.csv", sheet)
    words_said = [part for name, said in SAID.items() for part in ("--var", f"{name}={said}")]
    arguments = ["--town", "gera"]
    if place == "vars":
        write("slides.yaml", SAYS_ALL.replace(SAYS_ALL.splitlines()[2] + "\n", IN_VARS))
        write("towns/gera.yaml", "vars: {}\n")
    elif place == "row":
        arguments = ["--each", "towns.csv", "-o", "build/{town}.pptx"]
    elif place == "command line":
        arguments = words_said
    result = run("build", *arguments, "-q")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    (deck,) = decks()
    shown = words(f"build/{deck}")
    assert [part for part in (f"Am {SHOWN[0]}", *SHOWN) if part not in shown] == []
