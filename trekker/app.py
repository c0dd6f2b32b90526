"""The program: opens the window, or walks without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from trekker import command_line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; Qt is imported only where a window is wanted."""
    return command_line.run(sys.argv[1:] if arguments is None else arguments, window=_window, bench=_bench)


def _window(read: argparse.Namespace) -> int:
    from trekker.gui.start import run_window

    return run_window(
        command_line.scenario_of(read), suit=read.learning_rate is None, table=read.file, record=read.record
    )


def _bench(as_json: bool) -> int:
    from trekker.gui.bench import run_bench

    return run_bench(as_json=as_json)
