"""One trekker's step against the article's bare loop, and against PyTorch where it is installed, on one thread.

    python -m tests.benchmarks.steps

All walk on the article's five points and keep the cost of every step; ours also keeps place, slope and change, and
looks after each step whether the walk has ended. Times are the best of five rounds in which all take turns.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType

from trekker.learning.article import FIVE_POINTS
from trekker.walk.bench import BARE_WALKS, LEARNING_RATE, Walk, recorded_walk, step_times

_STEPS = 3_000
_IN_TORCH: Mapping[str, tuple[str, Mapping[str, float]]] = MappingProxyType(
    {"gradient_descent": ("SGD", {}), "momentum": ("SGD", {"momentum": 0.9}), "adam": ("Adam", {})}
)


def torch_walk(rule: str) -> Walk:
    """Return the walk as one writes it in PyTorch: backward, then the optimizer's step, in float64."""
    import torch

    torch.set_num_threads(1)
    kind, settings = _IN_TORCH[rule]

    def walk(steps: int) -> list[float]:
        x, y = (torch.as_tensor(each, dtype=torch.float64) for each in FIVE_POINTS)
        design = torch.column_stack((torch.ones(len(x), dtype=torch.float64), x))
        theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, kind)([theta], lr=LEARNING_RATE, **settings)
        history = []
        for _ in range(steps):
            optimizer.zero_grad()
            cost = ((design @ theta - y) ** 2).mean() / 2
            cost.backward()
            optimizer.step()
            history.append(cost.item())
        return history

    return walk


def contestants(rule: str) -> dict[str, Walk]:
    """Return who walks by this rule, the bare loop first."""
    walks = {"bare": BARE_WALKS[rule], "ours": recorded_walk(rule)}
    return walks | {"torch": torch_walk(rule)} if find_spec("torch") else walks


def main() -> None:
    print(f"{'rule':18}{'who':8}{'µs a step':>12}{'× bare':>10}")
    for rule in BARE_WALKS:
        times = step_times(contestants(rule), _STEPS)
        for who, time in times.items():
            print(f"{rule:18}{who:8}{time:12.2f}{time / times['bare']:10.2f}")
    if not find_spec("torch"):
        print("PyTorch is not installed: pip install torch, to compare with it as well.")


if __name__ == "__main__":
    main()
