"""Daft: its own processes on this machine, or those of a cluster of Ray.

Daft hands tasks out; what they read and write goes through the files of the run, so that nothing depends on how it moves rows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from dateline.engine.adapters.engine import Answer, EngineError, Task, attempt
from dateline.engine.runs.faults import RunError

_QUIET = {
    "DO_NOT_TRACK": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
"""Neither package is to tell anybody that it was used, nor to draw progress of its own."""


class DaftEngine:
    """Tasks as rows of a data frame, each given to one of `workers` processes. Units are read side by side, the pages of each by one
    guarded worker.
    """

    readers: int | None = 1

    def __init__(
        self, workers: int | None = None, *, on_ray: bool = False, ray_address: str | None = None
    ) -> None:
        os.environ.update(_QUIET)
        self.name = "ray" if on_ray else "daft"
        self._workers = max(1, workers or 1)
        self._on_ray = on_ray
        daft = _package("daft")
        if not on_ray:
            daft.set_runner_native()
            return
        ray = _package("ray")
        try:
            ray.init(
                address=ray_address,
                runtime_env={"env_vars": _QUIET},
                log_to_driver=False,
                logging_level="ERROR",
                ignore_reinit_error=True,
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            what = f"the cluster of Ray at {ray_address or 'this machine'} cannot be reached ({error}): check --ray-address."
            raise RunError("bad_address", what) from error
        except PermissionError as error:
            what = f"Ray cannot write {error.filename}, which belongs to another user: set RAY_TMPDIR to a folder of your own."
            raise RunError("unwritable", what) from error
        daft.set_runner_ray(noop_if_initialized=True)

    def each(self, task: Task, items: Sequence[str], *, has_workers: bool = False) -> Iterator[Answer]:
        """As `Engine.each`."""
        import daft

        doer = _doer(daft, self._workers)(task)
        frame = daft.from_pydict({"number": list(range(len(items))), "item": list(items)})
        if self._on_ray:
            frame = frame.into_partitions(min(len(items), 4 * self._workers))
        done = frame.select(doer.do(frame["number"], frame["item"]).alias("done")).select(
            daft.col("done").unnest()
        )
        try:
            for row in done.iter_rows():
                yield Answer(row["number"], row["given"], row["fault"])
        except Exception as error:
            raise EngineError(f"Daft lost its workers ({type(error).__name__}: {error})") from error


def _doer(daft: Any, workers: int) -> Any:
    """A class of Daft whose objects do the task, each in a process of its own."""
    kinds = daft.DataType
    fields = kinds.struct({"number": kinds.int64(), "given": kinds.string(), "fault": kinds.string()})

    class Doer:
        def __init__(self, task: Task) -> None:
            self._task = task

        @daft.method.batch(return_dtype=fields, batch_size=1)  # type: ignore[untyped-decorator]
        def do(self, numbers: Any, items: Any) -> list[dict[str, Any]]:
            pairs = zip(numbers.to_pylist(), items.to_pylist(), strict=True)
            answers = [attempt(self._task, number, item) for number, item in pairs]
            return [{"number": a.number, "given": a.given, "fault": a.fault} for a in answers]

    return daft.cls(Doer, use_process=True, max_concurrency=workers)


def _package(name: str) -> Any:
    """Daft or Ray.

    Raises:
        RunError: `no_package`, when it is not installed.
    """
    if find_spec(name) is None:
        extra = "scale" if name == "daft" else "ray"
        raise RunError(
            "no_package",
            f"{name} is not installed, which this engine needs: pip install 'dateline-news[{extra}]'.",
        )
    return __import__(name)
