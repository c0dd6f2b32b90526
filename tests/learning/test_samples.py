import numpy as np
import pytest

from trekker.assets import asset
from trekker.learning.samples import samples


def test_the_articles_five_points_come_first():
    assert next(iter(samples())) == "five_points"
    data = samples()["five_points"].load()
    assert data["x"].tolist() == [1, 2, 3, 4, 5]
    assert data["y"].tolist() == [2, 4, 5, 4, 5]


@pytest.mark.parametrize("name", samples())
def test_every_sample_reads_without_a_note_and_names_its_source_and_licence(name):
    sample = samples()[name]
    data = sample.load()
    assert data.notes == ()
    assert data.numbers((*sample.x, sample.y)).shape == (data.row_count, len(sample.x) + 1)
    assert sample.source
    assert sample.licence
    assert sample.source in data.source


@pytest.mark.parametrize("name", ["anscombe_1", "anscombe_3"])
def test_anscombes_sets_have_the_moments_that_he_published(name):
    data = samples()[name].load()
    assert data["x"].mean() == 9.0
    assert data["x"].var(ddof=1) == 11.0
    assert data["y"].mean() == pytest.approx(7.50, abs=0.005)
    assert np.polyfit(data["x"], data["y"], 1) == pytest.approx([0.5, 3.0], abs=0.005)


def test_the_made_up_sample_is_made_as_its_note_says():
    random = np.random.default_rng(2026)
    temperature = random.uniform(5, 35, 200).round(1)
    cups = (12 + 3.1 * temperature + random.normal(0, 9, 200)).round(0)
    data = samples()["lemonade"].load()
    assert np.array_equal(data["temperature"], temperature)
    assert np.array_equal(data["cups"], cups)


def test_a_bundled_file_that_is_missing_is_named():
    with pytest.raises(FileNotFoundError, match=r"samples/no_such\.csv is missing"):
        asset("samples/no_such.csv")
