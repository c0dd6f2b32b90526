"""Files that people open: good ones, broken ones, and things that are no files at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

_TEXTS = {
    "sold.csv": "price,sold\n" + "\n".join(f"{0.5 * row},{30 - 3 * row + row % 2}" for row in range(9)) + "\n",
    "semicolons.csv": "a;b;c\n1,5;2;x\n2,5;3;y\n3,5;4;x\n4,5;1;y\n",
    "ragged.csv": "a,b\n1\n2,3,4\n5\n",
    "one column.csv": "n\n1\n2\n3\n",
    "words.tsv": "text\tmood\n" + "\n".join(f"good day {row}\tgood\nbad day {row}\tbad" for row in range(5)) + "\n",
    "empty.csv": "",
    "title only.csv": "a,b\n",
    "grid.asc": "ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 10\n1 2 3\n4 5 6\n7 9 8\n",
    "broken.asc": "ncols 3\nnrows x\n1 2 3\n",
    "notes.txt": "These are some notes, and no table.\n",
}


def make_things(folder: Path) -> list[Path]:
    """Write them all into a folder; return their paths, one of which leads nowhere and one to a folder."""
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "noise.xlsx").write_bytes(bytes(range(256)) * 4)
    (folder / "noise.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (folder / "kanji.csv").write_bytes("値段,個数\n1,30\n2,20\n3,12\n".encode("cp932"))
    np.save(folder / "hill.npy", np.add.outer(np.linspace(-1, 1, 12) ** 2, np.linspace(-1, 1, 9) ** 2))
    np.save(folder / "flat.npy", np.zeros((2, 2)))
    Image.new("L", (8, 6), 90).save(folder / "grey.png")
    (folder / "folder.csv").mkdir(exist_ok=True)
    return [*sorted(folder.iterdir()), folder / "missing.csv"]
