"""What a person can do with the mountain in the main window: overlays and the eye."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup
from trekker.gui.figure_choice import Figures
from trekker.gui.scene.eyes import Eye, Following
from trekker.gui.scene.overlay import Overlay

OVERLAY_KEYS = (
    (Overlay.GRADIENT, "A"),
    (Overlay.MOMENTUM, "I"),
    (Overlay.SCALING, "E"),
    (Overlay.TANGENT, "T"),
    (Overlay.QUADRATIC, "Q"),
    (Overlay.DIRECTIONS, "D"),
    (Overlay.CIRCLE, "U"),
    (Overlay.SPEED, "S"),
    (Overlay.CONTOURS, "C"),
    (Overlay.MINIMA, "K"),
)


class SceneCommands(CommandGroup):
    """Declares the commands of one main window's mountain."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        return (
            *(self._overlay(which, key) for which, key in OVERLAY_KEYS),
            *self._eyes(),
            *self._following(),
            self._motion(),
            *self._figures(),
            self._plots(),
        )

    def _eyes(self) -> tuple[Command, ...]:
        names = (self.tr("South"), self.tr("East"), self.tr("North"), self.tr("West"))
        hint = self.tr("Look at the whole mountain from this side.")
        return (
            *(
                self._eye(eye, name, hint, str(1 + number))
                for number, (eye, name) in enumerate(zip(Eye, names, strict=False))
            ),
            self._eye(Eye.ABOVE, self.tr("From above"), self.tr("Look straight down on the whole mountain."), "5"),
        )

    def _eye(self, eye: Eye, name: str, hint: str, key: str) -> Command:
        return Command(f"eye_{eye.name.lower()}", name, hint, lambda: self._window.mountain.scene.look_from(eye), key)

    def _following(self) -> tuple[Command, ...]:
        return (
            self._follow(
                Following.BESIDE, self.tr("Follow the trekker"), self.tr("Keep the trekker in the middle."), "6"
            ),
            self._follow(
                Following.SHOULDER,
                self.tr("Over the shoulder"),
                self.tr("See the ground as the trekker has it ahead."),
                "7",
            ),
        )

    def _follow(self, how: Following, name: str, hint: str, key: str) -> Command:
        window = self._window

        def toggle() -> None:
            scene = window.mountain.scene
            scene.follow(Following.NOT if scene.following is how else how)

        return Command(
            f"follow_{how.name.lower()}",
            name,
            hint,
            toggle,
            key,
            checked=lambda: window.mountain.scene.following is how,
        )

    def _motion(self) -> Command:
        window = self._window
        return Command(
            "reduced_motion",
            self.tr("Reduced motion"),
            self.tr("Let nothing glide: the eye, the figures and the blindfold change at once."),
            lambda: window.mountain.set_reduced_motion(not window.mountain.reduced_motion),
            checked=lambda: window.mountain.reduced_motion,
        )

    def _overlay(self, which: Overlay, key: str) -> Command:
        name, hint = self._words(which)
        window = self._window
        return Command(
            f"overlay_{which.value}",
            name,
            hint,
            lambda: window.mountain.overlays.toggle(which),
            key,
            checked=lambda: which in window.mountain.overlays.on,
        )

    def _words(self, which: Overlay) -> tuple[str, str]:
        return {
            Overlay.GRADIENT: (
                self.tr("Gradient"),
                self.tr("Show which way the ground rises most steeply; the arrow grows with the steepness."),
            ),
            Overlay.MOMENTUM: (
                self.tr("Momentum"),
                self.tr("Show where the rule’s memory alone would carry the trekker."),
            ),
            Overlay.SCALING: (
                self.tr("Reach of a step"),
                self.tr("Show how far a slope so steep would lead along each axis: the rule’s scaling as an ellipse."),
            ),
            Overlay.TANGENT: (
                self.tr("Tangent plane"),
                self.tr("Show the plane that the slope alone promises."),
            ),
            Overlay.QUADRATIC: (
                self.tr("Quadratic model"),
                self.tr("Show the bowl that slope and curvature promise, and its lowest place."),
            ),
            Overlay.DIRECTIONS: (
                self.tr("Descent and Newton"),
                self.tr("Compare steepest descent with Newton’s step."),
            ),
            Overlay.CIRCLE: (
                self.tr("Curvature circle"),
                self.tr("Show the circle that hugs the ground along the next step."),
            ),
            Overlay.SPEED: (
                self.tr("Trails by speed"),
                self.tr("Colour trails by how far each step went."),
            ),
            Overlay.CONTOURS: (
                self.tr("Contour lines"),
                self.tr("Draw lines of equal height on the ground, or leave them out."),
            ),
            Overlay.MINIMA: (
                self.tr("Known minima"),
                self.tr("Put a flag at every minimum that is known."),
            ),
        }[which]

    def _figures(self) -> tuple[Command, ...]:
        """Return the commands that choose figures: one to change between both, and one for each choice."""
        figures = self._window.figures
        return (
            Command(
                "simple_figures",
                self.tr("Simple figures"),
                self.tr("Show trekkers as balls, which slow computers draw more quickly, or as hikers."),
                lambda: figures.choose(Figures.HIKERS if figures.simple else Figures.BALLS),
                "Shift+H",
                checked=lambda: figures.simple,
            ),
            *(
                Command(
                    f"figures_{wanted.value}",
                    name,
                    hint,
                    lambda wanted=wanted: figures.choose(wanted),  # type: ignore[misc]  # mypy infers no default's type
                    checked=lambda wanted=wanted: figures.wanted is wanted,  # type: ignore[misc]  # as above
                )
                for wanted, name, hint in (
                    (Figures.AUTOMATIC, self.tr("Automatic"), self.tr("Hikers, or balls where drawing takes long.")),
                    (Figures.HIKERS, self.tr("Hikers"), self.tr("Always show trekkers as hikers.")),
                    (Figures.BALLS, self.tr("Balls"), self.tr("Always show trekkers as balls.")),
                )
            ),
        )

    def _plots(self) -> Command:
        window = self._window
        return Command(
            "blindfold_plots",
            self.tr("Blindfold everything"),
            self.tr("Hide wherever it is told what the trekker can’t know: minima, curvature, the ground ahead."),
            window.sight.toggle_everything,
            "Shift+B",
            enabled=lambda: not window.sight.by_hand,
            checked=lambda: not window.sight.knows_the_ground,
        )
