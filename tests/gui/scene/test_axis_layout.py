"""What is written beside the axes."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics

from trekker.gui.scene.axis_layout import layout, written, written_apart
from trekker.gui.scene.camera import Camera
from trekker.gui.scene.eyes import Eye

LONG = "θ₁ (slope of years since"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.0, "0"), (-2.5, "−2.5"), (1e6, "10⁶"), (-2e-5, "−2×10⁻⁵"), (123456.0, "1.23×10⁵"), (0.961836, "0.961836")],
)
def test_a_number_is_written_as_people_write_it(number, text):
    assert written(number) == text


@pytest.mark.parametrize("numbers", [(0.961836, 0.9618362), (1e6, 1.001e6, 1.0012e6), (-1e-5, -1.00004e-5)])
def test_numbers_that_are_close_are_written_so_that_they_can_be_told_apart(numbers):
    texts = written_apart(np.array(numbers))
    assert len(set(texts)) == len(numbers)


def test_numbers_that_are_far_apart_need_no_more_digits():
    assert written_apart(np.array([0.1, 0.2, 0.30000000001])) == ("0.1", "0.2", "0.3")


@pytest.mark.opengl
@pytest.mark.parametrize("eye", list(Eye), ids=lambda eye: eye.name.lower())
@pytest.mark.parametrize("name", ["himmelblau", "rosenbrock"])
def test_every_word_of_the_axes_is_within_the_picture_from_every_named_side(make_scene, landscape, name, eye):
    scene, ground = make_scene(620, 490), landscape(name)
    scene.show_landscape(ground)
    scene.look_from(eye)
    line = float(QFontMetrics(scene.font()).height())
    for label in layout(ground, scene.camera, scene.picture_size(), line, "height").labels:
        assert 0.45 * line <= label.y <= 490 - 0.45 * line, label
        assert 0.2 * line * len(label.text) <= label.x <= 620 - 0.2 * line * len(label.text), label


@pytest.mark.opengl
@pytest.mark.parametrize("eye", list(Eye), ids=lambda eye: eye.name.lower())
def test_a_long_name_begins_outside_the_block_and_ends_within_the_picture(make_scene, landscape, eye):
    scene = make_scene(620, 490)
    short, long = (replace(landscape("himmelblau"), axes=axes) for axes in (("θ₀", "θ₁"), ("θ₀ (intercept)", LONG)))
    scene.show_landscape(short)
    scene.look_from(eye)
    line = float(QFontMetrics(scene.font()).height())
    names = [
        [each for each in layout(ground, scene.camera, scene.picture_size(), line, None).labels if each.is_name]
        for ground in (short, long)
    ]
    for brief, whole, name in zip(*names, ("θ₀ (intercept)", LONG), strict=True):
        assert whole.text[:2] == brief.text
        assert whole.text.replace("\n", " ") in (name, name[:2])  # a symbol alone where there is no room for words
        half = 0.25 * line * max(map(len, whole.text.split("\n")))
        assert whole.x - half >= -1 and whole.x + half <= 621
        assert whole.y == brief.y + 0.5 * line * whole.text.count("\n")
        side = scene.project(np.zeros(2), float(landscape("himmelblau").relief.lowest)).x() - brief.x
        if abs(side) > 0.3 * 620:  # beside the block, not below it
            inner = whole.x + half if side > 0 else whole.x - half
            assert (inner - brief.x) * np.sign(side) <= 0.5 * line + 1


@pytest.mark.parametrize("distance", [27.0, 60.0, 110.0])
def test_numbers_of_the_height_never_stand_over_one_another_however_small_the_mountain_is(landscape, distance):
    line, size = 16.0, (600, 250)
    camera = replace(Camera(), distance=distance)
    with_heights = layout(landscape("himmelblau"), camera, size, line, "height").labels
    without = layout(landscape("himmelblau"), camera, size, line, None).labels
    numbers = {str(each.text) for each in without}
    heights = sorted(each.y for each in with_heights if not each.is_name and each.text not in numbers)
    assert heights
    assert all(np.diff(heights) > 0.75 * line)
