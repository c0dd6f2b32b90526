"""From a table to texts with labels: one column of what people wrote, and one of what they were taken for."""

from __future__ import annotations

from trekker.learning.dataset import ColumnError
from trekker.learning.table import ColumnKind, Table, TableColumn
from trekker.learning.text_ground import STRENGTH, TextGround, text_ground


def is_of_texts(inputs: tuple[TableColumn, ...]) -> bool:
    """Tell whether texts are learnt from: where a column of texts is the only input."""
    return len(inputs) == 1 and inputs[0].kind is ColumnKind.TEXT


def ground_of_texts(
    table: Table, x: str, y: str, *, strength: float = STRENGTH, validation_share: float, seed: int
) -> TextGround:
    """Make the ground of the texts in column ``x`` and their labels in column ``y``; rows with a gap are left out.

    Args:
        table: where both columns are.
        x: the column of texts.
        y: the column of labels, of which there must be two.
        strength: the price λ of large weights.
        validation_share: how many of the rows are held out, at least 0 and below 1.
        seed: draws those held out.

    Raises:
        ValueError: where the columns are no texts with two labels; one sentence.
    """
    if x == y:
        raise ColumnError("the column {name} is chosen twice; texts and labels must be different columns", name=x)
    texts, target = table[x], table[y]
    kept = ~(texts.missing | target.missing)
    if kept.sum() < 2:
        raise ColumnError("{table} has fewer than two rows without a missing value", table=table.name)
    labels = set(target.texts[kept].tolist())
    if len(labels) != 2:
        raise ColumnError(
            "to learn from texts, the target needs exactly 2 different labels; the column {column} has {count}",
            column=y,
            count=f"{len(labels):,}",
        )
    return text_ground(
        texts.texts[kept].tolist(),
        target.texts[kept].tolist(),
        validation_share=validation_share,
        seed=seed,
        source=table.source,
        strength=strength,
    )
