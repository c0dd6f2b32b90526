"""Pictures that take a while never pile up, and never starve."""

import threading

import pytest

from trekker.gui.background.latest import Latest
from trekker.messages import Refusal


@pytest.fixture
def done():
    return []


@pytest.fixture
def latest(qtbot, done):
    from PySide6.QtCore import QObject

    parent = QObject()
    made = Latest(done.append, parent)
    made.keep = parent
    yield made
    made.finish()


def test_what_is_under_way_is_finished_and_then_only_the_newest_is_made(latest, done, qtbot):
    gate = threading.Event()
    latest.ask(lambda: gate.wait(10) and 1)
    for number in (2, 3, 4):
        latest.ask(lambda number=number: number)
    assert latest.busy
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == [1, 4]
    assert not latest.busy


def test_what_is_forgotten_never_arrives(latest, done, qtbot):
    gate = threading.Event()
    latest.ask(lambda: gate.wait(10) and 1)
    latest.ask(lambda: 2)
    latest.forget()
    gate.set()
    latest.ask(lambda: 3)
    qtbot.waitUntil(lambda: bool(done))
    assert done == [3]


def test_what_cannot_be_made_lets_the_next_one_through(latest, done, qtbot):
    def fail():
        raise Refusal("not here")

    latest.ask(fail)
    latest.ask(lambda: 2)
    qtbot.waitUntil(lambda: bool(done))
    assert done == [2]
