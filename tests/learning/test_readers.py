import csv
import io
import os

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trekker.learning import readers
from trekker.learning.misread import MisreadError
from trekker.learning.readers import SIZE_LIMIT, ReadingCancelled, TableError, open_table, pasted_table, read_table

relaxed = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def read(tmp_path):
    """Read a table from what the file holds."""

    def of(content, **options):
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path, **options)

    return of


def contents(data):
    return {name: data[name].tolist() for name in data.names}


GOOD = {"x": [1.0, 2.0, 3.5], "y": [-4.0, 5.0, 6e3]}
MENDED = {
    "commas": "x,y\n1,-4\n2,5\n3.5,6e3\n",
    "spaces after commas": "x, y\n1, -4\n2, 5\n3.5, 6e3\n",
    "semicolons": "x;y\n1;-4\n2;5\n3.5;6000\n",
    "decimal commas": "x;y\n1,0;-4,0\n2;5\n3,5;6.000,0\n",
    "decimal commas with exponent": "x;y\n1,0;-4,0\n2;5\n3,5;6,0E3\n",
    "decimal commas and tabs": "x\ty\n1,0\t-4\n2\t5\n3,5\t6.000\n",
    "thousands between quotes": 'x,y\n1,-4\n2,5\n3.5,"6,000.0"\n',
    "thousands by unbreakable spaces": "x;y\n1;-4\n2;5\n3,5;6\u00a0000\n",
    "tabs": "x\ty\n1\t-4\n2\t5\n3.5\t6e3\n",
    "bars": "x|y\n1|-4\n2|5\n3.5|6e3\n",
    "spaces": "x y\n1 -4\n2 5\n3.5 6e3\n",
    "aligned spaces": "  x      y \n  1     -4 \n  2      5 \n3.5    6e3 \n",
    "Windows line ends": "x,y\r\n1,-4\r\n2,5\r\n3.5,6e3\r\n",
    "old Macintosh line ends": "x,y\r1,-4\r2,5\r3.5,6e3\r",
    "no line end at the end": "x,y\n1,-4\n2,5\n3.5,6e3",
    "blank lines": "\n\nx,y\n\n1,-4\n2,5\n\n3.5,6e3\n\n\n",
    "rows of delimiters": "x,y\n1,-4\n2,5\n3.5,6e3\n,\n,\n",
    "a delimiter at each end": "x,y,\n1,-4,\n2,5,\n3.5,6e3,\n",
    "a delimiter at the end of rows alone": "x,y\n1,-4,\n2,5,\n3.5,6e3,\n",
    "quotes everywhere": '"x","y"\n"1","-4"\n"2","5"\n"3.5","6e3"\n',
    "a typographic minus": "x,y\n1,\u22124\n2,5\n3.5,6e3\n",
    "plus signs": "x,y\n+1,-4\n+2,+5\n+3.5,+6e+3\n",
    "full-width digits": "x,y\n１,-４\n２,５\n3.5,6e3\n",
    "Excel's hint": "sep=;\nx;y\n1;-4\n2;5\n3,5;6000\n",
    "a byte order mark": b"\xef\xbb\xbfx,y\n1,-4\n2,5\n3.5,6e3\n",
    "UTF-16": "x,y\n1,-4\n2,5\n3.5,6e3\n".encode("utf-16"),
    "UTF-32": "x\ty\n1\t-4\n2\t5\n3.5\t6e3\n".encode("utf-32"),
    "UTF-16, the large end first": b"\xfe\xff" + "x,y\n1,-4\n2,5\n3.5,6e3\n".encode("utf-16-be"),
    "line ends of several kinds": "x,y\r\n1,-4\n2,5\r\n3.5,6e3\n",
    "spaces before line ends": "x,y  \n1,-4 \n2,5 \n3.5,6e3   \n",
    "bars with spaces around them": "x | y\n1 | -4\n2 | 5\n3.5 | 6e3\n",
    "large exponents": "x,y\n1E0,-4\n2,5\n3.5,6E+3\n",
    "leading zeros": "x,y\n01,-04\n002,5\n3.50,6e3\n",
    "points at the end of numbers": "x,y\n1.,-4.\n2.,5.\n3.5,6000.\n",
    "semicolons and decimal points": "x;y\n1;-4\n2;5\n3.5;6e3\n",
}


@pytest.mark.parametrize("content", MENDED.values(), ids=MENDED.keys())
def test_an_odd_way_to_write_a_table_is_understood(read, content):
    data = read(content)
    assert contents(data) == GOOD
    assert data.notes == ()


BAD = {
    "nothing": ("", "table.csv is empty"),
    "blank lines alone": ("\n \n\n", "is empty"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "is empty"),
    "names alone": ("x,y\n", "names but no row"),
    "one row": ("x,y\n1,2\n", "one row; a table needs at least two"),
    "one row without names": ("1,2\n", "one row"),
    "one column": ("x\n1\n2\n3\n", "one column; a table needs two"),
    "one column of numbers among texts": ("a,b\nu,1\nv,2\n", "one column of numbers"),
    "no numbers": ("a,b\nu,v\nw,z\n", "no column of numbers"),
    "prose": ("It was a dark night.\nThe wind, alas, blew.\n", "names but no row"),
    "missing numbers everywhere": ("x,y\n1,\n,2\n3,\n,4\n", "fewer than two rows without a missing number"),
    "infinities": ("x,y\n1,inf\n2,-inf\n3,nan\n", "one column of numbers"),
    "numbers beyond all bounds": ("x,y\n1,1e999\n2,-1e999\n", "one column of numbers"),
    "underscores in numbers": ("x,y\n1,1_0\n2,2_0\n", "one column of numbers"),
    "a row that is too long": ("x,y\n1,2\n3,4,5\n6,7\n", "line 3: 3 cells where the first row has 2"),
    "a column of decimals": ("price\n1,5\n2,5\n3,5\n", "line 2: 2 cells where the first row has 1"),
    "a number above a table": ("7\nx,y\n1,2\n3,4\n", "line 2: 2 cells where the first row has 1"),
    "a quote that never closes": ('x,y\n1,2\n3,"4\n5,6\n', "after line 2: a cell in quotes"),
    "text after a closing quote": ('x,y\n1,2\n3,"4"5\n6,7\n', "after line 2: a cell in quotes"),
    "a workbook": (b"PK\x03\x04\x14\x00\x06\x00", "is a zip archive or a damaged workbook; save the table as CSV"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1", "a damaged workbook"),
    "a PDF": (b"%PDF-1.7\n", "is a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "an archive": (b"\x1f\x8b\x08", "is a gzip archive"),
    "a photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "is a"),
    "a bzip2 archive": (b"BZh91AY&SY\x00\x00", "is a"),
    "a program": (b"\x7fELF\x02\x01\x01\x00\x00", "is a binary file"),
    "a quote alone": ('"', "in quotes|is empty|one row"),
    "commas alone": (",,,\n,,,\n", "one column"),
    "zero bytes": (b"x,y\n1,2\n\x00\x00\n3,4\n", "is a binary file"),
    "damaged UTF-16": (b"\xff\xfex\x00,\x00y", "is a damaged UTF-16 text"),
    "control characters in UTF-16": ("x,y\n1,\x01\n".encode("utf-16"), "is a binary file"),
    "a line without end": ("1," * 600_000 + "\n", "a line of more than 1,000,000 characters"),
}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD.keys())
def test_a_file_that_is_no_table_is_refused_in_one_sentence(read, content, said):
    with pytest.raises(TableError, match=said) as fault:
        read(content)
    assert str(fault.value).startswith("table.csv")
    assert "\n" not in str(fault.value)


def test_a_text_that_another_reading_may_make_a_table_of_tells_how_it_was_taken_and_begins(read):
    with pytest.raises(MisreadError, match="line 3: 3 cells where the first row has 2") as fault:
        read("x;y\n1;2\n3;4;5\n")
    assert (fault.value.found.encoding, fault.value.found.delimiter) == ("utf-8", ";")
    assert fault.value.beginning.rows[:3] == [["x;y"], ["1;2"], ["3;4;5"]]


@pytest.mark.parametrize("content", ["", "\n \n\n", "sep=;\n", b"\x00\x01\x02"])
def test_of_nothing_no_reading_makes_a_table(read, content):
    with pytest.raises(TableError) as fault:
        read(content)
    assert not isinstance(fault.value, MisreadError)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a sparse file: reading it would still take its size in memory
    with pytest.raises(TableError, match=r"^large.csv is 200 MB; tables up to 100 MB can be opened$"):
        read_table(path)
    assert SIZE_LIMIT == 100_000_000


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(TableError, match="is a folder"):
        read_table(tmp_path)


@pytest.mark.parametrize("name", ["none.csv", "zero\0byte.csv", "x" * 5000])
def test_a_file_that_is_not_there_is_named(tmp_path, name):
    with pytest.raises(TableError, match=r"no file|cannot be read"):
        read_table(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TableError, match="not an ordinary file"):
        read_table(tmp_path / "pipe")


@pytest.mark.parametrize("gap", ["", "NA", "n/a", "nan", "inf", "-", "?", "oops", "1e999", "  "])
def test_a_row_with_a_gap_is_left_out_and_the_note_says_where(read, gap):
    data = read(f"x,y\n1,2\n3,{gap}\n5,6\n7,8\n")
    assert contents(data) == {"x": [1, 5, 7], "y": [2, 6, 8]}
    assert data.notes == ("1 row was left out for want of a number: line 3 (y).",)


def test_a_row_that_is_too_short_has_a_gap(read):
    data = read("x,y,z\n1,2,3\n4,5\n6,7,8\n")
    assert data["x"].tolist() == [1, 6]
    assert "line 3 (z)" in data.notes[0]


def test_many_gaps_are_counted_and_the_first_ones_named(read):
    rows = "".join(f"{i},{'' if i % 4 == 0 else i}\n" for i in range(1, 101))
    data = read("x,y\n" + rows)
    assert data.row_count == 75
    assert data.notes[0].startswith("25 rows were left out")
    assert "line 5 (y), line 9 (y)" in data.notes[0]
    assert data.notes[0].endswith("and 20 more.")


def test_line_numbers_count_the_lines_inside_quotes_and_the_blank_ones(read):
    data = read('name,x,y\n"two\nlines",1,2\n\n"three\r\nmore\nlines",3,\nplain,4,5\n')
    assert data["x"].tolist() == [1, 4]
    assert "line 7 (y)" in data.notes[1]


def test_a_line_break_inside_a_cell_does_not_make_two_numbers(read):
    data = read('x;y\n1,5;2\n"3\n4";5\n6,5;7\n')
    assert contents(data) == {"x": [1.5, 6.5], "y": [2, 7]}


def test_columns_of_text_are_left_out_and_named(read):
    data = read("day,x,y,remark\n2024-01-01,1,2,\n2024-01-02,3,4,wet\n")
    assert contents(data) == {"x": [1, 3], "y": [2, 4]}
    assert [note.split(" was")[0] for note in data.notes] == ["The column day", "The column remark"]


def test_a_column_of_gaps_mostly_is_left_out_rather_than_its_rows(read):
    data = read("x,y,z\n1,2,\n3,4,\n5,6,7\n")
    assert data.names == ("x", "y")
    assert data.notes == ("The column z was left out: 1 of 3 of its cells are numbers.",)


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("a,b", ("a", "b")),
        (" spaced  out ,b", ("spaced out", "b")),
        ("a,a", ("a", "a (2)")),
        (",b", ("column 1", "b")),
        ("year,2020", ("year", "2020")),
        ('"a,b",c', ("a,b", "c")),
        ("温度,売上", ("温度", "売上")),
    ],
)
def test_names_come_from_the_first_row(read, first, names):
    data = read(f"{first}\n1,2\n3,4\n")
    assert data.names == names
    assert data.row_count == 2


@pytest.mark.parametrize(
    ("first", "header"),
    [
        ("Land;2019;2020;2021", True),
        (";2019;2020;2021;", True),
        (" Land ; 2021;2020;2019", True),
        ("Land;2019;2020;2021;Summe", True),
        ("1;2019;2020;2021", False),
        ("Land;2019;2021;2020", False),
        ("Land;2019;2020;7", False),
        ("2018;2019;2020;2021", False),
        ("Land;19;20;21", False),
    ],
)
def test_years_in_a_row_beside_a_text_are_names(first, header):
    width = first.count(";") + 1
    rows = "".join(";".join([place, "100,5", "90,25", "80", "7"][:width]) + "\n" for place in ("Berlin", "Bremen"))
    assert pasted_table(f"{first}\n{rows}").found.header is header


def test_years_in_a_row_are_values_where_the_next_row_has_them_too():
    assert not pasted_table("A;2019;2020\nB;2011;2012\nC;2010;2011\n").found.header


@pytest.mark.parametrize("text", ["x;day\n1;May 1, 2024\n2;May 2, 2024\n", "x, y\n1, 2\n3, 4\n", "x, y z\n1, 2\n"])
def test_commas_before_spaces_are_no_decimal_signs(text):
    assert len(pasted_table(text + text.splitlines()[1] + "\n").columns) == 2


TITLES = {
    "a title": ("Rain in May\nday,mm\n1,2\n2,3\n", "Rain in May"),
    "comments and a blank line": ("# group 3\n# in mm\n\nday,mm\n1,2\n2,3\n", "# group 3; # in mm"),
    "a title with delimiters behind": ("Rain in May,,\nday,mm,\n1,2,\n2,3,\n", "Rain in May"),
    "a title between quotes": ('"Rain,\nin May"\nday,mm\n1,2\n2,3\n', "Rain,\nin May"),
    "more titles than rows": ("Rain\nin\nMay, as\nmeasured\n;mm\n1;2\n2;3\n", "Rain; in; May, as; measured"),
    "a title above semicolons": ("Rain, in May\n;mm\n1;2\n2;3\n", "Rain, in May"),
    "a title above values": ("Rain in May\n1;2\n2;3\n", "Rain in May"),
    "a very long title": (f"{'Rain' * 100}\nday,mm\n1,2\n2,3\n", f"{'Rain' * 50} …"),
}


@pytest.mark.parametrize(("text", "told"), TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_titles_above_a_table_are_left_out_and_told(read, monkeypatch, text, told, large):
    monkeypatch.setattr(readers, "_LARGE", 0 if large else 10**9)
    data = read(text)
    assert [data[name].tolist() for name in data.names] == [[1, 2], [2, 3]]
    assert data.notes == (f"What stands above the table was left out: {told}.",)


def test_the_lines_of_titles_are_counted(read):
    assert "line 5 (mm)" in read("Rain in May\n\nday,mm\n1,2\n2,\n3,4\n").notes[1]


def test_without_names_the_columns_are_numbered_and_no_row_is_lost(read):
    assert contents(read("1,2\n3,4\n")) == {"column 1": [1, 3], "column 2": [2, 4]}


def test_a_gap_in_the_first_row_does_not_make_it_names(read):
    assert read("1,NA\n3,4\n5,6\n").names == ("column 1", "column 2")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", "温度①"), ("utf-8-sig", "温度①"), ("cp932", "温度①"), ("utf-16", "温度①"), ("latin-1", "Größe")],
)
def test_the_encoding_is_found_out(read, encoding, name):
    assert read(f"{name},y\n1,2\n3,4\n".encode(encoding)).names == (name, "y")


def test_a_point_groups_thousands_only_where_commas_are_decimal_signs(read):
    assert contents(read("x;y\n1.234;1,5\n2.345;2,5\n"))["x"] == [1234, 2345]
    assert contents(read("x;y\n1.234;1.5\n2.345;2.5\n"))["x"] == [1.234, 2.345]


def test_a_decimal_comma_that_comes_late_still_counts_for_all(read):
    rows = "".join(f"{i};{i}\n" for i in range(1000))
    assert read("x;y\n1.234;1\n" + rows + "7;1,5\n")["x"][0] == 1234


def test_progress_grows_to_its_end_and_reading_can_be_cancelled(read):
    text = "x,y\n" + "1,2\n" * 120_000
    seen = []
    assert read(text, progress=seen.append).row_count == 120_000
    assert seen == sorted(seen)
    assert len(seen) >= 3
    assert seen[-1] > 0.99
    with pytest.raises(ReadingCancelled):
        read(text, cancelled=lambda: True)


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
NAMES = st.text("abcdefgh xyzäöéß温度売上①", min_size=1, max_size=8).map(str.strip).filter(bool)


@st.composite
def tables(draw):
    width = draw(st.integers(2, 5))
    header = draw(st.none() | st.lists(NAMES, min_size=width, max_size=width, unique_by=lambda n: " ".join(n.split())))
    rows = draw(st.lists(st.lists(NUMBERS, min_size=width, max_size=width), min_size=2, max_size=12))
    return header, rows


def written(header, rows, delimiter, comma, line_end, quoting):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    if header is not None:
        writer.writerow(header)
    writer.writerows([repr(v).replace(".", ",") if comma else repr(v) for v in row] for row in rows)
    return file.getvalue()


@relaxed
@given(
    table=tables(),
    dialect=st.sampled_from(
        [(",", False), (";", False), (";", True), ("\t", False), ("\t", True), ("|", False), (" ", False)]
    ),
    line_end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16"]),
)
def test_what_was_written_in_any_dialect_is_read_back_equal(read, table, dialect, line_end, quoting, encoding):
    header, rows = table
    text = written(header, rows, *dialect, line_end, quoting)
    try:
        encoded = text.encode(encoding)
    except UnicodeEncodeError:  # cp932 has no umlauts
        encoded = text.encode("utf-8")
    data = read(encoded)
    names = (
        [f"column {i + 1}" for i in range(len(rows[0]))] if header is None else [" ".join(n.split()) for n in header]
    )
    assert data.names == tuple(names)
    assert np.array_equal(data.numbers(data.names), np.array(rows))


@relaxed
@given(st.binary(max_size=300))
def test_random_bytes_are_read_or_refused_and_nothing_else(read, content):
    try:
        assert read(content).row_count >= 2
    except TableError as fault:
        assert str(fault)


@relaxed
@given(st.text("0123456789.,;|\t -+eE\"\n\r'_abc\u00a0\u2212１#$€％()", max_size=200))
def test_texts_that_look_like_tables_are_read_or_refused_and_nothing_else(read, content):
    try:
        data = read(content)
        assert np.isfinite(data.numbers(data.names)).all()
    except TableError as fault:
        assert str(fault)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("hint", ["", "sep=;"])
def test_of_a_large_table_the_rows_below_a_very_long_line_of_names_are_read(tmp_path, line_break, hint):
    long_name = "n" * 9_999  # with a line break before or after the place up to which names are looked for at first
    lines = [*([hint] if hint else []), f"{long_name};y", *(f"{row};{row * row}" for row in range(20_000))]
    path = tmp_path / "long.csv"
    path.write_bytes(line_break.join(lines).encode())
    read = open_table(path)
    assert read.names == (long_name, "y")
    assert np.array_equal(read["y"].values, np.arange(20_000.0) ** 2)
    assert (read.lines[0], len(read.lines)) == (3 if hint else 2, 20_000)
