"""Writes shop.xls, a workbook as Excel wrote them until 2003; needs xlwt, which nothing else here does.

python -m pip install xlwt && python tests/learning/old_workbook/record.py
"""

import datetime as dt
from pathlib import Path

import xlwt  # type: ignore[import-not-found]  # not among this project's libraries

DAYS = xlwt.easyxf(num_format_str="yyyy-mm-dd")
ROWS = [
    ("day", "shop", "sold"),
    (dt.date(2003, 1, 30), "Nord", 12.5),
    (dt.date(2003, 1, 31), "Süd", 7),
    (dt.date(2003, 2, 1), "東京", None),
    (dt.date(2003, 2, 2), "Nord", 9),
]

book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("Sales")
for row, cells in enumerate(ROWS):
    for column, cell in enumerate(cells):
        if isinstance(cell, dt.date):
            sheet.write(row, column, cell, DAYS)
        elif cell is not None:
            sheet.write(row, column, cell)
sheet.row(3).set_cell_error(2, "#DIV/0!")
notes = book.add_sheet("Notes")
notes.write(0, 0, "nothing to learn from")
book.save(str(Path(__file__).with_name("shop.xls")))
