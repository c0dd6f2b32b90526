"""The ground that was asked for: a mountain, a formula, an elevation, or a model of data."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace

from trekker.command_line.checks import UsageError, naming, numbers_in, whole_number
from trekker.ground import Bounds
from trekker.knobs import read_knobs
from trekker.learning.bundled import bundled
from trekker.learning.catalogue import models
from trekker.learning.preparation import Missing
from trekker.terrain.formula import FormulaError, parse
from trekker.walk.applications import Application, NamedApplication, applications
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
from trekker.walk.tables import DataFile

_FARTHEST = 1e100
"""Maps that reach beyond it would have no finite area."""
_GROUNDS = ("terrain", "formula", "heightmap", "sample", "data")
"""The options of which one at most names the ground."""


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
    with naming("--exaggeration"):
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
    with naming("--terrain"):
        mountain.open()
    return mountain


def _bounds(text: str) -> Bounds:
    numbers = numbers_in("--bounds", text, 4)
    if max(map(abs, numbers)) > _FARTHEST:
        raise UsageError(f"--bounds must be numbers of at most {_FARTHEST:g}, not {text!r}")
    with naming("--bounds"):
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
        seed=0 if read.seed is None else whole_number("--seed", read.seed, 0),
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


def application_of(read: argparse.Namespace) -> Application | None:
    """Return the application that was asked for, whose trekker and patience count where nothing else is said."""
    return applications().get(read.sample) if read.sample is not None and read.model is None else None


def _refuse_bounds(read: argparse.Namespace) -> None:
    if read.bounds is not None:
        raise UsageError("--bounds goes with --terrain, --formula or --heightmap: data choose their own map")


def _model_settings(read: argparse.Namespace, model: str) -> tuple[tuple[str, str], ...]:
    settings = {}
    for text in read.model_set or ():
        name, separator, value = text.partition("=")
        if not (separator and name.strip()):
            raise UsageError(f"--model-set must be NAME=VALUE, such as degree=3, not {text!r}")
        settings[name.strip()] = value
    with naming("--model-set"):
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
    try:
        share = float(read.validation)
    except ValueError:
        share = math.nan
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


def ground_option(read: argparse.Namespace) -> str:
    """Return the option that named the ground."""
    return next((f"--{name}" for name in _GROUNDS if getattr(read, name) is not None), "--bounds")
