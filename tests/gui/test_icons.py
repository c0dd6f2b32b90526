"""Icons in the palette's colours."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from trekker.gui.icons import icon


@pytest.mark.parametrize("side", [12, 16, 40])
def test_an_icon_is_drawn_at_any_size(qapp, side):
    image = icon("play").pixmap(QSize(side, side)).toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))


def test_an_icon_of_no_size_is_no_picture_and_no_warning(qapp):
    for size in (QSize(0, 0), QSize(0, 16), QSize(-2, -2)):
        assert icon("play").pixmap(size, QIcon.Mode.Normal, QIcon.State.Off).isNull()
