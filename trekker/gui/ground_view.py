"""How the ground is shown."""

from enum import Enum


class GroundView(Enum):
    """The pictures of the ground: in relief, from above, or both side by side."""

    MOUNTAIN = "mountain"
    MAP = "map"
    BOTH = "both"

    @property
    def following(self) -> "GroundView":
        """The next one, round and round."""
        order = list(GroundView)
        return order[(order.index(self) + 1) % len(order)]
