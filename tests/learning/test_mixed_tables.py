"""Tables of numbers, dates, categories and texts, written in any dialect and encoding, are read back equal."""

import csv
import datetime as dt
import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trekker.learning import readers
from trekker.learning.readers import open_table, pasted_table
from trekker.learning.reading import DECIMALS, DELIMITERS, ENCODINGS, Reading, TableError
from trekker.learning.table import ColumnKind

relaxed = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

GAPS = ("", "NA", "#N/A", "null")
LABELS = {
    "utf-8": ("Größe", "пять", "大きい", "small one", "no"),
    "utf-8-sig": ("red", "größer", "青", "x-large"),
    "utf-16": ("はい", "いいえ", "ok"),
    "cp932": ("大きい", "小さい", "ふつう", "yes"),
    "latin-1": ("Käse", "crème", "São", "façade"),
}
"""Categories, by the encoding in which they can be written."""
LETTERS = {
    "utf-8": "abc d,;|\t'\"éß山川",
    "utf-8-sig": "abc d,;'\"山川",
    "utf-16": "abc d.,'山",
    "cp932": "かな漢字、。 ab,;",
    "latin-1": "abc defgh,;.",
}
FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%Y-%m-%dT00:00:00")


@st.composite
def columns(draw, encoding):
    """Return what is in a table: numbers, days, labels and texts; None where one is missing, in no row all."""
    count = draw(st.integers(6, 14))
    gaps = [draw(st.sets(st.integers(0, count - 1), max_size=count // 3)) for _ in range(3)]

    def with_gaps(values, missing):
        return [None if row in missing else value for row, value in enumerate(values)]

    numbers = st.floats(allow_nan=False, allow_infinity=False)
    days = st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31))
    labels = draw(st.lists(st.sampled_from(LABELS[encoding]), min_size=2, max_size=3, unique=True))
    words = st.text(LETTERS[encoding], max_size=8)
    many = {"min_size": count, "max_size": count}
    texts = [f"no. {row}: {draw(words)} end" for row in range(count)]
    return (
        with_gaps(draw(st.lists(numbers, **many)), gaps[0]),
        with_gaps(draw(st.lists(days, **many)), gaps[1]),
        with_gaps(draw(st.lists(st.sampled_from(labels), **many)), gaps[2]),
        texts,
    )


def written(table, form, delimiter, comma, gap):
    """Return a table as a text: names first; the texts stand in the first column, so that no row is blank."""
    numbers, days, labels, texts = table
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(["text", "size", "day", "label"])
    for number, day, label, text in zip(numbers, days, labels, texts, strict=True):
        size = gap if number is None else repr(number).replace(".", "," if comma else ".")
        writer.writerow([text, size, gap if day is None else day.strftime(form), gap if label is None else label])
    return file.getvalue()


@relaxed
@given(st.data())
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_a_mixed_table_is_read_back_equal(tmp_path, large, data):
    encoding = data.draw(st.sampled_from(sorted(LABELS)))
    numbers, days, labels, texts = table = data.draw(columns(encoding))
    delimiter, comma = data.draw(st.sampled_from([(",", False), (";", False), (";", True), ("\t", True), ("|", False)]))
    form, gap = data.draw(st.sampled_from(FORMS)), data.draw(st.sampled_from(GAPS))
    path = tmp_path / "table.csv"
    content = written(table, form, delimiter, comma, gap).encode(encoding)
    path.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        if large:
            patch.setattr(readers, "_LARGE", 0)  # as if it were, which pandas reads where it is plain
        read = open_table(path)
    assert read.found.delimiter == delimiter
    assert content.isascii() or read.found.encoding == encoding
    assert read.names == ("text", "size", "day", "label")
    assert read.texts("text") == [text.strip() for text in texts]
    assert read.texts("label") == ["" if label is None else label for label in labels]
    assert read["label"].missing.tolist() == [label is None for label in labels]
    size = read["size"].taken_as(ColumnKind.NUMBER)
    assert np.array_equal(size.values, [np.nan if each is None else each for each in numbers], equal_nan=True)
    assert read["day"].kind is ColumnKind.DATE
    first = min(day for day in days if day is not None)
    assert read["day"].dates.first == first.isoformat()
    expected = [np.nan if day is None else (day - first).days for day in days]
    assert np.array_equal(read["day"].values, expected, equal_nan=True)
    if any(label is not None for label in labels):
        assert read["label"].kind is ColumnKind.CATEGORY
        told = [None if code < 0 else read["label"].labels[code] for code in read["label"].codes]
        assert told == labels


READINGS = st.builds(
    Reading,
    encoding=st.sampled_from(("", *ENCODINGS)),
    delimiter=st.sampled_from(("", *DELIMITERS)),
    decimal=st.sampled_from(("", *DECIMALS)),
    header=st.sampled_from((None, False, True)),
)
STARTS = (
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"x,y\n1,2\n",
    b"sep=;\n",
)


@relaxed
@given(st.sampled_from(STARTS), st.binary(max_size=300), READINGS, st.booleans())
def test_any_bytes_give_a_table_or_a_sentence_however_they_are_to_be_read(tmp_path, start, rest, reading, large):
    path = tmp_path / "table.csv"
    path.write_bytes(start + rest)
    with pytest.MonkeyPatch.context() as patch:
        if large:
            patch.setattr(readers, "_LARGE", 0)
        try:
            table = open_table(path, reading)
        except TableError as fault:
            assert str(fault).startswith("table.csv")
            assert "\n" not in str(fault)
        else:
            assert table.row_count >= 2
            assert all(len(column.texts) == table.row_count for column in table.columns)


@relaxed
@given(st.text('ab1234567890,;\t.-/"\n éあ$€%()', max_size=200), READINGS)
def test_any_paste_gives_a_table_or_a_sentence(text, reading):
    try:
        assert pasted_table(text, reading).row_count >= 2
    except TableError as fault:
        assert str(fault).startswith("the clipboard")
