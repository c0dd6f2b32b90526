"""The applications: each opens, walks from its own scenario, and gets somewhere."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.learning.bundled import bundled
from trekker.learning.forecast import Method, PriceGround
from trekker.learning.learned_ground import LearnedGround
from trekker.learning.stocks import COMPANIES
from trekker.learning.text_ground import TextGround
from trekker.optimizers.clipping import ClipKind, Clipping
from trekker.walk.application_grounds import ProductReviews, StockPrices
from trekker.walk.applications import NamedApplication, applications
from trekker.walk.descent import Descent
from trekker.walk.grounds import SampleData
from trekker.walk.offers import offers
from trekker.walk.scenario import Purpose, Scenario
from trekker.walk.suiting import suited_party
from trekker.walk.verdict import Reason

QUICK = [name for name in applications() if name not in ("digits_convolutional", "digits_perceptron", "exploding")]


def walked(scenario):
    descent = Descent(scenario.ground.open(), scenario)
    descent.advance(scenario.stop.step_limit)
    return descent


@pytest.mark.parametrize("name", applications())
def test_every_application_opens_with_rows_held_out_and_says_what_it_does_not_show(name):
    application = applications()[name]
    ground = NamedApplication(name).open()
    assert isinstance(ground, LearnedGround)
    assert (ground.name, ground.title, ground.story) == (name, application.title, application.story)
    assert ground.caveat == application.caveat != ""
    assert 0 < ground.validation_rows < ground.training_rows
    assert hash(application.choice) == hash(replace(application.choice))


@pytest.mark.parametrize("name", QUICK)
def test_its_own_walk_goes_down_and_what_is_learnt_holds_for_rows_that_were_held_out(name):
    descent = walked(applications()[name].scenario())
    ground, theta = descent.ground, descent.trail.theta
    assert descent.trail.cost[-1] < 0.8 * descent.trail.cost[0]
    if name != "vanishing":
        assert ground.validation_cost(theta[-1]) < 0.8 * ground.validation_cost(theta[0])


def test_its_rule_is_as_suited_as_it_says():
    for application in applications().values():
        scenario = application.scenario()
        assert suited_party(scenario, scenario.ground.open()) == scenario


def test_every_application_is_on_offer_under_its_name():
    offered = {offer.name: offer for offer in offers() if offer.application is not None}
    assert list(offered) == sorted(applications(), key=list(offered).index)
    assert {offer.group for offer in offered.values()} == {
        "Application: stock prices",
        "Application: image recognition",
        "Application: sentiment",
        "Data: the error of a classifier",
        "Networks",
    }


# Prices -----------------------------------------------------------------------------------------------------------


def test_a_walk_on_prices_ends_at_the_best_line_and_its_forecast():
    descent = walked(applications()["stocks_ibm_trend"].scenario())
    ground = descent.ground
    assert isinstance(ground, PriceGround)
    assert descent.verdict.reason is Reason.GLOBAL_MINIMUM
    best, found = (ground.forecast(each) for each in (np.array(ground.minima[0].theta), descent.trail.theta[-1]))
    assert found.foretold == pytest.approx(best.foretold, rel=1e-4)
    assert not found.beats_naive  # the last price was the better guess


@pytest.mark.parametrize("company", COMPANIES)
def test_of_three_prices_the_last_counts_most_by_far(company):
    descent = walked(applications()[f"stocks_{company.lower()}_lags"].scenario())
    in_dollars = np.abs(descent.trail.theta[-1][1:] / descent.ground.standardisation.spread)
    assert in_dollars[0] > 3 * in_dollars[1:].max()


@pytest.mark.parametrize("method", Method)
def test_it_is_said_that_a_trend_line_is_no_investment_advice(method):
    chosen = [each for each in applications().values() if each.choice == StockPrices("AAPL", method)]
    assert "no investment advice" in chosen[0].caveat


# Pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 5])
def test_the_convolutional_network_misreads_fewer_digits_than_the_others(seed):
    misread = {}
    for model in ("softmax", "perceptron", "convolutional"):
        descent = walked(applications()[f"digits_{model}"].scenario(seed))
        ground = descent.ground
        assert ground.validation_rows == round(0.2 * 1797)
        misread[model] = ground.validation_rows * (1.0 - float(ground.validation_accuracy(descent.trail.theta[-1])))
    assert misread["convolutional"] < min(misread["softmax"], misread["perceptron"])
    assert misread["convolutional"] <= 0.025 * ground.validation_rows


def test_the_convolutional_network_has_about_as_many_weights_as_the_perceptron():
    convolutional, perceptron = (
        NamedApplication(f"digits_{model}").open().cost.dimension for model in ("convolutional", "perceptron")
    )
    assert 0.8 < convolutional / perceptron < 1.25


def test_a_single_layer_reads_nine_in_ten():
    descent = walked(applications()["digits_softmax"].scenario())
    assert descent.ground.validation_accuracy(descent.trail.theta[-1]) >= 0.93


# Texts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ja"])
def test_eight_in_ten_reviews_held_out_are_felt_right_after_the_walk(language):
    descent = walked(applications()[f"reviews_{language}"].scenario())
    assert isinstance(descent.ground, TextGround)
    assert descent.ground.validation_accuracy(descent.trail.theta[-1]) >= 0.8


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no reviews in fr here"):
        ProductReviews("fr").open()


# Deep networks ----------------------------------------------------------------------------------------------------


def how_much_the_slope_shrinks(choice, seed):
    """The slope of the last layer over that of the first, where the walk begins."""
    ground = choice.open()
    theta = Scenario(ground=choice, seed=seed).start_on(ground)
    norms = list(ground.cost.gradient_norms(ground.cost.gradient(theta)).values())
    return norms[-1] / norms[0]


def with_settings(name, **settings):
    choice = applications()[name].choice
    return replace(choice, settings=tuple({**dict(choice.settings), **settings}.items()))


@pytest.mark.parametrize("seed", range(5))
def test_the_first_layer_of_the_deep_sigmoid_network_starves_and_he_with_relu_feeds_it(seed):
    assert how_much_the_slope_shrinks(NamedApplication("vanishing"), seed) >= 1000
    healed = with_settings("vanishing", activation="relu", initialisation="he_normal")
    assert 0.1 <= how_much_the_slope_shrinks(healed, seed) <= 10


@pytest.mark.parametrize(
    "settings",
    [{"activation": "relu", "initialisation": "he_normal"}, {"activation": "tanh", "initialisation": "xavier_normal"}],
)
def test_the_deep_network_learns_once_it_is_healed(settings):
    scenario = applications()["vanishing"].scenario()
    accuracies = []
    for choice in (scenario.ground, with_settings("vanishing", **settings)):
        descent = walked(replace(scenario, ground=choice))
        accuracies.append(float(descent.ground.accuracy(descent.trail.theta[-1])))
    assert accuracies[0] < 0.6
    assert accuracies[1] > 0.85


@pytest.mark.parametrize("seed", range(3))
def test_the_slope_of_the_exploding_network_is_huge_in_all_layers_alike(seed):
    ground = NamedApplication("exploding").open()
    gradient = ground.cost.gradient(applications()["exploding"].scenario(seed).start_on(ground))
    norms = list(ground.cost.gradient_norms(gradient).values())
    assert min(norms) > 10_000
    assert max(norms) < 10 * min(norms)


@pytest.mark.parametrize("seed", range(3))
def test_the_exploding_network_overflows_without_clipping_and_trains_with_it(seed):
    scenario = applications()["exploding"].scenario(seed)
    unclipped = walked(scenario)
    assert unclipped.verdict.reason is Reason.DIVERGED
    for_ever = walked(replace(scenario, stop=replace(scenario.stop, tolerance=0.0)))
    assert not np.isfinite(for_ever.trail.cost[-1])
    (trekker,) = scenario.trekkers
    clipped = walked(replace(scenario, trekkers=(replace(trekker, clipping=Clipping(ClipKind.NORM)),)))
    assert clipped.ground.accuracy(clipped.trail.theta[-1]) >= 0.95


# Luck -------------------------------------------------------------------------------------------------------------


def test_the_same_seed_walks_the_same_walk_bit_for_bit_and_another_starts_from_other_weights():
    application = applications()["two_moons"]
    one, same, other = (
        walked(replace(application.scenario(seed), stop=replace(application.stop, step_limit=30))) for seed in (4, 4, 5)
    )
    assert np.array_equal(one.trail.theta, same.trail.theta)
    assert not np.array_equal(one.trail.theta[0], other.trail.theta[0])
    expected = one.ground.start_from(application.scenario(4).random(Purpose.INITIALISATION))
    assert np.array_equal(one.trail.theta[0], expected)


# Free choices -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", bundled())
def test_every_bundled_table_is_walked_on_with_the_model_that_it_is_meant_for(name):
    ground = SampleData(name, bundled()[name].model, validation_share=0.2, standardise=True).open()
    assert ground.validation_rows == max(1, round(0.2 * (ground.training_rows + ground.validation_rows)))
    theta = np.array(ground.start)
    assert ground.cost.cost(theta - 0.05 * ground.cost.gradient(theta)) < ground.cost.cost(theta)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (NamedApplication("oracle"), "oracle is not an application here; there are stocks_aapl_trend"),
        (StockPrices("ENRN"), "ENRN is not a company here"),
        (SampleData("digits", "perceptron", (("layers", "3"),)), "layers is not a setting here; there are task"),
        (SampleData("digits", validation_share=1.5), "share of rows held out"),
    ],
)
def test_what_is_not_there_is_answered_in_one_sentence(choice, said):
    with pytest.raises(ValueError, match=said) as fault:
        choice.open()
    assert "\n" not in str(fault.value)
