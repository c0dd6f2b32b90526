"""In a Japanese window no English is left in what can be read, pointed at or heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QComboBox, QWidget

from trekker.assets import asset
from trekker.optimizers import catalogue

WORD = re.compile(r"[A-Za-z][a-z]{2,}")
KEYS = {"Space", "Backspace", "Ctrl", "Shift", "Alt", "Home", "End", "Esc", "Enter", "Tab", "Ins", "Del", "Page"}
COMPANIES = {"Amazon", "Apple", "Google", "Microsoft"}
KEPT = (
    KEYS
    | COMPANIES
    | {"tanh", "class", "ReLU", "Leaky", "Sigmoid", "Xavier", "Newton", "weights", "biases", "dense", "scores"}
)
NAMES = {word for rule in catalogue().values() for word in WORD.findall(rule.title)}


@pytest.fixture
def japanese(application: Any) -> Iterator[None]:
    translator = QTranslator(application)
    assert translator.load("trekker_ja", str(asset("translations")))
    application.installTranslator(translator)
    yield
    application.removeTranslator(translator)


def texts_in(robot: Any) -> Iterator[str]:
    yield from robot.read().splitlines()
    for command in robot.window.commands.all:
        yield from (command.text, command.hint)
    for widget in robot.window.findChildren(QWidget):
        if widget.isVisible():
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            if isinstance(widget, QComboBox):
                yield from (widget.itemText(row) for row in range(widget.count()))
    for plot in (robot.window.cost.plot, robot.window.cost.second):
        yield from (axis.labelText for axis in _axes_of(plot))


def _axes_of(plot: Any) -> list[Any]:
    return [each["item"] for each in plot.getPlotItem().axes.values()] if hasattr(plot, "getPlotItem") else []


@pytest.mark.parametrize("options", [(), ("--sample", "vanishing")])
def test_a_japanese_window_speaks_japanese(japanese: None, robot_at: Any, options: tuple[str, ...]) -> None:
    robot = robot_at(*options)
    robot.walk_some(5)
    said = {re.sub("<[^>]*>|&nbsp;", " ", text) for text in texts_in(robot)} - {robot.session.ground.source}
    english = {text: set(WORD.findall(text)) - KEPT - NAMES for text in said}
    assert {text: words for text, words in english.items() if words} == {}
