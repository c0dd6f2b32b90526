"""A person's own table of texts with labels becomes ground of words."""

import numpy as np
import pytest

from trekker import command_line
from trekker.learning.text_ground import TextGround
from trekker.walk.tables import DataFile

ROWS = [(f"very good number {n}", "happy") for n in range(60)] + [(f"so bad number {n}", "sad") for n in range(60)]


def written(path, rows, head="text,mood"):
    path.write_text(head + "\n" + "".join(f"{','.join(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_column_of_texts_as_the_only_input_is_learnt_from_word_by_word(tmp_path):
    ground = DataFile(written(tmp_path / "moods.csv", ROWS), ("text",), "mood", validation_share=0.25).open()
    assert isinstance(ground, TextGround)
    assert ground.classes == ("happy", "sad")
    assert (ground.training_rows, ground.validation_rows) == (90, 30)
    assert "good" in ground.vocabulary.tokens


def test_rows_without_text_or_label_are_left_out_and_labels_may_be_numbers(tmp_path):
    rows = [(text, "1" if mood == "sad" else "0") for text, mood in ROWS]
    path = written(tmp_path / "moods.csv", [*rows, ("", "1"), ("nobody said of what kind", "")])
    ground = DataFile(path, ("text",), "mood").open()
    assert ground.classes == ("0", "1")
    assert ground.training_rows == len(rows)


def test_the_penalty_of_logistic_regression_is_heeded(tmp_path):
    path = written(tmp_path / "moods.csv", ROWS)
    plain = DataFile(path, ("text",), "mood").open()
    dear = DataFile(path, ("text",), "mood", "logistic", settings=(("strength", "2"),)).open()
    theta = np.ones(plain.cost.dimension)
    rise = (2 - plain.model.strength) / 2 * (theta.size - 1)
    assert dear.cost.cost(theta) - plain.cost.cost(theta) == pytest.approx(rise)


def test_texts_with_three_labels_are_refused_with_a_sentence(tmp_path):
    path = written(tmp_path / "moods.csv", [*ROWS, ("neither this nor that at all", "calm")])
    with pytest.raises(ValueError, match="exactly 2 different labels; the column mood has 3"):
        DataFile(path, ("text",), "mood").open()


def test_the_command_line_opens_texts(tmp_path):
    path = written(tmp_path / "moods.csv", ROWS)
    read = command_line.read_arguments(["--data", str(path), "--x", "text", "--y", "mood", "--validation", "0.2"])
    ground = command_line.scenario_of(read).ground.open()
    assert isinstance(ground, TextGround)
    assert ground.validation_rows == 24
