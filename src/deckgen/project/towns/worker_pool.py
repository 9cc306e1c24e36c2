"""Many towns on all cores: worker processes build decks, the parent process gives them jobs.

Each worker reads the outline and the brand once. It gets its jobs over a pipe and ends when the
pipe is closed, so no worker outlives the run. Decks are written whole or not at all. The start
method is "spawn", which works alike on every system.
"""

import gc
import multiprocessing
import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from threading import Event, current_thread, main_thread
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from deckgen.project.towns.town_builder import BuildOptions, Job, TownBuilder, TownResult
from deckgen.support.diagnostics import Diagnostic, Severity

_ALONE = 4
"""Up to so many decks are built in this process: starting workers takes longer."""
_MOST_AT_ONCE = 16
"""Jobs that a worker is given at a time."""
_GARBAGE = 500_000
"""Allocations between two searches for reference cycles."""
_PATIENCE = 10
"""Seconds that a worker has to finish its decks when the run is stopped."""


def build_all(
    jobs: Sequence[Job], options: BuildOptions
) -> Generator[tuple[int, TownResult], None, None]:
    """Build the decks, and yield each with its place in `jobs` as it is done, in no certain order.

    Ctrl-C stops it: the decks that are being built are finished and yielded, the others are not
    begun; then KeyboardInterrupt is raised. Ctrl-C again does not wait for them.
    """
    workers = min(multiprocessing.cpu_count(), len(jobs))
    if len(jobs) <= _ALONE or workers == 1:
        builder = TownBuilder(options)
        return ((at, builder.build(job)) for at, job in enumerate(jobs))
    return _on_workers(jobs, options, workers)


class _Worker(NamedTuple):
    process: SpawnProcess
    tasks: Connection


def _on_workers(
    jobs: Sequence[Job], options: BuildOptions, count: int
) -> Generator[tuple[int, TownResult], None, None]:
    size = max(1, min(_MOST_AT_ONCE, len(jobs) // (count * 4)))
    busy: dict[Connection, tuple[_Worker, range]] = {}
    idle: list[_Worker] = []
    next_job = 0
    with _first_ctrl_c_noted() as stopped:
        try:
            idle.extend(_start(options) for _ in range(count))
            while busy or (next_job < len(jobs) and not stopped.is_set()):
                while next_job < len(jobs) and idle and not stopped.is_set():
                    worker = idle.pop()
                    given = range(next_job, min(next_job + size, len(jobs)))
                    next_job = given.stop
                    busy[worker.tasks] = worker, given
                    with suppress(OSError):  # it has died; its end of the pipe says so below
                        worker.tasks.send([jobs[at] for at in given])
                answered = wait(list(busy))
                for tasks in [tasks for tasks in busy if tasks in answered]:
                    worker, given = busy.pop(tasks)
                    try:
                        answer = tasks.recv()
                    except (EOFError, OSError):
                        yield from ((at, _lost(jobs[at])) for at in given)
                        idle.append(_start(options))
                        continue
                    if isinstance(answer, Exception):
                        raise answer
                    idle.append(worker)
                    for at, made in zip(given, answer, strict=True):
                        yield at, TownResult(jobs[at], *made)
            if stopped.is_set():
                raise KeyboardInterrupt
        finally:
            _stop([*idle, *(worker for worker, _ in busy.values())])


@contextmanager
def _first_ctrl_c_noted() -> Iterator[Event]:
    """Yield what the first Ctrl-C sets; the second one raises KeyboardInterrupt.

    An exception could come anywhere, such as between a deck that is done and its line in the
    manifest. Only the main thread hears Ctrl-C.
    """
    stopped = Event()

    def note(number: int, frame: FrameType | None) -> None:
        if stopped.is_set():
            signal.default_int_handler(number, frame)
        stopped.set()

    if current_thread() is not main_thread():
        yield stopped
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _start(options: BuildOptions) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, options), daemon=True)
    with _deaf_to_ctrl_c():
        process.start()
    theirs.close()  # so that the pipe ends when the worker does
    return _Worker(process, ours)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Have processes that are started here never hear Ctrl-C; this one hears it afterwards.

    It reaches every process of a terminal, but only the parent decides when to stop.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows hands nothing down
        yield
        return
    resource_tracker.ensure_running()  # else the first start would start it, and unblock signals
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.tasks.close()
    for worker in workers:
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.terminate()
            worker.process.join()


def serve(tasks: Connection, options: BuildOptions) -> None:
    """Build the jobs that come over the pipe, until it ends: the whole life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows does not hand this down
    signal.signal(signal.SIGTERM, _end)
    builder = None
    with suppress(EOFError, OSError):
        while True:
            jobs: list[Job] = tasks.recv()
            try:
                if builder is None:
                    builder = TownBuilder(options)
                    # A deck leaves no reference cycles; a search takes a third of the time.
                    gc.freeze()
                    gc.set_threshold(_GARBAGE)
                # The jobs are not sent back: the parent has them.
                answer: list[tuple[Any, ...]] | Exception = [builder.build(job)[1:] for job in jobs]
            except Exception as mistake:  # noqa: BLE001 - a bug; the parent reports it
                mistake.add_note(_places(mistake))
                answer = mistake
            tasks.send(answer)


def _end(number: int, _frame: object) -> NoReturn:
    """End a worker by an exception, so that a half-written file is removed."""
    raise SystemExit(128 + number)


def _places(mistake: Exception) -> str:
    import traceback

    frames = traceback.extract_tb(mistake.__traceback__)[-6:]
    return "\n".join(f"    {frame.name} in line {frame.lineno}" for frame in frames)


def _lost(job: Job) -> TownResult:
    message = "The process that built this deck has ended before it was done."
    hint = "Is there enough memory? Build the town alone: deckgen build --town."
    return TownResult(job, 0, (Diagnostic(Severity.ERROR, "worker-died", message, None, hint),))
