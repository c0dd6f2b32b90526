"""A typed formula as ground to walk on, with a start and strides found by looking over its map."""

from __future__ import annotations

from trekker.ground import Bounds, Ground
from trekker.messages import Refusal
from trekker.terrain.formula import FormulaCost, parse
from trekker.terrain.survey import high_place, sensible_strides

DEFAULT_BOUNDS = Bounds(-5.0, 5.0, -5.0, 5.0)


def typed_ground(text: str, bounds: Bounds = DEFAULT_BOUNDS, start: tuple[float, float] | None = None) -> Ground:
    """Return the ground J(θ₀, θ₁) = ``text``.

    Compiles the derivatives, which takes milliseconds.

    Args:
        text: the formula as typed.
        bounds: what the map shows.
        start: where the walk begins; without it, a high place inside the map.

    Raises:
        FormulaError: where ``text`` is not a formula.
        ValueError: where the formula has no value in the middle of the map.
    """
    formula = parse(text)
    cost = FormulaCost(formula)
    cost.prepare()
    found = start or high_place(cost, bounds)
    if found is None:
        raise Refusal(
            "{title} has no value anywhere near the middle of this map; choose other bounds", title=formula.unicode
        )
    return Ground(
        name="formula",
        title=formula.unicode,
        cost=cost,
        bounds=bounds,
        start=found,
        learning_rates=sensible_strides(cost, bounds),
        formula=formula.unicode,
        story="Ground of your own: what would a trekker feel who cannot see it?",
        axes=("θ₀", "θ₁"),
    )
