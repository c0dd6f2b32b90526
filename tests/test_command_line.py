"""The command line: what can be typed, what comes out, and what is said of bad input."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from trekker import command_line
from trekker.app import main
from trekker.command_line import walking
from trekker.optimizers import catalogue
from trekker.terrain.gallery import gallery
from trekker.walk.descent import Descent

ROOT = Path(__file__).parents[1]
KEYS = {"verdict", "steps", "theta", "cost", "gradient_norm"}


@pytest.fixture
def walk(capsys):
    """Take a walk, and return what it printed as JSON."""

    def run(*options):
        status = main(["walk", *options])
        printed = capsys.readouterr()
        assert (status, printed.err) == (0, "")
        assert printed.out.count("\n") == 1
        return json.loads(printed.out)

    return run


@pytest.fixture
def refusal(capsys):
    """Type something that is not allowed, and return the one line that is said about it."""

    def run(*arguments):
        status = main(list(arguments))
        printed = capsys.readouterr()
        assert status == 2
        assert printed.out == ""
        assert printed.err.startswith("trekker: ")
        assert printed.err.count("\n") == 1
        assert "Traceback" not in printed.err
        assert "Errno" not in printed.err
        return printed.err

    return run


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("x,y\n1,2\n2,4\n3,5\n4,4\n5,5\n", encoding="utf-8")
    return path


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


# What comes out -----------------------------------------------------------------------------------------------------


def test_a_walk_prints_its_verdict_and_where_it_ended(walk):
    printed = walk("--terrain", "bowl")
    assert set(printed) == KEYS
    assert printed["verdict"] == "global minimum"
    assert np.hypot(*printed["theta"]) < 1e-2
    assert printed["cost"] == pytest.approx(np.dot(printed["theta"], printed["theta"]))
    assert printed["gradient_norm"] == pytest.approx(2 * np.hypot(*printed["theta"]))


@pytest.mark.parametrize("name", gallery())
def test_every_mountain_can_be_walked_on(walk, name):
    assert walk("--terrain", name, "--steps", "5", "--tolerance", "0")["steps"] == 5


@pytest.mark.parametrize("name", catalogue())
def test_every_optimizer_can_be_chosen(walk, name):
    start = np.array(gallery()["bowl"].start)
    printed = walk("--terrain", "bowl", "--optimizer", name, "--steps", "20")
    assert np.linalg.norm(printed["theta"]) < np.linalg.norm(start)


@pytest.mark.parametrize("seed", range(0, 200, 8))
def test_rosenbrock_from_a_random_start_with_a_learning_rate_of_a_hundredth_diverges(walk, seed):
    printed = walk("--terrain", "rosenbrock", "--bounds=-2,2,-1,3", "--learning-rate", "0.01", "--seed", str(seed))
    assert printed["verdict"] == "diverged"


def test_numbers_that_json_does_not_know_are_null(walk):
    printed = walk("--terrain", "rosenbrock", "--learning-rate", "10", "--tolerance", "0")
    assert printed["verdict"] == "diverged"
    assert printed["cost"] is None


def test_the_same_line_gives_the_same_answer(walk, table):
    line = ("--data", str(table), "--x", "x", "--y", "y", "--batch-size", "2", "--seed", "4", "--steps", "50")
    assert walk(*line) == walk(*line)
    assert walk(*line) != walk(*line[:-3], "5", *line[-2:])


def test_a_tolerance_of_zero_takes_all_steps(walk):
    assert walk("--terrain", "bowl", "--steps", "700")["steps"] < 700
    assert walk("--terrain", "bowl", "--steps", "700", "--tolerance", "0")["steps"] == 700
    assert walk("--terrain", "bowl", "--tolerance", "0")["steps"] == 1000


def test_one_s_own_table_is_fitted(walk, table):
    printed = walk("--data", str(table), "--x", "x", "--y", "y", "--learning-rate", "0.05", "--steps", "20000")
    assert printed["theta"] == pytest.approx([2.2, 0.6], abs=0.02)
    assert printed["verdict"] == "global minimum"


def test_plain_descent_from_the_article_s_start_gives_the_article_s_numbers(walk, table):
    printed = walk(
        "--data", str(table), "--x", "x", "--y", "y", "--learning-rate", "0.01", "--start=0,0", "--tolerance", "0"
    )
    assert printed["theta"] == pytest.approx([1.85212787, 0.696355], rel=1e-7)


def test_every_setting_reaches_the_walk(capsys):
    read = command_line.read_arguments(
        [
            "walk", "--terrain", "beale", "--optimizer", "momentum", "--learning-rate", "0.003",
            "--set", "momentum=0.5",
            "--schedule", "cosine", "--clip", "norm:2.5", "--start=-1,2", "--batch-size", "16", "--steps", "77",
            "--tolerance", "1e-6", "--bounds=-3,3,-2,2", "--seed", "9",
        ]
    )  # fmt: skip
    scenario = command_line.scenario_of(read)
    (trekker,) = scenario.trekkers
    assert (trekker.optimizer.name, trekker.optimizer.learning_rate, trekker.optimizer.momentum) == (
        "momentum",
        0.003,
        0.5,
    )
    assert (trekker.schedule.name, trekker.batch_size) == ("cosine", 16)
    assert (trekker.clipping.kind.value, trekker.clipping.limit) == ("norm", 2.5)
    assert (scenario.start, scenario.seed) == ((-1.0, 2.0), 9)
    assert (scenario.stop.step_limit, scenario.stop.tolerance) == (77, 1e-6)
    assert scenario.ground.bounds.lower.tolist() == [-3.0, -2.0]


# The table ----------------------------------------------------------------------------------------------------------


def test_the_table_has_one_row_a_step_from_the_start_on_and_reads_back_exactly(walk, tmp_path):
    path = tmp_path / "walk.csv"
    options = (
        "--terrain",
        "rosenbrock",
        "--learning-rate",
        "0.001",
        "--steps",
        "30",
        "--tolerance",
        "0",
        "--start=-1.2,1",
    )
    printed = walk(*options, "--csv", str(path))
    header, *rows = rows_of(path)
    assert header == ["step", "cost", "gradient_norm", "theta_0", "theta_1"]
    assert [row[0] for row in rows] == [str(step) for step in range(31)]
    assert [float(each) for each in rows[0][3:]] == [-1.2, 1.0]
    scenario = command_line.scenario_of(command_line.read_arguments(["walk", *options]))
    descent = Descent(scenario.ground.open(), scenario)
    descent.advance(30)
    numbers = np.array([[float(each) for each in row] for row in rows])
    assert np.array_equal(numbers[:, 1], descent.trail.cost)
    assert np.array_equal(numbers[:, 2], descent.trail.gradient_norm)
    assert np.array_equal(numbers[:, 3:], descent.trail.theta)
    assert numbers[-1, 3:].tolist() == printed["theta"]


def test_the_table_of_a_walk_that_explodes_holds_its_last_numbers_too(walk, tmp_path):
    path = tmp_path / "walk.csv"
    walk("--terrain", "rosenbrock", "--learning-rate", "10", "--tolerance", "0", "--csv", str(path))
    assert not np.isfinite(float(rows_of(path)[-1][1]))


def test_a_table_that_fails_half_way_leaves_the_old_one_and_nothing_else(monkeypatch, tmp_path, capsys):
    path = tmp_path / "walk.csv"
    path.write_text("what was there", encoding="utf-8")

    def fail_half_way(*_, strict):
        yield from ([1, 2], [3, 4])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(walking, "zip", fail_half_way, raising=False)
    assert main(["walk", "--terrain", "bowl", "--steps", "5", "--csv", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_a_table_can_be_read_by_whoever_may_read_new_files(walk, tmp_path):
    path, other = tmp_path / "walk.csv", tmp_path / "other.csv"
    other.write_text("", encoding="utf-8")
    walk("--terrain", "bowl", "--steps", "5", "--csv", str(path))
    assert path.stat().st_mode == other.stat().st_mode


# Bad input ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "arguments"),
    [
        ("--terrain", ["--terrain", "everest"]),
        ("--bounds", ["--bounds=1,2,3"]),
        ("--bounds", ["--bounds=2,-2,0,1"]),
        ("--bounds", ["--bounds=a,b,c,d"]),
        ("--bounds", ["--bounds=0,inf,0,1"]),
        ("--bounds", ["--bounds=-1e308,1e308,-1e308,1e308"]),
        ("--formula", ["--formula", "x +"]),
        ("--formula", ["--formula", "__import__('os')"]),
        ("--formula", ["--formula", ""]),
        ("--formula", ["--formula", "x^2", "--terrain", "bowl"]),
        ("--heightmap", ["--heightmap", "nowhere.png"]),
        ("--heightmap", ["--heightmap", "two\nlines.png"]),
        ("--heightmap", ["--heightmap", __file__]),
        ("--data", ["--data", "nowhere.csv", "--x", "x", "--y", "y"]),
        ("--data", ["--data", ".", "--x", "x", "--y", "y"]),
        ("--data", ["--data", "nowhere.csv"]),
        ("--x", ["--x", "x"]),
        ("--y", ["--y", "y"]),
        ("--model", ["--model", "linear"]),
        ("--optimizer", ["--optimizer", "sgd"]),
        ("--optimizer", ["--optimizer", "newton", "--sample", "two_moons"]),
        ("--learning-rate", ["--learning-rate", "fast"]),
        ("--learning-rate", ["--learning-rate", "0"]),
        ("--learning-rate", ["--learning-rate", "nan"]),
        ("--learning-rate", ["--optimizer", "newton", "--learning-rate", "1"]),
        ("--set", ["--set", "momentum"]),
        ("--set", ["--optimizer", "momentum", "--set", "momentum=2"]),
        ("--set", ["--set", "wings=2"]),
        ("--set", ["--set", "learning_rate=1"]),
        ("--schedule", ["--schedule", "weekly"]),
        ("--clip", ["--clip", "hard"]),
        ("--clip", ["--clip", "norm:-1"]),
        ("--start", ["--start=north"]),
        ("--start", ["--start=1"]),
        ("--start", ["--start=1,2,3"]),
        ("--start", ["--start=1,nan"]),
        ("--seed", ["--seed", "-1"]),
        ("--seed", ["--seed", "1.5"]),
        ("--batch-size", ["--batch-size", "0"]),
        ("--batch-size", ["--batch-size", "some"]),
        ("--steps", ["--steps", "0"]),
        ("--steps", ["--steps", "many"]),
        ("--tolerance", ["--tolerance", "-1"]),
        ("--tolerance", ["--tolerance", "small"]),
        ("--csv", ["--csv", "/no/such/folder/walk.csv"]),
        ("--csv", ["--csv", "."]),
        ("--fast", ["--fast"]),
        ("--seed", ["--seed"]),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_bad_input_gets_one_line_that_names_the_option(refusal, option, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert option in refusal("walk", *arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "arguments"),
    [
        ("--x", ["--x", "z", "--y", "y"]),
        ("--y", ["--x", "x", "--y", "z"]),
        ("--model", ["--x", "x", "--y", "y", "--model", "crystal ball"]),
        ("--bounds", ["--x", "x", "--y", "y", "--bounds=0,1,0,1"]),
        ("--terrain", ["--x", "x", "--y", "y", "--terrain", "bowl"]),
    ],
)
def test_bad_input_about_a_table_gets_one_line_that_names_the_option(refusal, option, arguments, table):
    assert option in refusal("walk", "--data", str(table), *arguments)


def test_what_is_allowed_is_said(refusal):
    assert "himmelblau" in refusal("walk", "--terrain", "everest")
    assert "adam" in refusal("walk", "--optimizer", "sgd")
    assert "cosine" in refusal("walk", "--schedule", "weekly")


def test_bad_input_for_the_window_is_refused_before_any_window_opens(refusal, monkeypatch):
    from trekker.gui import start

    monkeypatch.setattr(start, "make_application", lambda *_: pytest.fail("a window was opened"))
    assert "--terrain" in refusal("--terrain", "everest")
    assert "--start" in refusal("--start=north")
    assert "--wings" in refusal("--wings")


# The program itself -------------------------------------------------------------------------------------------------


def test_the_program_walks_from_the_shell():
    done = run_python("main.py", "walk", "--terrain", "bowl", "--steps", "5")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(json.loads(done.stdout)) == KEYS


def test_the_program_runs_as_a_module_and_refuses_with_status_2():
    done = run_python("-m", "trekker", "walk", "--terrain", "everest")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_a_walk_does_not_import_qt():
    script = (
        "import sys; from trekker.app import main; status = main(['walk', '--steps', '3']);"
        "sys.exit(status or any(name.startswith(('PySide6', 'pyqtgraph', 'OpenGL')) for name in sys.modules))"
    )
    assert run_python("-c", script).returncode == 0


def run_python(*arguments):
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_value_may_begin_with_a_minus():
    read = command_line.read_arguments(["walk", "--formula", "-x^2", "--start", "-1,2", "--bounds", "-3,3,-3,3"])
    assert (read.formula, read.start, read.bounds) == ("-x^2", "-1,2", "-3,3,-3,3")
