"""Points changed by hand make the ground anew."""

import numpy as np
import pytest

from trekker.walk.edited import MOST_POINTS, EditedData
from trekker.walk.grounds import SampleData


def edited(name, model="linear", **settings):
    choice = SampleData(name, model, **settings)
    return EditedData.of(choice.open(), choice)


def test_untouched_points_make_the_same_ground():
    before, after = SampleData("five_points").open(), edited("five_points").open()
    theta = np.array([0.3, -0.7])
    assert after.cost.cost(theta) == before.cost.cost(theta)
    assert after.bounds == before.bounds
    assert after.start == before.start
    assert after.y == before.y


def test_rows_held_out_stay_held_out_and_standardised_inputs_stay_so():
    choice = SampleData("lemonade", standardise=True, validation_share=0.25)
    before = choice.open()
    after = EditedData.of(before, choice).open()
    theta = np.array([50.0, 20.0])
    assert after.validation.row_count == before.validation.row_count == 50
    assert after.validation_cost(theta) == pytest.approx(before.validation_cost(theta), rel=1e-12)
    assert after.cost.cost(theta) == pytest.approx(before.cost.cost(theta), rel=1e-12)


def test_a_moved_point_moves_the_lowest_place_to_the_least_squares_of_all_points():
    ground = edited("five_points").with_moved(4, (5.0, 9.0)).open()
    x, y = ground.inputs[:, 0], ground.targets
    slope, intercept = np.polyfit(x, y, 1)
    assert y[4] == 9.0
    assert ground.minima[0].theta == pytest.approx((intercept, slope))


def test_the_map_stays_as_long_as_it_shows_start_and_lowest_place():
    data = edited("five_points")
    assert data.with_moved(4, (5.0, 5.2)).open().bounds == data.bounds
    far = data.with_moved(4, (5.0, 500.0)).open()
    assert far.bounds != data.bounds
    assert far.bounds.contains(np.array(far.minima[0].theta))


def test_a_line_needs_two_points_and_a_parabola_three():
    line = edited("five_points")
    for _ in range(3):
        line = line.without_point(0)
    assert line.open().cost.rows == 2
    with pytest.raises(ValueError, match="at least 2 points"):
        line.without_point(0)
    assert edited("five_points", "polynomial").fewest_points == 3


def test_the_last_point_of_a_class_stays_in_it():
    data = edited("two_blobs", "logistic")
    label = data.points[0][-1]
    while sum(row[-1] == label for row in data.points) > 1:
        data = data.without_point(next(i for i, row in enumerate(data.points) if row[-1] == label))
    last = next(i for i, row in enumerate(data.points) if row[-1] == label)
    with pytest.raises(ValueError, match="last point of class"):
        data.without_point(last)
    with pytest.raises(ValueError, match="last point of class"):
        data.with_moved(last, (*data.points[last][:2], 1.0 - label))
    assert data.with_moved(last, (9.0, 9.0, label)).points[last] == (9.0, 9.0, label)


def test_a_table_too_large_for_a_hand_is_refused_with_a_sentence():
    data = edited("five_points")
    full = EditedData(points=data.points[:1] * MOST_POINTS, x=data.x, y=data.y, model=data.model)
    with pytest.raises(ValueError, match="more than 2,000 points"):
        full.with_point((1.0, 1.0))
    ground = EditedData(points=(*full.points, (2.0, 2.0)), x=data.x, y=data.y, model=data.model).open()
    with pytest.raises(ValueError, match="up to 2,000 rows"):
        EditedData.of(ground, SampleData("five_points"))
