"""How large a learning rate may be before steps on a quadratic grow instead of shrink."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array


def stability_limit(
    hessian: Array,
    *,
    decay: float = 0.0,
    gradient_weight: float = 1.0,
    mean_weight: float = 0.0,
    scale: Array | None = None,
    weight_decay: float = 0.0,
) -> float | None:
    """Return the largest stable α of the linear rule that most first-order rules are, near a quadratic's floor.

    The rule is u ← βu + (1 − β)g, θ ← θ − α[P(A·g + B·u) + wθ] with g = Hθ. In an eigenvector of P^½HP^½ with
    eigenvalue λ it is a 2×2 linear map; Schur's conditions on its trace and determinant all hold exactly where
    α < 2(1 + β) / (w(1 + β) + λ[A(1 + β) + B(1 − β)]), so the largest λ decides.

    Args:
        hessian: H, symmetric, shape (n, n).
        decay: β, from 0 up to but not including 1.
        gradient_weight: A, not negative.
        mean_weight: B, not negative. A heavy ball v ← βv + g is B = 1/(1 − β), A = 0.
        scale: the diagonal of P, positive, shape (n,); the identity where it is None.
        weight_decay: w, decoupled from P.

    Returns:
        The limit, or None where no direction curves upwards or a number is not finite.
    """
    if scale is not None:
        root = np.sqrt(scale)
        hessian = root[:, np.newaxis] * hessian * root
    if not np.isfinite(hessian).all():
        return None
    curvature = float(np.linalg.eigvalsh(hessian)[-1])
    push = curvature * (gradient_weight * (1 + decay) + mean_weight * (1 - decay)) + weight_decay * (1 + decay)
    return 2 * (1 + decay) / push if curvature > 0 else None
