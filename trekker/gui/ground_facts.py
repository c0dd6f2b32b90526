"""What is known about a ground, in one line for people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trekker.ground import Ground
from trekker.gui.texts import told
from trekker.messages import number

translate = QCoreApplication.translate


def facts_of(ground: Ground) -> str:
    """Return where a ground is lowest and how large its map is, parts separated by dots."""
    return " · ".join((*minima_of(ground), map_of(ground)))


def minima_of(ground: Ground) -> tuple[str, ...]:
    """Return what is known about the minima; nothing where nothing is."""
    best = [minimum for minimum in ground.minima if minimum.is_global]
    others = len(ground.minima) - len(best)
    parts = []
    if len(best) == 1:
        place = ", ".join(number(each, 3) for each in best[0].theta)
        parts.append(translate("GroundFacts", "lowest at ({place})").format(place=place))
    elif best:
        parts.append(translate("GroundFacts", "{count} equally low valleys").format(count=len(best)))
    if others == 1:
        parts.append(translate("GroundFacts", "one higher valley"))
    elif others:
        parts.append(translate("GroundFacts", "{count} higher valleys").format(count=others))
    return tuple(parts)


def map_of(ground: Ground) -> str:
    """Return what the map shows."""
    low, high = ground.bounds.lower, ground.bounds.upper
    ranges = (
        translate("GroundFacts", "{axis} from {low} to {high}").format(
            axis=told(axis), low=number(start), high=number(end)
        )
        for axis, start, end in zip(ground.axes, low, high, strict=True)
    )
    return ", ".join(ranges)
