"""Data that somebody changed point by point."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.walk.applications import NamedApplication
from trekker.walk.edited import MOST_POINTS, EditedData
from trekker.walk.grounds import SampleData
from trekker.walk.model_settings import with_model

FIVE = SampleData("five_points", "linear")
MOONS = NamedApplication("two_moons")


@pytest.fixture
def five():
    return EditedData.of(FIVE.open(), FIVE)


@pytest.fixture
def moons():
    return EditedData.of(MOONS.open(), MOONS)


def test_unchanged_points_make_the_ground_that_they_come_from(five):
    before, after = FIVE.open(), five.open()
    place = np.array([1.5, -0.5])
    assert after.cost.cost(place) == before.cost.cost(place)
    assert after.bounds == before.bounds
    assert five.origin == FIVE


def test_rows_held_out_stay_held_out(moons):
    before, after = MOONS.open(), moons.open()
    start = np.array(before.start)
    assert after.held_out is not None
    assert after.validation_cost(start) == pytest.approx(before.validation_cost(start), rel=1e-12)
    assert len(after.targets) == len(before.targets)


def test_another_point_changes_the_mountain_as_the_mean_of_squares_says(five):
    place = np.array([1.0, 1.0])
    before = five.open()
    after = five.with_point((2.0, 10.0)).open()
    m = len(before.targets)
    error = float(after.predict(place, np.array([[2.0]]))[0]) - 10.0
    squares = np.sum((before.predict(place, before.inputs) - before.targets) ** 2)
    share = before.cost.cost(place) / (squares / m)
    assert after.cost.cost(place) == pytest.approx(share * (squares + error**2) / (m + 1))


def test_a_moved_point_is_elsewhere_and_the_others_are_where_they_were(five):
    moved = five.with_moved(1, (9.0, -3.0))
    assert moved.points[1] == (9.0, -3.0)
    assert moved.points[:1] + moved.points[2:] == five.points[:1] + five.points[2:]


def test_another_degree_leaves_the_points_and_belongs_to_the_table_as_it_was_too():
    choice = SampleData("five_points", "polynomial")
    edited = EditedData.of(choice.open(), choice).with_point((2.5, 3.0))
    other = with_model(edited, replace(edited.model, degree=3))
    assert other.points == edited.points
    assert other.open().model.degree == other.origin.open().model.degree == 3
    assert other.bounds is None  # that of other parameters would be no map of these


def test_a_deleted_point_is_gone(five):
    assert five.without_point(0).points == five.points[1:]


def test_a_line_keeps_as_many_points_as_it_has_parameters(five):
    while len(five.points) > 2:
        five = five.without_point(0)
    with pytest.raises(ValueError, match="at least 2 points"):
        five.without_point(0)


def test_the_last_point_of_a_class_can_be_neither_deleted_nor_put_into_another(moons):
    ones = [row for row in moons.points if row[-1] == 1.0]
    for row in ones[1:]:
        moons = moons.without_point(moons.points.index(row))
    last = moons.points.index(ones[0])
    with pytest.raises(ValueError, match="last point of class 1 must stay"):
        moons.without_point(last)
    with pytest.raises(ValueError, match="last point of class 1 must stay"):
        moons.with_moved(last, (*ones[0][:2], 0.0))
    assert moons.with_moved(last, (0.0, 0.0, 1.0)).points[last] == (0.0, 0.0, 1.0)


def test_more_points_than_anybody_edits_are_refused(five):
    full = EditedData(points=five.points * (MOST_POINTS // 5), x=five.x, y=five.y, model=five.model)
    assert len(full.points) == MOST_POINTS
    with pytest.raises(ValueError, match="cannot be edited"):
        full.with_point((0.0, 0.0))


def test_classes_keep_their_names_while_their_points_are_edited():
    columns = (Column("x", np.arange(4.0)), Column("kind", np.array([0.0, 0.0, 1.0, 1.0]), labels=("low", "high")))
    ground = data_ground(Dataset("kinds", columns), ("x",), "kind", model("logistic"))
    edited = EditedData.of(ground, SampleData("five_points")).with_point((9.0, 1.0))
    assert edited.open().class_names == ("low", "high")
    with pytest.raises(ValueError, match="the last point of class low"):
        edited.without_point(0).without_point(0)
