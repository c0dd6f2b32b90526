"""The columns to begin with: those that most people would choose."""

import pytest

from trekker.learning.likely import likely_columns
from trekker.learning.readers import pasted_table

TABLES = {
    "an empty last column": ("h,w,remarks\n170,60,\n180,80,\n165,55,\n", "h", "w"),
    "texts that are all alike": ("h,w,unit\n170,60,kg\n180,80,kg\n165,55,kg\n", "h", "w"),
    "numbers that are all alike": ("h,w,year\n170,60,2024\n180,80,2024\n165,55,2024\n", "h", "w"),
    "a day of birth at the end": ("h,w,born\n170,60,2008-01-02\n180,80,2008-03-04\n165,55,2007-12-30\n", "h", "w"),
    "a number for each row": ("Id,length,kind\n1,5.0,a\n2,6.1,b\n3,5.4,a\n4,5.5,b\n", "length", "kind"),
    "an index without a name": (",x,y\n0,0.2,0.6\n1,0.4,0.1\n2,0.1,0.7\n", "x", "y"),
    "texts with labels and an id": (
        "id,text,label\n0,a bad thing,neg\n1,a good thing,pos\n2,a poor thing,neg\n3,a fine thing,pos\n",
        "text",
        "label",
    ),
    "names beside labels": ("name,h,sex\nAnn,170,f\nBen,180,m\nCem,165,m\nDee,175,f\n", "h", "sex"),
    "texts without labels": ("day,remark,sold\n1,one more,5\n2,none left,7\n3,all sold,6\n4,rain,6\n", "day", "sold"),
    "dates before numbers": ("when,sold\n2026-01-01,5\n2026-01-02,7\n2026-01-03,6\n", "when", "sold"),
    "no target but a date": (
        "name,when\nAnn,2026-01-01\nBen,2026-01-02\nCem,2026-01-03\nDee,2026-01-09\n",
        "name",
        "when",
    ),
    "running numbers alone": ("t,u\n1,2\n2,3\n3,4\n", "t", "u"),
    "one value and one that runs": ("t,u\n1,4\n2,4\n3,4\n", "t", "u"),
}


@pytest.mark.parametrize(("text", "x", "y"), TABLES.values(), ids=TABLES.keys())
def test_what_tells_something_is_learnt_by_what_tells_something(text, x, y):
    assert likely_columns(pasted_table(text)) == ((x,), y)
