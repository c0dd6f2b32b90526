"""Where bundled files are: icons, samples, translations."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
"""Inside the package when it is installed or frozen; beside it in a checkout."""


def asset(name: str) -> Path:
    """Return the path of a bundled file or folder, for a name such as ``"samples/five_points.csv"``.

    Raises:
        FileNotFoundError: with one sentence that names the file and where it was looked for.
    """
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    looked = " or ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"the bundled file {name} is missing from {looked}; installing again restores it")
