from dataclasses import replace

import numpy as np
import pytest

from trekker.learning.forecast import Errors, Method, price_ground
from trekker.learning.stocks import COMPANIES, price_history


def best(ground):
    return np.array(ground.minima[0].theta)


@pytest.mark.parametrize("symbol", COMPANIES)
@pytest.mark.parametrize(("method", "lags"), [(Method.TREND, 1), (Method.LAGS, 1), (Method.LAGS, 4)])
def test_the_last_months_are_held_out_and_the_first_learnt_from(symbol, method, lags):
    history = price_history(symbol)
    ground = price_ground(history, method, lags=lags, held_out=12)
    missing = lags if method is Method.LAGS else 0
    assert ground.learnt == len(history.prices) - 12
    assert ground.validation["price"].tolist() == history.prices[-12:].tolist()
    assert ground.targets.tolist() == history.prices[missing:-12].tolist()
    assert ground.cost.dimension == missing + 1 if missing else 2
    forecast = ground.forecast(best(ground))
    assert forecast.fitted.shape == (ground.learnt,)
    assert np.isnan(forecast.fitted).sum() == missing
    assert forecast.foretold.shape == forecast.naive.shape == (12,)
    assert len(forecast.dates) == len(forecast.prices)


def test_the_trend_is_the_line_that_least_squares_draws():
    history = price_history("IBM")
    ground = price_ground(history, Method.TREND, held_out=24)
    slope, intercept = np.polyfit(history.years[:-24], history.prices[:-24], 1)
    forecast = ground.forecast(best(ground))
    assert forecast.fitted == pytest.approx(intercept + slope * history.years[:-24])
    assert forecast.foretold == pytest.approx(intercept + slope * history.years[-24:])


def test_months_held_out_are_foretold_from_what_was_foretold_before():
    history = price_history("MSFT")
    ground = price_ground(history, Method.LAGS, lags=2, held_out=3)
    design = np.column_stack([np.ones(ground.learnt - 2), history.prices[1:-4], history.prices[:-5]])
    theta = np.linalg.lstsq(design, history.prices[2:-3], rcond=None)[0]
    known = history.prices[:-3].tolist()
    for _ in range(3):
        known.append(float(theta @ [1.0, known[-1], known[-2]]))
    assert ground.forecast(best(ground)).foretold == pytest.approx(known[-3:])


@pytest.mark.parametrize("method", Method)
def test_prices_held_out_change_nothing_of_what_is_foretold(method):
    history = price_history("AMZN")
    other = replace(history, prices=np.concatenate([history.prices[:-24], np.full(24, 1.0)]))
    one, two = (price_ground(each, method) for each in (history, other))
    assert np.array_equal(best(one), best(two))
    assert np.array_equal(one.forecast(best(one)).foretold, two.forecast(best(two)).foretold)


def test_the_naive_forecast_is_the_last_price_that_was_known():
    history = price_history("GOOG")
    forecast = price_ground(history, Method.TREND, held_out=6).forecast(np.zeros(2))
    assert set(forecast.naive.tolist()) == {history.prices[-7]}
    true = history.prices[-6:]
    assert forecast.naive_errors.rmse == pytest.approx(np.sqrt(np.mean((history.prices[-7] - true) ** 2)))
    assert forecast.errors.mape == pytest.approx(1.0)
    assert not forecast.beats_naive


def test_what_is_told_of_the_next_month_alone_is_what_the_cost_on_the_months_held_out_judges():
    history = price_history("GOOG")
    ground = price_ground(history, Method.LAGS, lags=2, held_out=6)
    theta = best(ground)
    forecast = ground.forecast(theta)
    assert forecast.ahead_errors.rmse == pytest.approx(np.sqrt(2 * ground.validation_cost(theta)))
    assert forecast.ahead_errors.rmse != pytest.approx(forecast.errors.rmse)
    monthly = np.diff(history.prices)[-6:]
    assert forecast.naive_ahead_errors.rmse == pytest.approx(np.sqrt(np.mean(monthly**2)))
    assert ground.held_out_task == "one month ahead, from true prices"


def test_a_trend_has_one_task_only():
    ground = price_ground(price_history("GOOG"), Method.TREND)
    forecast = ground.forecast(best(ground))
    assert forecast.ahead_errors == forecast.errors
    assert ground.held_out_task == ""


def test_errors_are_in_dollars_and_as_a_share():
    errors = Errors.of(np.array([11.0, 18.0]), np.array([10.0, 20.0]))
    assert errors.rmse == pytest.approx(np.sqrt(2.5))
    assert errors.mape == pytest.approx(0.1)


def test_out_of_all_bounds_nothing_is_raised():
    forecast = price_ground(price_history("IBM"), Method.LAGS).forecast(np.full(4, np.inf))
    assert not np.isfinite(forecast.errors.rmse)
    assert not forecast.beats_naive


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"lags": 0}, "lags must be a whole number from 1 to 12, not 0"),
        ({"held_out": 0}, "1 to 61 of these 123 months"),
    ],
)
def test_what_cannot_be_is_refused(options, said):
    with pytest.raises(ValueError, match=said):
        price_ground(price_history("IBM"), Method.LAGS, **options)
