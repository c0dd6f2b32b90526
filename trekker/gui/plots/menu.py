"""The menu of a plot: frame everything, copy the picture, copy the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QMenu, QWidget

from trekker.cost import Array
from trekker.gui.background.jobs import Jobs
from trekker.gui.focus_ring import FocusRing

_AT_ONCE = 10_000  # rows between two looks at whether anybody still wants them


@dataclass(frozen=True, eq=False)
class Block:
    """The rows of one curve: who it belongs to, and its columns, each of shape (rows,)."""

    owner: str
    columns: tuple[Array, ...]


Table: TypeAlias = Callable[[], tuple[Sequence[str], Sequence[Block]]]


class PlotMenu(QMenu):
    """What can be done with a plot."""

    def __init__(self, plot: Any) -> None:
        super().__init__(plot)
        self._plot = plot
        self.addAction(self.tr("Show everything"), plot.frame_all)
        self.addSeparator()
        self.addAction(self.tr("Copy picture"), lambda: copy_picture(plot))
        if plot.table is not None:
            self.addAction(self.tr("Copy data"), lambda: copy_table(plot, plot.table))
        self.aboutToHide.connect(self.deleteLater)


def copy_picture(widget: QWidget) -> None:
    """Put a picture of a widget on the clipboard, as pixels and as lines."""
    for ring in widget.findChildren(FocusRing):  # it is no part of the picture
        ring.hide()
    carried = QMimeData()
    carried.setImageData(widget.grab().toImage())
    carried.setData("image/svg+xml", svg_of(widget))
    QGuiApplication.clipboard().setMimeData(carried)


def svg_of(widget: QWidget) -> QByteArray:
    """Return a picture of a widget as SVG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _draw_svg(widget, buffer)
    picture = QByteArray(buffer.data().data())
    buffer.close()
    return picture


def _draw_svg(widget: QWidget, device: QIODevice) -> None:
    """Draw a widget on a device; the generator is gone before the device that it writes to."""
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setResolution(widget.logicalDpiX())
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    painter = QPainter(generator)
    try:
        QWidget.render(widget, painter, QPoint())  # a plot's own method of that name draws its scene alone
    finally:
        painter.end()


def copy_table(owner: QWidget, table: Table) -> None:
    """Put a table on the clipboard, every row of it; it is written off the GUI thread."""
    names, blocks = table()
    copied = [Block(block.owner, tuple(column.copy() for column in block.columns)) for block in blocks]
    jobs = owner.findChild(Jobs) or Jobs(owner)
    jobs.start(
        lambda progress: as_text(names, copied, progress),
        lambda text: QGuiApplication.clipboard().setText(text),
        lambda _: None,
    )


def as_text(names: Sequence[str], blocks: Sequence[Block], progress: Callable[[float], None]) -> str:
    """Return tab-separated text, one row a line; numbers read back exactly."""
    lines = ["\t".join(names)]
    for done, block in enumerate(blocks):
        progress(done / len(blocks))
        count = min(len(column) for column in block.columns)
        for begin in range(0, count, _AT_ONCE):
            progress((done + begin / count) / len(blocks))
            parts = [column[begin : min(begin + _AT_ONCE, count)].tolist() for column in block.columns]
            lines += ["\t".join((block.owner, *map(_exactly, row))) for row in zip(*parts, strict=True)]
    return "\n".join(lines) + "\n"


def _exactly(value: float) -> str:
    return repr(int(value)) if value == value // 1 and abs(value) < 2**53 else repr(value)
