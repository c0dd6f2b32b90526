"""What can be typed after ``trekker``: options become a scenario, and a walk without a window prints its verdict."""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, TextIO

from trekker.ground import Bounds, Ground
from trekker.knobs import knobs_of, read_knobs
from trekker.learning.bundled import bundled
from trekker.learning.catalogue import models
from trekker.learning.dataset import ColumnError
from trekker.learning.preparation import Missing
from trekker.optimizers import AnyOptimizer, catalogue, optimizer
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.schedules import schedule
from trekker.terrain.formula import FormulaError, parse
from trekker.walk.applications import Application, NamedApplication, applications
from trekker.walk.descent import Descent
from trekker.walk.grounds import (
    Elevation,
    GroundChoice,
    NamedMountain,
    SampleData,
    TypedFormula,
    exaggeration_knob,
    landscapes,
    with_exaggeration,
)
from trekker.walk.scenario import Scenario, Start, Trekker, Where
from trekker.walk.suiting import suited_party
from trekker.walk.tables import DataFile
from trekker.walk.verdict import StopRule

_WALK_STEPS = 1000
_FARTHEST = 1e100
"""Maps that reach beyond it would have no finite area."""
_GROUNDS = ("terrain", "formula", "heightmap", "sample", "data")
"""The options of which one at most names the ground."""


class UsageError(ValueError):
    """Something typed that is not allowed; the message is one clear sentence that names the option."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    Raises:
        UsageError: where something is not allowed.
    """
    command = arguments[0] if arguments[:1] in (["walk"], ["bench"]) else "window"
    parser = {"walk": _walk_parser, "bench": _bench_parser, "window": _window_parser}[command]()
    read = parser.parse_args(arguments[1:] if command != "window" else arguments)
    read.command = command
    return read


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="trekker",
        description="Watch a blindfolded trekker walk down a mountain: gradient descent made visible.",
        epilog="Without a window: trekker walk --help, trekker bench --help.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a table or an elevation file to open")
    parser.add_argument("--record", metavar="FOLDER", type=Path, help="film the walk through the window, and leave")
    _add_ground(parser)
    _add_party(parser)
    return parser


def _bench_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="trekker bench", description="Measure what this computer manages.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _walk_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="trekker walk", description="Take one walk without a window, and print how it ended.")
    _add_ground(parser)
    _add_party(parser)
    parser.add_argument("--csv", metavar="FILE", type=Path, help="write every step into a table")
    return parser


def _add_ground(parser: argparse.ArgumentParser) -> None:
    ground = parser.add_argument_group("ground")
    ground.add_argument("--terrain", metavar="NAME", help="a named mountain")
    ground.add_argument("--formula", metavar="TEXT", help="a mountain of your own: --formula 'x^2 + 3y^2'")
    ground.add_argument("--heightmap", metavar="FILE", type=Path, help="an elevation grid or a grey-scale picture")
    ground.add_argument("--exaggeration", metavar="TIMES", help="stretch measured heights: 1 is true to nature")
    ground.add_argument("--bounds", metavar="x0,x1,y0,y1", help="the map: --bounds=-2,2,-1,3")
    ground.add_argument("--sample", metavar="NAME", help="an application, or data that come with the program")
    ground.add_argument("--data", metavar="FILE", type=Path, help="a table to fit a model to")
    ground.add_argument("--x", metavar="COLUMN[,COLUMN]", help="the input columns of the table")
    ground.add_argument("--y", metavar="COLUMN", help="the target column of the table")
    ground.add_argument("--model", metavar="NAME", help="the model, of --data or --sample: " + ", ".join(models()))
    ground.add_argument("--model-set", metavar="NAME=VALUE", action="append", help="a setting of the model")
    ground.add_argument("--standardise", action="store_true", default=None, help="bring inputs to mean 0 and spread 1")
    ground.add_argument("--missing", metavar="WAY", help="what becomes of gaps: drop, mean, median")
    ground.add_argument("--validation", metavar="SHARE", help="the share of the rows held out: --validation 0.2")


def _add_party(parser: argparse.ArgumentParser) -> None:
    walk = parser.add_argument_group("walk")
    walk.add_argument("--optimizer", metavar="NAME", help=", ".join(catalogue()))
    walk.add_argument("--learning-rate", metavar="A", help="the stride; without it, one that suits the ground")
    walk.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], help="another setting of the optimizer"
    )
    walk.add_argument("--schedule", metavar="NAME", default="constant", help="how the learning rate changes")
    walk.add_argument("--clip", metavar="KIND:LIMIT", default="off", help="norm:1.0 or value:0.5")
    walk.add_argument("--start", metavar="a,b", help="where to start: --start=-1.2,1")
    walk.add_argument("--seed", metavar="N", help="start at random from this seed, which also shuffles the rows")
    walk.add_argument("--batch-size", metavar="all|N", help="how many rows one step feels")
    walk.add_argument("--steps", metavar="N", help="stop after so many steps")
    walk.add_argument(
        "--tolerance", metavar="T", help="a smaller change of the cost counts as none; 0 never stops early"
    )


def scenario_of(read: argparse.Namespace) -> Scenario:
    """Make the scenario that was asked for.

    Raises:
        ValueError: with one sentence that names the option and says what is allowed.
    """
    ground = ground_of(read) or NamedMountain("himmelblau")
    rule = _optimizer(read)
    with _naming("--clip"):
        clipping = Clipping.read(read.clip)
    with _naming("--schedule"):
        chosen_schedule = schedule(read.schedule)
    trekker = Trekker(optimizer=rule, schedule=chosen_schedule, clipping=clipping, batch_size=_batch_size(read))
    seed = 0 if read.seed is None else _whole_number("--seed", read.seed, 0)
    return Scenario(ground=ground, trekkers=(trekker,), start=_start(read), seed=seed, stop=_stop_rule(read))


def ground_of(read: argparse.Namespace) -> GroundChoice | None:
    """Return the ground that was asked for; None where none was.

    Raises:
        UsageError: where the options contradict one another, or one is not allowed.
    """
    chosen = [f"--{name}" for name in _GROUNDS if getattr(read, name) is not None]
    if len(chosen) > 1:
        raise UsageError(f"{' and '.join(chosen)} can't go together: choose one ground")
    choice = _ground_without_exaggeration(read)
    return choice if read.exaggeration is None else _exaggerated(choice, read.exaggeration)


def _exaggerated(choice: GroundChoice | None, text: str) -> GroundChoice:
    with _naming("--exaggeration"):
        times = replace(exaggeration_knob(), name="it").read(text)
        stretched = None if choice is None else with_exaggeration(choice, float(times))
    if stretched is None:
        named = " or ".join(f"--terrain {name}" for name in landscapes())
        raise UsageError(
            f"--exaggeration goes with --heightmap FILE or {named}: only measured heights can be stretched"
        )
    return stretched


def _ground_without_exaggeration(read: argparse.Namespace) -> GroundChoice | None:
    if read.data is not None:
        return _data_file(read)
    _refuse_columns(read)
    if read.sample is not None:
        return _sample(read)
    bounds = None if read.bounds is None else _bounds(read.bounds)
    if read.formula is not None:
        return _typed(read.formula, bounds)
    if read.heightmap is not None:
        if not read.heightmap.is_file():
            raise UsageError(f"--heightmap: there is no file {read.heightmap}; name an elevation grid or a picture")
        return Elevation(read.heightmap, bounds=bounds)
    if read.terrain is None and bounds is None:
        return None
    mountain = NamedMountain(read.terrain or "himmelblau", bounds)
    with _naming("--terrain"):
        mountain.open()
    return mountain


def _bounds(text: str) -> Bounds:
    numbers = _numbers("--bounds", text, 4)
    if max(map(abs, numbers)) > _FARTHEST:
        raise UsageError(f"--bounds must be numbers of at most {_FARTHEST:g}, not {text!r}")
    with _naming("--bounds"):
        return Bounds(*numbers)


def _data_file(read: argparse.Namespace) -> DataFile:
    if not (read.x and read.y):
        raise UsageError("--data needs --x COLUMN[,COLUMN] and --y COLUMN: the inputs and the target")
    _refuse_bounds(read)
    model = _model(read) or "linear"
    return DataFile(
        read.data,
        tuple(read.x.split(",")),
        read.y,
        model,
        standardise=bool(read.standardise),
        settings=_model_settings(read, model),
        missing=_missing(read),
        validation_share=_share(read),
    )


def _sample(read: argparse.Namespace) -> GroundChoice:
    """Return an application, or with ``--model`` a bundled table with that model."""
    _refuse_bounds(read)
    model = _model(read)
    if model is None and read.sample in applications():
        return NamedApplication(read.sample)
    tables = bundled()
    if read.sample not in tables:
        known = tables if model is not None else dict.fromkeys((*applications(), *tables))
        raise UsageError(f"--sample must be one of {', '.join(known)}, not {read.sample!r}")
    return SampleData(read.sample, model or tables[read.sample].model)


def _model(read: argparse.Namespace) -> str | None:
    if read.model is not None and read.model not in models():
        raise UsageError(f"--model must be one of {', '.join(models())}, not {read.model!r}")
    name: str | None = read.model
    return name


def _application(read: argparse.Namespace) -> Application | None:
    """Return the application that was asked for, whose trekker and patience count where nothing else is said."""
    return applications().get(read.sample) if read.sample is not None and read.model is None else None


def _refuse_bounds(read: argparse.Namespace) -> None:
    if read.bounds is not None:
        raise UsageError("--bounds goes with --terrain, --formula or --heightmap: data choose their own map")


def _model_settings(read: argparse.Namespace, model: str) -> tuple[tuple[str, str], ...]:
    settings = {}
    for text in read.model_set or ():
        name, separator, value = text.partition("=")
        if not separator:
            raise UsageError(f"--model-set must be NAME=VALUE, such as degree=3, not {text!r}")
        settings[name.strip()] = value
    with _naming("--model-set"):
        read_knobs(models()[model], settings)
    return tuple(settings.items())


def _missing(read: argparse.Namespace) -> Missing:
    allowed = [each.value for each in Missing]
    if read.missing is not None and read.missing not in allowed:
        raise UsageError(f"--missing must be one of {', '.join(allowed)}, not {read.missing!r}")
    return Missing.DROP if read.missing is None else Missing(read.missing)


def _share(read: argparse.Namespace) -> float:
    if read.validation is None:
        return 0.0
    share = _numbers("--validation", read.validation, 1)[0]
    if not 0.0 <= share < 1.0:
        raise UsageError(f"--validation must be a number of at least 0 and below 1, not {read.validation!r}")
    return share


def _refuse_columns(read: argparse.Namespace) -> None:
    """Refuse what only a table can heed, rather than leave it unheeded."""
    for name in ("x", "y", "model", "model_set", "standardise", "missing", "validation"):
        if getattr(read, name) is not None and not (name == "model" and read.sample is not None):
            raise UsageError(f"--{name.replace('_', '-')} goes with --data FILE: no other ground has columns")


def _typed(text: str, bounds: Bounds | None) -> TypedFormula:
    try:
        parse(text)
    except FormulaError as problem:
        raise UsageError(f"--formula: at character {problem.position + 1}: {problem}") from problem
    return TypedFormula(text) if bounds is None else TypedFormula(text, bounds)


def _ground_option(read: argparse.Namespace) -> str:
    return next((f"--{name}" for name in _GROUNDS if getattr(read, name) is not None), "--bounds")


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
    with _naming("--start"):
        descent = Descent(ground, scenario)
    descent.advance(scenario.stop.step_limit)
    if read.csv is not None:
        with _naming("--csv"):
            write_table(descent, read.csv)
    json.dump(_summary(descent), output)
    output.write("\n")


def _open(read: argparse.Namespace, choice: GroundChoice) -> Ground:
    with _naming(_ground_option(read)):
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


def _optimizer(read: argparse.Namespace) -> AnyOptimizer:
    settings = {}
    for text in read.set:
        name, separator, value = text.partition("=")
        if not separator:
            raise UsageError(f"--set must be NAME=VALUE, such as momentum=0.8, not {text!r}")
        if name.strip() == "learning_rate":
            raise UsageError(f"--set is for other settings; write --learning-rate {value}")
        settings[name.strip()] = value
    name = _rule(read)
    with _naming("--set"):
        rule = optimizer(name, settings)
    if read.learning_rate is None:
        return rule
    with _naming("--learning-rate"):
        return optimizer(name, {**settings, "learning_rate": read.learning_rate})


def _rule(read: argparse.Namespace) -> str:
    """Return the name of the optimizer: the one asked for, else the application's own, else the simplest."""
    if read.optimizer is None:
        application = _application(read)
        return "gradient_descent" if application is None else application.trekker.optimizer.name
    if read.optimizer not in catalogue():
        raise UsageError(f"--optimizer must be one of {', '.join(catalogue())}, not {read.optimizer!r}")
    name: str = read.optimizer
    return name


def _start(read: argparse.Namespace) -> Start:
    if read.start is not None:
        return tuple(_numbers("--start", read.start))
    return Where.GOOD if read.seed is None else Where.RANDOM


def _stop_rule(read: argparse.Namespace) -> StopRule:
    settings = {} if read.command == "window" else {"step_limit": str(_WALK_STEPS)}
    application = _application(read)
    if application is not None:
        stop = application.stop
        settings = {"step_limit": str(stop.step_limit), "tolerance": repr(stop.tolerance)}
    asked = {"step_limit": ("--steps", read.steps), "tolerance": ("--tolerance", read.tolerance)}
    for name, (option, text) in asked.items():
        if text is not None:
            with _naming(option):
                replace(knobs_of(StopRule)[name], name="it").read(text)
            settings[name] = text
    return read_knobs(StopRule, settings)


def _batch_size(read: argparse.Namespace) -> int | None:
    if read.batch_size is None:
        application = _application(read)
        return None if application is None else application.trekker.batch_size
    return None if read.batch_size == "all" else _whole_number("--batch-size", read.batch_size, 1, "all or ")


def _whole_number(option: str, text: str, low: int, otherwise: str = "") -> int:
    try:
        value = int(text)
    except ValueError:
        value = low - 1
    if value < low:
        raise UsageError(f"{option} must be {otherwise}a whole number of at least {low}, not {text!r}")
    return value


def _numbers(option: str, text: str, count: int | None = None) -> list[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if not numbers or not all(map(math.isfinite, numbers)) or (count is not None and len(numbers) != count):
        wanted = f"{count} numbers" if count is not None else "numbers"
        raise UsageError(f"{option} must be {wanted} with commas between them, such as -1.2,1, not {text!r}")
    return numbers


@contextmanager
def _naming(option: str) -> Iterator[None]:
    """Name the option in whatever is wrong inside."""
    try:
        yield
    except UsageError:
        raise
    except (ValueError, OSError) as problem:
        raise UsageError(f"{option}: {problem}") from problem


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
