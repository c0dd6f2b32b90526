"""Record what PyTorch says of the networks and losses, and scikit-learn of the lines, for the tests to compare with.

Run it from the top of the repository, in an environment of its own (it needs NumPy, torch and scikit-learn; the
tests need neither of the last two), with the versions that are to be compared::

    python -m venv reference-venv
    reference-venv/bin/pip install torch==2.13.0 scikit-learn==1.9.1
    reference-venv/bin/python -m tests.learning.references.record

It writes ``recorded.json`` beside itself. Everything is in float64. The networks are built from PyTorch's own
functions; only the order of the parameters in θ is this program's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sklearn
import torch
from sklearn import linear_model
from torch import Tensor
from torch.nn import functional

from tests.learning.references import cases

ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "relu": functional.relu,
    "leaky_relu": functional.leaky_relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "gelu": lambda z: functional.gelu(z, approximate="tanh"),
}


class Reader:
    """Takes one array after another out of θ."""

    def __init__(self, theta: Tensor) -> None:
        self._theta, self._at = theta, 0

    def take(self, *shape: int) -> Tensor:
        size = int(torch.Size(shape).numel())
        self._at += size
        return self._theta[self._at - size : self._at].reshape(shape)


def dense(reader: Reader, x: Tensor, units: int) -> Tensor:
    weights, biases = reader.take(x.shape[1], units), reader.take(units)
    return functional.linear(x, weights.T, biases)


def convolution(reader: Reader, x: Tensor, filters: int) -> Tensor:
    weights, biases = reader.take(3, 3, x.shape[1], filters), reader.take(filters)
    return functional.conv2d(x, weights.permute(3, 2, 0, 1), biases, padding=1)


def scores(kind: str, activation: str, theta: Tensor, x: Tensor, outputs: int) -> Tensor:
    reader = Reader(theta)
    if kind == "perceptron":
        for units in cases.HIDDEN:
            x = ACTIVATIONS[activation](dense(reader, x, units))
    if kind == "convolutional":
        x = x.reshape(-1, 1, cases.SIDE, cases.SIDE)
        for filters in cases.FILTERS:
            x = functional.max_pool2d(ACTIVATIONS[activation](convolution(reader, x, filters)), 2)
        x = x.permute(0, 2, 3, 1).flatten(1)
    return dense(reader, x, outputs)


def size(kind: str, outputs: int) -> int:
    shapes = {
        "softmax": [(cases.COLUMNS, outputs)],
        "perceptron": list(zip((cases.COLUMNS, *cases.HIDDEN), (*cases.HIDDEN, outputs), strict=True)),
        "convolutional": [
            *((9 * a, b) for a, b in zip((1, *cases.FILTERS), cases.FILTERS, strict=False)),
            (cases.FILTERS[-1] * (cases.SIDE // 4) ** 2, outputs),
        ],
    }
    return sum((a + 1) * b for a, b in shapes[kind])


def network(kind: str, activation: str, task: str) -> dict[str, Any]:
    inputs, numbers, classes = map(torch.tensor, cases.rows(cases.columns_of(kind)))
    outputs = cases.CLASSES if task == "classification" else 1
    theta = torch.tensor(cases.parameters(size(kind, outputs)), requires_grad=True)
    found = scores(kind, activation, theta, inputs, outputs)
    if task == "classification":
        cost = functional.cross_entropy(found, classes.long())
    else:
        cost = 0.5 * functional.mse_loss(found[:, 0], numbers)
    cost.backward()
    assert theta.grad is not None
    return {"scores": found.tolist(), "cost": cost.item(), "gradient": theta.grad.tolist()}


def loss(name: str) -> dict[str, Any]:
    inputs, numbers, classes = map(torch.tensor, cases.rows(cases.COLUMNS))
    theta = torch.tensor(cases.parameters(cases.COLUMNS + 1), requires_grad=True)
    found = theta[0] + inputs @ theta[1:]
    if name == "huber":
        cost = functional.huber_loss(found, numbers, delta=cases.DELTA)
    else:
        cost = functional.binary_cross_entropy_with_logits(found, (classes == 1).double())
    cost.backward()
    assert theta.grad is not None
    return {"cost": cost.item(), "gradient": theta.grad.tolist()}


def lines() -> Iterator[tuple[str, list[float]]]:
    inputs, targets, classes = cases.table()
    count = len(targets)
    tight = {"tol": 1e-14, "max_iter": 1_000_000}
    fits = {
        "linear": linear_model.LinearRegression().fit(inputs, targets),
        "ridge": linear_model.Ridge(alpha=count * cases.RIDGE, solver="cholesky").fit(inputs, targets),
        "lasso": linear_model.Lasso(alpha=cases.LASSO, **tight).fit(inputs, targets),
        "logistic": linear_model.LogisticRegression(
            C=1 / (count * cases.LOGISTIC), solver="newton-cholesky", **tight
        ).fit(inputs, classes),
    }
    for name, fit in fits.items():
        coefficients = fit.coef_.ravel().tolist()
        yield name, [float(torch.tensor(fit.intercept_).ravel()[0]), *coefficients]


def main() -> None:
    recorded = {
        "versions": {"torch": torch.__version__, "scikit-learn": sklearn.__version__},
        "networks": {name: network(*case) for name, case in cases.NETWORKS.items()},
        "losses": {name: loss(name) for name in ("huber", "logistic")},
        "lines": dict(lines()),
    }
    Path(__file__).with_name("recorded.json").write_text(json.dumps(recorded, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
