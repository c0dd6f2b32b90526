"""One step of gradient descent of every model, against the same step in PyTorch on one thread, where it is installed.

    python -m tests.benchmarks.models

All read the bundled digits, 64 columns, in float64: the curves take the digit for a number, logistic regression tells
small digits from large ones. A step picks its rows, works out the cost and its gradient, and goes down by a fixed
learning rate. First both must agree on cost and gradient. Times are the best of rounds in which both take turns.
"""

import trekker  # noqa: F401 - before NumPy, which then computes on one thread, as PyTorch does here

# isort: split
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.learning.catalogue import models
from trekker.learning.digits import PIXELS, TARGET, digits
from trekker.learning.model import Model
from trekker.learning.network import Network

if TYPE_CHECKING:
    from torch import Tensor

_ROUNDS, _ROUND_S = 9, 0.05
_LEARNING_RATE = 1e-3
_BATCHES = (32, 256, None)
"""Rows that a step feels; None for all."""


@dataclass(frozen=True)
class Task:
    """A model and the rows that it learns from, class numbers for a classifier."""

    model: Model
    inputs: Array
    targets: Array

    @property
    def cost(self) -> CostFunction:
        return self.model.cost(self.inputs, self.targets)


def task_of(model: Model) -> Task:
    table = digits()
    targets = table[TARGET]
    targets = (targets >= 5).astype(np.float64) if model.most_classes == 2 and model.classifies else targets
    return Task(model, table.numbers(PIXELS), targets)


Step = Callable[[], object]


def our_step(cost: CostFunction, theta: Array, rows: Array | None) -> Step:
    place = theta.copy()

    def step() -> None:
        nonlocal place
        _, gradient = cost.cost_and_gradient(place, rows)
        place = place - _LEARNING_RATE * gradient

    return step


# PyTorch --------------------------------------------------------------------------------------------------------


def torch_cost(task: Task, cost: CostFunction) -> Callable[["Tensor", "Tensor | None"], "Tensor"]:
    """Return J(θ) on some rows as one writes it in PyTorch; only the order of the numbers in θ is ours."""
    import torch

    torch.set_num_threads(1)
    model: Any = task.model
    y = torch.tensor(task.targets, dtype=torch.long if isinstance(cost, Network) and model.classifies else None)
    scores = _network_scores(task, cost) if isinstance(cost, Network) else None
    x = torch.tensor(task.inputs if scores else model.design(task.inputs))
    loss, price = _LOSSES[model.name](model), _PRICES.get(model.name, lambda model, slopes: 0.0)

    def of(theta: "Tensor", rows: "Tensor | None") -> "Tensor":
        picked, wanted = (x, y) if rows is None else (x[rows], y[rows])
        said = picked @ theta if scores is None else scores(theta, picked)
        total: Tensor = loss(said, wanted) + price(model, theta[1:])
        return total

    return of


def _network_scores(task: Task, cost: Network) -> Callable[["Tensor", "Tensor"], "Tensor"]:
    """Return the scores of a perceptron, a convolutional network or softmax regression: a stage for each two blocks."""
    import torch
    from torch.nn import functional

    blocks = cost.layout.blocks
    sizes, activation = [block.size for block in blocks], getattr(task.model, "activation", "relu")

    def scores(theta: "Tensor", x: "Tensor") -> "Tensor":
        parts = [part.reshape(block.shape) for part, block in zip(torch.split(theta, sizes), blocks, strict=True)]
        if len(blocks[0].shape) == 4:
            x = x.reshape(-1, 1, 8, 8)
        for weights, biases in zip(parts[::2], parts[1::2], strict=True):
            if weights.ndim == 4:
                x = functional.conv2d(x, weights.permute(3, 2, 0, 1), biases, padding=1)
                x = functional.max_pool2d(getattr(torch, activation)(x), 2)
                continue
            x = functional.linear(x.permute(0, 2, 3, 1).flatten(1) if x.ndim == 4 else x, weights.T, biases)
            if weights is not parts[-2]:
                x = getattr(torch, activation)(x)
        return x if task.model.classifies else x[:, 0]

    return scores


def _half_squared(_: Any) -> Any:
    from torch.nn import functional

    return lambda said, y: 0.5 * functional.mse_loss(said, y)


def _huber(model: Any) -> Any:
    from torch.nn import functional

    return lambda said, y: functional.huber_loss(said, y, delta=model.delta)


def _two_classes(_: Any) -> Any:
    from torch.nn import functional

    return functional.binary_cross_entropy_with_logits


def _many_classes(_: Any) -> Any:
    from torch.nn import functional

    return functional.cross_entropy


def _rounded_length(model: Any, slopes: Any) -> Any:
    return model.strength * ((slopes * slopes + model.rounding**2).sqrt() - model.rounding).sum()


_LOSSES: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    dict.fromkeys(("linear", "polynomial", "ridge", "lasso", "perceptron"), _half_squared)
    | {"huber": _huber, "logistic": _two_classes}
    | dict.fromkeys(("softmax", "convolutional"), _many_classes)
)
_PRICES: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
    {"ridge": lambda model, slopes: 0.5 * model.strength * (slopes @ slopes), "lasso": _rounded_length}
)


def torch_step(task: Task, cost: CostFunction, theta: Array, rows: Array | None) -> Step:
    """Return the step in PyTorch: forward, backward, down; first both must say the same."""
    import torch

    of = torch_cost(task, cost)
    place = torch.tensor(theta, requires_grad=True)
    picked = None if rows is None else torch.tensor(rows)

    def step() -> None:
        place.grad = None
        of(place, picked).backward()
        with torch.no_grad():
            place.sub_(place.grad, alpha=_LEARNING_RATE)

    value = of(place, picked)
    value.backward()
    ours, our_gradient = cost.cost_and_gradient(theta, rows)
    assert place.grad is not None
    np.testing.assert_allclose(value.item(), ours, rtol=1e-10)
    np.testing.assert_allclose(place.grad.numpy(), our_gradient, rtol=1e-8, atol=1e-12)
    return step


# Measuring ------------------------------------------------------------------------------------------------------


def microseconds(steps: Mapping[str, Step]) -> dict[str, float]:
    """Return what one of each takes: the best of several rounds, in which all take turns."""
    times = {name: min(_seconds(step, 1) for _ in range(3)) for name, step in steps.items()}
    repeats = {name: max(1, round(_ROUND_S / seconds)) for name, seconds in times.items()}
    for _ in range(_ROUNDS):
        for name, step in steps.items():
            times[name] = min(times[name], _seconds(step, repeats[name]) / repeats[name])
    return {name: seconds * 1e6 for name, seconds in times.items()}


def _seconds(step: Step, times: int) -> float:
    begun = time.perf_counter()
    for _ in range(times):
        step()
    return time.perf_counter() - begun


def main() -> None:
    has_torch = bool(find_spec("torch"))
    print(f"{'model':18}{'rows':>6}{'ours, µs':>12}{'torch, µs':>12}{'× torch':>10}")
    for name, kind in models().items():
        task = task_of(kind())
        cost = task.cost
        theta = np.random.default_rng(1).normal(0.0, 0.1, cost.dimension)
        for size in _BATCHES:
            rows = None if size is None else np.random.default_rng(2).permutation(cost.rows)[:size]
            steps = {"ours": our_step(cost, theta, rows)}
            if has_torch and name in _LOSSES:
                steps["torch"] = torch_step(task, cost, theta, rows)
            found = microseconds(steps)
            against = f"{found['torch']:12.1f}{found['ours'] / found['torch']:10.2f}" if "torch" in found else ""
            print(f"{name:18}{size or cost.rows:6}{found['ours']:12.1f}{against}")
    if not has_torch:
        print("PyTorch is not installed, so there is nothing to compare with: pip install torch, to do so.")


if __name__ == "__main__":
    main()
