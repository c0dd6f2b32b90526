"""Elevation grids that are pictures: the lighter, the higher. A TIFF with geographic tags also says how large it is."""

from __future__ import annotations

import struct
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from trekker.cost import Array
from trekker.terrain.elevation import Elevation, HeightmapError, Progress, check_size, check_values, report
from trekker.terrain.heightmap_tables import metres_of_degrees

if TYPE_CHECKING:
    from PIL.Image import Image

_GREY_MODES = ("L", "1", "I", "F", "I;16", "I;16B", "I;16L", "I;16N")
_PIXEL_SCALE, _TIE_POINT, _GEO_KEYS, _NO_DATA = 33550, 33922, 34735, 42113
_MODEL_TYPE, _GEOGRAPHIC = 1024, 2


def read_picture(path: Path, progress: Progress | None = None) -> Elevation:
    """Read a picture of 8, 16 or 32 bits: grey values are heights as they are, colours by their lightness.

    Raises:
        HeightmapError: where it is broken, too large, or has no size.
    """
    from PIL import Image, UnidentifiedImageError

    broken = HeightmapError(
        "{name} cannot be read as a picture; it is broken, cut off or of another kind", name=path.name
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow mutters about broken tags would go to a console
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as picture:
                check_size(picture.height, picture.width, path.name)
                report(progress, 0.1)
                return _elevation(picture, path.name)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise HeightmapError("{name} is too large a picture; make it smaller first", name=path.name) from None
    except FileNotFoundError:
        raise
    except HeightmapError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, TypeError):
        raise broken from None


def _elevation(picture: Image, name: str) -> Elevation:
    tags: Any = getattr(picture, "tag_v2", {})
    values = _heights(picture)
    with suppress(KeyError, ValueError):
        values[values == float(str(tags[_NO_DATA]).strip("\x00 "))] = np.nan
    return Elevation(check_values(values, name), _cell_size(tags, picture.height))


def _heights(picture: Image) -> Array:
    if picture.mode in _GREY_MODES:
        return np.array(picture, dtype=np.float64)
    values = np.array(picture.convert("L"), dtype=np.float64)
    if picture.has_transparency_data:
        alpha = np.array(picture.convert("RGBA").getchannel("A"))
        values[alpha == 0] = np.nan
    return values


def _cell_size(tags: Any, rows: int) -> tuple[float, float] | None:
    """Find the cell size in GeoTIFF's tags; degrees become metres at the middle's latitude."""
    if _PIXEL_SCALE not in tags:
        return None
    east, north = (float(each) for each in tags[_PIXEL_SCALE][:2])
    if not (0 < east < np.inf and 0 < north < np.inf):
        return None
    keys = [int(each) for each in tags.get(_GEO_KEYS, ())]
    entries = {keys[i]: keys[i + 3] for i in range(4, len(keys) - 3, 4)}
    if entries.get(_MODEL_TYPE) == _GEOGRAPHIC:
        top = float(tags[_TIE_POINT][4]) if _TIE_POINT in tags else 0.0
        return metres_of_degrees(east, north, top - north * rows / 2)
    return east, north
