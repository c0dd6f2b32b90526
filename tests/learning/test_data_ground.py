import numpy as np
import pytest

from trekker.ground import Ground
from trekker.learning.catalogue import model, models
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, ColumnError, Dataset
from trekker.learning.samples import samples
from trekker.optimizers import optimizer


def table(**columns):
    return Dataset("table", tuple(Column(name, values) for name, values in columns.items()))


FIVE = table(x=[1, 2, 3, 4, 5], y=[2, 4, 5, 4, 5])
YEARS = table(x=np.arange(2000, 2021), y=10 + 0.3 * np.arange(21))
TABLES = {
    "five": FIVE,
    "years": YEARS,
    "steep": table(x=[1e6, 2e6, 3e6], y=[1, -2, 4]),
    "flat": table(x=[1e-6, 2e-6, 4e-6], y=[3, 3, 4]),
    "two rows": table(x=[1, 2], y=[5, 7]),
    "zeros": table(x=[1, 2, 3], y=[0, 0, 0]),
    "one x": table(x=[2, 2, 2], y=[1, 2, 3]),
    "no x": table(x=[0, 0, 0], y=[1, 2, 3]),
    "tiny": table(x=[1e-200, 2e-200, 3e-200], y=[1, 2, 3]),
    "huge": table(x=[1e100, 2e99, 3e10], y=[1, 1e100, 3]),
}


@pytest.mark.parametrize("standardise", [False, True])
@pytest.mark.parametrize("data", TABLES.values(), ids=TABLES.keys())
def test_every_table_gives_a_ground_to_walk_on(data, standardise):
    ground = data_ground(data, ["x"], "y", standardise=standardise)
    assert isinstance(ground, Ground)
    assert ground.bounds.contains(np.array(ground.start))
    assert all(ground.bounds.contains(np.array(minimum.theta)) for minimum in ground.minima)
    assert all(0 < rate <= 1e6 for rate in ground.learning_rates.values())
    assert np.isfinite(ground.cost.cost(ground.bounds.grid(5, 5))).all()


def test_the_articles_ground_is_the_articles():
    ground = data_ground(FIVE, ["x"], "y")
    assert ground.start == (0.0, 0.0)
    assert ground.cost.cost(np.zeros(2)) == pytest.approx(8.6)
    assert ground.minima[0].theta == pytest.approx((2.2, 0.6))
    assert ground.minima[0].cost == pytest.approx(0.24)
    assert ground.learning_rates["gradient_descent"] == 0.01
    assert ground.axes == ("θ₀ (intercept)", "θ₁ (slope of x)")


@pytest.mark.parametrize("name", ["gradient_descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
@pytest.mark.parametrize("sample", ["five_points", "anscombe_1", "anscombe_3", "lemonade"])
def test_the_rates_it_names_bring_every_rule_far_down(name, sample):
    chosen = samples()[sample]
    ground = data_ground(chosen.load(), chosen.x, chosen.y)
    rule = optimizer(name, {"learning_rate": repr(ground.learning_rates[name])})
    theta = np.array(ground.start)
    first, lowest, state = float(ground.cost.cost(theta)), ground.minima[0].cost, rule.init(theta)
    for _ in range(1000):
        change, state = rule.update(ground.cost.gradient(theta), state, theta)
        theta = theta + change
        assert ground.bounds.widened(1.5).contains(theta)
    assert ground.cost.cost(theta) - lowest < 0.1 * (first - lowest)


@pytest.mark.parametrize("data", TABLES.values(), ids=TABLES.keys())
def test_the_plain_rate_is_always_stable(data):
    ground = data_ground(data, ["x"], "y")
    largest = np.linalg.eigvalsh(ground.cost.hessian(np.zeros(2)))[-1]
    assert ground.learning_rates["gradient_descent"] < 2 / largest


def test_columns_that_do_not_vary_have_a_valley_floor_and_say_so():
    ground = data_ground(TABLES["one x"], ["x"], "y")
    assert ground.minima == ()
    assert any("valley floor" in note for note in ground.notes)


def test_standardising_rounds_the_bowl_and_keeps_the_fit():
    plain, round_bowl = (data_ground(YEARS, ["x"], "y", standardise=each) for each in (False, True))
    assert np.linalg.cond(plain.cost.hessian(np.zeros(2))) > 1e9
    assert np.linalg.cond(round_bowl.cost.hessian(np.zeros(2))) == pytest.approx(1.0)
    years = np.array([1990.0, 2030.0])
    before, after = (each.predict(np.array(each.minima[0].theta), years) for each in (plain, round_bowl))
    assert before == pytest.approx(after, rel=1e-6)
    assert round_bowl.title.endswith("standardised")
    assert any("spread 1" in note for note in round_bowl.notes)


def test_predictions_follow_the_line_for_one_trekker_and_for_many():
    ground = data_ground(FIVE, ["x"], "y")
    assert ground.predict(np.array([1.0, 2.0]), np.array([0.0, 3.0])).tolist() == [1.0, 7.0]
    assert ground.predict(np.zeros((4, 3, 2)), ground.inputs).shape == (4, 3, 5)
    assert not np.isfinite(ground.predict(np.array([np.inf, -np.inf]), ground.inputs)).any()


def test_several_inputs_make_a_plane():
    data = table(a=[0, 1, 0, 1], b=[0, 0, 1, 1], c=[1, 3, 4, 6])
    ground = data_ground(data, ["a", "b"], "c")
    assert ground.cost.dimension == 3
    assert ground.minima[0].theta == pytest.approx((1, 2, 3))
    assert ground.predict(np.array([1.0, 2.0, 3.0]), ground.inputs).tolist() == [1, 3, 4, 6]


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (["z"], "y", "no column z; it has x, y"),
        (["x"], "z", "no column z"),
        (["x"], "x", "chosen twice"),
        (["x", "x"], "y", "chosen twice"),
        ([], "y", "at least one input"),
    ],
)
def test_a_choice_of_columns_that_cannot_be_is_refused(x, y, said):
    with pytest.raises(ColumnError, match=said):
        data_ground(FIVE, x, y)


def test_numbers_whose_squares_overflow_are_refused():
    with pytest.raises(ColumnError, match=r"the column y .* too large"):
        data_ground(table(x=[1, 2], y=[1, 1e200]), ["x"], "y")


def test_models_are_found_by_name():
    assert models()["linear"].title == "Linear regression"
    assert model("linear") == models()["linear"]()
    with pytest.raises(ValueError, match="there are linear"):
        model("cubist")


def test_a_table_is_read_only():
    with pytest.raises(ValueError, match="read-only"):
        FIVE["x"][0] = 7
    with pytest.raises(ValueError, match="read-only"):
        FIVE.numbers(["x", "y"])[0] = 7


def test_a_table_is_not_changed_through_the_array_it_was_made_from():
    values = np.array([1.0, 2.0])
    data = table(x=values)
    values[0] = 9.0
    assert data["x"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    "columns",
    [[], [("a", [1]), ("b", [1, 2])], [("a", [1]), ("a", [2])], [("a", [np.nan])], [("a", [[1.0]])]],
)
def test_columns_that_make_no_table_are_refused(columns):
    with pytest.raises(ValueError, match="column"):
        Dataset("table", tuple(Column(*each) for each in columns))


CLASSES = table(a=np.arange(12) % 5, b=np.arange(12) % 7, y=[3, 7, 3, 7, 3, 7, 7, 3, 3, 7, 3, 3])


@pytest.mark.parametrize("name", [name for name in models() if name != "convolutional"])
def test_every_model_makes_a_ground_to_walk_on(name):
    ground = data_ground(CLASSES, ["a", "b"], "y", model(name))
    assert ground.name == name
    assert len(ground.start) == ground.cost.dimension
    assert len(ground.axes) == 2
    assert ground.bounds.contains(np.array(ground.start[:2]))
    assert all(0 < rate <= 1e6 for rate in ground.learning_rates.values())
    rate = ground.learning_rates["gradient_descent"]
    theta = np.array(ground.start)
    for _ in range(200):
        theta = theta - rate * ground.cost.gradient(theta)
    assert ground.cost.cost(theta) < ground.cost.cost(np.array(ground.start))
    for minimum in ground.minima:
        assert np.abs(ground.cost.gradient(np.array(minimum.theta))).max() < 1e-6
        assert ground.cost.cost(theta) >= minimum.cost - 1e-12


@pytest.mark.parametrize("name", ["logistic", "softmax"])
def test_classes_are_predicted_by_the_tables_own_labels(name):
    ground = data_ground(CLASSES, ["a", "b"], "y", model(name))
    assert ground.classes.tolist() == [3, 7]
    theta = np.array(ground.start) + 0.5
    beliefs = ground.probabilities(theta, ground.inputs)
    assert beliefs.shape == (12, 2)
    assert np.array_equal(ground.predict(theta, ground.inputs), ground.classes[beliefs.argmax(axis=-1)])
    assert np.isnan(ground.predict(theta * np.nan, ground.inputs)).all()
    assert ground.predict(np.zeros((4, ground.cost.dimension)), ground.inputs).shape == (4, 12)


def test_a_line_has_no_classes():
    ground = data_ground(FIVE, ["x"], "y")
    assert ground.classes.shape == (0,)
    with pytest.raises(NotImplementedError, match="Linear regression has no classes"):
        ground.probabilities(np.zeros(2), ground.inputs)
    with pytest.raises(NotImplementedError, match="Linear regression has no classes"):
        ground.accuracy_on(np.zeros(2), FIVE)


@pytest.mark.parametrize(
    ("name", "y", "said"),
    [
        ("logistic", [1, 2, 3], "exactly 2 different values; the column y has 3"),
        ("softmax", [4, 4, 4], "2 to 50 different values; the column y has 1"),
        ("softmax", range(60), "the column y has 60"),
        ("convolutional", [1, 2, 1], "square pictures"),
    ],
)
def test_columns_that_do_not_suit_the_model_are_refused(name, y, said):
    with pytest.raises(ValueError, match=said) as fault:
        data_ground(table(x=np.arange(len(y)), y=y), ["x"], "y", model(name))
    assert "\n" not in str(fault.value)


def test_rows_held_out_are_judged_in_the_units_and_classes_of_the_ground():
    ground = data_ground(CLASSES, ["a", "b"], "y", model("softmax"), standardise=True)
    theta = np.arange(float(ground.cost.dimension))
    assert ground.cost_on(CLASSES).cost(theta) == ground.cost.cost(theta)
    sevens = CLASSES.picked(np.flatnonzero(CLASSES["y"] == 7))
    assert ground.cost_on(sevens).dimension == ground.cost.dimension
    right = ground.predict(theta, sevens.numbers(["a", "b"])) == 7
    assert ground.accuracy_on(theta, sevens) == right.mean()
    assert ground.accuracy_on(np.stack([theta, -theta]), sevens).shape == (2,)
    with pytest.raises(ColumnError, match="were not among those"):
        ground.cost_on(table(a=[1], b=[1], y=[5]))


def test_a_network_starts_from_its_seed_and_a_line_from_zeros():
    network, line = (data_ground(CLASSES, ["a"], "y", model(name)) for name in ("perceptron", "linear"))
    assert np.array_equal(network.start_from(np.random.SeedSequence(0)), network.start)
    assert not np.array_equal(network.start_from(np.random.SeedSequence(1)), network.start)
    assert line.start_from(np.random.SeedSequence(1)).tolist() == [0, 0]


def test_the_title_of_many_columns_stays_short():
    many = table(**{f"x{i}": [1, 2] for i in range(9)}, y=[1, 2])
    title = data_ground(many, [f"x{i}" for i in range(9)], "y").title
    assert title == "Linear regression: y from x0, x1, x2, x3, … (9 columns)"


def test_where_nothing_is_predicted_there_is_no_share_that_is_right():
    ground = data_ground(CLASSES, ["a", "b"], "y", model("softmax"))
    lost = np.full(ground.cost.dimension, np.nan)
    both = ground.accuracy_on(np.stack([lost, np.ones_like(lost)]), CLASSES)
    assert np.isnan(both).tolist() == [True, False]
