"""Columns for which there is no room stand on further pages."""

from trekker.gui.panels.race_table import paged


def test_all_columns_stand_on_one_page_where_there_is_room():
    widths = {0: 50, 1: 150, 2: 90, 4: 90}
    assert paged(widths, 400, 60) == [widths]


def test_rank_and_name_stand_on_every_page_and_a_long_name_makes_way():
    pages = paged({0: 50, 1: 300, 2: 90, 3: 90, 4: 120}, 340, 60)
    assert pages == [{0: 50, 1: 119, 2: 90}, {0: 50, 1: 119, 3: 90}, {0: 50, 1: 119, 4: 120}]


def test_however_narrow_a_page_is_it_tells_something_of_somebody():
    assert paged({0: 50, 1: 300, 2: 90}, 100, 60) == [{0: 50, 1: 60, 2: 90}]
