"""The options: what can be typed after ``trekker``, ``trekker walk`` and ``trekker bench``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from trekker.command_line.checks import UsageError
from trekker.learning.catalogue import models
from trekker.optimizers import catalogue


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
    read = parser.parse_args(_with_values(arguments[1:] if command != "window" else arguments))
    read.command = command
    return read


def _with_values(arguments: Sequence[str]) -> list[str]:
    """Join an option and a value that begins with a minus, which would be taken for another option.

    >>> _with_values(["walk", "--formula", "-x^2", "--steps", "9"])
    ['walk', '--formula=-x^2', '--steps', '9']
    """
    joined: list[str] = []
    for each in arguments:
        is_value = each.startswith("-") and not each.startswith("--") and each != "-h"
        if is_value and joined and joined[-1].startswith("--") and "=" not in joined[-1]:
            joined[-1] += f"={each}"
        else:
            joined.append(each)
    return joined


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
    walk.add_argument("--seed", metavar="N", help="start at random from this seed, which also draws and shuffles rows")
    walk.add_argument("--batch-size", metavar="all|N", help="how many rows one step feels")
    walk.add_argument("--steps", metavar="N", help="stop after so many steps")
    walk.add_argument(
        "--tolerance", metavar="T", help="a smaller change of the cost counts as none; 0 never stops early"
    )
