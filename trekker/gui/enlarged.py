"""A panel made large: it lies over others for a while, and goes back to its own place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QBoxLayout, QWidget

_FOLLOWED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Enlarged(QObject):
    """Lays a panel over those ``covered`` widgets of the same window that it ``may_cover`` now, and puts it back.

    The window's keys go on working, so that one can walk and look at it large. The first of what is covered is hidden
    meanwhile, since what nobody sees need not be drawn.
    """

    def __init__(
        self, panel: QWidget, covered: tuple[QWidget, ...], may_cover: Callable[[QWidget], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._covered, self._may_cover = panel, covered, may_cover
        self._home: tuple[QBoxLayout, int, int] | None = None
        self._hidden = covered[0]
        self._had_keys: QWidget | None = None
        policy = self._hidden.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._hidden.setSizePolicy(policy)
        for widget in covered:
            widget.installEventFilter(self)

    @property
    def is_large(self) -> bool:
        """Whether the panel lies over the others now."""
        return self._home is not None

    def toggle(self) -> None:
        """Make it large, or put it back."""
        if self.is_large:
            self.put_back()
        else:
            self._lift()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what is covered."""
        if self.is_large and event.type() in _FOLLOWED and self._panel.window().isVisible():
            self._cover()
        return False

    def _lift(self) -> None:
        column = self._panel.parentWidget()
        layout = column.layout() if column is not None else None
        if not isinstance(layout, QBoxLayout):
            return
        place = layout.indexOf(self._panel)
        self._home = (layout, place, layout.stretch(place))
        layout.removeWidget(self._panel)
        self._panel.setParent(self._hidden.parentWidget())
        self._cover()
        self._panel.show()
        self._panel.raise_()
        self._hide_below()

    def _hide_below(self) -> None:
        """Hide what is not seen any more, and let it have the keys again afterwards, if it had them."""
        focused = self._panel.window().focusWidget()
        self._had_keys = focused if focused is not None and self._hidden.isAncestorOf(focused) else None
        if self._had_keys is not None:
            self._panel.setFocus()
        self._hidden.hide()

    def put_back(self) -> None:
        """Put it back to its own place, if it is large."""
        if self._home is not None:
            layout, place, stretch = self._home
            self._home = None
            gets_keys = self._had_keys if self._panel.hasFocus() else None
            layout.insertWidget(place, self._panel, stretch)
            self._panel.show()
            self._hidden.show()
            if gets_keys is not None:
                gets_keys.setFocus()

    def _cover(self) -> None:
        area = QRect()
        for widget in self._covered:
            if (widget.isVisible() or widget is self._hidden) and self._may_cover(widget):
                area = area.united(widget.geometry())
        self._panel.setGeometry(area)
