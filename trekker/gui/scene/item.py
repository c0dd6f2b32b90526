"""What the scene's items have in common."""

from __future__ import annotations

from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem

from trekker.gui.scene.walker import SceneColours


class SceneItem(GLGraphicsItem):  # type: ignore[misc]  # pyqtgraph is not typed
    """Something that a scene draws, in the scene's colours."""

    def set_colours(self, colours: SceneColours) -> None:
        """Draw in these colours."""
        raise NotImplementedError

    def picture_size(self) -> tuple[int, int]:
        """Return the width and height of the scene that this is drawn in, in pixels of the widget."""
        view = self.view()
        return int(view.width()), int(view.height())
