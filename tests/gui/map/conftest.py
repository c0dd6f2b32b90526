from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from trekker.gui.scene.landscape import sample
from trekker.gui.scene.walker import Walker
from trekker.terrain.gallery import gallery


def numbers_of(widget):
    """Return what a widget paints as (height, width, 3), 0 to 255."""
    image = widget.grab().toImage()
    image = image.convertToFormat(image.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


@pytest.fixture
def picture_of():
    return numbers_of


@pytest.fixture
def landscape():
    return sample(gallery()["himmelblau"].ground())


@pytest.fixture
def walker():
    """Make a trekker whose trail leads over these places."""

    def make(*places, colour="#ff00ff", felt=0.0):
        return Walker(colour, np.array(places, dtype=float), np.zeros(len(places)), felt=felt)

    return make


@pytest.fixture
def ground_map(qtbot, landscape):
    """A map of Himmelblau's mountain on the screen."""
    from trekker.gui.map.ground_map import GroundMap

    shown = GroundMap()
    qtbot.addWidget(shown)
    shown.resize(640, 520)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_landscape(landscape)
    QCoreApplication.processEvents()
    return shown
