"""In a Japanese window no English is left in what can be read, pointed at or heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QComboBox, QWidget

from trekker.assets import asset
from trekker.gui.dialogs.formula_field import FormulaField
from trekker.gui.texts import core_problem, told
from trekker.learning.dataset import ColumnError
from trekker.messages import listed, message
from trekker.optimizers import catalogue
from trekker.terrain.syntax import ARITY

WORD = re.compile(r"[A-Za-z][a-z]{2,}")
KEYS = {"Space", "Backspace", "Ctrl", "Shift", "Alt", "Home", "End", "Esc", "Enter", "Tab", "Ins", "Del", "Page"}
COMPANIES = {"Amazon", "Apple", "Google", "Microsoft"}
KEPT = (
    KEYS | COMPANIES | {"tanh", "OpenGL", "Open", "class", "ReLU", "Leaky", "Sigmoid", "Xavier", "Newton", "log", "exp"}
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
    for plot in (*robot.window.findChildren(PlotWidget), robot.window.cost.second):
        yield from (axis.labelText for axis in _axes_of(plot))


def _axes_of(plot: Any) -> list[Any]:
    return [each["item"] for each in plot.getPlotItem().axes.values()] if hasattr(plot, "getPlotItem") else []


def english_in(texts: Iterator[str], *kept: str) -> dict[str, set[str]]:
    """Return the texts that hold English words, and these; names of people's own columns and files are no English."""
    said = {re.sub("<[^>]*>|&nbsp;", " ", text) for text in texts}
    found = {text: set(WORD.findall(text)) - KEPT - NAMES - set(kept) for text in said}
    return {text: words for text, words in found.items() if words}


@pytest.mark.parametrize(
    "options", [(), ("--sample", "vanishing"), ("--sample", "stocks_aapl_lags"), ("--sample", "reviews_ja")]
)
def test_a_japanese_window_speaks_japanese(japanese: None, robot_at: Any, options: tuple[str, ...]) -> None:
    robot = robot_at(*options)
    robot.walk_some(5)
    source = robot.session.ground.source
    assert english_in(text for text in texts_in(robot) if text != source) == {}


MISTAKES = (
    "x + q5",
    "x + sni(y)",
    "foo(x)",
    "x ! y",
    "x = y",
    "(x",
    "x)",
    "x 3",
    "sin x/2",
    "atan2(x)",
    "max x",
    "1e999 x",
    "x^(1/0)",
    "x" * 301,
)


def test_mistakes_in_a_formula_are_told_in_japanese(japanese: None, qtbot: Any) -> None:
    field = FormulaField()
    qtbot.addWidget(field)
    said = []
    for mistake in MISTAKES:
        field.line.setText(mistake)
        assert field.problem is not None
        said.append(field.sentence.text())
        assert said[-1].endswith(("。", "？")), said[-1]
    assert english_in(iter(said), "foo", "sni", "max", *ARITY) == {}


def test_data_of_ones_own_are_told_in_japanese_but_for_the_names_of_its_columns(
    japanese: None, robot_at: Any, tmp_path: Path
) -> None:
    path = tmp_path / "stand.csv"
    path.write_text("heat,cloud,sold\n" + "\n".join(f"{i},{i * i % 7},{3 * i + 1}" for i in range(12)) + "\n12,,37\n")
    columns = ("--x", "heat,cloud", "--y", "sold")
    robot = robot_at("--data", str(path), *columns, "--standardise")
    robot.until(robot.window.notice.isVisible)
    robot.walk_some(5)
    assert robot.sees("入力（heat、cloud）を平均 0、ばらつき 1 にそろえました。")
    assert told(robot.session.ground.notes[0]) == "数が欠けているため、1 行を除外しました：14 行目（cloud）。"
    assert robot.sees("線形回帰：heat、cloud から sold（標準化済み）")
    robot.push("平面")
    assert robot.find("右方向のパラメータ").itemText(1) == "θ₁（heat の傾き）"
    robot.type_into("学習率", "x", enter=False)
    assert robot.sees("「学習率」に入力できるのは、0 より大きく 1,000,000 以下の数です（入力：'x'）。")
    others = (text for text in texts_in(robot) if text != str(path))
    assert english_in(others, "heat", "cloud", "sold", "stand", "csv") == {}


def test_files_that_hold_nothing_to_walk_on_are_refused_in_japanese(
    japanese: None, robot_at: Any, tmp_path: Path
) -> None:
    robot = robot_at()
    for name, content, sentence in (
        ("berg.asc", b"ncols 3\nnrows two\n1 2 3\n4 5 6\n", "berg.asc、2 行目：「nrows」の後ろには数が必要です。"),
        ("one.csv", b"a,b\n1,2\n", "one.csv は 1 行だけです。表には 2 行以上が必要です。"),
        ("old.xls", b"\xd0\xcf\x11\xe0", "old.xls は zip 書庫か、壊れたブックです。"),
    ):
        (tmp_path / name).write_bytes(content)
        robot.drop_file(tmp_path / name)
        robot.until(lambda sentence=sentence: robot.sees(sentence))


def test_what_the_core_says_is_translated_part_by_part_and_what_people_wrote_is_kept(japanese: None) -> None:
    assert told("number") == "number"
    assert told(message("a number")) == "数"
    assert told(listed(["number", message("a number")])) == "number、数"
    refusal = ColumnError(
        "the column {name} is chosen twice; inputs and target must be different columns", name="a {b}"
    )
    assert core_problem(refusal).startswith("列 a {b} が二回")
    assert core_problem(OSError("The disk is gone.")) == "The disk is gone."
