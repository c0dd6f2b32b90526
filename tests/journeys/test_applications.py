"""The applications in the real window: prices foretold, moods told, and a person's own labelled texts."""

import pytest

from trekker.learning.text_ground import TextGround
from trekker.messages import number, percent


def test_prices_are_foretold_beside_the_naive_forecast_and_the_caption_says_how_far_off(robot_at):
    robot = robot_at("--sample", "stocks_ibm_trend")
    robot.walk_to_the_end()
    forecast = robot.session.ground.forecast(robot.trail.theta[-1])
    view = robot.window.fit.view
    robot.until(lambda: number(forecast.errors.rmse, 4) in view.caption.text())
    for errors in (forecast.errors, forecast.naive_errors):
        assert number(errors.rmse, 4) in view.caption.text()
        assert f"{100 * errors.mape:,.1f}\u202f%" in view.caption.text()
    robot.until(lambda: view.foretold.getData()[1] == pytest.approx(forecast.foretold))  # once the last step is drawn
    assert view.naive.getData()[1] == pytest.approx(forecast.naive[[0, -1]])
    assert view.foretold.getData()[0][0] == pytest.approx(
        forecast.dates[forecast.learnt].year + (forecast.dates[forecast.learnt].month - 1) / 12
    )
    assert robot.sees("no investment advice")
    assert not robot.sees("one month ahead")


def test_what_is_foretold_from_foretold_prices_is_told_apart_from_one_month_ahead(robot_at):
    robot = robot_at("--sample", "stocks_goog_lags")
    robot.walk_to_the_end()
    forecast = robot.session.ground.forecast(robot.trail.theta[-1])
    view = robot.window.fit.view
    foretold, ahead, naive = (
        number(each.rmse, 4) for each in (forecast.errors, forecast.ahead_errors, forecast.naive_ahead_errors)
    )
    robot.until(lambda: f"From its own forecasts, 24 months are off by {foretold} dollars" in view.caption.text())
    told = f"One month ahead, from true prices: {ahead} dollars; the last price: {naive}."
    robot.until(lambda: told in view.caption.text())
    assert view.caption.is_whole
    robot.until(lambda: robot.find("On the rows held out").text().endswith(" · one month ahead, from true prices"))


@pytest.mark.parametrize("sample", ["stocks_ibm_lags", "digits_softmax", "reviews_ja", "two_moons"])
def test_each_application_says_on_the_screen_what_it_does_not_show(robot_at, sample):
    robot = robot_at("--sample", sample)
    assert robot.session.ground.caveat
    assert robot.sees(robot.session.ground.caveat)
    robot.command("blindfold_plots")
    assert robot.sees(robot.session.ground.caveat)
    robot.pick_mountain("Bowl")
    assert not robot.window.ground.caveat.isVisible()


def test_the_forecast_is_seen_to_its_end_where_it_rises_above_all_prices(robot_at):
    robot = robot_at("--sample", "stocks_goog_trend")
    robot.walk_to_the_end()
    view, ground = robot.window.fit.view, robot.session.ground
    highest = ground.forecast(robot.trail.theta[-1]).foretold.max()
    assert highest > 1.2 * ground.history.prices.max()
    robot.until(lambda: view.foretold.getData()[1].max() == highest)
    assert view.plot.getViewBox().viewRange()[1][1] > highest


def test_a_sentence_is_judged_word_by_word_and_its_polarity_flips(robot_at):
    robot = robot_at("--sample", "reviews_en")
    robot.walk_to_the_end()
    ground, theta = robot.session.ground, robot.trail.theta[-1]
    share = float(ground.validation_accuracy(theta))
    assert share >= 0.8
    held_out = percent(share, 1)
    robot.until(lambda: held_out in robot.find("On the rows held out").text())
    robot.until(lambda: held_out in robot.window.fit.caption.text())
    robot.type_into("Type a sentence", "I love it")
    view = robot.window.fit.view
    assert view.verdict.text().startswith("positive")
    assert "love" in view.verdict.text()
    told = view.judgement.contributions
    weights = {each.token: each.weight for each in (*view.bars.second, *view.bars.first)}
    assert any(each.token in weights for each in told), "no word is told twice, so that nothing is compared"
    for each in told:
        if each.token in weights:
            assert each.weight == pytest.approx(weights[each.token] / len(told) ** 0.5)
    assert f"÷ √{len(told)}" in view.verdict.text()
    assert "(1/√k) Σ θⱼ over the k known pieces of a text" in robot.read()
    assert "background-color" in view.coloured.text()
    robot.type_into("Type a sentence", "terrible, broken")
    assert view.verdict.text().startswith("negative")
    expected = ground.probability(theta, ["terrible, broken"])[0]
    robot.until(lambda: view.judgement.probability == expected)  # by the newest step, once it is drawn


def test_a_persons_own_labelled_texts_are_learnt_from(robot, tmp_path):
    rows = [(f"very good number {n}", "happy") for n in range(60)] + [(f"so bad number {n}", "sad") for n in range(60)]
    path = tmp_path / "moods.csv"
    path.write_text("text,mood\n" + "".join(f"{text},{mood}\n" for text, mood in rows), encoding="utf-8")
    robot.drop_file(path)
    robot.choose_columns("text", "mood")
    assert isinstance(robot.session.ground, TextGround)
    assert robot.session.ground.classes == ("happy", "sad")
    robot.walk_some(30)
    robot.type_into("Type a sentence", "so bad")
    robot.until(lambda: robot.window.fit.view.verdict.text().startswith("sad"))
    robot.type_into("Type a sentence", "very good")
    robot.until(lambda: robot.window.fit.view.verdict.text().startswith("happy"))
