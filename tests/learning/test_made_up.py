import numpy as np
import pytest

from trekker.learning.bundled import bundled
from trekker.learning.made_up import made_up
from trekker.learning.samples import samples


@pytest.mark.parametrize("name", made_up())
def test_a_made_up_table_is_the_same_every_time_and_says_that_it_is_made_up(name):
    table = made_up()[name]
    one, two = table.load(), table.load()
    assert np.array_equal(one.numbers((*table.x, table.y)), two.numbers((*table.x, table.y)))
    assert np.bincount(one[table.y].astype(int)).tolist() == [100] * table.classes
    assert "Made up" in one.source
    assert "made up" in table.title


def test_the_moons_are_crescents_of_radius_one_with_noise():
    data = made_up()["two_moons"].load()
    first, second = (data.numbers(("x₁", "x₂"))[data["class"] == each] for each in (0, 1))
    assert np.hypot(*first.T).mean() == pytest.approx(1.0, abs=0.05)
    assert np.hypot(*(second - [1.0, 0.5]).T).mean() == pytest.approx(1.0, abs=0.05)
    assert first[:, 1].mean() > 0.5 > 0.0 > second[:, 1].mean()


def test_every_bundled_table_loads_with_the_columns_that_it_is_meant_for():
    tables = bundled()
    assert list(tables) == [*samples(), *made_up(), "digits"]
    for table in tables.values():
        data = table.load()
        assert data.numbers((*table.x, table.y)).shape == (data.row_count, len(table.x) + 1)


def test_the_exam_is_made_as_its_note_says():
    random = np.random.default_rng(2026)
    hours = random.uniform(0, 10, 120).round(1)
    passed = random.random(120) < 1 / (1 + np.exp(-(hours - 5)))
    data = bundled()["exam"].load()
    assert np.array_equal(data["hours"], hours)
    assert np.array_equal(data["passed"], passed)
