"""The colours of the parts of a step, the same beside its lines and on the mountain."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trekker.walk.walkthrough import Part

#: Paul Tol's vibrant and bright colours, which people with any kind of colour vision can tell apart.
STEP_COLOURS: Mapping[Part, str] = MappingProxyType(
    {
        Part.SLOPE: "#cc3311",
        Part.DOWNHILL: "#0077bb",
        Part.ADJUSTED: "#ee7733",
        Part.FOUND: "#aa3377",
        Part.MEMORY: "#4477aa",
        Part.WORKING: "#33bbee",
        Part.MOVE: "#228833",
        Part.ARRIVAL: "#999999",
    }
)
