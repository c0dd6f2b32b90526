"""From the text of a cell to its day: the few ways in which tables write dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.coded import Coded

_ISO = "ISO 8601"
_FORMATS = (
    _ISO,
    "%Y-%m",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d.%m.%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%y/%m/%d",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%m/%d/%Y %H:%M",
    "M%m %d %Y",
    "M%m %d, %Y",
    "%d M%m %Y",
    "%d-M%m-%Y",
    "%d. M%m %Y",
    "%d de M%m de %Y",
    "M%m %Y",
    "M%m-%Y",
    "M%m-%y",
    "M%m de %Y",
    "%Y年%m月%d日",
    "%Y年%m月",
    "%Y/%m",
)
"""Tried in this order: where nothing tells a day from a month, the day comes first, as in most of the world."""
_MONTHS = (
    "jan ene",
    "feb fév",
    "mar mär mrz",
    "apr avr abr",
    "may mai",
    "jun juin",
    "jul juil",
    "aug août ago",
    "sep",
    "oct okt",
    "nov",
    "dec dez déc dic",
)
_MONTH_OF = MappingProxyType(
    {letters: month for month, each in enumerate(_MONTHS, start=1) for letters in each.split()}
)
_MONTH = re.compile(rf"\b({'|'.join(_MONTH_OF)})[^\W\d_]*\.?", re.IGNORECASE)
"""English, German, French and Spanish names of months, whatever the language of the desktop, by their first letters;
the formats above write them as M1 to M12."""
_YEAR_FIRST = "%y/%m/%d"
_CENTURY = 2030
"""With two digits this year and the later ones are those of the century before, as in Excel."""
_SAMPLE = 200
_ENOUGH = 0.9
_LONGEST = 40
_AT_ONCE = 10_000
_SECONDS_A_DAY = 86_400.0
_LONGEST_STEP = 5.0
"""So many times as long as the median is the longest step between dates that run steadily."""


class Dates(NamedTuple):
    """Cells read as dates.

    Attributes:
        days: days since ``first``, shape (m,), NaN where there is no date.
        first: the earliest date, as ISO 8601 writes it.
        month_first: whether they were read as month, then day; None where other dates like them have one order only.
        swapped: the same cells in the other order; None where not all of them are dates in that one, too.
    """

    days: Array
    first: str
    month_first: bool | None = None
    swapped: Dates | None = None

    @property
    def doubtful(self) -> bool:
        """Whether days and months could also be the other way round."""
        return self.swapped is not None

    @property
    def is_steady(self) -> bool:
        """Whether they run all one way in steps of which none is much longer than the others."""
        steps = np.diff(self.days[np.isfinite(self.days)])
        steps = steps[steps != 0.0]
        if not len(steps) or np.sign(steps).min() != np.sign(steps).max():
            return False
        return bool(np.abs(steps).max() <= _LONGEST_STEP * np.median(np.abs(steps)))

    def in_order(self, month_first: bool) -> Dates:
        """Return doubtful dates with the month first or the day; others as they are."""
        if self.swapped is None or self.month_first is month_first:
            return self
        return self.swapped._replace(swapped=self._replace(swapped=None))


def dates_of(coded: Coded, go_on: Callable[[], None] = lambda: None) -> Dates | None:
    """Read cells as dates; None where most of those that are filled are none.

    Each different text is read once, for dates come often; ``go_on`` is called now and then, and may raise.
    """
    filled = coded.codes[coded.codes >= 0]
    sample = [coded.different[code] for code in filled[:: max(1, len(filled) // _SAMPLE)].tolist()]
    if not any(map(_may_be_date, sample)):
        return None
    fitting = [form for form in _FORMATS if _share(sample, form) >= _ENOUGH]
    if not fitting or (_YEAR_FIRST in fitting and len(fitting) > 1):  # 24/03/01 may be of 2024 or of 2001
        return None
    read = {form: _moments(coded.different, form, go_on) for form in fitting}
    count = {form: int((~np.isnat(moments)).sum()) for form, moments in read.items()}
    best = max(fitting, key=count.__getitem__)
    swapped = best.replace("%d", "?").replace("%m", "%d").replace("?", "%m")
    if swapped == best or swapped not in _FORMATS:
        return _dates(coded, read[best], None)
    month_first = best.index("%m") < best.index("%d")
    dates = _dates(coded, read[best], month_first)
    if count.get(swapped) != count[best]:
        return dates
    return dates._replace(swapped=_dates(coded, read[swapped], not month_first))


def is_month_first(columns: Sequence[Dates]) -> bool:
    """Tell how the doubtful dates of a table are written, whose columns are taken to be written all alike.

    Other dates of the table tell it, else that those in doubt run steadily in one order alone; else the day is first.
    """
    sure = {each.month_first for each in columns if not each.doubtful} - {None}
    steady = {
        order
        for each in columns
        for order in (False, True)
        if each.doubtful and each.in_order(order).is_steady and not each.in_order(not order).is_steady
    }
    return (sure or steady) == {True}


def _dates(coded: Coded, moments: NDArray[np.datetime64], month_first: bool | None) -> Dates:
    """Return the dates of cells from the moments that their different texts name."""
    known = ~np.isnat(moments)
    first = moments[known].min()
    days = np.where(known, (moments - first) / np.timedelta64(1, "s") / _SECONDS_A_DAY, np.nan)
    return Dates(np.append(days, np.nan)[coded.codes], _written(first), month_first)


def _may_be_date(text: str) -> bool:
    return len(text) <= _LONGEST and any(map(str.isdecimal, text))


def _share(texts: Sequence[str], form: str) -> float:
    return sum(_moment(text, form) is not None for text in texts) / len(texts)


def _moments(texts: Sequence[str], form: str, go_on: Callable[[], None]) -> NDArray[np.datetime64]:
    """Return the moments, shape (m,)."""
    parts = []
    for begin in range(0, len(texts), _AT_ONCE):
        go_on()
        parts.append([_moment(text, form) for text in texts[begin : begin + _AT_ONCE]])
    return np.concatenate([np.array(part, dtype="datetime64[s]") for part in parts])


def _moment(text: str, form: str) -> datetime | None:
    """Return the moment that a text names, in UTC where it tells its zone; None where it names none."""
    try:
        if form == _ISO:
            moment = datetime.fromisoformat(text.strip())
            return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)
        numbered = _with_month_numbers(text) if "M%m" in form else text
        moment = datetime.strptime(numbered.strip(), form)  # no zone is told
        return moment.replace(year=moment.year - 100) if "%y" in form and moment.year >= _CENTURY else moment
    except (ValueError, OverflowError):
        return None


def _with_month_numbers(text: str) -> str:
    return _MONTH.sub(lambda found: f"M{_MONTH_OF[found[1].lower()]}", text)


def _written(moment: np.datetime64) -> str:
    return str(moment).removesuffix("T00:00:00")
