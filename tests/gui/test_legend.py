"""The legend keeps within its room, however many rows it has and however large the text is."""

import pytest
from PySide6.QtWidgets import QWidget

from trekker.gui.panels.legend import Legend

ROWS = tuple(
    ("#ff0000", name, reading)
    for name, reading in (
        ("Gradient, uphill", "‖∇J‖ = 31.18"),
        ("Momentum alone", "this rule has none now"),
        ("Reach of a step", "0.0683 × 0.0322, drawn ×16"),
        ("Tangent plane", ""),
        ("Quadratic model", "minimum −2"),
        ("Steepest descent", ""),
        ("Newton’s step", "1.67° from descent"),
        ("Curvature of the step", "radius 630.5"),
        ("Trail, slow", "0.01 % of the map a step"),
        ("Trail, fast", "10 % of the map a step"),
        ("Lowest ground known", ""),
    )
)


@pytest.fixture
def legend(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.show()
    return Legend(room, (room,))


@pytest.mark.parametrize("size", [(715, 360), (470, 190), (450, 180), (300, 180), (1000, 700)])
@pytest.mark.parametrize("points", [9.0, 13.5, 18.0])
def test_every_row_lies_within_the_room(legend, size, points):
    room = legend.parentWidget()
    font = room.font()
    font.setPointSizeF(points)
    room.setFont(font)
    room.resize(*size)
    legend.show_rows(ROWS)
    assert room.rect().contains(legend.geometry())
    cells = list(legend._layout.cells())
    assert [row for row, *_ in cells] == list(ROWS)
    if points < 18.0 or size[0] > 450:
        assert all(legend.rect().contains(words) for _, words, _ in cells)


def test_where_there_is_room_all_is_read_and_the_legend_lies_low_along_the_lower_edge(legend):
    legend.parentWidget().resize(1000, 700)
    legend.show_rows(ROWS)
    cells = list(legend._layout.cells())
    assert all(read.width() for (_, _, reading), _, read in cells if reading)
    assert legend.height() < 0.2 * 700
    assert legend.geometry().bottom() > 680
    assert legend.reach == legend.height() + 10
    legend.show_rows(ROWS[:3])
    assert len({words.top() for _, words, _ in legend._layout.cells()}) == 1
