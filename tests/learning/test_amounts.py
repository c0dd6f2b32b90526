"""Columns of money, of per cent and of negatives in parentheses are numbers, and odd mixtures of them are not."""

import csv
import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.learning.workbooks import write_xlsx
from trekker.learning import readers
from trekker.learning.dataset import ColumnError
from trekker.learning.readers import open_table, pasted_table
from trekker.learning.reading import Reading
from trekker.learning.table import ColumnKind

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def column(*cells, reading=None):
    """Return what becomes of cells beside a column of plain numbers, pasted out of a spreadsheet."""
    text = "row\tcell\n" + "".join(f"{row}\t{cell}\n" for row, cell in enumerate(cells))
    return pasted_table(text, reading or Reading())["cell"]


NUMBERS = {
    "dollars": (["$1,200", "$5", "$12.50"], [1200, 5, 12.5], "$"),
    "dollars with spaces": (["$ 1,200", " $ 5 ", "$   12.50"], [1200, 5, 12.5], "$"),
    "thousands alone": (["$1,200", "$1,300"], [1200, 1300], "$"),
    "euros before decimal commas": (["€ 3,50", "€ 4"], [3.5, 4], "€"),
    "euros after decimal commas": (["3,50 €", "1.200,00 €"], [3.5, 1200], "€"),
    "common spaces between thousands": (["1 200 €", "12 345 678,5 €"], [1200, 12345678.5], "€"),
    "unbreakable spaces": (["1\u00a0200\u00a0€", "5\u202f€"], [1200, 5], "€"),
    "pounds": (["£5", "6£"], [5, 6], "£"),
    "yen of either width": (["¥1,200", "￥800"], [1200, 800], "¥"),
    "yen with full-width digits": (["￥８００", "￥９００"], [800, 900], "¥"),
    "rupees": (["₹ 5", "₹ 6"], [5, 6], "₹"),
    "codes before": (["USD 5", "USD6.5"], [5, 6.5], "USD"),
    "codes after": (["5 EUR", "6EUR"], [5, 6], "EUR"),
    "more codes": (["GBP 5", "6 GBP"], [5, 6], "GBP"),
    "yen as a code": (["5 JPY", "JPY 6"], [5, 6], "JPY"),
    "signs before and after": (["-$5", "$-6", "+$7", "\u22128 $", "-$ 9"], [-5, -6, 7, -8, -9], "$"),
    "per cent": (["12 %", "7.5%", "-3%", "100％"], [12, 7.5, -3, 100], "%"),
    "per cent before": (["%12", "% 7"], [12, 7], "%"),
    "per cent with decimal commas": (["12,5 %", "7 %"], [12.5, 7], "%"),
    "accountants' negatives": (["(1,200.00)", "300", "(0.5)"], [-1200, 300, -0.5], ""),
    "negative money": (["($5)", "$(6)", "(7)$", "(8 $)", "$ (1,200)"], [-5, -6, -7, -8, -1200], "$"),
    "negative per cent": (["(5%)", "6%", "(7)%"], [-5, 6, -7], "%"),
    "the sign in the first row alone": (["$ 1,200", "900", "(300)"], [1200, 900, -300], "$"),
    "yen as Shift JIS writes them": (["\\1,200", "-\\980"], [1200, -980], "¥"),
    "yen in kanji": (["1,200円", "900 円", "¥300"], [1200, 900, 300], "¥"),
    "Swiss francs": (["CHF 1'250.50", "900 CHF", "CHF 2\u2019300"], [1250.5, 900, 2300], "CHF"),
    "apostrophes between thousands": (["1'250.50", "980", "12'345'678"], [1250.5, 980, 12345678], ""),
    "apostrophes and decimal commas": (["1'250,50", "980"], [1250.5, 980], ""),
    "common spaces beside plain numbers": (["1 020", "850", "-12 345,5"], [1020, 850, -12345.5], ""),
    "a minus behind decimals": (["250,00-", "1.234,56-", "70,00"], [-250, -1234.56, 70], ""),
    "Japanese negatives": (["▲50", "△ 1,200.5", "100"], [-50, -1200.5, 100], ""),
    "falls": (["▼50", "▽ 3", "100"], [-50, -3, 100], ""),
    "Japanese negatives of yen": (["▲1,200円", "▲¥50", "900円"], [-1200, -50, 900], "¥"),
    "a full-width minus": (["－５", "６"], [-5, 6], ""),
    "exponents": (["$1e3", "$2"], [1000, 2], "$"),
    "gaps": (["$5", "", "NA", "-", "oops", "$6"], [5, np.nan, np.nan, np.nan, np.nan, 6], "$"),
}


@pytest.mark.parametrize(("cells", "values", "unit"), NUMBERS.values(), ids=NUMBERS.keys())
def test_marked_numbers_are_read_as_they_are_written(cells, values, unit):
    read = column(*cells)
    assert read.kind is ColumnKind.NUMBER
    assert np.array_equal(read.values, values, equal_nan=True)
    assert read.unit == unit


OTHER = {
    "two currencies": ["$5", "€6", "$7"],
    "a currency by sign and by code": ["$5", "USD 6"],
    "per cent and fractions": ["12%", "13%", "14%", "0.14"],
    "per cent and money": ["12%", "$5"],
    "per cent and closed plain numbers": ["12%", "(5)"],
    "a list": ["(1)", "(2)", "(3)"],
    "asides": ["(12 %)", "(13 %)"],
    "units of measure": ["12 kg", "13 kg"],
    "unknown money": ["5 XYZ", "6 XYZ"],
    "apostrophes at odd places": ["5'10", "6'1"],
    "feet and inches": ["5'10\"", "6'1\""],
    "marks at school": ["2-", "3+", "1-"],
    "ranges without an end": ["3,5-", "1.2-"],
    "rises and falls": ["▲5", "▼3"],
    "rises alone": ["▲5", "▲3"],
    "triangles before signs": ["▲-5", "▲(3)", "▲▲2"],
    "two marks": ["$5 USD", "$6 USD"],
    "letters with digits": ["A1", "B2"],
    "ranges": ["3-4", "5-6"],
    "ranges of money": ["$3-4", "$5-6"],
    "telephones": ["(030) 123456", "+49 170 1234567", "(555) 123-4567"],
    "versions": ["1.2.3", "1.2.4"],
    "plain numbers with common spaces": ["1 200", "1 300"],
    "spaces at odd places": ["12 00 €", "1 3 €"],
    "marks alone": ["$", "%", "$$"],
    "marks inside": ["5$6", "1%2"],
    "signs twice": ["-$-5", "(-$5)", "-(5)"],
    "parentheses that do not close": ["(5", "$6)", "($7"],
    "words": ["100% wool", "up 5%"],
    "letters before a code": ["AUSD 5", "KUSD 6"],
    "underscores": ["$1_0", "$2_0"],
}


@pytest.mark.parametrize("cells", OTHER.values(), ids=OTHER.keys())
def test_what_is_no_number_in_one_unit_stays_text(cells):
    read = column(*cells)
    assert read.kind in (ColumnKind.TEXT, ColumnKind.CATEGORY)
    assert list(read.texts) == cells
    assert read.unit == ""


@pytest.mark.parametrize(
    "cells", [["2024-01-31", "2024-02-01"], ["31.01.2024", "01.02.2024"], ["1/2/2024", "3/4/2024"]]
)
def test_dates_stay_dates(cells):
    assert column(*cells).kind is ColumnKind.DATE


@pytest.mark.parametrize(
    "cells",
    [
        ["$5", "6", "7", "8", "€9"],
        ["12%", "0.12", "0.13"],
        ["(5)", "6", "7", "8%"],
        ["2-", "3", "1"],
        ["▲5", "▼3", "7", "8"],
    ],
)
def test_odd_marks_among_plain_numbers_are_gaps_as_any_other_text(cells):
    read = column(*cells)
    plain = [float(cell) if cell.replace(".", "").isdigit() else np.nan for cell in cells]
    assert read.kind is ColumnKind.NUMBER
    assert np.array_equal(read.values, plain, equal_nan=True)
    assert read.unit == ""


def test_in_an_odd_mixture_that_is_wanted_as_numbers_marked_cells_are_gaps():
    mixed = column("12%", "13%", "0.6").taken_as(ColumnKind.NUMBER)
    assert np.array_equal(mixed.values, [np.nan, np.nan, 0.6], equal_nan=True)
    assert mixed.unit == ""
    with pytest.raises(ColumnError, match="holds no numbers"):
        column("$5", "€6").taken_as(ColumnKind.NUMBER)


@pytest.mark.parametrize(
    ("text", "decimal", "values"),
    [
        ("x\ty\n1,500\t$1,200\n2,500\t$3,400\n", ".", [1200, 3400]),
        ("x\ty\n0,5\t$1,200\n2,500\t$3,400\n", ",", [1.2, 3.4]),
        ("x;y\n1;1,459 €\n2;1,50 €\n", ",", [1.459, 1.5]),
        ("x;y\n1;1,234 %\n2;1,5 %\n", ",", [1.234, 1.5]),
        ("x;y\n1,234;$5\n2,345;$6\n", ",", [5, 6]),
        ("x;y\n1,234;5\n2,345;6\n", ",", [5, 6]),
        ("x\ty\na, b\t€1,200\nc\t€1,200.50\n", ".", [1200, 1200.5]),
    ],
)
def test_the_decimal_sign_is_told_by_cells_that_mean_one_thing_alone_and_else_by_money(text, decimal, values):
    read = pasted_table(text)
    assert read.found.decimal == decimal
    assert read["y"].values.tolist() == values
    wanted = pasted_table(text, Reading(decimal=","))
    assert wanted.found.decimal == ","


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["961,855", "8,804,190"], [961855, 8804190]),
        (["1,234", "1,234.50"], [1234, 1234.5]),
        (["52,000", "999.99"], [52000, 999.99]),
        (["1,234", "0,5"], [1.234, 0.5]),
        (["1,234", "12,34"], [1.234, 12.34]),
        (["113.176", "3.755.251"], [113176, 3755251]),
        (["113.176", "0,5"], [113176, 0.5]),
        (["113.176", "0.5"], [113.176, 0.5]),
        (["1,5", "1,234", "1.234,5", "2.5"], [1.5, 1.234, 1234.5, np.nan]),
        (["1,234", "01.2024", "3.", "0,5"], [1.234, np.nan, np.nan, 0.5]),
    ],
)
def test_a_cell_that_means_one_thing_alone_tells_the_decimal_sign_wherever_it_stands(cells, values, in_order):
    read = column(*cells) if in_order else column(*reversed(cells))
    assert np.array_equal(read.values, values if in_order else values[::-1], equal_nan=True)
    assert pasted_table("x;y\n" + "".join(f"1;{cell}\n" for cell in cells)).notes == ()


@pytest.mark.parametrize(
    ("text", "values", "told"),
    [
        ("x;y\n1;173,881\n2;980\n", [173.881, 980], "173,881 was read as 173.881; with the other"),
        ("x;y\n1;173.881\n2;980\n", [173.881, 980], "173.881 was read as 173.881; with the other"),
        ("x|y\n1|173,881\n2|980\n", [173881, 980], "173,881 was read as 173881; with the other"),
        ("x;y\n1;$1,234\n2;$5\n", [1234, 5], "$1,234 was read as 1234; with the other"),
        ('x,y\n1,"173,881"\n2,980\n', [173881, 980], ""),
        ("x,y\n1,173.881\n2,980\n", [173.881, 980], ""),
    ],
)
def test_a_doubt_about_the_decimal_sign_is_told_unless_commas_part_the_cells(text, values, told):
    read = pasted_table(text)
    assert read["y"].values.tolist() == values
    assert len(read.notes) == bool(told)
    assert "".join(read.notes).startswith(told)
    assert pasted_table(text, Reading(decimal=".")).notes == ()


@pytest.mark.parametrize(
    "text", ['"x","y"\n"1,5","2,25"\n"2,5","3"\n', "x|y\n1,5|2,25\n2,5|3\n", "x y\n1,5 2,25\n2,5 3\n"]
)
def test_decimal_commas_are_read_beside_any_delimiter(text):
    read = pasted_table(text)
    assert read.found.decimal == ","
    assert [each.values.tolist() for each in read.columns] == [[1.5, 2.5], [2.25, 3]]


def test_lists_between_quotes_are_no_decimals_where_a_point_is_one():
    read = pasted_table('x,y,z\n1,"1,3",2.5\n2,"2,4",3\n3,"1,2",4\n')
    assert read.found.decimal == "."
    assert read["z"].values.tolist() == [2.5, 3, 4]


@pytest.mark.parametrize(
    ("first", "header"),
    [
        ("shop,10%,50%", True),
        ("shop,$5,$10", True),
        ("shop,(1),(2)", True),
        ("north,1,2", False),
    ],
)
def test_marked_names_above_plain_numbers_are_names(first, header):
    assert pasted_table(f"{first}\nnorth,1.5,2\nsouth,3,(4)\n").found.header is header


def test_marked_numbers_above_others_are_no_names():
    read = pasted_table("a;$5;12%\nb;;13%\nc;$6;14%\n")
    assert not read.found.header
    assert [each.unit for each in read.columns] == ["", "$", "%"]


def test_a_number_with_spaces_between_thousands_is_no_name():
    assert not pasted_table("1 020;5\n850;6\n1 100;7\n").found.header


def test_numbers_that_are_negative_without_a_minus_are_told():
    read = pasted_table("x;y\n1;(5)\n2;6\n")
    assert read.notes == ("Numbers such as (5) in y were read as negative.",)
    assert pasted_table("x;y\n1;7\n2;▲6\n").notes == ("Numbers such as ▲6 in y were read as negative.",)
    assert pasted_table("x;y\n1;$5\n2;$6\n").notes == ()


@pytest.mark.parametrize("late", ["$7", "7%", "(7)"])
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_a_mark_that_comes_late_counts_for_all(tmp_path, monkeypatch, late, large):
    monkeypatch.setattr(readers, "_LARGE", 0 if large else 10**9)
    path = tmp_path / "late.csv"
    path.write_text("x,y\n" + "".join(f"{row},{row / 8}\n" for row in range(20_000)) + f"5,{late}\n", encoding="utf-8")
    read = open_table(path)["y"]
    assert read.kind is ColumnKind.NUMBER
    last = {"$7": 7, "7%": np.nan, "(7)": -7}[late]
    assert np.array_equal(read.values[[8, -1]], [1, last], equal_nan=True)


def test_texts_in_a_workbook_are_read_and_its_numbers_beside_them(tmp_path):
    rows = [
        ["item", "price", "share", "loss"],
        ["tea", "$1,200", "12 %", "(1,200)"],
        ["rice", 900, "7.5%", 300],
        ["salt", "$5.50", None, -4],
    ]
    read = open_table(write_xlsx(tmp_path / "a.xlsx", {"One": rows}))
    assert [each.unit for each in read.columns] == ["", "$", "%", ""]
    assert read["price"].values.tolist() == [1200, 900, 5.5]
    assert np.array_equal(read["share"].values, [12, 7.5, np.nan], equal_nan=True)
    assert read["loss"].values.tolist() == [-1200, 300, -4]


MARKS = ("$", "€", "£", "¥", "￥", "\\", "円", "₹", "USD", "EUR", "GBP", "JPY", "CHF", "%", "％")
UNITS = str.maketrans("￥\\円％", "¥¥¥%")
AMOUNTS = st.integers(-(10**9), 10**9).map(lambda hundredths: hundredths / 100)


def amount_text(value, mark, comma, manner):
    """Return an amount as people write it; manner is where mark and sign stand, and what groups thousands."""
    place, space, group = manner
    digits = f"{abs(value):,.2f}".replace(",", "_").replace(".", "," if comma else ".")
    digits = digits.replace("_", {"sign": "." if comma else ",", "space": " ", "none": ""}[group])
    minus = "-" if value < 0 else ""
    forms = {
        "before": f"{minus}{mark}{space}{digits}",
        "sign after": f"{mark}{space}{minus}{digits}",
        "after": f"{minus}{digits}{space}{mark}",
        "closed": f"({mark}{space}{digits})" if minus else f"{mark}{space}{digits}",
        "closed after": f"({digits}){space}{mark}" if minus else f"{digits}{space}{mark}",
    }
    return forms[place]


MANNERS = st.tuples(
    st.sampled_from(["before", "sign after", "after", "closed", "closed after"]),
    st.sampled_from(["", " ", "\u00a0"]),
    st.sampled_from(["sign", "space", "none"]),
)


@relaxed
@given(st.data())
@pytest.mark.parametrize("way", ["small", "large", "pasted", "workbook"])
def test_tables_with_marks_are_read_back_equal(tmp_path, way, data):
    comma = way != "workbook" and data.draw(st.booleans())
    delimiter = data.draw(st.sampled_from([";", "\t"] if comma else [",", ";", "\t", "|"]))
    values = data.draw(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=2, max_size=12))
    values.append((1.5, 1.5))  # a number without parentheses
    marks = data.draw(st.tuples(st.sampled_from(MARKS), st.sampled_from(MARKS)))
    gap = data.draw(st.integers(0, len(values) - 2))
    rows = [["item", "one", "two"]]
    for place, pair in enumerate(values):
        cells = [amount_text(*each, comma, data.draw(MANNERS)) for each in zip(pair, marks, strict=True)]
        rows.append([f"no. {place}", "" if place == gap else cells[0], cells[1]])
    read = read_by(way, tmp_path, rows, delimiter)
    assert read.found.decimal == ("," if comma else ".")
    assert [each.kind for each in read.columns[1:]] == [ColumnKind.NUMBER] * 2
    assert [each.unit for each in read.columns[1:]] == [mark.translate(UNITS) for mark in marks]
    expected = np.array(values)
    assert np.array_equal(read["two"].values, expected[:, 1])
    expected[gap, 0] = np.nan
    assert np.array_equal(read["one"].values, expected[:, 0], equal_nan=True)


@relaxed
@given(st.data())
@pytest.mark.parametrize("way", ["small", "large", "pasted", "workbook"])
def test_odd_mixtures_of_marks_stay_text_unless_most_have_none_wherever_they_stand(tmp_path, way, data):
    odd = data.draw(st.sampled_from([("$", "€"), ("%", ""), ("％", "USD"), ("¥", "JPY"), ("£", "%")]))
    values = data.draw(st.lists(st.tuples(AMOUNTS, st.sampled_from(odd)), min_size=1, max_size=150))
    for mark in odd:
        values.insert(data.draw(st.integers(0, len(values))), (2.25, mark))
    cells = [amount_text(value, mark, False, ("before", "", "none")) for value, mark in values]
    rows = [["item", "cell", "z"], *([f"no. {place}", cell, "7"] for place, cell in enumerate(cells))]
    read = read_by(way, tmp_path, rows, ";")
    marked = [bool(mark) for _, mark in values]
    if 2 * sum(marked) <= len(marked):
        plain = [np.nan if is_marked else value for (value, _), is_marked in zip(values, marked, strict=True)]
        assert np.array_equal(read["cell"].values, plain, equal_nan=True)
    else:
        assert read["cell"].kind in (ColumnKind.TEXT, ColumnKind.CATEGORY)
        assert read.texts("cell") == cells


@relaxed
@given(st.data())
@pytest.mark.parametrize("way", ["small", "large", "pasted", "workbook"])
def test_grouped_numbers_are_read_back_equal_in_any_order_if_one_of_them_is_certain(tmp_path, way, data):
    comma = data.draw(st.booleans())
    numbers = st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 4)).map(
        lambda pair: (*pair, pair[0] / 10 ** pair[1])
    )
    chosen = data.draw(st.lists(numbers, min_size=2, max_size=12))
    chosen.insert(
        data.draw(st.integers(0, len(chosen))), data.draw(st.sampled_from([(15, 1, 1.5), (1234567, 0, 1234567.0)]))
    )
    swap = str.maketrans(",.", ".,") if comma else {}
    rows = [["item", "number"]]
    rows += [
        [f"no. {place}", f"{value:,.{places}f}".translate(swap)] for place, (_, places, value) in enumerate(chosen)
    ]
    read = read_by(way, tmp_path, rows, data.draw(st.sampled_from(["\t", ";", "|"])))
    assert read["number"].values.tolist() == [value for *_, value in chosen]
    assert read.notes == ()


def read_by(way, folder, rows, delimiter):
    """Write rows and read them, in one of four ways."""
    if way == "workbook":
        return open_table(write_xlsx(folder / "table.xlsx", {"One": [[cell or None for cell in row] for row in rows]}))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
    if way == "pasted":
        return pasted_table(file.getvalue())
    path = folder / "table.csv"
    path.write_bytes(file.getvalue().encode())
    with pytest.MonkeyPatch.context() as patch:
        if way == "large":
            patch.setattr(readers, "_LARGE", 0)
        return open_table(path)
