"""Journeys over the mountains of models with many parameters."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from trekker.gui.party import colour_of
from trekker.messages import number
from trekker.walk.verdict import Reason

PLANE = "Plane through parameter space"


@pytest.fixture
def moons(robot_at):
    """A robot before a perceptron that tells two moons apart."""
    robot = robot_at("--sample", "two_moons")
    robot.until(lambda: robot.ground_picture._landscape is not None)
    return robot


@pytest.fixture
def table(tmp_path):
    """A table whose target hangs on two inputs, so that a line has three parameters."""
    random = np.random.default_rng(1)
    x, z = random.normal(size=(2, 40))
    rows = "\n".join(f"{a:.6f},{b:.6f},{1 + 2 * a - 3 * b:.6f}" for a, b in zip(x, z, strict=True))
    path = tmp_path / "plane.csv"
    path.write_text(f"x,z,y\n{rows}\n", "utf-8")
    return path


def distance(robot):
    return robot.find("Distance from the plane").text()


def waits_for_the_mountain(robot):
    robot.until(lambda: robot.window.mountain._ground.plane is robot.session.plane)


def test_a_line_with_three_parameters_is_walked_on_a_plane_that_says_how_far_off_the_trekker_is(robot_at, table):
    robot = robot_at("--data", str(table), "--x", "x,z", "--y", "y")
    assert distance(robot) == "on the plane · 3 parameters"
    robot.walk_to_the_end()
    assert robot.descent.verdict.reason is Reason.GLOBAL_MINIMUM
    theta = robot.trail.theta
    robot.until(lambda: "off the plane" in distance(robot))
    assert f"{abs(theta[-1, 2] - theta[0, 2]):.3g}" in distance(robot)
    robot.push("Plane")
    robot.push("Through here")
    robot.until(lambda: distance(robot) == "on the plane · 3 parameters")
    robot.pick("Parameter to the back", "θ₂")
    waits_for_the_mountain(robot)
    assert robot.ground_picture._landscape.axes == ("θ₀", "θ₂")
    assert robot.ground_picture._walkers[0].points[-1] == pytest.approx(theta[-1, [0, 2]])


def test_ground_of_two_parameters_has_no_plane_to_choose(robot):
    assert not robot.window.plane.isVisible()


def test_a_network_is_seen_along_random_directions_and_along_its_own_walk(moons):
    robot = moons
    robot.walk_some(15)
    robot.push("Plane")
    robot.pick(PLANE, "along random")
    waits_for_the_mountain(robot)
    one = robot.settled_pixels()
    robot.push("Others")
    waits_for_the_mountain(robot)
    assert (robot.settled_pixels() != one).any()
    robot.pick(PLANE, "along the walk")
    waits_for_the_mountain(robot)
    assert robot.ground_picture._landscape.axes[0].startswith("PC 1 (")
    walker = robot.ground_picture._walkers[0]
    assert robot.ground_picture._landscape.bounds.contains(walker.points).all()
    assert np.array_equal(walker.costs, robot.trail.cost[: len(walker.costs)])


def test_a_walk_that_has_not_begun_has_no_components_and_the_bar_says_so(moons):
    moons.push("Plane")
    moons.pick(PLANE, "along the walk")
    assert moons.sees("let the trekker walk first")
    assert moons.find(PLANE).currentText() == "along two parameters"


def test_the_mountain_is_redrawn_around_a_walk_that_leaves_it(moons):
    robot = moons
    robot.window.commands["reset"].trigger()
    before = robot.session.shown.bounds
    robot.type_into("Learning rate", "1")
    robot.window.player.set_speed(1000)
    robot.press("Space")
    robot.until(lambda: robot.session.shown.bounds != before)
    place = robot.session.plane.place(robot.trail.theta[robot.session.step])
    robot.press("Space")
    assert robot.session.shown.bounds.size.max() > before.size.max()
    assert np.isfinite(place).all()


def test_the_exact_mountain_of_a_line_is_redrawn_around_a_walk_that_leaves_it_until_it_begins_anew(robot_at):
    robot = robot_at("--sample", "five_points", "--start=0,0", "--learning-rate", "0.175", "--tolerance", "0")
    before = robot.session.shown.bounds
    robot.walk_some(20)
    place = robot.trail.theta[robot.session.step]
    assert not before.contains(place)
    robot.until(lambda: robot.session.shown.bounds.contains(place))
    robot.until(lambda: robot.ground_picture._landscape.bounds.contains(place))
    assert robot.ground_picture._walkers[0].points[-1] == pytest.approx(place)
    robot.command("reset")
    assert robot.session.shown.bounds == before == robot.ground_picture._landscape.bounds


def test_the_mountain_has_room_for_all_who_went_down_but_follows_nobody_who_flies_off(robot_at):
    robot = robot_at("--sample", "five_points", "--start=4.5,2.4", "--learning-rate", "0.01", "--tolerance", "0")
    before = robot.session.shown.bounds
    for rate in ("0.165", "0.3"):
        robot.press("Ctrl+D")
        robot.type_into("Learning rate", rate)
    robot.session.select(0)
    for _ in range(5):
        robot.command("step")
    down, flying = (robot.session.descents[index].trail.theta[-1] for index in (1, 2))
    assert not before.contains(down)
    robot.until(lambda: robot.session.shown.bounds.contains(down))
    robot.window.mountain.lookout._follow_walk()
    assert not robot.session.shown.bounds.contains(flying)


def test_a_plane_seen_before_is_drawn_at_once_when_it_is_chosen_again(moons):
    robot = moons
    robot.until(lambda: len(robot.ground_picture._landscape.x) >= 11)
    bounds, columns = robot.session.shown.bounds, len(robot.ground_picture._landscape.x)
    robot.push("Plane")
    robot.pick(PLANE, "along random")
    waits_for_the_mountain(robot)
    robot.pick(PLANE, "along two")
    assert robot.session.shown.bounds == bounds
    assert len(robot.ground_picture._landscape.x) >= columns
    assert robot.window.mountain._ground.plane is robot.session.plane


def test_a_start_of_many_numbers_is_told_in_short_and_an_edit_leaves_it_alone(moons):
    field = moons.find("Start")
    count = moons.session.ground.cost.dimension
    assert f"({count:,} numbers)" in field.text()
    assert len(field.text()) < 40
    assert field.isReadOnly()


def test_a_deep_sigmoid_network_starves_and_is_healed_by_relu_with_he_in_the_same_panel(robot_at):
    robot = robot_at("--sample", "vanishing")
    robot.command("layers")
    layers = robot.window.layers
    robot.until(lambda: layers.look is not None)
    norms = list(layers.look.norms.values())
    assert norms[-1] > 1000 * norms[0] > 0
    assert robot.sees("times flatter than the last")
    assert not robot.sees("at the start")
    robot.walk_some(30)
    robot.until(lambda: robot.sees("than the last; at the start (dashed)"))  # by now all layers lie on flat ground
    told = robot.find("First layer against last").text().rpartition("(dashed) ")[2]
    assert told == f"the first layer was {number(norms[-1] / norms[0], 2)} times flatter than the last"
    robot.command("reset")
    robot.pick("Activation", "ReLU")
    robot.until(lambda: robot.session.ready and robot.session.ground.model.activation == "relu")
    robot.pick("Initialisation", "He normal")
    robot.until(lambda: robot.session.ready and robot.session.ground.model.initialisation == "he_normal")
    called = robot.window.ground.picker.currentText().strip()
    assert called.startswith("Two moons (made up): Multilayer perceptron")
    assert called.endswith("ReLU, He normal")
    robot.until(lambda: layers.look is not None)
    norms = list(layers.look.norms.values())
    assert 0.1 < norms[-1] / norms[0] < 10
    assert robot.window.shows_layers
    robot.command("layers")
    assert not robot.window.shows_layers


def test_the_gradient_by_layer_wears_the_colour_of_the_trekker_that_it_tells_of(robot_at):
    robot = robot_at("--sample", "vanishing")
    robot.command("add_trekker")
    robot.until(lambda: len(robot.session.descents) == 2)
    robot.session.select(0)
    robot.command("remove_trekker")
    robot.until(lambda: len(robot.session.descents) == 1)
    robot.command("layers")
    robot.until(lambda: robot.window.layers.look is not None)
    assert robot.window.layers._curve.opts["pen"].color() == QColor(colour_of(robot.session.trekker))


def test_an_exploding_network_diverges_and_trains_once_its_gradients_are_clipped(robot_at):
    robot = robot_at("--sample", "exploding")
    robot.command("layers")
    robot.pick("Clip gradient", "off")
    robot.walk_to_the_end()
    assert robot.descent.verdict.reason is Reason.DIVERGED
    robot.until(lambda: robot.sees("Diverged after 2 steps"))
    assert robot.sees("or clip the gradient")
    robot.pick("Clip gradient", "by norm")
    robot.until(lambda: robot.session.ready and not robot.session.ended)
    robot.walk_some(60)
    assert robot.descent.verdict is None or robot.descent.verdict.reason is not Reason.DIVERGED
    assert robot.trail.cost[-1] < robot.trail.cost[0]
    robot.until(lambda: robot.sees("than the last"))


def test_settings_that_a_model_cannot_have_are_refused_in_the_card_and_the_old_ones_stay(robot_at):
    robot = robot_at("--sample", "two_moons")
    model = robot.session.ground.model
    robot.type_into("Hidden units", "many")
    assert robot.window.model.problem.isVisible()
    assert robot.session.ground.model == model


def test_a_convolutional_network_learns_off_the_thread_and_is_judged_by_what_it_has_not_seen(robot_at):
    robot = robot_at("--sample", "digits_convolutional", size=(1280, 720))
    assert robot.session.is_slow
    robot.walk_some(4)
    robot.until(lambda: robot.window.cost.held_out.at(robot.descent, 3) is not None)
    robot.until(lambda: "right:" in robot.find("On the rows held out").text())
    steps, costs = robot.window.cost.held_out.curve(robot.descent)
    ground = robot.session.ground
    assert costs[0] == ground.validation_cost(robot.trail.theta[int(steps[0])])
    assert robot.sees("2,730 parameters")
    robot.command("reset")
    assert robot.session.length == 0


def test_layers_without_any_slope_are_left_out_of_the_curve_and_told(robot_at):
    robot = robot_at("--sample", "vanishing")
    robot.command("layers")
    robot.pick("Initialisation", "zeros")
    robot.until(lambda: robot.session.ready and robot.session.ground.model.initialisation == "zeros")
    robot.command("step")
    layers = robot.window.layers
    robot.until(lambda: layers.look is not None and "dashed" in layers.ratio.text())
    norms = np.array(list(layers.look.norms.values()))
    assert norms[0] == 0.0 < norms[-1]
    holes = int((norms == 0.0).sum())
    drawn = layers._dots.getData()[1]
    assert drawn == pytest.approx(np.log10(norms[norms > 0.0]))
    assert f"0, and so not drawn, in {holes} of {len(norms)} layers" in layers.ratio.text()
    assert "at the start (dashed) the first layer was at 0, the last at" in layers.ratio.text()


def test_of_a_network_that_has_exploded_nothing_is_told_but_that(robot_at):
    robot = robot_at("--sample", "exploding")
    robot.command("layers")
    robot.type_into("Tolerance", "0")
    robot.walk_to_the_end()
    layers = robot.window.layers
    robot.until(lambda: layers.look is not None and "exploded" in layers.ratio.text())
    assert "it has exploded; at the start (dashed) the first layer was" in layers.ratio.text()
    robot.until(lambda: "can't be told" in layers.sleepers.text())
    assert "%" not in layers.sleepers.text()
    assert robot.find("Units asleep").text() == layers.sleepers.text()


def test_nothing_is_told_right_where_nothing_is_predicted(robot_at):
    robot = robot_at("--sample", "exploding")
    robot.type_into("Tolerance", "0")
    robot.walk_to_the_end()
    assert np.isnan(robot.trail.cost[-1])
    robot.until(
        lambda: "Told right: — of the rows learnt from, — of the 40 held out" in robot.window.fit.caption.text()
    )
    robot.until(lambda: robot.find("On the rows held out").text().endswith("right: —, on rows learnt from —"))


def test_a_trekker_who_is_too_far_off_the_plane_to_be_squared_is_not_on_it(robot_at):
    robot = robot_at("--sample", "stocks_ibm_lags", "--learning-rate", "1e6")
    robot.type_into("Tolerance", "0")
    robot.walk_to_the_end()
    for step in (robot.trail.steps - 1, robot.trail.steps):
        robot.session.seek(step)
        robot.until(lambda: "off the plane" in distance(robot))
        assert np.abs(robot.trail.theta[step]).max() > 1e140


@pytest.mark.opengl
def test_the_height_axis_reaches_down_to_a_trekker_far_below_the_drawn_ground(robot_at):
    robot = robot_at("--sample", "digits_perceptron")
    robot.until(lambda: robot.scene.outline() is not None)
    axes, scene = robot.scene._axes, robot.scene

    def words():
        return [each.text for each in axes._layout(scene._landscape, scene.camera, scene.picture_size()).labels]

    before = words()
    robot.walk_some(200)
    robot.settled_pixels()
    cost = float(robot.trail.cost[robot.session.step])
    robot.until(lambda: f"{cost:.1g}" in words())
    assert f"{cost:.1g}" not in before
    assert any("compressed" in each for each in words())
    assert scene._hikers.looked_at.feet[2] == pytest.approx(float(scene._landscape.drawn_height(cost)))
