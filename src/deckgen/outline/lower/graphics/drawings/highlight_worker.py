"""The program of the process that highlights listings, with Pygments.

Arguments: the folder that holds Pygments, and the seconds of processor time for each listing. Each
line of standard input is a JSON list of a language and a listing. Each is answered with a line of
JSON: `{"lines": …}`, for each line of the listing a list of pairs of a style and a text; `{"near":
…}`, names similar to an unknown language; or `{"problem": …}`. It imports no part of deckgen, so
that it starts in 10 ms.
"""

import json
import signal
import sys

COMMENT, KEYWORD, NAME, LITERAL, PLAIN = "comment", "keyword", "name", "literal", ""


class TimeUpError(Exception):
    """A listing has used up its processor time."""


def main() -> None:
    """Answer until the pipe ends."""
    folder, seconds = sys.argv[1], float(sys.argv[2])
    # Ctrl-C is for the parent, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path.append(folder)
    for line in sys.stdin.buffer:
        language, code = json.loads(line)
        try:
            _start_clock(seconds)
            answer = _answer(language, code)
        except (TimeUpError, MemoryError, RecursionError):
            answer = {"problem": "too-slow"}
        except Exception:  # noqa: BLE001  # a lexer of Pygments has failed
            answer = {"problem": "failed"}
        finally:
            _start_clock(0)
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


def _answer(language: str, code: str) -> dict[str, object]:
    from pygments.lexers import get_all_lexers, get_lexer_by_name

    # Without plugins: those differ from machine to machine.
    names = {alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases}
    if language.lower() not in names:
        from difflib import get_close_matches

        return {"near": get_close_matches(language.lower()[:100], sorted(names), 2)}
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    lines: list[list[list[str]]] = [[]]
    for token, text in lexer.get_tokens(code):
        style = _style(token)
        first, *rest = text.split("\n")
        _add(lines[-1], style, first)
        for part in rest:
            lines.append([])
            _add(lines[-1], style, part)
    return {"lines": lines}


def _add(line: list[list[str]], style: str, text: str) -> None:
    if text and line and line[-1][0] == style:
        line[-1][1] += text
    elif text:
        line.append([style, text])


def _style(token: object) -> str:
    from pygments.token import Comment, Keyword, Name, Number, String

    if token in Comment:
        return COMMENT
    if token in Keyword or token in Name.Tag:
        return KEYWORD
    if token in Name.Function or token in Name.Class:
        return NAME
    return LITERAL if token in String or token in Number else PLAIN


def _start_clock(seconds: float) -> None:
    """Limit processor time, where the system can; Python's `re` handles the signal, too."""
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, _time_up)
        # Again and again, as some lexers catch exceptions that they do not know.
        signal.setitimer(signal.ITIMER_PROF, seconds, min(seconds, 1))


def _time_up(*_: object) -> None:
    raise TimeUpError


if __name__ == "__main__":
    main()
