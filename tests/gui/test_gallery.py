"""The gallery's search and its pictures, and the fields in which mountains and maps are typed."""

import numpy as np
import pytest

from trekker.ground import Bounds
from trekker.gui.dialogs.bounds_fields import BoundsFields
from trekker.gui.dialogs.formula_field import FormulaField
from trekker.gui.dialogs.gallery_dialog import how_well
from trekker.gui.dialogs.thumbnails import THUMBNAIL, sketched
from trekker.gui.relief_picture import picture_of
from trekker.gui.scene.detail import columns_wanted, refined
from trekker.gui.scene.landscape import sample
from trekker.walk.applications import NamedApplication
from trekker.walk.grounds import NamedMountain, TypedFormula
from trekker.walk.offers import offers


def found(search):
    return [offer.name for offer in offers() if how_well(offer, search)]


def test_an_empty_search_finds_everything():
    assert len(found("")) == len(offers())


@pytest.mark.parametrize(
    ("search", "name"),
    [("ROSENBROCK", "rosenbrock"), ("rosenbrock's ban", "rosenbrock"), ("six hump", "six_hump_camel"), ("lév", "levy")],
)
def test_case_accents_and_the_order_of_words_do_not_matter(search, name):
    assert name in found(search)


def test_a_group_and_a_story_are_searched_too():
    assert {"rastrigin", "ackley"} <= set(found("many traps"))
    assert "stretched_bowl" in found("fifty times steeper")


def test_a_name_is_a_better_find_than_a_group_and_a_group_than_a_story():
    by_name = {offer.name: how_well(offer, "trap") for offer in offers()}
    assert by_name["local_trap"] > by_name["rastrigin"] > by_name["three_hump_camel"] > 0 == by_name["bowl"]


def test_a_picture_shows_the_ground_and_leaves_what_is_beside_it_clear():
    picture = picture_of(NamedMountain("himmelblau").open(), 132, 92)
    assert picture.shape == (92, 132, 4)
    alpha = picture[..., 3]
    assert alpha[0, 0] == alpha[-1, 0] == alpha[0, -1] == 0
    assert 0.3 < (alpha == 255).mean() < 0.9
    assert len(np.unique(picture[alpha == 255], axis=0)) > 500


def test_a_hole_in_the_ground_is_a_hole_in_its_picture():
    whole = picture_of(TypedFormula("x^2 + y^2", Bounds(-2, 2, -2, 2)).open(), 132, 92)
    holed = picture_of(TypedFormula("x^2 + y^2 + 0sqrt(x^2 + y^2 - 1)", Bounds(-2, 2, -2, 2)).open(), 132, 92)
    gone = (whole[..., 3] == 255) & (holed[..., 3] == 0)
    assert 0.02 < gone.mean() < 0.3


def test_lower_ground_is_not_hidden_by_lower_ground_before_it():
    picture = picture_of(TypedFormula("x + 0y").open(), 132, 92)
    column = picture[:, 40, 3]
    shown = np.flatnonzero(column == 255)
    assert (np.diff(shown) == 1).all(), "a slope has gaps"


@pytest.mark.parametrize("formula", ["1", "1/x", "exp(exp(x))", "1e300 x", "floor(x)"])
def test_odd_ground_is_drawn_without_a_word(formula):
    assert picture_of(TypedFormula(formula).open(), 60, 40)[..., 3].any()


def test_only_ground_with_detail_is_sampled_more_finely():
    bowl, cross = NamedMountain("bowl").open(), NamedMountain("cross_in_tray").open()
    smooth, rough = sample(bowl), sample(cross)
    assert refined(bowl, smooth, 260) is smooth
    finer = refined(cross, rough, 260)
    assert len(finer.x) > 1.5 * len(rough.x)
    assert columns_wanted(cross, rough, 160) <= 160


def test_a_field_points_at_the_character_that_is_wrong_wherever_the_line_has_scrolled(qtbot):
    field = FormulaField()
    qtbot.addWidget(field)
    field.resize(200, 90)
    field.show()
    field.line.setText("x + " * 40 + "oops")
    assert field.problem.position == 160
    assert 0 < field.mark_x <= field.line.width()
    field.line.setCursorPosition(0)
    field.line.setText("oops" + " + x" * 40)
    field.line.setCursorPosition(0)
    assert field.mark_x < 40


def test_a_field_takes_an_unfinished_formula_back_as_soon_as_it_is_right(qtbot):
    field = FormulaField()
    qtbot.addWidget(field)
    heard = []
    field.read.connect(lambda: heard.append(field.formula is not None))
    for text in ("x", "x +", "x + y"):
        field.line.setText(text)
    assert heard == [True, False, True]
    assert field.sentence.text() == ""
    field.line.setText("")
    assert (field.formula, field.sentence.text()) == (None, ""), "an empty field complains before anything is typed"


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        (("−2", "2", "0", "1"), ""),
        (("a", "2", "0", "1"), "“x from” must be a number"),
        (("0", "inf", "0", "1"), "“x to” must be a number"),
        (("0", "1", "3", "3"), "y must run from a smaller number to a larger one"),
    ],
)
def test_a_map_is_checked_while_one_types(qtbot, texts, problem):
    fields = BoundsFields(("x", "y"), Bounds(-1, 1, -1, 1))
    qtbot.addWidget(fields)
    for field, text in zip(fields.fields, texts, strict=True):
        field.setText(text)
    assert fields.sentence.text().startswith(problem)
    assert (fields.bounds is None) == bool(problem)
    if not problem:
        assert fields.bounds == Bounds(-2, 2, 0, 1)


def test_a_ground_of_many_parameters_has_a_sketch_that_says_how_many(qapp):
    sketch = sketched(NamedApplication("digits_softmax"), THUMBNAIL, 1.0)
    assert sketch.ground.cost.dimension == 650
    assert sketch.image.size() == THUMBNAIL
    shown = {sketch.image.pixelColor(x, y).alpha() for x in range(132) for y in range(92)}
    assert 0 in shown
    assert len(shown) > 1
