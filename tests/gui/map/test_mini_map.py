from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from trekker.gui.map.mini_map import MiniMap
from trekker.gui.scene.landscape import sample
from trekker.gui.scene.surface_mesh import terrain_colours
from trekker.gui.scene.walker import SceneColours
from trekker.terrain.gallery import gallery


@pytest.fixture
def room(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(500, 400)
    return room


@pytest.fixture
def mini_map(room, landscape):
    small = MiniMap(room)
    small.show_landscape(landscape)
    return small


def changed(before, after):
    return (before != after).any(axis=-1)


def test_a_trekker_is_marked_in_its_colour_where_it_stands_with_north_at_the_top(
    mini_map, landscape, walker, picture_of
):
    place = landscape.bounds.lower + landscape.bounds.size * np.array((0.25, 0.75))
    mini_map.show_walkers((walker(place),))
    row, column = round(0.25 * mini_map.height()), round(0.25 * mini_map.width())
    assert picture_of(mini_map)[row, column].tolist() == [255, 0, 255]


def test_the_wedge_stands_at_the_edge_from_which_the_mountain_is_seen(mini_map, picture_of):
    mini_map.look_from(0.0)
    from_the_east = picture_of(mini_map)
    mini_map.look_from(90.0)
    columns = np.nonzero(changed(from_the_east, picture_of(mini_map)))
    rows, columns = columns
    at_the_top = rows < mini_map.height() // 4
    at_the_right = columns > 3 * mini_map.width() // 4
    assert at_the_top.any()
    assert at_the_right.any()
    assert (at_the_top | at_the_right).all()


def test_the_blindfold_hides_the_ground(mini_map, picture_of):
    mini_map.set_colours(SceneColours.light())
    seen = picture_of(mini_map)
    mini_map.set_blindfold(True, 0.5)
    hidden = picture_of(mini_map)
    inner = hidden[40:90, 40:90].reshape(-1, 3)
    assert len(np.unique(inner, axis=0)) == 1
    mini_map.set_blindfold(False, 0.5)
    assert (picture_of(mini_map) == seen).all()


@pytest.mark.parametrize("name", ["himmelblau", "stretched_bowl"])
def test_it_has_the_mountains_proportions_and_paints_all_of_it(mini_map, picture_of, name):
    ground = sample(gallery()[name].ground())
    mini_map.show_landscape(ground)
    picture = picture_of(mini_map)
    longer = 128 * mini_map.fontMetrics().height() / 17
    size = [round(longer * side / ground.extent.max()) for side in ground.extent]
    assert list(picture.shape[:2]) == size[::-1]
    for share in np.array(((0.1, 0.1), (0.9, 0.2), (0.5, 0.8))):
        place = ground.bounds.lower + share * ground.bounds.size
        behind = np.array(mini_map.palette().window().color().getRgb()[:3])
        tone = 0.92 * terrain_colours(ground.surface_height(ground.place(place))) * 255 + 0.08 * behind
        row, column = int((1 - share[1]) * size[1]), int(share[0] * size[0])
        spot = picture[row - 1 : row + 2, column - 1 : column + 2].reshape(-1, 3)
        assert np.abs(spot - tone).max(axis=1).min() < 12


def test_it_grows_with_the_text(mini_map):
    before, font = mini_map.width(), mini_map.font()
    font.setPointSizeF(2 * font.pointSizeF())
    mini_map.setFont(font)
    assert mini_map.width() == pytest.approx(2 * before, rel=0.08)


def test_it_keeps_to_the_upper_right_corner(room, mini_map, qtbot):
    with qtbot.waitExposed(room):
        room.show()
    room.resize(700, 300)
    assert room.width() - 20 < mini_map.geometry().right() < room.width()
    assert 0 < mini_map.y() < 60
