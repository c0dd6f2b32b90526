import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.learning.workbooks import Fault, write_ods, write_xlsx
from trekker.learning.dataset import ColumnError
from trekker.learning.dialect import Dialect
from trekker.learning.parsing import exact_body
from trekker.learning.preparation import Missing, Preparation
from trekker.learning.quick import Plain, quick_body
from trekker.learning.readers import open_table, pasted_table
from trekker.learning.reading import Reading, TableError, Watch
from trekker.learning.rows import chunks_of
from trekker.learning.table import ColumnKind

OLD_WORKBOOK = Path(__file__).parent / "old_workbook" / "shop.xls"
MIXED = "when,colour,size,price\n"
MIXED += "1/2/2024,red,3,1.5\n2/2/2024,blue,,2.5\n3/2/2024,red,4,\n4/2/2024,,5,3\n5/2/2024,blue,6,4\n"


def kinds(table):
    return [column.kind.value for column in table.columns]


def test_each_column_is_taken_for_what_most_of_its_cells_are():
    table = pasted_table(MIXED)
    assert kinds(table) == ["date", "category", "number", "number"]
    assert [int(column.missing.sum()) for column in table.columns] == [0, 1, 1, 1]


def test_a_category_becomes_columns_of_0_and_1_and_a_date_days():
    prepared = Preparation(("when", "colour"), "price").of(pasted_table(MIXED))
    assert prepared.x == ("when (days since 2024-02-01)", "colour = red")
    assert prepared.dataset.numbers(prepared.x).tolist() == [[0, 1], [1, 0], [4, 0]]
    assert "line 4 (price), line 5 (colour)" in prepared.dataset.notes[0]


def days(*columns, month_first=None):
    """Return the days of dates, one list for each column, and how the table says that they were read."""
    rows = zip(*columns, range(len(columns[0])), strict=True)
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    table = pasted_table(text, Reading(header=False, month_first=month_first))
    assert [column.kind.value for column in table.columns[:-1]] == ["date"] * len(columns)
    return [column.values.tolist() for column in table.columns[:-1]], table.found.month_first


MONTHLY = [f"{month}/1/{year}" for year in (2020, 2021) for month in range(1, 13)]
UNEVEN = ["5/3/2024", "1/2/2024", "1/7/2024", "5/2/2024"]


def test_doubtful_dates_are_read_in_the_order_in_which_they_run_steadily():
    (monthly,), month_first = days(MONTHLY)
    assert month_first
    assert set(np.diff(monthly)) == {28, 29, 30, 31}
    swapped = ["/".join((date.split("/")[1], *date.split("/")[::2])) for date in MONTHLY]
    assert days(swapped) == ([monthly], False)


def test_doubtful_dates_that_run_steadily_either_way_or_neither_are_day_then_month():
    assert days(["1/2/2024", "2/2/2024", "3/2/2024"]) == ([[0, 1, 2]], False)
    assert days(UNEVEN) == ([[33, 0, 151, 4]], False)


def test_the_order_of_doubtful_dates_can_be_chosen():
    assert days(UNEVEN, month_first=True) == ([[122, 0, 5, 121]], True)
    assert days(MONTHLY, month_first=False)[1] is False


def test_dates_that_are_sure_tell_the_order_of_those_in_doubt():
    (sure, doubtful), month_first = days(["1/31/2024", "2/1/2024", "3/30/2024", "4/1/2024"], UNEVEN)
    assert (sure, doubtful, month_first) == ([0, 1, 59, 61], [122, 0, 5, 121], True)


@pytest.mark.parametrize("dates", [["31/1/2024", "1/2/2024"], ["1.2.2024", "2.2.2024"], ["2024-01-02", "2024-01-03"]])
def test_dates_that_have_one_order_alone_are_not_in_doubt_and_stay_as_they_are(dates):
    assert days(dates) == days(dates, month_first=True) == ([[0, 1]], None)


@pytest.mark.parametrize(("month_first", "order"), [(False, "day, then month"), (True, "month, then day")])
def test_what_is_learnt_from_doubtful_dates_says_how_they_were_read(month_first, order):
    table = pasted_table("when,sold\n1/2/2024,3\n5/3/2024,4\n", Reading(month_first=month_first))
    notes = Preparation(("when",), "sold").of(table).dataset.notes
    assert notes == (f"The dates in when were read as {order}; the other way round would be possible too.",)


@pytest.mark.parametrize(("missing", "filled"), [(Missing.MEAN, 4.5), (Missing.MEDIAN, 4.5)])
def test_gaps_in_inputs_are_filled_but_a_row_without_a_target_is_left_out(missing, filled):
    prepared = Preparation(("size",), "price", missing=missing).of(pasted_table(MIXED))
    assert prepared.dataset["size"].tolist() == [3, filled, 5, 6]


def test_a_target_of_categories_becomes_class_numbers_with_labels():
    prepared = Preparation(("size",), "colour").of(pasted_table(MIXED))
    assert prepared.dataset["colour"].tolist() == [1, 1, 0]
    assert prepared.dataset.labels("colour") == ("blue", "red")


@pytest.mark.parametrize(
    ("preparation", "said"),
    [
        (Preparation((), "price"), "at least one input"),
        (Preparation(("size",), "size"), "chosen twice"),
        (Preparation(("weight",), "price"), "has no column weight"),
        (Preparation(("size",), "price", kinds=(("colour", ColumnKind.DATE),)), "holds no dates"),
        (Preparation(("size",), "price", kinds=(("colour", ColumnKind.NUMBER),)), "holds no numbers"),
        (Preparation(("size",), "price", kinds=(("size", ColumnKind.TEXT),)), "holds texts"),
    ],
)
def test_a_choice_that_does_not_suit_the_table_is_refused_in_one_sentence(preparation, said):
    with pytest.raises(ColumnError, match=said):
        preparation.of(pasted_table(MIXED))


def test_a_workbook_is_read_with_dates_titles_merged_cells_and_faults(tmp_path):
    rows = [
        ["Sales", None, None],
        ["day", "shop", "sold"],
        [dt.date(2024, 1, 31), "north", 1.5],
        [dt.date(2024, 2, 1), None, 2],
        [dt.date(2024, 2, 2), "south", Fault("#DIV/0!")],
    ]
    table = open_table(write_xlsx(tmp_path / "a.xlsx", {"One": rows, "Two": [["a"]]}, merged=["B3:B4"]))
    assert kinds(table) == ["date", "category", "number"]
    assert table.texts("shop") == ["north", "north", "south"]
    assert table["sold"].missing.tolist() == [False, False, True]
    assert list(table.lines) == [3, 4, 5]
    assert table.notes[0] == "What stands above the table was left out: Sales."
    with pytest.raises(TableError, match="has no sheet Three; it has One, Two"):
        open_table(tmp_path / "a.xlsx", Reading(sheet="Three"))


def test_a_cover_does_not_hide_the_table_on_the_next_sheet(tmp_path):
    cover, data = [["Class 9b"], ["Pendulum", "2024"]], [["x", "y"], [1, 2], [2, 4]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Cover": cover, "None": [], "Data": data, "More": data})
    assert open_table(path).found.sheet == "Data"
    assert open_table(path, Reading(sheet="More")).found.sheet == "More"
    with pytest.raises(TableError, match="one row"):
        open_table(path, Reading(sheet="Cover"))
    with pytest.raises(TableError, match="one row"):
        open_table(write_xlsx(tmp_path / "b.xlsx", {"Cover": cover}))


@pytest.mark.parametrize(
    ("texts", "values", "decimal"),
    [
        (["1,5", "2.500,25", "3"], [1.5, 2500.25, 3], ","),
        (["1,525", "2,512", "0,5"], [1.525, 2.512, 0.5], ","),
        (["1,234.5", "2,512", "8,804,190"], [1234.5, 2512, 8804190], "."),
        (["1", "2", "3"], [1, 2, 3], ""),
    ],
)
def test_numbers_that_a_workbook_keeps_as_texts_are_read_as_in_what_is_copied_out_of_it(
    tmp_path, texts, values, decimal
):
    numbers = [0.125, -1e-7, 1234.5]
    rows = [["text", "number"], *map(list, zip(texts, numbers, strict=True))]
    table = open_table(write_xlsx(tmp_path / "a.xlsx", {"One": rows}))
    assert table.found.decimal == decimal
    assert table["text"].values.tolist() == values
    assert table["number"].values.tolist() == numbers
    assert table.notes == ()


def test_where_the_texts_of_a_workbook_leave_the_decimal_sign_in_doubt_that_is_told_and_it_can_be_chosen(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"One": [["x", "y"], ["1,525", 1.5], ["2,512", 2.5]]})
    told = "1,525 was read as 1525; with the other decimal sign it would be 1.525."
    assert open_table(path).notes == (told,)
    assert open_table(path)["x"].values.tolist() == [1525, 2512]
    wanted = open_table(path, Reading(decimal=","))
    assert wanted["x"].values.tolist() == [1.525, 2.512]
    assert wanted["y"].values.tolist() == [1.5, 2.5]
    assert (wanted.notes, wanted.found.decimal) == ((), ",")


def test_an_opendocument_sheet_is_read(tmp_path):
    path = write_ods(tmp_path / "a.ods", {"One": [["x", "day"], [1, dt.date(2024, 1, 31)], [2.5, dt.date(2024, 2, 2)]]})
    table = open_table(path)
    assert table["x"].values.tolist() == [1, 2.5]
    assert table["day"].values.tolist() == [0, 2]


FAULTS = ["#DIV/0!", "#N/A", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"]


@pytest.mark.parametrize("kind", ["workbook", "text"])
def test_where_a_formula_went_wrong_there_is_a_gap_that_is_counted(tmp_path, kind):
    rows = [["shop", "sold", "price"], ["north", 1, 10], ["south", 2, 20], ["north", 3, 30]]
    faults = [[Fault(FAULTS[place % 3]), Fault(each), 5] for place, each in enumerate(FAULTS)]
    if kind == "workbook":
        path = write_xlsx(tmp_path / "a.xlsx", {"One": rows + faults})
    else:
        path = tmp_path / "a.csv"
        path.write_text("".join(",".join(map(str, row)) + "\n" for row in rows + faults), encoding="utf-8")
    table = open_table(path)
    assert kinds(table) == ["category", "number", "number"]
    assert [int(column.missing.sum()) for column in table.columns] == [7, 7, 0]
    assert [table["sold"].shown(row) for row in range(4)] == ["1", "2", "3", ""]
    assert table.texts("shop")[2:4] == ["north", ""]
    prepared = Preparation(("sold",), "price").of(table)
    where = "row" if kind == "workbook" else "line"
    assert prepared.dataset.notes[0].startswith(f"7 rows were left out for want of a number: {where} 5 (sold), ")


def test_a_workbook_of_an_old_excel_is_read():
    table = open_table(OLD_WORKBOOK)
    assert table.found.sheets == ("Sales", "Notes")
    assert table.texts("shop") == ["Nord", "Süd", "東京", "Nord"]
    assert table["day"].dates.first == "2003-01-30"
    assert table["day"].values.tolist() == [0, 1, 2, 3]
    assert table["sold"].values[[0, 1, 3]].tolist() == [12.5, 7, 9]
    assert table["sold"].missing.tolist() == [False, False, True, False]


def test_an_old_workbook_cut_short_is_refused_in_one_sentence(tmp_path):
    path = tmp_path / "short.xls"
    for size in (8, 600, 2000, 5000):
        path.write_bytes(OLD_WORKBOOK.read_bytes()[:size])
        with pytest.raises(TableError, match=r"^short\.xls is a zip archive or a damaged workbook"):
            open_table(path)


CELLS = st.sampled_from(["1", "-2.5", "1e3", "", "NA", "oops", " 7", "1,5", "１", "inf", "007", "$5", "12 %", "(3)"])


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=12), st.booleans())
def test_the_quick_way_reads_the_same_as_the_exact_one_or_gives_up(rows, comma):
    dialect = Dialect(";", decimal_comma=comma)
    text = "".join(";".join(row) + "\n" for row in rows)
    watch = Watch(None, None)
    quick = quick_body(Plain(text.encode(), 0, 1), 3, frozenset({2}), dialect, watch)
    if quick is None:
        return
    exact = exact_body(chunks_of("table", dialect, text), frozenset({2}), dialect, 1, watch)
    assert list(quick.lines) == list(exact.lines)
    for ours, theirs in zip(quick.columns, exact.columns, strict=True):
        assert (ours.strange, ours.marked) == (theirs.strange, theirs.marked)
        if ours.numbers is None:
            assert [each.strip() for each in ours.texts] == [each.strip() for each in theirs.texts]
        else:
            assert np.array_equal(ours.numbers, theirs.numbers, equal_nan=True)
