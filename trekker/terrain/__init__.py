"""Ground that can be written down or measured: J(θ) of two parameters."""
