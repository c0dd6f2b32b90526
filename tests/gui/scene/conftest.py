"""Grounds small enough to know by heart, and a scene in a real window with real OpenGL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from trekker.cost import Array, CostFunction, Rows
from trekker.ground import Bounds, Ground
from trekker.gui.scene.landscape import Landscape, sample


@dataclass(frozen=True)
class Formula(CostFunction):
    """A cost of two parameters given as a function; the scene never asks for gradients."""

    function: Callable[[Array, Array], Array]
    dimension: int = 2

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        return np.asarray(self.function(theta[..., 0], theta[..., 1]), dtype=np.float64)

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        raise NotImplementedError


def ground_of(function: Callable[[Array, Array], Array], *bounds: float) -> Ground:
    return Ground(name="test", title="Test", cost=Formula(function), bounds=Bounds(*bounds), start=(0.0, 0.0))


def himmelblau() -> Ground:
    return ground_of(lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2, -5, 5, -5, 5)


def rosenbrock() -> Ground:
    return ground_of(lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2, -2, 2, -1, 3)


def bowl() -> Ground:
    return ground_of(lambda x, y: x * x + y * y, -3, 3, -3, 3)


def ridge() -> Ground:
    """A wall along θ₁ = 0, with flat ground before and behind it."""
    return ground_of(lambda x, y: np.exp(-((y / 0.4) ** 2)) + 0 * x, -3, 3, -3, 3)


GROUNDS = {each.__name__: each for each in (himmelblau, rosenbrock, bowl, ridge)}


@pytest.fixture(name="ground_of")
def ground_of_fixture() -> Callable[..., Ground]:
    """Make a ground of a function of x and y with its bounds."""
    return ground_of


@pytest.fixture
def landscape() -> Callable[..., Landscape]:
    """Sample a ground by name."""
    return lambda name, columns=80, rows=80: sample(GROUNDS[name](), columns, rows)


@pytest.fixture
def make_scene(qtbot: Any) -> Callable[..., Any]:
    """Open a scene of a given size that is really on the screen."""

    def make(width: int = 700, height: int = 520) -> Any:
        from trekker.gui.scene.scene import MountainScene

        scene = MountainScene()
        qtbot.addWidget(scene)
        scene.resize(width, height)
        with qtbot.waitExposed(scene):
            scene.show()
        qtbot.waitUntil(scene.isValid)  # these tests need a real OpenGL context (xvfb-run with the xcb platform)
        return scene

    return make


@pytest.fixture
def pixels() -> Callable[[Any], Array]:
    """Draw a scene and return its picture (height, width, 3) as numbers from 0 to 255."""

    def grab(scene: Any) -> Array:
        from PySide6.QtGui import QImage

        image = scene.grabFramebuffer().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.float64)

    return grab
