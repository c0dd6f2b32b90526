"""What every test of the optimizers walks under: as whoever walks must, with NumPy's floating-point warnings off."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.fixture(autouse=True)
def quiet_numbers():
    with np.errstate(all="ignore"):
        yield
