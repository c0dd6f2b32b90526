"""Record the walks, schedules and clipped gradients that PyTorch and optax give, for the tests to compare with.

Run it from the top of the repository, in an environment of its own (it needs NumPy, torch and optax; the tests
need neither of the last two), with the versions that are to be compared::

    python -m venv reference-venv
    reference-venv/bin/pip install torch==2.13.0 optax==0.2.8
    reference-venv/bin/python -m tests.optimizers.references.record

It writes ``recorded.json`` beside itself. Everything is in float64, and the gradients come from the same NumPy
code that the tests walk on, so that only the rules are compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jax
import numpy as np
import optax
import torch

from tests.optimizers.grounds import GROUNDS, STARTS
from tests.optimizers.references.cases import (
    CLIPPINGS,
    EVERY,
    GRADIENTS,
    SCHEDULES,
    SETTINGS,
    STEPS,
    settings_on,
)

jax.config.update("jax_enable_x64", True)
# NAdam keeps its product of momenta in the default type.
torch.set_default_dtype(torch.float64)

Settings = dict[str, Any]


def _adam_settings(settings: Settings) -> Settings:
    return {
        "lr": settings["learning_rate"],
        "betas": (settings["beta1"], settings["beta2"]),
        "eps": settings["epsilon"],
    }


TORCH: dict[str, Callable[[list[torch.Tensor], Settings], torch.optim.Optimizer]] = {
    "gradient_descent": lambda p, s: torch.optim.SGD(p, lr=s["learning_rate"]),
    "momentum": lambda p, s: torch.optim.SGD(p, lr=s["learning_rate"], momentum=s["momentum"]),
    "nesterov": lambda p, s: torch.optim.SGD(p, lr=s["learning_rate"], momentum=s["momentum"], nesterov=True),
    "adagrad": lambda p, s: torch.optim.Adagrad(
        p, lr=s["learning_rate"], eps=s["epsilon"], initial_accumulator_value=s["initial_accumulator"]
    ),
    "adadelta": lambda p, s: torch.optim.Adadelta(p, lr=s["learning_rate"], rho=s["decay"], eps=s["epsilon"]),
    "rmsprop": lambda p, s: torch.optim.RMSprop(
        p,
        lr=s["learning_rate"],
        alpha=s["decay"],
        eps=s["epsilon"],
        momentum=s["momentum"],
        centered=s["centered"],
    ),
    "adam": lambda p, s: torch.optim.Adam(p, **_adam_settings(s)),
    "amsgrad": lambda p, s: torch.optim.Adam(p, amsgrad=True, **_adam_settings(s)),
    "adamax": lambda p, s: torch.optim.Adamax(p, **_adam_settings(s)),
    "nadam": lambda p, s: torch.optim.NAdam(p, momentum_decay=s["momentum_decay"], **_adam_settings(s)),
    "radam": lambda p, s: torch.optim.RAdam(p, **_adam_settings(s)),
    "adamw": lambda p, s: torch.optim.AdamW(p, weight_decay=s["weight_decay"], **_adam_settings(s)),
    "rprop": lambda p, s: torch.optim.Rprop(
        p,
        lr=s["learning_rate"],
        etas=(s["eta_minus"], s["eta_plus"]),
        step_sizes=(s["step_min"], s["step_max"]),
    ),
}

OPTAX: dict[str, Callable[[Settings], optax.GradientTransformation]] = {
    "adabelief": lambda s: optax.adabelief(
        s["learning_rate"], b1=s["beta1"], b2=s["beta2"], eps=s["epsilon"], eps_root=s["epsilon"]
    ),
    "lion": lambda s: optax.lion(s["learning_rate"], b1=s["beta1"], b2=s["beta2"], weight_decay=s["weight_decay"]),
    "sign_descent": lambda s: optax.sign_sgd(s["learning_rate"]),
}


def torch_walk(rule: str, settings: Settings, ground: str) -> list[list[float]]:
    """Walk with PyTorch; return every tenth place, the start first."""
    theta = torch.tensor(STARTS[ground], requires_grad=True)
    optimizer = TORCH[rule]([theta], settings)
    places = [theta.tolist()]
    for step in range(1, STEPS + 1):
        theta.grad = torch.from_numpy(GROUNDS[ground].gradient(theta.detach().numpy()))
        optimizer.step()
        if step % EVERY == 0:
            places.append(theta.tolist())
    return places


def optax_walk(rule: str, settings: Settings, ground: str) -> list[list[float]]:
    """Walk with optax; return every tenth place, the start first."""
    optimizer = OPTAX[rule](settings)
    theta = jax.numpy.array(STARTS[ground])
    state = optimizer.init(theta)
    update = jax.jit(optimizer.update)
    places = [theta.tolist()]
    for step in range(1, STEPS + 1):
        change, state = update(jax.numpy.array(GROUNDS[ground].gradient(np.asarray(theta))), state, theta)
        theta = theta + change
        if step % EVERY == 0:
            places.append(theta.tolist())
    return places


def walks() -> dict[str, list[list[float]]]:
    """Return every recorded walk by "rule/which settings/ground"."""
    return {
        f"{rule}/{which}/{ground}": (torch_walk if rule in TORCH else optax_walk)(
            rule, settings_on(rule, which, ground), ground
        )
        for rule in SETTINGS
        for which in range(2)
        for ground in GROUNDS
    }


def schedules() -> dict[str, list[float]]:
    """Return the factors of every recorded schedule, step by step."""
    s = SCHEDULES
    by_name: dict[str, Callable[[int], Any]] = {
        "step": optax.exponential_decay(1.0, s["step"]["every"], s["step"]["drop"], staircase=True),
        "exponential": optax.exponential_decay(1.0, s["exponential"]["every"], s["exponential"]["rate"]),
        "cosine": optax.cosine_decay_schedule(1.0, s["cosine"]["duration"], alpha=s["cosine"]["floor"]),
        "warmup_cosine": optax.warmup_cosine_decay_schedule(
            s["warmup_cosine"]["start"],
            1.0,
            s["warmup_cosine"]["warmup"],
            s["warmup_cosine"]["duration"],
            s["warmup_cosine"]["floor"],
        ),
    }
    factors = {
        name: [float(factor(jax.numpy.float64(step))) for step in range(STEPS)] for name, factor in by_name.items()
    }
    return {**factors, "cyclic": torch_cycle(**SCHEDULES["cyclic"])}


def torch_cycle(period: int, floor: float) -> list[float]:
    """Return the factors of PyTorch's triangular cycle; optax has none."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    cycle = torch.optim.lr_scheduler.CyclicLR(optimizer, floor, 1.0, step_size_up=period // 2, cycle_momentum=False)
    factors = []
    for _ in range(STEPS):
        factors.append(cycle.get_last_lr()[0])
        optimizer.step()
        cycle.step()
    return factors


def clipped() -> dict[str, list[list[float]]]:
    """Return the gradients as optax clips them."""
    result = {}
    for text in CLIPPINGS:
        kind, limit = text.split(":")
        rule = {"norm": optax.clip_by_global_norm, "value": optax.clip}[kind](float(limit))
        gradients = [jax.numpy.array(each) for each in GRADIENTS]
        result[text] = [rule.update(each, rule.init(each))[0].tolist() for each in gradients]
    return result


def main() -> None:
    """Write the recordings."""
    recorded = {
        "made with": {"torch": torch.__version__, "optax": optax.__version__},
        "walks": walks(),
        "schedules": schedules(),
        "clipped": clipped(),
    }
    blocks = (
        f'"{title}": {{\n' + ",\n".join(f'"{key}": {json.dumps(value)}' for key, value in block.items()) + "\n}"
        for title, block in recorded.items()
    )
    text = "{\n" + ",\n".join(blocks) + "\n}\n"
    Path(__file__).with_name("recorded.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
