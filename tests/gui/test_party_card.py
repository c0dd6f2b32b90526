"""The list of trekkers: what its rows say, and that it shows the party as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from trekker.gui.panels.party_card import PartyModel
from trekker.gui.party import names_of, picture_of
from trekker.gui.session import Session
from trekker.gui.setup import renamed, with_another, without
from trekker.gui.theme import TREKKER_COLOURS
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Trekker


@pytest.fixture
def session(qapp, qtbot):
    session = Session()
    session.load(Scenario(ground=NamedMountain("bowl"), trekkers=(Trekker(), Trekker())))
    qtbot.waitUntil(lambda: session.ready)
    yield session
    session.close()


@pytest.fixture
def model(session, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    yield PartyModel(session, parent)


def test_rows_follow_the_party(session, model):
    session.edit(with_another(session.scenario, Trekker(name="Eve")))
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Gradient descent 1",
        "Gradient descent 2",
        "Eve",
    ]
    assert session.selected == 2
    session.edit(without(session.scenario, 0))
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Gradient descent", "Eve"]
    assert session.selected == 1


def test_a_name_written_into_a_row_is_the_trekkers_and_an_empty_one_goes_back_to_the_rule(session, model):
    assert model.setData(model.index(1, 0), " Eve ")
    assert session.scenario.trekkers[1].name == "Eve"
    session.edit(renamed(session.scenario, "", 1))
    assert model.index(1, 0).data() == "Gradient descent 2"


def test_a_row_is_read_out_with_its_stride_and_with_being_hidden(session, model):
    said = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(said) == "Gradient descent 1, α 0.01"
    session.hide(0)
    assert model.index(0, 0).data(said) == "Gradient descent 1, hidden"


def test_markers_have_the_trekkers_colour_and_differ_in_shape(qapp):
    edge = QColor("#ffffff")
    pictures = [picture_of(Trekker(number=number), 20, edge).toImage() for number in range(8)]
    for picture, colour in zip(pictures, TREKKER_COLOURS, strict=True):
        assert picture.pixelColor(10, 11).name() == colour
    outlines = {
        tuple(picture.pixelColor(x, y).alpha() > 128 for x in range(20) for y in range(20)) for picture in pictures
    }
    assert len(outlines) == 8


def test_only_those_who_are_called_alike_get_a_number():
    assert names_of((Trekker(), Trekker(name="Eve"), Trekker())) == ("Gradient descent 1", "Eve", "Gradient descent 2")
