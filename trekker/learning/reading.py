"""How a table is to be read: what somebody has chosen; all else is found out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trekker.messages import Refusal, message

ENCODINGS = ("utf-8", "cp932", "latin-1", "utf-16", "utf-32")
"""The encodings that can be chosen; more are read where a byte order mark tells them."""
DELIMITERS = (",", ";", "\t", "|", " ")
"""What can stand between two cells."""
DECIMALS = (".", ",")
"""The signs that can stand before the decimals of a number."""


@dataclass(frozen=True)
class Reading:
    """What is chosen about reading one table; what is empty, or None, is found out.

    Attributes:
        encoding: how its bytes are to be taken, one of :data:`ENCODINGS`.
        delimiter: what stands between two cells, one of :data:`DELIMITERS`.
        decimal: the decimal sign, one of :data:`DECIMALS`.
        header: whether its first row holds names.
        sheet: which sheet of a workbook.
        month_first: whether dates that could be read either way are month, then day.

    Raises:
        ValueError: where something is chosen that is not on offer; one sentence.
    """

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    header: bool | None = None
    sheet: str = ""
    month_first: bool | None = None

    def __post_init__(self) -> None:
        for what, chosen, offered in (
            (message("encoding"), self.encoding, ENCODINGS),
            (message("delimiter"), self.delimiter, DELIMITERS),
            (message("decimal sign"), self.decimal, DECIMALS),
        ):
            if chosen and chosen not in offered:
                raise Refusal(
                    "the {what} must be one of {known}, not {chosen}",
                    what=what,
                    known=" ".join(map(repr, offered)),
                    chosen=repr(chosen),
                )


AS_FOUND = Reading()
"""Nothing is chosen."""


@dataclass(frozen=True)
class Found:
    """How a table was read in the end.

    Attributes:
        encoding: how its bytes were taken; empty for a workbook and for pasted text.
        delimiter: what stood between two cells; empty for a workbook.
        decimal: the decimal sign; empty for a workbook in whose texts there is no number with one.
        header: whether its first row was taken for names.
        sheet: which sheet of a workbook it is; else empty.
        sheets: all sheets of the workbook.
        month_first: whether dates that could be read either way were taken for month, then day; None where there are
            none.
    """

    encoding: str = ""
    delimiter: str = ""
    decimal: str = "."
    header: bool = False
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    month_first: bool | None = None


class TableError(Refusal):
    """Something cannot be read as a table; its text is one sentence for people."""


class ReadingCancelled(Exception):  # noqa: N818  # it is not an error
    """The reading was given up because ``cancelled`` said so."""


class Watch:
    """Tells somebody how far the reading is, and asks whether to go on."""

    def __init__(self, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def reached(self, share: float) -> None:
        """Report the part that is done, from 0 to 1.

        Raises:
            ReadingCancelled: where the reading is to be given up.
        """
        if self._cancelled is not None and self._cancelled():
            raise ReadingCancelled
        if self._progress is not None:
            self._progress(min(1.0, share))
