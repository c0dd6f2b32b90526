"""The film of a walk: taken through the real window, however its steps are taken."""

import pytest
from PIL import Image

from trekker.gui import film as film_module
from trekker.gui import session as session_module


@pytest.mark.parametrize("is_slow", [False, True])
def test_a_walk_is_filmed_to_its_end_also_where_steps_are_taken_off_the_gui_thread(
    robot_at, qapp, tmp_path, monkeypatch, capsys, is_slow
):
    monkeypatch.setattr(session_module, "are_slow", lambda descents: is_slow)
    monkeypatch.setattr(film_module, "_REST_MS", 20)
    monkeypatch.setattr(film_module, "_FRAMES", 4)
    robot = robot_at("--terrain", "bowl", "--optimizer", "newton")
    assert robot.session.is_slow is is_slow
    assert film_module.film(qapp, robot.window, tmp_path) == 0
    assert capsys.readouterr().out.split() == [str(tmp_path / "walk.gif"), str(tmp_path / "window.png")]
    with Image.open(tmp_path / "walk.gif") as moving:
        assert moving.n_frames >= 2
    assert robot.session.ended
