"""Choosing a rule, and what the window tells about it: formula, idea, limit, gusts, schedule, clipping, verdict."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trekker.gui.formula_view import FormulaView
from trekker.optimizers import catalogue
from trekker.optimizers.notation import symbolic


def choosing(robot):
    robot.press("O")
    robot.until(lambda: robot.dialog is not None)
    return robot.dialog


def test_a_rule_is_found_by_a_word_of_its_paper_and_taken_with_enter(robot):
    dialog = choosing(robot)
    QTest.keyClicks(dialog.search, "dozat")
    assert [item.text(0) for item in dialog._items() if not item.isHidden()] == [catalogue()["nadam"].title]
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert robot.descent.trekker.optimizer.name == "nadam"
    assert robot.dialog is None


def test_the_arrow_keys_walk_the_list_while_one_searches(robot):
    dialog = choosing(robot)
    QTest.keyClicks(dialog.search, "momentum")
    first = dialog.rules.currentItem().text(0)
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.rules.currentItem().text(0) != first
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    robot.until(lambda: robot.dialog is None)
    assert robot.descent.trekker.optimizer.name == "gradient_descent"


@pytest.mark.parametrize("name", ["gradient_descent", "adam", "rprop", "lbfgs"])
def test_the_marked_rule_shows_its_formulas_typeset_with_idea_and_paper(robot, name):
    rule = catalogue()[name]
    dialog = choosing(robot)
    QTest.keyClicks(dialog.search, rule.title)
    dialog._mark(name)
    views = [view for view in dialog.details.findChildren(FormulaView) if view.isVisible()]
    assert [view.text() for view in views] == list(symbolic(rule))
    robot.until(lambda: all(view.is_typeset for view in views))
    assert robot.sees(rule.idea)
    assert robot.sees(rule.reference)


def test_every_rule_of_the_catalogue_is_listed_under_its_family(robot):
    dialog = choosing(robot)
    listed = {item.data(0, Qt.ItemDataRole.UserRole): item.parent().text(0) for item in dialog._items()}
    assert listed == {name: rule.family.value.capitalize() for name, rule in catalogue().items()}


@pytest.mark.parametrize("name", catalogue())
def test_every_rule_walks_in_the_window_and_explains_its_step(robot, name):
    dialog = choosing(robot)
    dialog._mark(name)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    robot.press(".", times=4)
    assert robot.trail.steps >= 1
    last = symbolic(robot.descent.trekker.optimizer)[-1]
    robot.until(lambda: last.split("←")[0] in robot.find("Update rule").text())
    assert "←" in robot.find("Update rule with its numbers").text()


def test_the_limit_on_the_slider_follows_the_trekker_and_is_two_over_the_largest_curvature(robot):
    import numpy as np

    robot.pick_mountain("Stretched bowl")
    robot.until(lambda: robot.sees("stable here up to α ≈ 0.04"))
    assert np.linalg.eigvalsh(robot.session.ground.cost.hessian(robot.trail.theta[0]))[-1] == pytest.approx(50)
    robot.pick_optimizer("Momentum")
    robot.until(lambda: robot.sees("stable here up to α ≈ 0.076"))  # 2(1 + 0.9)/50
    robot.pick_optimizer("Sign descent")
    robot.until(lambda: robot.sees("no limit in closed form"))


def test_gusts_are_explained_only_where_they_blow(robot):
    assert not robot.find("Gradient from").currentIndex()
    assert not robot.window.trekker.gusts.isVisible()
    robot.pick("Gradient from", "mini-batch")
    assert robot.sees("Gusts: the mountain is the mean of 64 tilted copies")
    robot.press(".", times=3)
    assert (robot.trail.felt[:3] != robot.trail.gradient[:3]).any()
    robot.pick_mountain("Five points")
    robot.until(lambda: not robot.window.trekker.gusts.isVisible())


def test_schedule_and_clipping_show_in_the_update_line_while_they_act(robot):
    robot.pick("Clip gradient", "by norm")
    robot.pick("Schedule", "Cosine")
    robot.press(".", times=3)
    robot.until(lambda: "min(1, c / ‖∇J‖)" in robot.find("Update rule").text())
    robot.until(lambda: "α ← α₀·s" in robot.find("Update rule").text())
    robot.pick("Clip gradient", "off")
    robot.pick("Schedule", "Constant")
    robot.until(lambda: robot.find("Update rule").text() == "θ ← θ − α·∇J")


def test_a_verdict_says_why_and_what_to_try(robot):
    robot.pick_mountain("Rosenbrock")
    robot.type_into("Learning rate", "0.01")
    robot.walk_to_the_end()
    robot.until(robot.window.mountain.verdict.isVisible)
    said = robot.window.mountain.verdict.text
    assert said.startswith("Diverged after")
    assert "times the stability limit" in said
    assert "try a smaller stride" in said
