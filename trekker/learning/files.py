"""The bytes of a file that somebody wants to open, or one sentence on why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from trekker.learning.reading import TableError

SIZE_LIMIT = 100_000_000
"""The largest file that is read, in bytes."""


def bytes_of(path: Path) -> bytes:
    """Return what is in the file, unless it is too large to be opened.

    Raises:
        TableError: where there is no such file, or it cannot be read.
    """
    try:
        if path.is_dir():
            raise TableError("{name} is a folder; open a CSV file inside it", name=path.name or path)
        if not path.exists():
            raise TableError("there is no file {path}", path=path)
        if not path.is_file():
            raise TableError("{name} is not an ordinary file; open a CSV file", name=path.name)
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise TableError(
                "{name} is {size} MB; tables up to {most} MB can be opened",
                name=path.name,
                size=f"{size / 1e6:,.0f}",
                most=f"{SIZE_LIMIT / 1e6:.0f}",
            )
        return path.read_bytes()
    except OSError as fault:
        raise TableError("{name} cannot be read: {reason}", name=path.name, reason=fault.strerror or fault) from None
    except TableError:
        raise
    except ValueError:  # a name that no file can have, such as one with a zero byte
        raise TableError("there is no file {path}", path=repr(str(path))) from None
