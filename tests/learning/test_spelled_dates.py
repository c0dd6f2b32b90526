"""Dates are read in the spellings of several countries, and those that could be of several years are not."""

import pytest

from trekker.learning.readers import pasted_table
from trekker.learning.table import ColumnKind


def column(*cells):
    """Return what becomes of cells beside a column of plain numbers."""
    return pasted_table("row;day\n" + "".join(f"{row};{cell}\n" for row, cell in enumerate(cells)))["day"]


DATES = {
    "two digits with points": (["31.03.24", "01.04.24", "3.4.24"], "2024-03-31", [0, 1, 3]),
    "two digits of either century": (["31.12.99", "01.01.00", "2.1.00"], "1999-12-31", [0, 1, 2]),
    "two digits as in Excel": (["31.12.30", "01.01.31"], "1930-12-31", [0, 1]),
    "two digits, the month first": (["3/30/24", "3/31/24", "4/1/24"], "2024-03-30", [0, 1, 2]),
    "two digits, the year first": (["99/12/30", "99/12/31"], "1999-12-30", [0, 1]),
    "months and two digits": (["Jan-22", "Feb-22", "Mar-22"], "2022-01-01", [0, 31, 59]),
    "months and years": (["Dec-2022", "Jan-2023"], "2022-12-01", [0, 31]),
    "English": (["March 1, 2024", "Mar 2, 2024", "May 1, 2024"], "2024-03-01", [0, 1, 61]),
    "German": (["28. Februar 2024", "1. März 2024", "2. Mrz. 2024", "1. Mai 2024"], "2024-02-28", [0, 2, 3, 63]),
    "German months": (["Januar 2022", "MÄRZ 2022", "Oktober 2022", "Dez. 2022"], "2022-01-01", [0, 59, 273, 334]),
    "French": (["29 février 2024", "1 mars 2024", "2 avril 2024", "3 août 2024"], "2024-02-29", [0, 1, 33, 156]),
    "French months": (["juin 2022", "juillet 2022", "décembre 2022"], "2022-06-01", [0, 30, 183]),
    "Spanish": (["31 de enero de 2024", "1 de febrero de 2024", "2 de agosto de 2024"], "2024-01-31", [0, 1, 184]),
    "Spanish months": (["abril de 2022", "mayo de 2022"], "2022-04-01", [0, 30]),
}


@pytest.mark.parametrize(("cells", "first", "days"), DATES.values(), ids=DATES.keys())
def test_a_usual_spelling_of_a_date_is_read(cells, first, days):
    read = column(*cells)
    assert read.kind is ColumnKind.DATE
    assert read.dates.first == first
    assert read.values.tolist() == days


@pytest.mark.parametrize(
    "cells",
    [
        ["24/03/01", "24/03/02", "24/03/15"],
        ["15/03/24", "16/03/24", "17/03/24"],
        ["Jan 22", "Feb 22", "Mar 22"],
        ["1. Maler 2024", "2. Tischler 2024"],
        ["31.3", "30.4"],
    ],
)
def test_what_may_be_another_date_or_none_is_not_taken_for_one(cells):
    assert column(*cells).kind is not ColumnKind.DATE
