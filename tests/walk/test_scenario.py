"""Scenarios: values that decide a run."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.scenario import Purpose, Scenario, Trekker, Where
from trekker.walk.tables import DataFile


def test_equal_scenarios_are_equal_and_hash_alike() -> None:
    assert Scenario() == Scenario()
    assert hash(Scenario()) == hash(Scenario())
    assert replace(Scenario(), seed=1) != Scenario()


def test_a_random_start_is_on_the_map_and_follows_from_the_seed() -> None:
    ground = NamedMountain("rosenbrock").open()
    starts = [Scenario(start=Where.RANDOM, seed=seed).start_on(ground) for seed in range(50)]
    assert all(ground.bounds.contains(start) for start in starts)
    assert len({tuple(start) for start in starts}) == 50
    assert np.array_equal(starts[7], Scenario(start=Where.RANDOM, seed=7).start_on(ground))


def test_a_random_start_has_as_many_numbers_as_the_ground_has_parameters(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("a,b,c\n1,2,3\n2,1,5\n4,4,1\n3,0,2\n")
    ground = DataFile(table, ("a", "b"), "c").open()
    starts = [Scenario(start=Where.RANDOM, seed=seed).start_on(ground) for seed in (0, 0, 1)]
    assert starts[0].shape == (3,)
    assert np.array_equal(starts[0], starts[1])
    assert not np.array_equal(starts[0], starts[2])


def test_the_good_start_is_the_grounds_own() -> None:
    ground = NamedMountain("himmelblau").open()
    assert tuple(Scenario().start_on(ground)) == ground.start


def test_each_purpose_has_random_numbers_of_its_own() -> None:
    drawn = [np.random.default_rng(Scenario().random(purpose)).random() for purpose in Purpose]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Scenario(seed=-1), "seed must be a whole number of at least 0"),
        (lambda: Scenario(trekkers=()), "at least one trekker"),
        (lambda: Scenario(start=(float("nan"), 0.0)), "start must be finite"),
        (lambda: Trekker(batch_size=0), "batch size must be all or a whole number of at least 1"),
        (lambda: NamedMountain("everest").open(), "everest is not a mountain here; there are bowl"),
        (lambda: SampleData("none").open(), "none is not a sample here; there are five_points"),
        (
            lambda: Scenario(start=(1.0, 2.0, 3.0)).start_on(NamedMountain("bowl").open()),
            "start must be 2 numbers",
        ),
    ],
)
def test_what_is_not_allowed_is_said_in_one_sentence(make: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()  # type: ignore[operator]
