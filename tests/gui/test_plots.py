"""Plots that stay quick and true."""

import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from trekker.gui.plots.plot import Plot
from trekker.gui.plots.scale import LOWEST_POWER, PlotScale
from trekker.gui.theme import THEMES


@pytest.fixture
def plot(qtbot):
    plot = Plot("Test plot")
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    return plot


def shown(plot):
    return np.array(plot.getViewBox().viewRange())


def test_the_frame_holds_the_data_and_moves_only_when_it_must(plot):
    plot.frame((0.0, 10.0), (1.0, 5.0))
    first = shown(plot)
    assert first[0][0] <= 0
    assert first[0][1] >= 10
    assert first[1][0] < 1
    assert first[1][1] > 5
    plot.frame((0.0, 10.0), (1.2, 4.9))
    assert np.array_equal(shown(plot), first)
    plot.frame((0.0, 50.0), (1.0, 5.0))
    assert shown(plot)[0][1] >= 50


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_range_that_is_not_finite_leaves_the_frame_alone(plot, bad):
    plot.frame((0.0, 10.0), (1.0, 5.0))
    first = shown(plot)
    plot.frame((0.0, 10.0), (1.0, bad))
    assert np.array_equal(shown(plot), first)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_name_of_an_axis_and_its_labels_stand_apart_however_long_these_are(plot, scale):
    font = QFont()
    font.setPointSizeF(10 * scale)
    plot.resize(500, 400)
    plot.dress(THEMES[0], font)
    plot.name_axis("left", "cost J")
    plot.show()
    plot.frame((0.0, 1.0), (1.23e-13, 1.24e-13))
    for _ in range(3):
        plot.grab()
        QApplication.processEvents()
    axis = plot.getAxis("left")
    texts = axis.tickStrings([1.235e-13], 1.0, 5e-16)
    assert axis.textWidth > QFontMetricsF(axis.style["tickFont"]).horizontalAdvance(texts[0]) - 2
    name = axis.label.mapRectToParent(axis.label.boundingRect())
    document_margin = 4
    assert name.right() - document_margin <= axis.width() - axis.textWidth - axis.style["tickTextOffset"][0] + 1


def test_the_name_below_stands_in_the_middle_also_after_a_longer_one(plot):
    plot.show()
    plot.name_axis("bottom", "x")
    plot.grab()
    plot.name_axis("bottom", "a longer name of what runs here")
    axis = plot.getAxis("bottom")
    name = axis.label.mapRectToParent(axis.label.boundingRect())
    assert name.center().x() == pytest.approx(axis.width() / 2, abs=1.5)


def test_a_name_is_written_as_it_stands_whatever_signs_are_in_it(plot):
    plot.resize(600, 400)
    plot.name_axis("bottom", "age <b>& over</b> <30")
    assert plot.getAxis("bottom").label.toPlainText() == "age <b>& over</b> <30"


def test_a_range_without_width_is_widened(plot):
    plot.frame((3.0, 3.0), (7.0, 7.0))
    (left, right), (bottom, top) = shown(plot)
    assert left < 3 < right
    assert bottom < 7 < top


def test_a_zoom_by_hand_is_kept_until_the_frame_is_made_afresh(plot):
    plot.frame((0.0, 10.0), (1.0, 5.0))
    box = plot.getViewBox()
    box.setRange(xRange=(2, 3), yRange=(2, 3), padding=0)
    box.sigRangeChangedManually.emit([True, True])
    plot.frame((0.0, 500.0), (1.0, 5.0))
    assert shown(plot)[0] == pytest.approx([2, 3])
    plot.frame_afresh()
    plot.frame((0.0, 500.0), (1.0, 5.0))
    assert shown(plot)[0][1] >= 500


@pytest.mark.parametrize(("low", "high"), [(-12, -3), (-1, 2), (0, 30), (0.1, 0.3)])
def test_a_logarithmic_axis_has_a_few_labels_within_its_range(plot, low, high):
    axis = plot.getAxis("left")
    axis.setLogMode(True)
    ((_, ticks),) = axis.logTickValues(low, high, 200.0, None)
    assert all(low <= tick <= high for tick in ticks)
    assert len(ticks) <= 12
    texts = axis.logTickStrings(ticks, 1.0, 1.0)
    assert len(set(texts)) == len(ticks)


@pytest.mark.parametrize(("low", "high"), [(0.58, 0.695), (1.05, 1.9), (0.21, 0.2104), (2.1e-7, 3.9e-7)])
def test_a_logarithmic_axis_of_a_part_of_a_decade_has_labels_too(plot, low, high):
    axis = plot.getAxis("left")
    axis.setLogMode(True)
    ((_, ticks),) = axis.logTickValues(np.log10(low), np.log10(high), 120.0, None)
    texts = axis.logTickStrings(ticks, 1.0, 1.0)
    assert 2 <= len(set(texts)) == len(ticks) <= 7
    assert all(np.log10(low) <= tick <= np.log10(high) for tick in ticks)


def test_a_logarithmic_axis_that_is_zoomed_out_by_far_has_few_labels_at_once(plot):
    axis = plot.getAxis("left")
    axis.setLogMode(True)
    ((_, ticks),) = axis.logTickValues(-1e12, 1e12, 200.0, None)
    assert 2 <= len(ticks) <= 12


def test_labels_are_written_as_people_write_numbers(plot):
    axis = plot.getAxis("left")
    assert axis.tickStrings([-0.5, 0.0, 0.5], 1.0, 0.5) == ["−0.5", "0", "0.5"]
    assert len(set(axis.tickStrings([1000.1, 1000.2, 1000.3], 1.0, 0.1))) == 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_plot_wears_the_theme(plot, theme):
    plot.dress(theme, QFont())
    assert plot.backgroundBrush().color().name() == theme.card


@pytest.mark.parametrize("high", [0.0014, 12.0, 3.3e6])
def test_the_labels_along_the_bottom_never_run_into_each_other_and_some_are_there(plot, high):
    axis = plot.getAxis("bottom")
    for theme_size in (9.0, 13.5, 18.0):
        font = QFont()
        font.setPointSizeF(theme_size)
        axis.setTickFont(font)
        spacing = min(each for each, _ in axis.tickSpacing(0.0, high, 200.0))
        label = axis.tickStrings([high], 1.0, spacing)[0]
        assert spacing * 200.0 / high > 0.5 * theme_size * min(len(label), 4)
        assert spacing <= 10 * high


def test_only_the_part_that_is_looked_at_is_framed_by_hand(plot):
    plot.frame((0.0, 10.0), (0.0, 10.0))
    told = []
    plot.reframed.connect(lambda: told.append(plot.is_framed_by_hand))
    plot.pan(0.5, 0.0)
    plot.zoom(0.5)
    plot.frame_all()
    assert told == [True, True, False]


def test_a_logarithmic_axis_has_no_label_beyond_the_largest_number(plot):
    axis = plot.getAxis("left")
    axis.setLogMode(True)
    assert axis.tickStrings([2.0, 308.0, 310.0, 1e300], 1.0, 1.0) == ["100", "10³⁰⁸", "", ""]


@pytest.mark.parametrize("low", [-12.7, -12.0, -13.0])
def test_where_everything_lower_is_drawn_on_the_floor_of_a_logarithmic_axis_its_label_says_so(plot, low):
    axis = plot.getAxis("left")
    axis.setLogMode(True)
    axis.floor = LOWEST_POWER
    ((_, ticks),) = axis.logTickValues(low, 1.3, 200.0, None)
    texts = axis.logTickStrings(ticks, 1.0, 1.0)
    assert texts[0] == "≤ 10⁻¹²"
    assert PlotScale(logarithmic=True).place(np.array([1e-27]))[0] == min(ticks)
    assert not any(text.startswith("≤") for text in texts[1:])
    ((_, higher),) = axis.logTickValues(-3.0, 1.3, 200.0, None)
    assert not any(text.startswith("≤") for text in axis.logTickStrings(higher, 1.0, 1.0))


def test_a_name_longer_than_its_axis_ends_in_an_ellipsis_and_is_told_whole_by_its_tool_tip(plot):
    plot.show()
    QApplication.processEvents()
    name = "How likely are you to recommend this very long question to a friend, and if so, why? " * 3
    for side in ("left", "bottom"):
        plot.name_axis(side, name)
        short = plot.getAxis(side).labelText
        assert short.endswith("…")
        assert plot.getAxis(side).toolTip() == name
        assert QFontMetricsF(plot.getAxis(side).label.font()).horizontalAdvance(short) < 1.3 * max(plot.width(), 100)
    plot.resize(3000, 3000)
    QApplication.processEvents()
    assert len(plot.getAxis("bottom").labelText) > 2 * len(short)
    plot.name_axis("left", "cost J")
    assert plot.getAxis("left").labelText == "cost J"
