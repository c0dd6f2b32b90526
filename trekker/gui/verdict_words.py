"""What is said of a verdict: all that is true, or under the blindfold only what the trekker itself can know."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trekker.gui.texts import core_message, core_text
from trekker.gui.theme import Theme
from trekker.walk.verdict import Reason, Verdict

translate = QCoreApplication.translate

_PLACES = (Reason.GLOBAL_MINIMUM, Reason.LOCAL_MINIMUM, Reason.SADDLE, Reason.PLATEAU, Reason.MAXIMUM)
_BAD = (Reason.DIVERGED, Reason.LEFT_THE_MAP)


def tells_the_place(verdict: Verdict) -> bool:
    """Tell whether a verdict says what kind of place this is: feet feel that it is level, and no more."""
    return verdict.reason in _PLACES


def reason_text(verdict: Verdict, *, knows_the_ground: bool) -> str:
    """Return why a walk ended, in a word or two."""
    if knows_the_ground or not tells_the_place(verdict):
        return core_text(verdict.reason.value)
    return translate("VerdictWords", "level ground")


def because_text(verdict: Verdict, *, knows_the_ground: bool) -> str:
    """Return the sentence that explains why a walk ended."""
    if not knows_the_ground and tells_the_place(verdict):
        return translate("VerdictWords", "No slope is felt any more. The blindfold hides what kind of place this is.")
    if not knows_the_ground and verdict.at_rest:
        return translate("VerdictWords", "All steps are taken, and no slope is felt any more.")
    if not knows_the_ground and verdict.reason is Reason.LEFT_THE_MAP:
        return translate("VerdictWords", "The trekker walked off the map.")
    return core_message(verdict.because)


def advice_text(verdict: Verdict, *, knows_the_ground: bool) -> str:
    """Return what to try next, which tells how the ground curves; nothing where that can't be known."""
    return core_message(verdict.advice) if knows_the_ground and verdict.advice is not None else ""


def verdict_colour(verdict: Verdict, theme: Theme, *, knows_the_ground: bool) -> str:
    """Return the colour of a verdict: good, bad, or neither."""
    if verdict.reason is Reason.GLOBAL_MINIMUM and knows_the_ground:
        return theme.good
    return theme.bad if verdict.reason in _BAD else theme.warning
