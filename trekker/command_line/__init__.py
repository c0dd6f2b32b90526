"""What can be typed after ``trekker``: options become a scenario, and a walk without a window prints its verdict."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from trekker.command_line.checks import UsageError
from trekker.command_line.options import read_arguments
from trekker.command_line.party import scenario_of
from trekker.command_line.walking import walk

__all__ = ["UsageError", "read_arguments", "run", "scenario_of", "walk"]


def run(arguments: Sequence[str], window: Callable[[argparse.Namespace], int], bench: Callable[[bool], int]) -> int:
    """Run the command line; ``window`` and ``bench`` are called for what needs a screen. Returns the exit status."""
    try:
        read = read_arguments(arguments)
        if read.command == "bench":
            return bench(read.json)
        if read.command == "window":
            return window(read)
        walk(read, sys.stdout)
    except (ValueError, OSError) as problem:
        print("trekker:", " ".join(str(problem).split()), file=sys.stderr)
        return 2
    return 0
