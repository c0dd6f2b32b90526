from datetime import date

import pytest

from trekker.assets import asset
from trekker.learning.stocks import COMPANIES, SOURCE, price_history


@pytest.mark.parametrize("symbol", COMPANIES)
def test_every_company_has_a_price_for_each_month_until_march_2010(symbol):
    history = price_history(symbol)
    months = [each.year * 12 + each.month for each in history.dates]
    assert months == list(range(months[0], months[0] + len(months)))
    assert history.dates[-1] == date(2010, 3, 1)
    assert history.dates[0] == (date(2004, 8, 1) if symbol == "GOOG" else date(2000, 1, 1))
    assert (history.prices > 0).all()


def test_the_prices_are_those_of_the_source():
    assert price_history("MSFT").prices[:4].tolist() == [39.81, 36.35, 43.22, 28.37]
    assert price_history("AAPL").prices[-2:].tolist() == [204.62, 223.02]
    assert sum(float(price_history(each).prices.sum()) for each in COMPANIES) == pytest.approx(56411.20, abs=0.005)


def test_time_is_told_in_years():
    assert price_history("IBM").years[:2].tolist() == [0.0, 1 / 12]
    assert price_history("GOOG").years[0] == pytest.approx(4 + 7 / 12)


def test_source_and_licence_are_named():
    assert "vega_datasets" in SOURCE
    assert "MIT" in asset("samples/stocks.txt").read_text("utf-8")


def test_an_unknown_company_is_answered_by_those_that_there_are():
    with pytest.raises(ValueError, match="ENRN is not a company here; there are AAPL, AMZN, GOOG, IBM, MSFT"):
        price_history("ENRN")
