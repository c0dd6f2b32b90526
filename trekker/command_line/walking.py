"""A walk without a window: one JSON object for its end, and a table of its steps where one is wanted."""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from trekker.command_line.checks import UsageError, naming
from trekker.command_line.grounds import ground_option
from trekker.command_line.party import scenario_of
from trekker.ground import Ground
from trekker.learning.dataset import ColumnError
from trekker.walk.descent import Descent
from trekker.walk.grounds import GroundChoice
from trekker.walk.suiting import check_rules, suited_party


def walk(read: argparse.Namespace, output: TextIO) -> None:
    """Take the walk, write the table if one is wanted, and print one JSON object.

    Raises:
        ValueError: with one sentence that names the option and says what is allowed.
    """
    scenario = scenario_of(read)
    if read.csv is not None:
        _check_table(read.csv)
    ground = _open(read, scenario.ground)
    if read.learning_rate is None:
        scenario = suited_party(scenario, ground)
    with naming("--optimizer"):
        check_rules(scenario.trekkers, ground)
    with naming("--start"):
        descent = Descent(ground, scenario)
    descent.advance(scenario.stop.step_limit)
    if read.csv is not None:
        with naming("--csv"):
            write_table(descent, read.csv)
    json.dump(_summary(descent), output)
    output.write("\n")


def _open(read: argparse.Namespace, choice: GroundChoice) -> Ground:
    with naming(ground_option(read)):
        try:
            return choice.open()
        except ColumnError as problem:
            raise UsageError(f"--x and --y: {problem}") from problem


def write_table(descent: Descent, path: Path) -> None:
    """Write one row a step, the start first; numbers read back exactly. The file appears whole or not at all."""
    trail = descent.trail
    names = [f"theta_{index}" for index in range(trail.theta.shape[1])]
    with _whole_file(path) as file:
        table = csv.writer(file)
        table.writerow(["step", "cost", "gradient_norm", *names])
        for step, (cost, slope, theta) in enumerate(zip(trail.cost, trail.gradient_norm, trail.theta, strict=True)):
            table.writerow([step, *(repr(float(each)) for each in (cost, slope, *theta))])


def _summary(descent: Descent) -> dict[str, object]:
    trail = descent.trail
    return {
        "verdict": descent.verdict.reason.value if descent.verdict is not None else None,
        "steps": trail.steps,
        "theta": [_json_number(each) for each in trail.theta[-1]],
        "cost": _json_number(trail.cost[-1]),
        "gradient_norm": _json_number(trail.gradient_norm[-1]),
    }


def _json_number(value: float) -> float | None:
    """Return a number as JSON knows it; it has none for infinity and undefined."""
    return float(value) if math.isfinite(value) else None


def _check_table(path: Path) -> None:
    """Refuse, before the walk is taken, a place into which no table can be written."""
    if not path.parent.is_dir():
        raise UsageError(f"--csv: there is no folder {path.parent} to write {path.name} into")
    if path.exists() and not path.is_file():
        raise UsageError(f"--csv: {path} is not a file; name a new one, or one to write over")


@contextmanager
def _whole_file(path: Path) -> Iterator[TextIO]:
    """Write beside ``path`` and rename at the end, so that nobody ever sees half a file."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("x", encoding="utf-8", newline="") as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
