"""A ground made of data: the cost of a model on chosen columns of a table, and what a walk on it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Minimum
from trekker.learning.classes import classes_of, labelled, share_right
from trekker.learning.dataset import ColumnError, Dataset
from trekker.learning.learned_ground import LearnedGround
from trekker.learning.linear import LinearRegression
from trekker.learning.model import Fit, Model
from trekker.learning.sampling import is_quick, notes_on_samples, sample_of
from trekker.learning.split import split
from trekker.learning.standardisation import Standardisation
from trekker.learning.survey import Survey
from trekker.messages import Message, listed, message, number

_TOO_LARGE = 1e100
"""Squares of numbers up to here, summed over any table, stay finite."""
_MOST_NAMES = 4


@dataclass(frozen=True, kw_only=True, eq=False)
class DataGround(LearnedGround):
    """A ground whose height is the mean loss of a model over the rows of a table.

    Attributes:
        dataset: the rows that are learnt from.
        validation: the rows held out; None where none are.
        x: the names of the k input columns.
        y: the name of the target column.
        inputs: the inputs as the table has them, shape (m, k), read-only.
        targets: the targets, shape (m,), read-only.
        standardisation: what is done to the inputs before the model sees them.
        classes: the numbers by which the table knows a classifier's classes, ascending, shape (K,); else empty.
    """

    dataset: Dataset
    x: tuple[str, ...]
    y: str
    inputs: Array
    targets: Array
    standardisation: Standardisation
    classes: Array = field(default_factory=lambda: np.empty(0))
    validation: Dataset | None = None

    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return what the model says about ``inputs``, in the table's own units.

        Args:
            theta: parameters, shape (…, n).
            inputs: shape (m, k), or (m,) where there is one input column.

        Returns:
            Predictions, shape (…, m); of a classifier the label of the likeliest class. NaN or infinity where θ is
            out of all bounds.
        """
        predicted = self.model.predict(theta, self._seen(inputs))
        return labelled(predicted, self.classes) if self.classes.size else predicted

    def probabilities(self, theta: Array, inputs: Array) -> Array:
        """Return a classifier's belief in each of :attr:`classes`, shape (…, m, K).

        Raises:
            NotImplementedError: where the model is no classifier.
        """
        return self.model.probabilities(theta, self._seen(inputs))

    def cost_on(self, dataset: Dataset) -> CostFunction:
        """Return the same model's cost on other rows, such as those held out: same columns, units and classes.

        Raises:
            ColumnError: where a column is missing, or holds a class that this ground's table has not.
        """
        targets = dataset[self.y]
        if self.classes.size and not np.isin(targets, self.classes).all():
            raise ColumnError(
                "{table} has values of {column} that were not among those the model learns from",
                table=dataset.name,
                column=self.y,
            )
        return _cost_of(self.model, self.standardisation, dataset.numbers(self.x), targets, self.classes)

    def accuracy_on(self, theta: Array, dataset: Dataset) -> Array:
        """Return the share of rows whose class is predicted right, shape (…), for ``theta`` of shape (…, n).

        NaN where θ is so far out of bounds that nothing is predicted.

        Raises:
            NotImplementedError: where the model is no classifier.
            ColumnError: where a column is missing.
        """
        if not self.classes.size:
            raise NotImplementedError(f"{self.model.title} has no classes")
        return share_right(self.predict(theta, dataset.numbers(self.x)), dataset[self.y])

    @cached_property
    def held_out(self) -> CostFunction | None:
        """The same model's cost on the rows held out; None where none are."""
        return None if self.validation is None else self.cost_on(self.validation)

    @cached_property
    def sampled(self) -> DataGround:
        """The same ground with only some of its rows where they are very many."""
        dataset = _sampled(self.dataset, self.seed)
        validation = None if self.validation is None else _sampled(self.validation, self.seed)
        if dataset is self.dataset and validation is self.validation:
            return self
        return replace(
            self,
            cost=self.cost if dataset is self.dataset else self.estimate or self.cost_on(dataset),
            estimate=None,
            dataset=dataset,
            validation=validation,
            inputs=dataset.numbers(self.x),
            targets=dataset[self.y],
        )

    def parameter_names(self) -> Sequence[str]:
        """Return what the model calls each of the n parameters."""
        return self.model.parameters(self.x, max(1, len(self.classes)))

    def without_held_out(self) -> DataGround:
        """Return the same ground as if no rows were held out."""
        return replace(self, validation=None)

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """What people call each of :attr:`classes`: its label in the table, or its number."""
        labels = self.dataset.labels(self.y)
        return tuple(labels[int(each)] if labels else number(each, 8) for each in self.classes.tolist())

    @property
    def classifies(self) -> bool:
        """Whether the target is a class."""
        return self.classes.size > 0

    def accuracy(self, theta: Array) -> Array:
        """Return the share of the rows learnt from that are predicted right, shape (…)."""
        return self.accuracy_on(theta, self.dataset)

    def validation_accuracy(self, theta: Array) -> Array:
        """Return the share of the rows held out that are predicted right, shape (…); NaN where none are."""
        return (
            np.full(theta.shape[:-1], np.nan) if self.validation is None else self.accuracy_on(theta, self.validation)
        )

    def _seen(self, inputs: Array) -> Array:
        """Return the inputs as the model sees them, shape (m, k)."""
        return self.standardisation(inputs.reshape(-1, len(self.x)))


def data_ground(
    dataset: Dataset,
    x: Sequence[str],
    y: str,
    model: Model | None = None,
    *,
    standardise: bool = False,
    validation_share: float = 0.0,
    seed: int = 0,
    validation: Dataset | None = None,
) -> DataGround:
    """Make the ground of ``model`` (linear regression, unless said otherwise) that predicts ``y`` from ``x``.

    The inputs are taken as they are, as the article does; with ``standardise`` each is first brought to mean 0 and
    spread 1, which turns a long trough into a round bowl. Rows held out have no part in either.

    Args:
        dataset: the table.
        x: the input columns.
        y: the target column.
        model: the model.
        standardise: whether the inputs are standardised, by the rows that are learnt from.
        validation_share: how many of the rows are held out: a number of at least 0 and below 1.
        seed: draws the rows held out.
        validation: rows held out already, such as the last months of a history; then no more are.

    Raises:
        ColumnError: where a column is missing, used twice, or too large to be squared; one sentence.
        ValueError: where the columns do not suit the model, or the share is not allowed; one sentence.
    """
    model = LinearRegression() if model is None else model
    x = tuple(x)
    targets = _chosen(dataset, x, y)[1]
    classes = classes_of(targets, y, model) if model.classifies else np.empty(0)
    if validation is None and validation_share != 0.0:
        dataset, validation = split(dataset, validation_share, np.random.SeedSequence(seed))
    inputs, targets = dataset.numbers(x), dataset[y]
    standardisation = Standardisation.of(inputs) if standardise else Standardisation.none(len(x))
    cost = _cost_of(model, standardisation, inputs, targets, classes)
    start, best = model.start(cost), model.best(cost)
    survey = Survey.of(cost, start, None if best is None else best.theta)
    names = model.parameters(x, max(1, len(classes)))
    sample = None if is_quick(cost) else sample_of(cost.rows, seed)
    return DataGround(
        name=model.name,
        title=_title(model, x, y, standardised=standardise),
        cost=cost,
        bounds=survey.bounds,
        start=tuple(start.tolist()),
        minima=_minima(best, survey),
        learning_rates=MappingProxyType({**_learning_rates(survey), **model.learning_rates}),
        formula=model.formula_of(len(x)),
        story=model.story,
        source=dataset.source,
        axes=(names[0], names[1]),
        dataset=dataset,
        validation=validation,
        model=model,
        seed=seed,
        x=x,
        y=y,
        inputs=inputs,
        targets=targets,
        standardisation=standardisation,
        classes=classes,
        notes=(
            *dataset.notes,
            *_notes(best, x, standardise),
            *notes_on_samples(cost, 0 if validation is None else validation.row_count),
        ),
        estimate=None if sample is None else _cost_of(model, standardisation, inputs[sample], targets[sample], classes),
    )


def _sampled(dataset: Dataset, seed: int) -> Dataset:
    rows = sample_of(dataset.row_count, seed)
    return dataset if rows is None else dataset.picked(rows)


def _cost_of(
    model: Model, standardisation: Standardisation, inputs: Array, targets: Array, classes: Array
) -> CostFunction:
    """Return the model's cost on inputs (m, k) and targets (m,) as the table has them."""
    return model.cost(standardisation(inputs), _numbered(targets, classes), len(classes) or None)


def _chosen(dataset: Dataset, x: tuple[str, ...], y: str) -> tuple[Array, Array]:
    """Return inputs (m, k) and targets (m,), after checking the choice."""
    if not x:
        raise ColumnError(
            "choose at least one input column of {table}: {columns}",
            table=dataset.name,
            columns=", ".join(dataset.names),
        )
    used: set[str] = set()
    for name in (*x, y):
        if name in used:
            raise ColumnError(
                "the column {name} is chosen twice; inputs and target must be different columns", name=name
            )
        if np.abs(dataset[name]).max() > _TOO_LARGE:
            raise ColumnError(
                "the column {name} has numbers beyond {most}, too large to be squared",
                name=name,
                most=f"{_TOO_LARGE:g}",
            )
        used.add(name)
    return dataset.numbers(x), dataset[y]


def _numbered(targets: Array, classes: Array) -> Array:
    """Return the class numbers of the targets; the targets themselves where there are no classes."""
    return np.searchsorted(classes, targets).astype(np.float64) if classes.size else targets


def _listed(names: Sequence[str]) -> str:
    """Return the names with commas between; of many only the first."""
    shown = listed(names[:_MOST_NAMES])
    if len(names) <= _MOST_NAMES:
        return shown
    return message("{names}, … ({count} columns)", names=shown, count=str(len(names)))


def _minima(best: Fit | None, survey: Survey) -> tuple[Minimum, ...]:
    if best is None or not best.unique:
        return ()
    return (Minimum(tuple(best.theta.tolist()), survey.lowest),)


def _learning_rates(survey: Survey) -> dict[str, float]:
    gradual, stride, long_stride = survey.gradual_rate, survey.stride, survey.long_stride
    rates = dict.fromkeys(("gradient_descent", "momentum", "nesterov", "qhm", "radam"), gradual)
    if stride > 0.0:
        rates |= {"adagrad": long_stride, "rmsprop": stride, "adam": stride}
    return rates


def _title(model: Model, x: tuple[str, ...], y: str, *, standardised: bool) -> Message:
    title = message("{model}: {target} from {inputs}", model=message(model.title), target=y, inputs=_listed(x))
    return message("{title}, standardised", title=title) if standardised else title


def _notes(best: Fit | None, x: tuple[str, ...], standardised: bool) -> list[str]:
    notes: list[str] = []
    if standardised:
        notes.append(
            message(
                "The inputs ({inputs}) were brought to mean 0 and spread 1; θ is in those units.", inputs=_listed(x)
            )
        )
    if best is not None and not best.unique:
        notes.append(
            message("Many parameters fit equally well: the lowest ground is a whole valley floor, not one place.")
        )
    return notes
