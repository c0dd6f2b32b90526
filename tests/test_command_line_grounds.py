"""The options that name the ground, as a script types them."""

import json

import numpy as np
import pytest
from PIL import Image

from trekker.app import main
from trekker.command_line import read_arguments, scenario_of
from trekker.ground import Bounds
from trekker.walk.applications import NamedApplication
from trekker.walk.grounds import Elevation, NamedMountain, SampleData, TypedFormula


def test_a_formula_is_walked_on_within_its_bounds(capsys):
    assert main(["walk", "--formula", "x^2 + 3y^2", "--bounds=-2,2,-1,1", "--optimizer", "newton"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["theta"] == pytest.approx([0.0, 0.0], abs=1e-9)


def test_a_picture_is_walked_on(capsys, tmp_path):
    path = tmp_path / "bowl.png"
    down, across = np.mgrid[0:40, 0:40]
    Image.fromarray((((across - 20) ** 2 + (down - 20) ** 2) / 4).astype(np.uint8)).save(path)
    assert main(["walk", "--heightmap", str(path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["cost"] < 5


def test_the_window_is_told_the_same(tmp_path):
    path = tmp_path / "grid.npy"
    np.save(path, np.zeros((4, 4)))
    bounds = "--bounds=0,1,0,2"
    assert scenario_of(read_arguments(["--formula", "x y", bounds])).ground == TypedFormula("x y", Bounds(0, 1, 0, 2))
    chosen = scenario_of(read_arguments(["--heightmap", str(path), bounds])).ground
    assert chosen == Elevation(path, bounds=Bounds(0, 1, 0, 2))


def test_measured_heights_can_be_stretched(capsys, tmp_path):
    path = tmp_path / "grid.npy"
    np.save(path, np.add.outer(np.arange(8.0), np.arange(8.0)))
    chosen = scenario_of(read_arguments(["--heightmap", str(path), "--exaggeration", "2.5"])).ground
    assert chosen == Elevation(path, exaggeration=2.5)
    chosen = scenario_of(read_arguments(["--terrain", "jacksboro", "--exaggeration", "3"])).ground
    assert chosen == NamedMountain("jacksboro", exaggeration=3.0)
    costs = []
    for times in ("1", "4"):
        options = ("--exaggeration", times, "--start=3,3", "--steps", "1", "--learning-rate", "1e-9")
        assert main(["walk", "--heightmap", str(path), *options]) == 0
        costs.append(json.loads(capsys.readouterr().out)["cost"])
    assert costs[1] == pytest.approx(4 * costs[0], rel=1e-6)


def test_an_application_brings_its_trekker_and_its_patience(capsys):
    scenario = scenario_of(read_arguments(["walk", "--sample", "digits_convolutional"]))
    assert scenario.ground == NamedApplication("digits_convolutional")
    (trekker,) = scenario.trekkers
    assert (trekker.optimizer.name, trekker.batch_size, scenario.stop.step_limit) == ("adam", 32, 800)
    assert main(["walk", "--sample", "stocks_ibm_trend"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["verdict"] == "global minimum"
    assert scenario_of(read_arguments(["--sample", "spiral"])).stop.step_limit == 1000


def test_what_is_said_counts_more_than_what_the_application_brings():
    options = ["--sample", "two_moons", "--optimizer", "momentum", "--batch-size", "all", "--steps", "7", "--seed", "3"]
    scenario = scenario_of(read_arguments(["walk", *options]))
    (trekker,) = scenario.trekkers
    assert (trekker.optimizer.name, trekker.batch_size) == ("momentum", None)
    assert (scenario.stop.step_limit, scenario.seed) == (7, 3)


def test_a_bundled_table_can_have_any_model_that_suits_it(capsys):
    chosen = [scenario_of(read_arguments(["--sample", *each])).ground for each in (["exam"], ["digits"])]
    assert chosen == [SampleData("exam", "logistic"), SampleData("digits", "softmax")]
    assert main(["walk", "--sample", "two_moons", "--model", "logistic", "--steps", "5"]) == 0
    assert len(json.loads(capsys.readouterr().out)["theta"]) == 3


def test_the_first_weights_of_a_network_follow_from_the_seed(capsys):
    thetas = []
    for seed in ("1", "1", "2"):
        assert main(["walk", "--sample", "two_moons", "--seed", seed, "--steps", "2"]) == 0
        thetas.append(json.loads(capsys.readouterr().out)["theta"])
    assert thetas[0] == thetas[1] != thetas[2]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--formula", "x + oops"], "--formula: at character 5: “oops” is not known here"),
        (["--formula", ""], "--formula: at character 1: write a formula"),
        (["--formula", "log(-1 - x^2)"], "--formula: "),
        (["--formula", "x", "--terrain", "bowl"], "--terrain and --formula can't go together"),
        (["--formula", "x", "--bounds=1,0,0,1"], "--bounds: bounds are four finite numbers"),
        (["--formula", "x", "--bounds=1,2"], "--bounds must be 4 numbers"),
        (["--heightmap", "nowhere.png"], "--heightmap: there is no file nowhere.png"),
        (["--heightmap", "main.py"], "--heightmap: main.py is not a kind of file that is read here"),
        (["--terrain", "olymp"], "--terrain: olymp is not a mountain here"),
        (["--exaggeration", "2"], "--exaggeration goes with --heightmap FILE or --terrain jacksboro: "),
        (["--formula", "x", "--exaggeration", "2"], "--exaggeration goes with --heightmap FILE"),
        (["--terrain", "bowl", "--exaggeration", "2"], "--exaggeration goes with --heightmap FILE"),
        (["--terrain", "jacksboro", "--exaggeration", "0"], "--exaggeration: it must be a number from 0.1 to 50"),
        (["--terrain", "jacksboro", "--exaggeration", "much"], "--exaggeration: it must be a number from 0.1 to 50"),
        (["--data", "a.csv", "--x", "a", "--y", "b", "--bounds=0,1,0,1"], "--bounds goes with --terrain"),
        (["--sample", "olymp"], "--sample must be one of stocks_aapl_trend"),
        (["--sample", "vanishing", "--model", "linear"], "--sample must be one of five_points"),
        (["--sample", "digits", "--model", "cubist"], "--model must be one of linear"),
        (["--sample", "digits", "--x", "pixel 0,0"], "--x goes with --data FILE"),
        (["--sample", "digits", "--terrain", "bowl"], "--terrain and --sample can't go together"),
        (["--sample", "digits", "--bounds=0,1,0,1"], "--bounds goes with --terrain"),
        (["--sample", "five_points", "--model", "convolutional"], "--sample: a convolutional network"),
        (["--terrain", "bowl", "--model", "linear"], "--model goes with --data FILE"),
    ],
)
def test_bad_ground_is_answered_by_one_sentence_that_names_the_option(capsys, options, sentence):
    assert main(["walk", *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"trekker: {sentence}")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--model-set", "degree"], "--model-set must be NAME=VALUE, such as degree=3, not 'degree'"),
        (["--model-set", "=3"], "--model-set must be NAME=VALUE, such as degree=3, not '=3'"),
        (["--model-set", "degree=0"], "--model-set: degree must be a whole number from 1 to 12, not 0"),
        (["--model-set", "degree=x"], "--model-set: degree must be a whole number from 1 to 12, not 'x'"),
        (["--model-set", "degree="], "--model-set: degree must be a whole number from 1 to 12, not ''"),
        (["--model-set", "colour=3"], "--model-set: colour is not a setting here; there are degree"),
        (["--missing", "mode"], "--missing must be one of drop, mean, median, not 'mode'"),
        (["--missing", ""], "--missing must be one of drop, mean, median, not ''"),
        *(
            (["--validation", share], f"--validation must be a number of at least 0 and below 1, not '{share}'")
            for share in ("1", "-0.1", "nan", "much", "0.2,0.3", "1e400", "")
        ),
    ],
)
def test_a_wrong_setting_for_a_table_is_answered_by_what_is_allowed(capsys, tmp_path, options, sentence):
    path = tmp_path / "table.csv"
    path.write_text("x,y\n1,2\n2,3\n3,5\n", encoding="utf-8")
    assert main(["walk", "--data", str(path), "--x", "x", "--y", "y", "--model", "polynomial", *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"trekker: {sentence}\n"


@pytest.mark.parametrize("option", ["--model-set", "--missing", "--validation"])
def test_what_only_a_table_can_heed_is_refused_elsewhere(capsys, option):
    value = {"--model-set": "degree=3", "--missing": "mean", "--validation": "0.2"}[option]
    for ground in (["--terrain", "bowl"], ["--formula", "x^2 + y^2"], ["--sample", "lemonade"]):
        assert main(["walk", *ground, option, value]) == 2
        assert f"{option} goes with --data FILE" in capsys.readouterr().err


def test_the_seed_draws_the_rows_held_out(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("x,y\n" + "".join(f"{row},{row % 3}\n" for row in range(20)), encoding="utf-8")
    options = ["walk", "--data", str(path), "--x", "x", "--y", "y", "--validation", "0.3"]

    def drawn(*more):
        return scenario_of(read_arguments([*options, *more])).ground.open().validation["x"].tolist()

    assert drawn() == drawn() == drawn("--seed", "0")
    assert drawn("--seed", "5") == drawn("--seed", "5") != drawn()
