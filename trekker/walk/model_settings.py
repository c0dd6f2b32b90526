"""The same data with other settings of the model, or with another model's."""

from __future__ import annotations

from dataclasses import replace

from trekker.knobs import knobs_of
from trekker.learning.model import Model
from trekker.walk.applications import NamedApplication, applications
from trekker.walk.edited import EditedData
from trekker.walk.grounds import GroundChoice, SampleData
from trekker.walk.tables import TableChoice


def with_model(choice: GroundChoice, model: Model) -> GroundChoice | None:
    """Return the choice of the same data with ``model``; None where the model is not for choosing."""
    if isinstance(choice, NamedApplication):
        choice = applications()[choice.name].choice
    if isinstance(choice, EditedData):
        origin = None if choice.origin is None else with_model(choice.origin, model)
        return replace(choice, model=model, bounds=None, origin=origin or choice.origin)
    if not isinstance(choice, SampleData | TableChoice):
        return None
    return replace(choice, model=model.name, settings=settings_of(model))


def settings_of(model: Model) -> tuple[tuple[str, str], ...]:
    """Return what of a model's settings is not the default, name and text."""
    values = {name: getattr(model, name) for name in knobs_of(model)}
    return tuple((name, str(values[name])) for name, knob in knobs_of(model).items() if values[name] != knob.default)
