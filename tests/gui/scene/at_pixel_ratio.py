"""A program that a test starts under a QT_SCALE_FACTOR: it picks what it projects, and prints how far off it was.

It prints one JSON object: the widget's device pixel ratio, how far off what was picked lay at most, how many of the
points that were aimed at were found again, and how far off the drawn signs lay at most; all distances in device pixels.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from trekker.gui.start import make_application

EYES, DRAWN = 200, 12
SIGN = "#ff00ff"


def main() -> None:
    application = make_application(sys.argv[1:])
    print(json.dumps(measured(), sort_keys=True))
    application.quit()


def measured() -> dict[str, float]:
    """Look at Himmelblau's valleys from many eyes, and aim at a point of the ground from each."""
    from tests.gui.scene.conftest import himmelblau
    from trekker.gui.scene.landscape import sample
    from trekker.gui.scene.scene import MountainScene

    scene, ground = MountainScene(), sample(himmelblau(), 80, 80)
    scene.resize(350, 260)
    scene.show()
    QTest.qWaitForWindowExposed(scene)
    scene.show_landscape(ground)
    random, ratio = np.random.default_rng(11), scene.devicePixelRatioF()
    picked, found, drawn = 0.0, 0, 0.0
    for number in range(EYES):
        scene.set_camera(random_camera(random))
        theta = random.uniform(-4.6, 4.6, 2)
        aimed = scene.project(theta, cost_at(ground, theta))
        again = scene.pick(aimed)
        if again is None:
            continue  # the block's wall hides it
        off = scene.project(np.array(again), cost_at(ground, np.array(again))) - aimed
        picked = max(picked, ratio * float(np.hypot(off.x(), off.y())))
        found += bool(np.linalg.norm(np.array(again) - theta) < 0.1)
        if number < DRAWN and scene.rect().adjusted(20, 20, -20, -20).contains(aimed.toPoint()):
            drawn = max(drawn, sign_off(scene, ground, np.array(again)))
    return {"clicked": click_off(scene, ground), "drawn": drawn, "found": found, "picked": picked, "ratio": ratio}


def random_camera(random: np.random.Generator) -> Any:
    from trekker.gui.scene.camera import Camera

    x, y, z = random.uniform(-1, 1, 3)
    return Camera((x, y, z), random.uniform(14, 32), random.uniform(-180, 180), random.uniform(25, 90))


def cost_at(ground: Any, theta: Any) -> float:
    """Return the cost of the drawn surface, which is what is seen and picked."""
    return float(ground.relief.cost(ground.surface_height(ground.place(theta))))


def sign_off(scene: Any, ground: Any, theta: Any) -> float:
    """Draw a sign at a place; return how far, in device pixels, its middle is from where it is projected."""
    from trekker.gui.scene.overlay import Drawing, Pin, PinAt

    cost = cost_at(ground, theta)
    bare = numbers(scene)
    scene.show_overlays(Drawing(pins=(PinAt(Pin.DIAMOND, ground.points(theta, np.array(cost)), SIGN),)))
    down, across = np.nonzero((numbers(scene) != bare).any(axis=-1))
    scene.show_overlays(Drawing())
    middle = np.array((across.min() + across.max() + 1, down.min() + down.max() + 1)) / 2
    place = scene.project(theta, cost) * scene.devicePixelRatioF()
    return float(np.hypot(*(middle - (place.x(), place.y()))))


def numbers(scene: Any) -> Any:
    """Return what is drawn, (height, width, 3), in device pixels."""
    from PySide6.QtGui import QImage

    image = scene.grabFramebuffer().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def click_off(scene: Any, ground: Any) -> float:
    """Click in the middle of the widget; return how far from there, in device pixels, the told place is drawn."""
    told: list[tuple[float, float]] = []
    scene.ground_clicked.connect(lambda x, y: told.append((x, y)))
    scene.reset_camera()
    pixel = QPoint(scene.width() // 2, scene.height() // 2)
    QTest.mouseClick(scene, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel)
    off = scene.project(np.array(told[0]), cost_at(ground, np.array(told[0]))) - pixel.toPointF()
    return float(scene.devicePixelRatioF() * np.hypot(off.x(), off.y()))


if __name__ == "__main__":
    main()
