"""Which walks are recorded: two settings of each rule that PyTorch or optax has, on each of four grounds."""

from __future__ import annotations

from typing import Any

STEPS = 200
EVERY = 10

# A stride that follows the slope must suit the steepest ground of the walk. All settings are tame: where a walk
# jumps about, rounding alone drives two programs apart that do the same.
STRIDES = {"bowl": 0.05, "rosenbrock": 4e-4, "himmelblau": 4e-3, "beale": 4e-3}
FOLLOWS_THE_SLOPE = ("gradient_descent", "momentum", "nesterov")

SETTINGS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "gradient_descent": ({"learning_rate": 1.0}, {"learning_rate": 0.3}),
    "momentum": ({"learning_rate": 0.5, "momentum": 0.9}, {"learning_rate": 1.0, "momentum": 0.5}),
    "nesterov": ({"learning_rate": 0.5, "momentum": 0.9}, {"learning_rate": 0.7, "momentum": 0.6}),
    "adagrad": (
        {"learning_rate": 0.1, "epsilon": 1e-10, "initial_accumulator": 0.0},
        {"learning_rate": 0.3, "epsilon": 1e-3, "initial_accumulator": 0.5},
    ),
    "adadelta": (
        {"learning_rate": 1.0, "decay": 0.9, "epsilon": 1e-6},
        {"learning_rate": 0.5, "decay": 0.95, "epsilon": 1e-4},
    ),
    "rmsprop": (
        {"learning_rate": 0.005, "decay": 0.99, "epsilon": 1e-8, "momentum": 0.0, "centered": False},
        {"learning_rate": 0.001, "decay": 0.95, "epsilon": 1e-2, "momentum": 0.5, "centered": True},
    ),
    "adam": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4},
    ),
    "amsgrad": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        {"learning_rate": 0.03, "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-4},
    ),
    "adamax": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        {"learning_rate": 0.005, "beta1": 0.7, "beta2": 0.99, "epsilon": 1e-3},
    ),
    "nadam": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "momentum_decay": 0.004},
        {"learning_rate": 0.005, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-4, "momentum_decay": 0.05},
    ),
    "radam": (
        {"learning_rate": 0.002, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        {"learning_rate": 0.001, "beta1": 0.7, "beta2": 0.95, "epsilon": 1e-3},
    ),
    "adamw": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.01},
        {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4, "weight_decay": 0.3},
    ),
    "adabelief": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-16},
        {"learning_rate": 0.005, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4},
    ),
    "lion": (
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.99, "weight_decay": 0.0},
        {"learning_rate": 0.003, "beta1": 0.7, "beta2": 0.9, "weight_decay": 0.2},
    ),
    "rprop": (
        {"learning_rate": 0.01, "eta_minus": 0.5, "eta_plus": 1.2, "step_min": 1e-6, "step_max": 50.0},
        {"learning_rate": 0.002, "eta_minus": 0.3, "eta_plus": 1.1, "step_min": 1e-3, "step_max": 0.05},
    ),
    "sign_descent": ({"learning_rate": 0.01}, {"learning_rate": 0.003}),
}


def settings_on(rule: str, which: int, ground: str) -> dict[str, Any]:
    """Return one of the two settings of ``rule`` as it is on ``ground``."""
    settings = dict(SETTINGS[rule][which])
    if rule in FOLLOWS_THE_SLOPE:
        settings["learning_rate"] *= STRIDES[ground]
    return settings


SCHEDULES: dict[str, dict[str, Any]] = {
    "step": {"drop": 0.7, "every": 30},
    "exponential": {"rate": 0.6, "every": 50},
    "cosine": {"duration": 120, "floor": 0.1},
    "warmup_cosine": {"warmup": 25, "duration": 150, "start": 0.2, "floor": 0.05},
    "cyclic": {"period": 40, "floor": 0.25},
}

GRADIENTS = ((3.0, 4.0), (0.3, -0.4), (-7e3, 2e-9), (0.0, 0.0), (1.0, 0.0), (-0.6, 0.8))
CLIPPINGS = ("norm:1.0", "norm:2.5", "value:0.5", "value:3.5")
