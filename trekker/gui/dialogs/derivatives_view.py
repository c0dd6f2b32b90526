"""The gradient and the Hessian of a formula, written out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from trekker.gui.background.jobs import Jobs
from trekker.gui.formula_view import FormulaView
from trekker.gui.panels.card import label
from trekker.terrain.formula import Formula

_NAMES = ("∂z/∂x", "∂z/∂y", "∂²z/∂x²", "∂²z/∂x∂y", "∂²z/∂y²")
_HEIGHT = 190


class _Written(NamedTuple):
    """One derivative, both ways."""

    tex: str
    plain: str


class DerivativesView(QScrollArea):
    """Shows the five first and second derivatives of a formula of x and y."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Derivatives"))
        self.setWidgetResizable(True)
        self.setFixedHeight(_HEIGHT)
        self._jobs = Jobs(self)
        inside = QWidget()
        inside.setObjectName("column")
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        self.views = tuple(FormulaView() for _ in _NAMES)
        for row, (name, view) in enumerate(zip(_NAMES, self.views, strict=True)):
            grid.addWidget(label(f"{name} =", "formula"), row, 0)
            grid.addWidget(view, row, 1)
        grid.setRowStretch(len(_NAMES), 1)
        self.setWidget(inside)

    def show_formula(self, formula: Formula) -> None:
        """Derive the formula and show what comes out."""
        self._jobs.start(lambda _: _derivatives(formula), self._take, lambda _: None)

    def close_jobs(self) -> None:
        """Give up what is under way; nothing waits for it."""
        self._jobs.cancel()
        for view in self.views:
            view.close_jobs()

    def _take(self, derivatives: tuple[_Written, ...]) -> None:
        for view, written in zip(self.views, derivatives, strict=True):
            too_long = written.plain == "…"
            plain = self.tr("too long to be read, and used all the same") if too_long else written.plain
            view.show_formula("" if too_long else written.tex, plain)


def _derivatives(formula: Formula) -> tuple[_Written, ...]:
    tex = (*formula.gradient_tex(), *formula.hessian_tex())
    plain = (*formula.gradient_unicode(), *formula.hessian_unicode())
    return tuple(_Written(*pair) for pair in zip(tex, plain, strict=True))
