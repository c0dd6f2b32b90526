"""What the recording and the tests have in common: data, parameters and networks, all from seeds."""

import numpy as np

ACTIVATIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "gelu")
CLASSES = 3


def rows(columns, count=12, seed=0):
    """Inputs (m, k), numbers to predict (m,), and class numbers (m,), every class among them."""
    random = np.random.default_rng(seed)
    inputs = random.normal(size=(count, columns))
    return inputs, random.normal(size=count), (np.arange(count) % CLASSES).astype(float)


def parameters(size):
    return np.random.default_rng(size).normal(0.0, 0.5, size)


NETWORKS = {
    **{f"perceptron {a} {t}": ("perceptron", a, t) for a in ACTIVATIONS for t in ("regression", "classification")},
    **{f"convolutional {a}": ("convolutional", a, "classification") for a in ("relu", "gelu")},
    "softmax": ("softmax", "", "classification"),
}
HIDDEN = (5, 4)
FILTERS = (2, 3)
SIDE = 8
COLUMNS = 3
DELTA = 0.7


def columns_of(kind):
    return SIDE * SIDE if kind == "convolutional" else COLUMNS


def table(seed=3):
    """Correlated inputs (m, 3), targets that follow them with noise, and two classes that no plane parts."""
    random = np.random.default_rng(seed)
    inputs = random.normal(size=(80, 3)) @ np.array([[1.0, 0.5, 0.0], [0.0, 1.0, 0.3], [0.0, 0.0, 1.0]]) + 0.5
    score = inputs @ [1.5, -1.0, 0.0] + 0.3 + random.normal(size=80)
    return inputs, score, (score + random.normal(size=80) > 0).astype(float)


RIDGE, LASSO, LOGISTIC = 0.3, 0.2, 0.05
"""The strengths of the penalties, as this program counts them: on the mean over the rows."""
