"""What this computer manages: the window against a bare one on the same screen, the core against a bare loop.

Everything is measured in one run and told as a ratio, so that two computers can be compared. ``bare`` is a
PySide6 and pyqtgraph window that shows the same surface and nothing else.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trekker.ground import Ground
from trekker.optimizers import optimizer
from trekker.terrain.gallery import gallery
from trekker.walk.applications import applications
from trekker.walk.bench import core_speed
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trekker.gui.main_window import MainWindow
    from trekker.gui.scene.scene import MountainScene

_STARTS = 5  # of each window, taken in turns
_FRAMES = 120
_MOUNTAIN = "himmelblau"
_IDLE_MS = 3000
_GRID = 120


def run_bench(*, as_json: bool) -> int:
    """Measure everything, print it, and return the exit status."""
    results = {"core": core_speed(), "first_picture": first_picture(), **in_the_window()}
    print(json.dumps(results) if as_json else _table(results))
    return 0


# The first picture ----------------------------------------------------------------------------------------------


def first_picture() -> dict[str, float]:
    """Compare the time from the start of the process to the first drawn surface; the medians of several, in ms."""
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for who in times:
        _start_child(who)  # Python compiles what it hasn't yet
    for _ in range(_STARTS):
        for who, taken in times.items():
            taken.append(_start_child(who))
    ours, bare = (statistics.median(times[who]) for who in ("ours", "bare"))
    return {"ours_ms": ours, "bare_ms": bare, "ratio": ours / bare}


def _start_child(who: str) -> float:
    """Start a fresh process that shows one window, and return the ms until it says that the surface is drawn.

    The child keeps what Python compiles, as on a person's computer, even where this process must not.
    """
    begun = time.perf_counter()
    command = [sys.executable, "-c", f"from trekker.gui.bench import show_{who}; show_{who}()"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:  # noqa: S603 - our own module
        line = child.stdout.readline() if child.stdout is not None else ""
        taken = (time.perf_counter() - begun) * 1000
        child.terminate()
    if line.strip() != "drawn":
        raise RuntimeError(f"the {who} window did not draw")
    return taken


def show_ours() -> None:
    """Show the real window; print a line when its first surface is on the screen."""
    from trekker.gui.start import make_window, show

    application, window = make_window()
    window.open(Scenario(), suit=True)
    show(window)

    def drawn() -> None:
        if window.session.ground is not None:
            print("drawn", flush=True)

    _mountain(window).frameSwapped.connect(drawn)
    application.exec()


def show_bare() -> None:
    """Show a bare window with the same surface; print a line when it is on the screen."""
    from trekker.gui.start import make_application

    application = make_application()
    view = _bare_view(1366, 768)
    view.frameSwapped.connect(lambda: print("drawn", flush=True))
    view.show()
    application.exec()


def _bare_view(width: int, height: int) -> Any:
    import pyqtgraph.opengl as gl

    ground = NamedMountain(_MOUNTAIN).open()
    points = ground.bounds.grid(_GRID, _GRID)
    costs = ground.cost.cost(points)
    surface = gl.GLSurfacePlotItem(
        x=points[:, 0, 0], y=points[0, :, 1], z=4 * costs / costs.max(), shader="shaded", smooth=True
    )
    view = gl.GLViewWidget()
    view.setCameraPosition(distance=22)
    view.addItem(surface)
    view.resize(width, height)
    return view


# The window -----------------------------------------------------------------------------------------------------


def in_the_window() -> dict[str, dict[str, float]]:
    """Measure frames, long trails and rest in one window beside a bare one of the scene's size."""
    from PySide6.QtCore import QCoreApplication, Qt

    from trekker.gui.start import make_window, show

    # pyqtgraph compiles its shaders once for all windows, and so takes it that they share what OpenGL holds
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application, window = make_window()
    window.resize(1366, 768)
    window.open(_endless_walk())
    show(window)
    _until(application, lambda: window.session.ready)
    _settle(application)
    results = {
        "frame_while_walking": _frames(application, window),
        "party_with_all_overlays": _party(application, window),
        "paused": _rest(application),
        "long_trail": _long_trail(application, window),
        "mountain_ms": _mountains(application, window),
        "network_training": _training(application, window),
        "paused_network": _rest(application),
    }
    window.close()
    return results


def _training(application: QApplication, window: MainWindow) -> dict[str, float]:
    """Measure the window while a convolutional network reads digits: its frames, its longest stall, and the pace.

    A frame turns the eye, as a person does who looks around meanwhile, and is compared with one of the same window
    while nobody walks; a stall is time in which the window takes no event at all.
    """
    from PySide6.QtCore import QTimer

    window.open(applications()["digits_convolutional"].scenario())
    session, scene, player = window.session, _mountain(window), window.player
    _until(application, lambda: session.is_slow and session.ready)
    _until(application, lambda: scene.outline() is not None and not window.mountain.is_refining, 90)
    player.set_speed(100)
    player.walk()
    undisturbed = _pace(window, lambda: _settle(application, 4.0))
    times: dict[str, list[float]] = {"still": [], "training": []}
    beats: list[float] = []
    stalls: list[float] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    paces = []

    def turn(name: str) -> None:
        times[name] += _frame_times(application, scene, lambda: scene.orbit_by(1, 0), _FRAMES // 2)

    for _ in range(4):
        player.pause()
        _settle(application)
        turn("still")
        player.walk()
        _settle(application)
        beats.clear()
        heart.start(0)
        paces.append(_pace(window, lambda: turn("training")))
        heart.stop()
        stalls += [later - earlier for earlier, later in pairwise(beats)]
    player.pause()
    training, still = (statistics.mean(times[name]) * 1000 for name in ("training", "still"))
    return {
        "frame_ms": training,
        "frame_while_nobody_walks_ms": still,
        "ratio": training / still,
        "slowest_of_20_ms": statistics.quantiles(times["training"], n=20)[-1] * 1000,
        "slowest_ms": max(times["training"]) * 1000,
        "longest_stall_ms": max(stalls) * 1000,
        "steps_per_second": statistics.mean(paces),
        "steps_per_second_undisturbed": undisturbed,
    }


def _pace(window: MainWindow, meanwhile: Callable[[], None]) -> float:
    """Return how many steps a second are taken while something else is done."""
    begun, before = time.perf_counter(), window.session.length
    meanwhile()
    return (window.session.length - before) / (time.perf_counter() - begun)


def _endless_walk() -> Scenario:
    """Return a walk that goes on: a small stride round Himmelblau's valleys, never stopped early."""
    trekker = Trekker(optimizer=optimizer("adam", {"learning_rate": "0.001"}))
    stop = StopRule(tolerance=0.0, step_limit=10_000_000)
    return replace(Scenario(), trekkers=(trekker,), stop=stop)


def _frames(application: QApplication, window: MainWindow) -> dict[str, float]:
    """Compare a frame of the whole window while walking with one of a bare surface that turns.

    The bare surface fills a window of the same size; a second one has the size of our scene alone.
    """
    scene = _mountain(window)
    bare_window, bare_scene = _bare_view(window.width(), window.height()), _bare_view(scene.width(), scene.height())
    times: dict[str, list[float]] = {"ours": [], "window": [], "scene": []}
    for _ in range(4):
        for name, bare in (("window", bare_window), ("scene", bare_scene)):
            bare.show()
            _settle(application)
            times[name] += _frame_times(application, bare, lambda bare=bare: bare.orbit(1, 0))  # type: ignore[misc]
            bare.hide()
        times["ours"] += _frame_times(application, scene, lambda: window.session.advance(1))
    ours_ms, window_ms, scene_ms = (statistics.mean(each) * 1000 for each in times.values())
    return {
        "ours_ms": ours_ms,
        "bare_ms": window_ms,
        "ratio": ours_ms / window_ms,
        "bare_at_the_size_of_the_scene_ms": scene_ms,
        "ratio_to_that": ours_ms / scene_ms,
    }


def _party(application: QApplication, window: MainWindow) -> dict[str, float]:
    """Compare a frame of eight trekkers under every overlay with one of a bare surface as large as the window."""
    from trekker.gui.scene.overlay import Overlay

    alone, overlays = window.session.scenario, window.mountain.overlays
    before = overlays.on
    rules = ("adam", "momentum", "gradient_descent", "rmsprop", "nesterov", "adagrad", "lion", "nadam")
    party = tuple(Trekker(optimizer=optimizer(rule, {"learning_rate": "0.002"})) for rule in rules)
    window.session.load(replace(alone, trekkers=party))
    _until(application, lambda: len(window.session.descents) == len(party))
    overlays.show(frozenset(Overlay))
    window.session.advance(200)
    bare = _bare_view(window.width(), window.height())
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(4):
        bare.show()
        _settle(application)
        times["bare"] += _frame_times(application, bare, lambda: bare.orbit(1, 0))
        bare.hide()
        times["ours"] += _frame_times(application, _mountain(window), lambda: window.session.advance(1))
    overlays.show(before)
    window.session.load(alone)
    _until(application, lambda: len(window.session.descents) == 1)
    ours_ms, bare_ms = (statistics.mean(each) * 1000 for each in times.values())
    return {"ours_ms": ours_ms, "bare_ms": bare_ms, "ratio": ours_ms / bare_ms}


def _frame_times(
    application: QApplication, widget: Any, change: Callable[[], object], frames: int = _FRAMES // 4
) -> list[float]:
    """Return the seconds from each of many changes until everything is drawn."""
    drawn: list[bool] = []
    connection = widget.frameSwapped.connect(lambda: drawn.append(True))
    taken = []
    for _ in range(frames):
        drawn.clear()
        begun = time.perf_counter()
        change()
        _until(application, lambda: bool(drawn))
        taken.append(time.perf_counter() - begun)
    widget.frameSwapped.disconnect(connection)
    return taken


def _rest(application: QApplication) -> dict[str, float]:
    """Measure the share of one processor core that the paused window uses."""
    from PySide6.QtCore import QEventLoop, QTimer

    for _ in range(4):  # what glides has arrived, and every panel has drawn the last change
        _settle(application)
    used, begun = time.process_time(), time.perf_counter()
    loop = QEventLoop()
    QTimer.singleShot(_IDLE_MS, loop.quit)
    loop.exec()
    return {"processor_percent": 100 * (time.process_time() - used) / (time.perf_counter() - begun)}


def _long_trail(application: QApplication, window: MainWindow) -> dict[str, float]:
    """Compare a frame with 100,000 recorded steps with one with 100."""
    session, scene = window.session, _mountain(window)

    def frame() -> float:
        return statistics.mean(_frame_times(application, scene, lambda: session.advance(1)))

    session.reset()
    session.advance(100)
    short = frame()
    session.advance(100_000)
    _settle(application)
    long = frame()
    return {"short_ms": short * 1000, "long_ms": long * 1000, "ratio": long / short}


def _mountains(application: QApplication, window: MainWindow) -> dict[str, float]:
    """Measure for each named mountain the ms from nothing to its first picture: sampling, mesh, and one frame."""
    scene = _mountain(window)
    taken = {}
    for name, mountain in gallery().items():
        (seconds,) = _frame_times(application, scene, partial(_show, scene, mountain.ground()), 1)
        taken[name] = seconds * 1000
    return dict(sorted(taken.items(), key=lambda each: -each[1]))


def _mountain(window: MainWindow) -> MountainScene:
    from trekker.gui.scene.scene import MountainScene

    scene = window.mountain.scene
    if not isinstance(scene, MountainScene):
        raise SystemExit("There is no OpenGL here, so there is no mountain to measure.")
    return scene


def _show(scene: MountainScene, ground: Ground) -> None:
    from trekker.gui.scene.landscape import sample

    scene.show_landscape(sample(ground))


def _settle(application: QApplication, seconds: float = 0.5) -> None:
    begun = time.perf_counter()
    while time.perf_counter() - begun < seconds:
        application.processEvents()


def _until(application: QApplication, holds: Callable[[], bool], patience_s: float = 30) -> None:
    begun = time.perf_counter()
    while not holds():
        application.processEvents()
        if time.perf_counter() - begun > patience_s:
            raise RuntimeError(f"the window did not draw within {patience_s} seconds")


def _table(results: dict[str, Any]) -> str:
    lines = []
    for name, values in results.items():
        for key, value in values.items():
            if isinstance(value, dict):
                lines += [f"{name}.{key}.{inner:<20} {number:12.3f}" for inner, number in value.items()]
            else:
                lines.append(f"{name}.{key:<30} {value:12.3f}")
    return "\n".join(lines)
