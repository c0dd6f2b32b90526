"""A classifier with one or two inputs: which class it sees where, with the points that it learns from."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.background.latest import Latest
from trekker.gui.background.workbench import Workbench
from trekker.gui.panels.fits.accuracy import accuracy_sentence
from trekker.gui.panels.fits.class_marks import blended, colour_of, legend, symbol_of
from trekker.gui.panels.fits.thinning import some
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.plots.pen import dot, pen
from trekker.gui.plots.plot import Plot
from trekker.gui.texts import told
from trekker.gui.theme import Theme
from trekker.learning.data_ground import DataGround
from trekker.messages import listed
from trekker.walk.edited import Row

_SIDE = 101
_AIR = 0.12  # of the inputs' range: how far the picture goes on beyond them
_BLEED = 0.4  # of the picture: what the frame may show beyond it is coloured too
_MOST_DOTS = 800


class Picture(NamedTuple):
    """The colours of an area of the plane, row by row from the bottom, and a sentence on what is told right."""

    colours: Array
    area: QRectF
    sentence: str


class Regions(FitView):
    """Shows the likeliest class of every place as its colour, paler where it is less sure, and the points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground: DataGround | None = None
        self._seen = QRectF()
        self._here: Here | None = None
        self.plot = Plot(self.tr("Decision regions"))
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setMinimumWidth(1)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.caption)
        self.image = pg.ImageItem(axisOrder="row-major")
        self.image.setZValue(-10)
        self.held_out, self.dots = pg.ScatterPlotItem(pxMode=True), pg.ScatterPlotItem(pxMode=True)
        for item in (self.image, self.held_out, self.dots):
            self.plot.addItem(item)
        self._latest = Latest(self._show, self)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Classes told by two numbers."""
        return isinstance(ground, DataGround) and ground.classifies and len(ground.x) == 2

    def heading(self, ground: Any) -> str:
        """Say what is told by what."""
        return self.tr("Regions: {target} by {inputs}").format(target=told(ground.y), inputs=told(listed(ground.x)))

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Draw the points; the regions wait for the trekker."""
        self.ground = ground
        self._latest.forget()
        if not alike:
            self.plot.frame_afresh()
            self.image.clear()
        for side, name in zip(("bottom", "left"), ground.x, strict=True):
            self.plot.name_axis(side, told(name))
        self.legend.setText(legend(ground.class_names))
        self._draw_points()
        self._seen = area = self._area(ground)
        self.plot.frame((area.left(), area.right()), (area.top(), area.bottom()))

    def place_points(self, rows: tuple[Row, ...]) -> None:
        """Draw these points, before the ground that is made of them is there."""
        if self.ground is not None:
            places = np.array(rows)
            self.dots.setData(_spots(self.ground, places[:, :2], places[:, 2], self.theme))

    def share(self, workbench: Workbench) -> None:
        """Take turns at this bench."""
        self._latest.share(workbench)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self._draw_points()
        if self._here is not None and self.ground is not None and not self._latest.busy:
            self.draw(self._here)

    def draw(self, here: Here) -> None:
        """Colour the plane as this place sees it."""
        ground = self.ground
        if ground is None:
            return
        self._here = here
        theta, paper, area = here.theta, self.theme.card, self._seen
        across, up = _BLEED * area.width(), _BLEED * area.height()
        area = area.adjusted(-across, -up, across, up)
        self._latest.ask(lambda: _picture(ground, theta, area, paper))

    @property
    def busy(self) -> bool:
        """Whether a picture is being worked out."""
        return self._latest.busy

    def finish(self) -> None:
        """Wait until no picture is being made."""
        self._latest.finish()

    def _show(self, made: Picture) -> None:
        self.image.setImage(made.colours, autoLevels=False, levels=(0, 255))
        self.image.setRect(made.area)
        self.caption.setText(made.sentence)

    def _draw_points(self) -> None:
        ground = self.ground
        if ground is None:
            return
        self.dots.setData(_spots(ground, some(ground.inputs, _MOST_DOTS), some(ground.targets, _MOST_DOTS), self.theme))
        self.held_out.clear()
        if ground.validation is not None:
            rows = ground.validation
            told, targets = some(rows.numbers(ground.x), _MOST_DOTS), some(rows[ground.y], _MOST_DOTS)
            self.held_out.setData(_spots(ground, told, targets, self.theme, hollow=True))

    @staticmethod
    def _area(ground: DataGround) -> QRectF:
        """Return the part of the plane that is looked at: the inputs, with air around them."""
        columns = [ground.inputs[:, place] for place in range(2)]
        low, high = (np.array([reach(column) for column in columns]) for reach in (np.min, np.max))
        air = _AIR * np.where(high > low, high - low, 1.0)
        (left, bottom), (width, height) = low - air, high - low + 2 * air
        return QRectF(float(left), float(bottom), float(width), float(height))


def _picture(ground: DataGround, theta: Array, area: QRectF, paper: str) -> Picture:
    """Colour the area, and count what is told right."""
    x = area.left() + (np.arange(_SIDE) + 0.5) / _SIDE * area.width()
    y = area.top() + (np.arange(_SIDE) + 0.5) / _SIDE * area.height()
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    with np.errstate(all="ignore"):
        believed = ground.probabilities(theta, places)
    return Picture(blended(believed.reshape(_SIDE, _SIDE, -1), paper), area, accuracy_sentence(ground, theta))


def _spots(
    ground: DataGround, inputs: Array, targets: Array, theme: Theme, *, hollow: bool = False
) -> list[dict[str, Any]]:
    """Return the points as pyqtgraph wants them, each with the colour and marker of its class."""
    spots = []
    for place, number in zip(inputs, np.searchsorted(ground.classes, targets).tolist(), strict=True):
        colour = colour_of(number)
        spots.append(
            {
                "pos": (float(place[0]), float(place[1])),
                "symbol": symbol_of(number),
                "size": dot(9),
                "brush": QColor(theme.card) if hollow else QColor(colour),
                "pen": pen(colour, 1.6) if hollow else pen(theme.card, 1.0),
            }
        )
    return spots
