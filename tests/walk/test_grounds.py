"""Choices of ground: values that open a gallery mountain, a formula, a landscape, or a part of one."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from trekker.ground import Bounds
from trekker.messages import Message
from trekker.walk.descent import Descent
from trekker.walk.grounds import (
    Elevation,
    NamedMountain,
    SampleData,
    TypedFormula,
    exaggeration_of,
    with_bounds,
    with_exaggeration,
)
from trekker.walk.offers import offers
from trekker.walk.scenario import Scenario
from trekker.walk.suiting import suited_party
from trekker.walk.verdict import Reason


@pytest.fixture
def slope(tmp_path):
    """Heights that rise to the east and to the north; the file does not say how large a cell is."""
    path = tmp_path / "slope.npy"
    rows, columns = np.mgrid[0:30, 0:40]
    np.save(path, 3.0 * columns + 2.0 * (29 - rows) + np.sin(columns))
    return path


def walked(choice):
    ground = choice.open()
    descent = Descent(ground, suited_party(Scenario(ground=choice), ground))
    descent.advance(400)
    return descent


def test_a_formula_is_ground_like_any_other():
    ground = TypedFormula("x^2 + 3y^2", Bounds(-4, 4, -2, 2)).open()
    assert ground.bounds == Bounds(-4, 4, -2, 2)
    assert ground.title == "z = x² + 3y²"
    np.testing.assert_allclose(ground.cost.gradient(np.array([1.0, 2.0])), [2.0, 12.0])
    assert walked(TypedFormula("x^2 + 3y^2")).trail.cost[-1] < 0.1


def test_a_formula_that_would_not_fit_a_heading_gets_a_short_title():
    ground = TypedFormula(" + ".join(f"sin({n}x)" for n in range(1, 20))).open()
    assert len(ground.title) < 45
    assert "sin(19x)" in ground.formula


def test_a_formula_with_a_mistake_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="is not known here"):
        TypedFormula("x + oops").open()


ON_ONE_MAP = [
    lambda bounds: TypedFormula("x^2 + y^2", bounds),
    lambda bounds: NamedMountain("bowl", bounds),
    lambda bounds: Elevation(Path("hill.png"), bounds=bounds),
]


@pytest.mark.parametrize("choice_on", ON_ONE_MAP, ids=["typed", "named", "measured"])
def test_choices_are_equal_exactly_where_they_say_the_same_and_can_be_kept_in_a_set(choice_on):
    one, same, other = choice_on(Bounds(0, 1, 0, 1)), choice_on(Bounds(0, 1, 0, 1)), choice_on(Bounds(0, 2, 0, 1))
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert len({one, same, other}) == 2
    assert with_bounds(other, Bounds(0, 1, 0, 1)) == one


def test_choices_of_different_kinds_are_never_equal():
    choices = {TypedFormula("bowl"), NamedMountain("bowl"), Elevation(Path("bowl")), Elevation(Path("bowl"), 2.0)}
    assert len(choices) == 4


def test_equal_choices_open_equal_ground():
    one, same = TypedFormula("x^2 - x y").open(), TypedFormula("x^2 - x y").open()
    place = np.array([0.3, -1.2])
    assert (one.title, one.bounds, one.start) == (same.title, same.bounds, same.start)
    assert one.cost.cost(place) == same.cost.cost(place)


def test_a_part_of_a_measured_mountain_has_the_same_heights_and_a_start_on_it(slope):
    whole = Elevation(slope).open()
    middle = whole.bounds.widened(0.3)
    part = Elevation(slope, bounds=middle).open()
    assert part.bounds == middle
    assert middle.contains(np.array(part.start))
    place = np.array(middle.centre)
    assert part.cost.cost(place) == whole.cost.cost(place)


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (TypedFormula("x +"), "something is missing after +"),
        (TypedFormula(""), "formula"),
        (TypedFormula("log(-1 - x^2)"), "has no value anywhere near the middle of this map"),
        (NamedMountain("olymp"), "olymp is not a mountain here"),
        (Elevation(Path("gone.npy")), "there is no file gone.npy"),
        (Elevation(Path("hill.doc")), "hill.doc is not a kind of file that is read here"),
    ],
)
def test_what_can_not_be_opened_is_refused_in_one_sentence(choice, says):
    with pytest.raises(ValueError, match=re.escape(says)) as refusal:
        choice.open()
    assert "\n" not in str(refusal.value)
    assert not str(refusal.value).endswith(".")


def test_the_start_on_unknown_ground_takes_few_digits_and_is_on_firm_ground():
    ground = TypedFormula("sin(3x) cos(2y) + sqrt(x + 4)", Bounds(-np.pi, np.e, -1, 1.7)).open()
    assert all(float(f"{each:.3g}") == each for each in ground.start)
    assert np.isfinite(ground.cost.cost(np.array(ground.start)))


def test_a_good_start_stays_where_the_new_map_still_shows_it():
    assert NamedMountain("himmelblau", Bounds(-6, 6, -6, 6)).open().start == NamedMountain("himmelblau").open().start


def test_a_start_that_the_new_map_leaves_out_is_replaced_by_one_on_it():
    bounds = Bounds(2, 4, 1, 3)
    start = NamedMountain("himmelblau", bounds).open().start
    assert start != NamedMountain("himmelblau").open().start
    assert bounds.contains(np.array(start))


def test_a_map_without_ground_is_refused():
    with pytest.raises(ValueError, match="has no height anywhere near the middle of this map; choose other bounds"):
        NamedMountain("jacksboro", Bounds(-9000, -8000, 0, 1000)).open()


def test_a_measured_mountain_says_metres_and_what_was_assumed(slope):
    ground = Elevation(slope).open()
    assert ground.unit == "m"
    (note,) = ground.notes
    assert isinstance(note, Message)
    assert str(note).startswith("slope.npy does not say how large its cells are")


def test_a_walk_over_the_edge_of_measured_ground_has_left_the_map(slope):
    descent = walked(Elevation(slope))
    assert descent.verdict.reason is Reason.LEFT_THE_MAP
    assert (np.diff(descent.trail.cost[:-1]) < 0).all()


def test_exaggeration_stretches_heights_alone(slope):
    plain, tall = Elevation(slope).open(), Elevation(slope, exaggeration=3.0).open()
    place = np.array(plain.bounds.centre)
    assert tall.bounds == plain.bounds
    assert tall.cost.cost(place) == pytest.approx(3 * plain.cost.cost(place))


def test_reading_elevation_reports_progress_that_ends_at_one(slope):
    shares = []
    Elevation(slope).open(shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_bundled_landscape_is_a_named_mountain_in_metres():
    ground = NamedMountain("jacksboro").open()
    assert (ground.unit, ground.axes) == ("m", ("east (m)", "north (m)"))
    assert ground.notes == ()


def test_an_unknown_name_is_answered_by_those_that_there_are():
    with pytest.raises(ValueError, match=r"olymp is not a mountain here; there are bowl, .*, jacksboro"):
        NamedMountain("olymp").open()


def test_every_terrain_can_have_another_map_and_data_can_not(slope):
    bounds = Bounds(0, 1, 0, 1)
    for choice in (NamedMountain("bowl"), TypedFormula("x"), Elevation(slope)):
        assert with_bounds(choice, bounds).bounds == bounds
    assert with_bounds(SampleData("five_points"), bounds) is None


def test_everything_on_offer_opens_and_groups_stand_together():
    every = offers()
    assert len({offer.name for offer in every}) == len(every) >= 35
    groups = [offer.group for offer in every]
    assert len(list(itertools.groupby(groups))) == len(set(groups))
    for offer in every:
        ground = offer.choice.open()
        assert (ground.title, ground.story) == (offer.title, offer.story)


def test_measured_ground_is_stretched_and_its_unit_says_so(slope):
    for choice in (Elevation(slope), NamedMountain("jacksboro")):
        plain, stretched = choice.open(), with_exaggeration(choice, 2.5).open()
        places = plain.bounds.widened(0.5).grid(7, 5)
        np.testing.assert_allclose(stretched.cost.cost(places), 2.5 * plain.cost.cost(places), rtol=1e-9)
        assert (plain.unit, stretched.unit) == ("m", "m × 2.5")
        assert exaggeration_of(with_exaggeration(choice, 2.5)) == 2.5


@pytest.mark.parametrize("choice", [NamedMountain("bowl"), TypedFormula("x"), SampleData("article")])
def test_only_measured_ground_is_stretched(choice):
    assert exaggeration_of(choice) is None
    assert with_exaggeration(choice, 2.0) is None


@pytest.mark.parametrize("exaggeration", [0.0, -1.0, 1e9, float("nan")])
def test_an_exaggeration_out_of_its_range_is_refused(exaggeration):
    with pytest.raises(ValueError, match="a number from"):
        with_exaggeration(NamedMountain("jacksboro"), exaggeration)
