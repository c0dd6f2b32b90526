"""Reading a table of a million rows of three columns against pandas alone.

    python -m tests.benchmarks.reading

Ours also finds out how the file is written and whether all is well with it, tells how far it is, and can be cancelled.
Times are the best of nine rounds in which both take turns.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from trekker.learning.readers import open_table

_ROWS = 1_000_000
_ROUNDS = 9


def write_table(path: Path) -> None:
    """Write a million rows of made-up measurements: a time, a temperature, a count."""
    random = np.random.default_rng(2026)
    columns = {
        "seconds": np.arange(_ROWS) * 0.5,
        "temperature": np.round(random.normal(20.0, 5.0, _ROWS), 3),
        "count": random.poisson(300, _ROWS),
    }
    pd.DataFrame(columns).to_csv(path, index=False)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.csv"
        write_table(path)
        contestants = {
            "pandas": lambda: pd.read_csv(path),
            "ours": lambda: open_table(path, progress=lambda share: None, cancelled=lambda: False),
        }
        times: dict[str, list[float]] = {who: [] for who in contestants}
        for _ in range(_ROUNDS):
            for who, read in contestants.items():
                times[who].append(seconds(read))
        print(f"{_ROWS:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        for who, taken in times.items():
            print(f"{who:8}{min(taken):8.3f} s{min(taken) / min(times['pandas']):8.2f} × pandas")


if __name__ == "__main__":
    main()
