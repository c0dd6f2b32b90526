"""What is written beside the axes."""

import numpy as np
import pytest

from trekker.gui.scene.axis_layout import written, written_apart


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.0, "0"), (-2.5, "−2.5"), (1e6, "10⁶"), (-2e-5, "−2×10⁻⁵"), (123456.0, "1.23×10⁵"), (0.961836, "0.961836")],
)
def test_a_number_is_written_as_people_write_it(number, text):
    assert written(number) == text


@pytest.mark.parametrize("numbers", [(0.961836, 0.9618362), (1e6, 1.001e6, 1.0012e6), (-1e-5, -1.00004e-5)])
def test_numbers_that_are_close_are_written_so_that_they_can_be_told_apart(numbers):
    texts = written_apart(np.array(numbers))
    assert len(set(texts)) == len(numbers)


def test_numbers_that_are_far_apart_need_no_more_digits():
    assert written_apart(np.array([0.1, 0.2, 0.30000000001])) == ("0.1", "0.2", "0.3")
