"""What is typed after ``trekker walk``: the verdict it prints, the table it writes, and how it refuses."""

import csv
import itertools
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from trekker import app, command_line
from trekker.learning.article import FIVE_POINTS
from trekker.terrain.gallery import gallery

FIVE_POINTS_WALK = ("--x", "x", "--y", "y", "--learning-rate", "0.01", "--steps", "20", "--tolerance", "0")


@pytest.fixture
def walk(capsys):
    """Takes a walk in this process, and returns what it printed."""

    def walk(*options):
        status = app.main(["walk", *map(str, options)])
        printed = capsys.readouterr()
        assert (status, printed.err) == (0, "")
        return json.loads(printed.out)

    return walk


@pytest.fixture
def refusal(capsys):
    """Types what is not allowed, and returns the one line that is said about it."""

    def refusal(*options):
        status = app.main(["walk", *map(str, options)])
        printed = capsys.readouterr()
        assert (status, printed.out) == (2, "")
        assert printed.err.count("\n") == 1 and printed.err.endswith("\n")
        return printed.err

    return refusal


@pytest.fixture
def steps_of(walk, tmp_path):
    """Takes a walk, and returns the rows of its table as (cost, slope, theta) arrays with its summary."""

    def steps_of(*options):
        path = tmp_path / "steps.csv"
        summary = walk(*options, "--csv", path)
        table = np.loadtxt(path, delimiter=",", skiprows=1)
        assert table[:, 0].tolist() == list(range(summary["steps"] + 1))
        return table[:, 1], table[:, 2], table[:, 3:], summary

    return steps_of


@pytest.fixture
def five_points(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("x,y\n" + "".join(f"{x},{y}\n" for x, y in zip(*FIVE_POINTS, strict=True)), encoding="utf-8")
    return path


@pytest.fixture
def hill(tmp_path):
    """An elevation grid of a valley: heights of x² + y² on 21 by 21 places."""
    x, y = np.meshgrid(np.linspace(-2, 2, 21), np.linspace(-2, 2, 21))
    path = tmp_path / "hill.npy"
    np.save(path, 100 * (x**2 + y**2))
    return path


def in_its_own_process(*arguments):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, timeout=60)


# What is printed --------------------------------------------------------------------------------------------------


def test_a_walk_prints_one_json_object_with_its_verdict_and_its_last_place(walk):
    summary = walk("--terrain", "bowl", "--learning-rate", "0.1")
    assert list(summary) == ["verdict", "steps", "theta", "cost", "gradient_norm"]
    assert summary["verdict"] == "global minimum"
    assert np.allclose(summary["theta"], 0, atol=1e-3)
    assert summary["cost"] == pytest.approx(sum(each**2 for each in summary["theta"]))
    assert summary["gradient_norm"] == pytest.approx(2 * np.hypot(*summary["theta"]))


@pytest.mark.parametrize("seed", range(8))
def test_a_stride_of_a_hundredth_diverges_on_rosenbrock_from_any_random_start(walk, seed):
    summary = walk("--terrain", "rosenbrock", "--learning-rate", "0.01", "--seed", seed)
    assert summary["verdict"] == "diverged"


def test_the_same_seed_walks_the_same_way_and_another_one_another_way(steps_of):
    first, again, other = (steps_of("--seed", seed, "--steps", "30")[2] for seed in (1, 1, 2))
    assert first.tolist() == again.tolist()
    assert first[0].tolist() != other[0].tolist()


def test_a_height_that_json_cannot_write_is_null(walk):
    summary = walk("--terrain", "rosenbrock", "--start=1e200,1e200")
    assert (summary["verdict"], summary["cost"]) == ("diverged", None)


def test_a_tolerance_of_0_takes_all_steps_though_nothing_changes_any_more(walk):
    options = ("--terrain", "bowl", "--learning-rate", "0.4", "--steps", "300")
    assert walk(*options, "--tolerance", "0")["steps"] == 300
    assert walk(*options)["steps"] < 300


# The table --------------------------------------------------------------------------------------------------------


def test_the_table_has_one_row_a_step_with_the_start_first(walk, tmp_path):
    path = tmp_path / "steps.csv"
    summary = walk("--terrain", "rosenbrock", "--start=-1.2,1", "--steps", "25", "--csv", path)
    with path.open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert header == ["step", "cost", "gradient_norm", "theta_0", "theta_1"]
    assert [int(row[0]) for row in rows] == list(range(26))
    assert [float(each) for each in rows[0][3:]] == [-1.2, 1.0]
    assert [float(each) for each in rows[-1][1:]] == [summary["cost"], summary["gradient_norm"], *summary["theta"]]


def test_the_numbers_of_the_table_read_back_as_those_that_were_walked(steps_of):
    cost, slope, theta, _ = steps_of("--terrain", "rosenbrock", "--steps", "40", "--tolerance", "0")
    ground = gallery()["rosenbrock"].ground()
    assert cost.tolist() == [float(ground.cost.cost(place)) for place in theta]
    gradients = np.array([ground.cost.gradient(place) for place in theta])
    assert slope == pytest.approx(np.linalg.norm(gradients, axis=1), rel=1e-14)
    rate = ground.learning_rates["gradient_descent"]
    assert theta[1:].tolist() == (theta[:-1] - rate * gradients[:-1]).tolist()


class FailingTable:
    """Stands for ``csv.writer`` on a disk that is full after a few rows."""

    def __init__(self, file):
        self._file = file
        self._rows = itertools.count()

    def writerow(self, row):
        if next(self._rows) == 3:
            raise OSError("no space left on the disk")
        self._file.write("a row\n")


def test_a_table_that_fails_half_way_leaves_the_old_one_and_nothing_beside_it(refusal, monkeypatch, tmp_path):
    path = tmp_path / "steps.csv"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(command_line.csv, "writer", FailingTable)
    assert refusal("--csv", path) == "trekker: --csv: no space left on the disk\n"
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_place_for_the_table_is_refused_before_the_walk_is_taken(refusal, monkeypatch, tmp_path):
    monkeypatch.setattr(command_line, "Descent", None)
    assert "--csv: there is no folder" in refusal("--csv", tmp_path / "nowhere" / "steps.csv")
    assert "is not a file" in refusal("--csv", tmp_path)


def test_no_table_appears_where_the_walk_is_refused(refusal, tmp_path):
    assert "--start" in refusal("--start", "1,2,3", "--csv", tmp_path / "steps.csv")
    assert list(tmp_path.iterdir()) == []


# Grounds ----------------------------------------------------------------------------------------------------------


def test_a_typed_formula_is_walked_on_its_own_map(steps_of):
    cost, _, theta, summary = steps_of("--formula", "(x - 1)^2 + 3(y - 2)^2", "--bounds=0,4,0,5")
    assert cost == pytest.approx((theta[:, 0] - 1) ** 2 + 3 * (theta[:, 1] - 2) ** 2)
    assert 0 <= theta[0, 0] <= 4 and 0 <= theta[0, 1] <= 5
    assert summary["theta"] == pytest.approx([1, 2], abs=0.01)


def test_an_elevation_grid_is_walked_downhill(steps_of, hill):
    cost, _, _, _ = steps_of("--heightmap", hill, "--steps", "200")
    assert cost[-1] < 0.1 * cost[0]


def test_a_table_is_fitted_as_the_article_fits_it(steps_of, five_points):
    cost, _, theta, _ = steps_of("--data", five_points, *FIVE_POINTS_WALK, "--start=0,0")
    x, y = FIVE_POINTS
    errors = theta[:, :1] + theta[:, 1:] * x - y
    assert cost == pytest.approx((errors**2).mean(axis=1) / 2)
    gradient = np.column_stack((errors.mean(axis=1), (errors * x).mean(axis=1)))
    assert np.diff(theta, axis=0) == pytest.approx(-0.01 * gradient[:-1])


# How a step is taken ----------------------------------------------------------------------------------------------


def test_a_batch_of_one_row_feels_other_ground_than_all_rows(walk, five_points):
    options = ("--data", five_points, *FIVE_POINTS_WALK, "--start=0,0")
    whole = walk(*options, "--batch-size", "all")
    assert walk(*options, "--batch-size", "5")["theta"] == pytest.approx(whole["theta"])
    assert walk(*options, "--batch-size", "1")["theta"] != pytest.approx(whole["theta"], rel=1e-3)


def test_a_clipped_step_is_as_long_as_the_limit_allows(steps_of):
    options = ("--terrain", "rosenbrock", "--learning-rate", "0.001", "--steps", "5")
    _, _, theta, _ = steps_of(*options, "--clip", "norm:2")
    assert np.linalg.norm(np.diff(theta, axis=0), axis=1) == pytest.approx(0.002)
    _, _, theta, _ = steps_of(*options, "--clip", "value:0.5")
    assert np.abs(np.diff(theta, axis=0)).max() == pytest.approx(0.0005)


def test_a_schedule_changes_the_stride_and_constant_keeps_it(steps_of):
    options = ("--terrain", "bowl", "--learning-rate", "0.1", "--steps", "60", "--tolerance", "0")
    strides = {}
    for name in ("constant", "exponential"):
        _, slope, theta, _ = steps_of(*options, "--schedule", name)
        strides[name] = np.linalg.norm(np.diff(theta, axis=0), axis=1) / slope[:-1]
    assert strides["constant"] == pytest.approx(0.1)
    shrinking = strides["exponential"]
    assert shrinking[0] == pytest.approx(0.1) and (np.diff(shrinking) < 0).all()
    assert shrinking[1:] / shrinking[:-1] == pytest.approx(shrinking[1] / shrinking[0])


def test_another_setting_of_the_optimizer_is_heeded(walk):
    options = ("--terrain", "rosenbrock", "--learning-rate", "0.001", "--steps", "50")
    plain = walk(*options)
    assert walk(*options, "--optimizer", "momentum", "--set", "momentum=0")["theta"] == plain["theta"]
    assert walk(*options, "--optimizer", "momentum", "--set", "momentum=0.5")["theta"] != plain["theta"]


# What is not allowed ----------------------------------------------------------------------------------------------

REFUSED = (
    ("--terrain", "nowhere"),
    ("--terrain",),
    ("--formula", "x^2 +"),
    ("--formula", ""),
    ("--formula", "__import__('os')"),
    ("--formula", "x\n+"),
    ("--heightmap", "nowhere.asc"),
    ("--heightmap", __file__),
    ("--heightmap", "two\nlines.asc"),
    ("--bounds", "1,2,3"),
    ("--bounds=2,1,0,1",),
    ("--bounds=0,nan,0,1",),
    ("--bounds=-1e308,1e308,-1e308,1e308",),
    ("--data", "nowhere.csv", "--x", "x", "--y", "y"),
    ("--data", __file__, "--x", "x", "--y", "y"),
    ("--data", "nowhere.csv"),
    ("--x", "x"),
    ("--y", "y"),
    ("--model", "linear"),
    ("--model", "astrology", "--data", "nowhere.csv", "--x", "x", "--y", "y"),
    ("--optimizer", "luck"),
    ("--learning-rate", "fast"),
    ("--learning-rate=-1",),
    ("--learning-rate", "nan"),
    ("--learning-rate", "1", "--optimizer", "newton"),
    ("--set", "momentum"),
    ("--set", "momentum=2", "--optimizer", "momentum"),
    ("--set", "luck=1"),
    ("--set", "learning_rate=1"),
    ("--schedule", "now and then"),
    ("--clip", "norm"),
    ("--clip", "norm:-1"),
    ("--clip", "luck:1"),
    ("--start", "here"),
    ("--start", "1"),
    ("--start", "nan,1"),
    ("--seed=-1",),
    ("--seed", "x"),
    ("--batch-size", "0"),
    ("--batch-size", "some"),
    ("--steps", "0"),
    ("--steps", "1.5"),
    ("--steps", "99999999999"),
    ("--tolerance=-1",),
    ("--tolerance", "x"),
    ("--csv", "nowhere/steps.csv"),
    ("--luck",),
)


@pytest.mark.parametrize("options", REFUSED, ids=" ".join)
def test_what_is_not_allowed_is_refused_in_one_line_that_names_the_option(refusal, options):
    assert options[0].partition("=")[0] in refusal(*options)


@pytest.mark.parametrize("column", ["--x", "--y"])
def test_a_column_that_the_table_lacks_is_named_with_those_it_has(refusal, five_points, column):
    columns = {"--x": "x", "--y": "y"} | {column: "height"}
    line = refusal("--data", five_points, *itertools.chain.from_iterable(columns.items()))
    assert "no column height" in line and "x, y" in line


def test_two_grounds_at_once_are_refused_with_the_names_of_both(refusal):
    assert "--terrain and --formula" in refusal("--terrain", "bowl", "--formula", "x^2 + y^2")


def test_bounds_for_data_are_refused(refusal, five_points):
    assert "--bounds" in refusal("--data", five_points, "--x", "x", "--y", "y", "--bounds=0,1,0,1")


# The process ------------------------------------------------------------------------------------------------------


def test_a_walk_in_a_process_of_its_own_imports_no_qt():
    program = (
        "import sys, trekker.app; status = trekker.app.main(['walk', '--steps', '5'])\n"
        "sys.exit(status or any(name.partition('.')[0] in ('PySide6', 'pyqtgraph') for name in sys.modules))"
    )
    done = in_its_own_process("-c", program)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["steps"] == 5


def test_a_refusal_in_a_process_of_its_own_is_exit_status_2_without_a_traceback():
    done = in_its_own_process("-m", "trekker", "walk", "--steps", "many")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("trekker: --steps") and done.stderr.count("\n") == 1


def test_a_diverging_walk_in_a_process_of_its_own_says_nothing_but_its_verdict():
    main = Path(app.__file__).parents[1] / "main.py"
    done = in_its_own_process(main, "walk", "--terrain", "rosenbrock", "--learning-rate", "0.01")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["verdict"] == "diverged"
