"""Verdicts: for each walk one can argue beforehand how it must end."""

from typing import NamedTuple

import numpy as np
import pytest

from trekker import command_line
from trekker.ground import Bounds, Ground
from trekker.learning.catalogue import model
from trekker.optimizers import optimizer
from trekker.terrain.formula import FormulaCost, parse
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.suiting import suited_party
from trekker.walk.verdict import Reason, StopRule, Verdict

GLOBAL, LOCAL, SADDLE = Reason.GLOBAL_MINIMUM, Reason.LOCAL_MINIMUM, Reason.SADDLE
PLATEAU, MAXIMUM, OSCILLATING = Reason.PLATEAU, Reason.MAXIMUM, Reason.OSCILLATING
DIVERGED, LEFT, LIMIT = Reason.DIVERGED, Reason.LEFT_THE_MAP, Reason.STEP_LIMIT


class Case(NamedTuple):
    """A walk and how it must end; ``why`` is the argument."""

    ground: str  # a mountain's name, or a formula
    start: tuple[float, float]
    rule: str
    settings: str
    reason: Reason
    why: str
    steps: int = 10_000


CASES = (
    Case("bowl", (3, 2), "gradient_descent", "learning_rate=0.1", GLOBAL, "a convex bowl and a stable stride"),
    Case("bowl", (3, 2), "momentum", "learning_rate=0.05", GLOBAL, "rings out"),
    Case("bowl", (3, 2), "nesterov", "learning_rate=0.05", GLOBAL, "rings out"),
    Case("bowl", (3, 2), "adam", "learning_rate=0.1", GLOBAL, "rings out"),
    Case("bowl", (3, 2), "rmsprop", "learning_rate=0.01", GLOBAL, "what it jitters at the floor is no motion"),
    Case("bowl", (3, 2), "adagrad", "learning_rate=0.5", GLOBAL, "its stride shrinks, but not too soon"),
    Case("bowl", (3, 2), "newton", "", GLOBAL, "one exact step"),
    Case("bowl", (3, 2), "lbfgs", "", GLOBAL, "a quadratic"),
    Case("bowl", (3, 2), "sign_descent", "learning_rate=0.2", OSCILLATING, "its stride is always 0.2: to and fro"),
    Case("x^2 + y^2", (1, 1), "gradient_descent", "learning_rate=1", OSCILLATING, "α = 2/λ: exactly to and fro"),
    Case("x^2 + y^2", (1, 1), "gradient_descent", "learning_rate=1.05", DIVERGED, "α above 2/λ = 1"),
    Case("x^2 + y^2", (1, 1), "gradient_descent", "learning_rate=0.95", LOCAL, "α below 2/λ; nobody named the minimum"),
    Case("x^2 + y^2", (1, 1), "gradient_descent", "learning_rate=1e-7", LIMIT, "a slope remains, so no rest"),
    Case("x^2 + y^2", (1, 1), "momentum", "learning_rate=4", DIVERGED, "α above 2(1+μ)/λ = 1.9"),
    Case("x^2 + 50*y^2", (3, 1), "gradient_descent", "learning_rate=0.021", DIVERGED, "α above 2/100"),
    Case("x^2 + 50*y^2", (3, 1), "gradient_descent", "learning_rate=0.019", LOCAL, "α below 2/100"),
    Case("stretched_bowl", (-4, 2), "gradient_descent", "learning_rate=10", DIVERGED, "far above the limit"),
    Case("rosenbrock", (-1.2, 1), "gradient_descent", "learning_rate=0.01", DIVERGED, "the peer calls it converged"),
    Case("rosenbrock", (-1.2, 1), "gradient_descent", "learning_rate=0.001", LIMIT, "still in the valley", 2_000),
    Case("rosenbrock", (-1.2, 1), "gradient_descent", "learning_rate=0.001", GLOBAL, "patience", 60_000),
    Case("rosenbrock", (-1.2, 1), "lbfgs", "", GLOBAL, "made for this"),
    Case("rosenbrock", (-1.2, 1), "newton", "", GLOBAL, "second order, started well"),
    Case("rosenbrock", (0.5, 0.5), "gradient_descent", "learning_rate=1e-6", LIMIT, "quiet, but on a slope"),
    Case("himmelblau", (-0.5, 0), "gradient_descent", "learning_rate=0.005", GLOBAL, "one of four equal ones"),
    Case("himmelblau", (4, 4), "gradient_descent", "learning_rate=0.005", GLOBAL, "another of the four"),
    Case("himmelblau", (-0.270844590667, -0.923038522059), "momentum", "learning_rate=0.001", MAXIMUM, "on the summit"),
    Case("himmelblau", (4, 4), "gradient_descent", "learning_rate=0.2", DIVERGED, "ten times too far"),
    Case("six_hump_camel", (-1.6, -0.6), "gradient_descent", "learning_rate=0.01", LOCAL, "a higher hollow"),
    Case("six_hump_camel", (0.2, -0.5), "gradient_descent", "learning_rate=0.01", GLOBAL, "beside the best hollow"),
    Case("six_hump_camel", (0, 0), "gradient_descent", "learning_rate=0.01", SADDLE, "its middle is a saddle"),
    Case("rastrigin", (3.3, 2.2), "gradient_descent", "learning_rate=0.001", LOCAL, "the nearest egg cup"),
    Case("rastrigin", (0.2, 0.1), "gradient_descent", "learning_rate=0.001", GLOBAL, "the middle egg cup"),
    Case("rastrigin", (0.5, 0.5), "gradient_descent", "learning_rate=0.04", OSCILLATING, "hops between cups for ever"),
    Case("saddle", (0, 0), "gradient_descent", "learning_rate=0.1", SADDLE, "stands on it"),
    Case("saddle", (1, 0), "gradient_descent", "learning_rate=0.1", SADDLE, "walks along the ridge into it"),
    Case("saddle", (1, 0.001), "gradient_descent", "learning_rate=0.1", LEFT, "slides off sideways, down for ever"),
    Case("monkey_saddle", (0, 0), "adam", "learning_rate=0.1", SADDLE, "level, no curvature, three ways down"),
    Case("monkey_saddle", (0.5, 0.3), "gradient_descent", "learning_rate=0.05", LEFT, "down for ever"),
    Case("-(x^2) - y^2", (0, 0), "gradient_descent", "learning_rate=0.1", MAXIMUM, "on a summit"),
    Case("-(x^2) - y^2", (0.1, 0), "gradient_descent", "learning_rate=0.1", LEFT, "from a summit down for ever"),
    Case(
        "x^4 + y^4", (1, 1), "gradient_descent", "learning_rate=0.05", LOCAL, "no curvature, all around higher", 50_000
    ),
    Case("-(x^4) - y^4", (0, 0), "gradient_descent", "learning_rate=0.05", MAXIMUM, "no curvature, all around lower"),
    Case("3", (1, 1), "gradient_descent", "learning_rate=0.05", PLATEAU, "level everywhere"),
    Case("1 - exp(-10*(x^2 + y^2))", (2.5, 2.5), "gradient_descent", "learning_rate=0.1", PLATEAU, "far from the hole"),
    Case("1 - exp(-10*(x^2 + y^2))", (0.2, 0.1), "gradient_descent", "learning_rate=0.05", LOCAL, "in the hole"),
    Case("tanh(3*x)", (2.9, 0), "gradient_descent", "learning_rate=0.05", PLATEAU, "the slope has vanished"),
    Case("x + y", (0, 0), "gradient_descent", "learning_rate=0.05", LEFT, "a plane has no floor"),
    Case("exp(x)", (0, 0), "adam", "learning_rate=0.1", LEFT, "the floor is beyond the map, for ever"),
    Case("log(x)", (1, 1), "gradient_descent", "learning_rate=0.3", LEFT, "steps over the edge where log ends"),
    Case("x^2 + y^2 + sqrt(x)", (0.2, 1), "gradient_descent", "learning_rate=0.3", LEFT, "steps where no root is"),
    Case("x^2 - 0.0000001*y^2", (2, 0), "momentum", "learning_rate=0.05", LOCAL, "a trough: nothing near is lower"),
    Case("0.5*(x^2-1)^2 + y^2", (0, 0.5), "gradient_descent", "learning_rate=0.1", SADDLE, "between two valleys"),
    Case("0.5*(x^2-1)^2 + y^2", (0.01, 0.5), "gradient_descent", "learning_rate=0.1", LOCAL, "falls off the ridge"),
    Case("0.5*(x^2-1)^2", (-2, 0), "momentum", "learning_rate=0.02", LOCAL, "passes the flat top at speed"),
)


def ground_of(text: str) -> Ground:
    try:
        return NamedMountain(text).open()
    except ValueError:
        cost = FormulaCost(parse(text))
        return Ground(name="typed", title=text, cost=cost, bounds=Bounds(-3, 3, -3, 3), start=(1.0, 1.0))


def verdict_of(case: Case) -> Verdict:
    settings = dict(each.split("=") for each in case.settings.split() if each)
    trekker = Trekker(optimizer=optimizer(case.rule, settings))
    start = tuple(map(float, case.start))
    scenario = Scenario(trekkers=(trekker,), start=start, stop=StopRule(step_limit=case.steps))
    descent = Descent(ground_of(case.ground), scenario)
    descent.advance(case.steps + 1)
    assert descent.verdict is not None
    return descent.verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.ground}-{case.rule}-{case.reason.value}-{case.why}")
def test_a_walk_ends_as_one_can_argue_that_it_must(case: Case) -> None:
    verdict = verdict_of(case)
    assert verdict.reason is case.reason, f"{case.why}: {verdict.because}"
    assert str(verdict.because)


def test_there_are_at_least_forty_cases_and_every_reason_is_among_them() -> None:
    assert len(CASES) >= 40
    assert {case.reason for case in CASES} == set(Reason)


@pytest.mark.parametrize("standardise, advised", [((), True), (("--standardise",), False)])
def test_who_gets_nowhere_in_a_long_valley_of_data_is_told_to_standardise_the_inputs(tmp_path, standardise, advised):
    table = tmp_path / "sales.csv"
    table.write_text("day,sales\n0,1234\n14,2000\n43,3100\n60,2800\n74,3300\n90,3900\n104,4100\n", encoding="utf-8")
    options = ("--data", str(table), "--x", "day", "--y", "sales", *standardise)
    scenario = command_line.scenario_of(
        command_line.read_arguments((*options, "--learning-rate", "2e-5", "--steps", "50"))
    )
    descent = Descent(scenario.ground.open(), scenario)
    descent.advance(51)
    assert descent.verdict is not None
    assert ("standardise the inputs" in str(descent.verdict.advice)) is advised


def test_the_floor_of_a_penalised_line_through_many_words_is_the_lowest_of_all() -> None:
    scenario = command_line.scenario_of(command_line.read_arguments(("--sample", "reviews_en")))
    descent = Descent(scenario.ground.open(), scenario)
    descent.advance(1_000)
    assert descent.verdict is not None
    assert descent.verdict.reason is GLOBAL
    assert "one bowl" in str(descent.verdict.because)
    assert descent.verdict.advice is None


def test_a_line_between_classes_that_it_separates_wholly_has_no_lowest_place_unless_weights_cost() -> None:
    inputs, targets = np.array([[-1.0], [1.0]]), np.array([0.0, 1.0])
    assert not model("logistic", {}).cost(inputs, targets).is_bowl
    assert model("logistic", {"strength": "0.1"}).cost(inputs, targets).is_bowl
    assert model("linear", {}).cost(inputs, targets).is_bowl
    assert not model("perceptron", {}).cost(inputs, targets).is_bowl


@pytest.mark.parametrize("rule, advised", [("momentum", "Strides up to"), ("adam", "a somewhat larger stride")])
def test_only_a_rule_whose_stable_strides_do_not_depend_on_its_strides_is_told_how_large_they_may_be(rule, advised):
    verdict = verdict_of(Case("bowl", (3, 2), rule, "learning_rate=0.0001", LIMIT, "a tiny stride", 50))
    assert advised in str(verdict.advice)


def walk_with(*options: str) -> Descent:
    """Walk to the end as ``trekker walk OPTIONS`` does."""
    read = command_line.read_arguments(options)
    scenario = command_line.scenario_of(read)
    ground = scenario.ground.open()
    descent = Descent(ground, scenario if read.learning_rate else suited_party(scenario, ground))
    descent.advance(scenario.stop.step_limit + 1)
    return descent


def table_in(unit: float, path) -> str:
    areas, rooms = (50, 60, 72, 80, 95, 110, 130, 150), (2, 2, 3, 3, 4, 4, 5, 6)
    prices = (210, 240, 265, 310, 335, 395, 440, 520)
    rows = [f"{a},{r},{p * unit!r}" for a, r, p in zip(areas, rooms, prices, strict=True)]
    path.write_text("area,rooms,price\n" + "\n".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("rule", ["gradient_descent", "adam", "lbfgs"])
@pytest.mark.parametrize("unit", [1e-5, 1.0, 1e4])
def test_a_walk_on_data_ends_alike_in_whatever_unit_they_are_written(tmp_path, rule, unit):
    rate = {"gradient_descent": ("--learning-rate", "0.1"), "adam": ("--learning-rate", f"{20 * unit!r}"), "lbfgs": ()}
    options = ("--x", "area,rooms", "--y", "price", "--model", "linear", "--standardise", "--optimizer", rule)
    table = str(table_in(unit, tmp_path / "flats.csv"))
    descent = walk_with("--data", table, *options, *rate[rule])
    assert descent.verdict is not None
    assert descent.verdict.reason is GLOBAL
    best = descent.ground.minima[0]
    assert descent.trail.cost[-1] - best.cost <= 1e-6 * descent.trail.cost[0]


def test_whoever_starts_very_high_has_not_diverged_while_the_cost_falls(tmp_path):
    options = ("--x", "area,rooms", "--y", "price", "--standardise", "--learning-rate", "0.1", "--start=1e9,0,0")
    descent = walk_with("--data", str(table_in(1.0, tmp_path / "flats.csv")), *options)
    assert descent.verdict is not None
    assert descent.verdict.reason is GLOBAL


@pytest.mark.parametrize("tolerance", ["0", "1e-300"])
def test_advice_speaks_of_where_the_walk_has_come_to(tolerance):
    options = ("--terrain", "rosenbrock", "--learning-rate", "1e-4", "--steps", "3000", "--tolerance", tolerance)
    descent = walk_with(*options)
    limit = 2 / np.linalg.eigvalsh(descent.ground.cost.hessian(descent.trail.theta[-1]))[-1]
    assert descent.verdict is not None
    assert f"Strides up to {limit:.1g} " in str(descent.verdict.advice)


@pytest.mark.parametrize(
    "reason, options, why",
    [
        (LIMIT, "--terrain rosenbrock --optimizer momentum --learning-rate 0.002 --schedule cosine", "the stride ends"),
        (LIMIT, "--terrain stretched_bowl --schedule exponential", "the stride shrinks faster than the way"),
        (LIMIT, "--terrain goldstein_price --start 0.03,-0.97 --learning-rate 1e-12", "near a floor, on a slope of 21"),
        (LIMIT, "--terrain rosenbrock --start 1.02,1.0 --learning-rate 1e-12", "near a floor, on a slope of 18"),
        (LIMIT, "--terrain styblinski_tang --optimizer adam --learning-rate 0.02 --schedule exponential", "a slope"),
        (
            OSCILLATING,
            "--terrain bukin --optimizer adam",
            "across an edge: a slope of 256 is no summit",
        ),
        (LOCAL, "--formula (x^2+y^2-1)^2 --bounds=-3,3,-3,3 --start 1.7,0.9 --optimizer adam", "a ring is no saddle"),
        (LOCAL, "--formula (x^2+y^2-1)^2 --bounds=-3,3,-3,3 --start 1.7,0.9 --optimizer newton", "nor by another rule"),
        (LOCAL, "--terrain drop_wave", "rings again"),
        (SADDLE, "--formula x^3+y^2 --bounds=-3,3,-3,3 --start 1,0.5 --learning-rate 0.05", "it falls for x below 0"),
        (LOCAL, "--formula x^2", "a trough: nothing around is lower"),
        (LEFT, "--formula ln(x)+y^2 --bounds=0,4,-2,2 --start 0.05,0 --learning-rate 2", "no logarithm below 0"),
        (DIVERGED, "--sample exploding --tolerance 0", "numbers overflow, on ground that is defined everywhere"),
        (GLOBAL, "--sample exploding --clip norm:1", "no fault is left, and no cost is below 0"),
        (DIVERGED, "--sample stocks_ibm_lags --learning-rate 1e6 --tolerance 0", "the same on a line"),
    ],
)
def test_what_is_said_of_a_place_is_true_of_it(reason, options, why):
    verdict = walk_with(*options.split(), "--steps", "1000").verdict
    assert verdict is not None
    assert verdict.reason is reason, why


def test_whoever_leaves_the_map_for_lower_ground_is_not_said_to_find_no_floor():
    descent = walk_with("--formula", "(x-20)^2+y^2", "--bounds=-3,3,-3,3", "--start", "1,0.5", "--learning-rate", "0.1")
    assert descent.verdict is not None
    assert descent.verdict.reason is LEFT
    assert "lower than anything on it" in str(descent.verdict.because)
    assert "Show more of the map" in str(descent.verdict.advice)


def test_a_cost_that_is_high_and_falls_again_has_not_diverged():
    descent = walk_with("--terrain", "beale", "--optimizer", "newton")
    costs = descent.trail.cost
    assert costs.max() > 1e12
    assert descent.verdict is not None
    assert descent.verdict.reason is not DIVERGED


@pytest.mark.parametrize(
    "options, advised",
    [
        ("--terrain rosenbrock --steps 3000 --schedule cosine", "The schedule has made the stride too short"),
        ("--terrain rosenbrock --steps 100 --learning-rate 0.001 --optimizer nesterov", "Allow more steps."),
        ("--formula x^2+y^2", "If there is a deeper valley"),
    ],
)
def test_advice_is_of_use(options, advised):
    verdict = walk_with(*options.split()).verdict
    assert verdict is not None
    assert advised in str(verdict.advice)


def test_who_stands_on_a_floor_as_the_steps_run_out_is_told_so_and_not_to_walk_on():
    verdict = walk_with("--formula", "x^2+y^2", "--steps", "2000", "--tolerance", "0").verdict
    assert verdict is not None
    assert (verdict.reason, verdict.at_rest, verdict.advice) == (LIMIT, True, None)
    assert "All steps are taken. A valley floor" in str(verdict.because)
