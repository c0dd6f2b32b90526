"""What is said of a verdict: all that is true, or under the blindfold only what the trekker itself can know."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trekker.gui.texts import core_message, core_text
from trekker.gui.theme import Theme
from trekker.walk.verdict import Reason, Verdict

translate = QCoreApplication.translate

_MINIMA = (Reason.GLOBAL_MINIMUM, Reason.LOCAL_MINIMUM)
_BAD = (Reason.DIVERGED, Reason.LEFT_THE_MAP)


def tells_all(verdict: Verdict, *, knows_the_ground: bool) -> bool:
    """Tell whether nothing need be kept back: that no other valley is lower can't be felt in this one."""
    return knows_the_ground or verdict.reason not in _MINIMA


def reason_text(verdict: Verdict, *, knows_the_ground: bool) -> str:
    """Return why a walk ended, in a word or two."""
    if tells_all(verdict, knows_the_ground=knows_the_ground):
        return core_text(verdict.reason.value)
    return translate("VerdictWords", "valley floor")


def because_text(verdict: Verdict, *, knows_the_ground: bool) -> str:
    """Return the sentence that explains why a walk ended."""
    if tells_all(verdict, knows_the_ground=knows_the_ground):
        return core_message(verdict.because)
    return translate("VerdictWords", "It is level here. Whether another valley is lower is hidden by the blindfold.")


def verdict_colour(verdict: Verdict, theme: Theme, *, knows_the_ground: bool) -> str:
    """Return the colour of a verdict: good, bad, or neither."""
    if verdict.reason is Reason.GLOBAL_MINIMUM and knows_the_ground:
        return theme.good
    return theme.bad if verdict.reason in _BAD else theme.warning
