"""How the window looks, declared: colours and the size of texts."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup
from trekker.gui.theme import THEMES, Theme

_TEXT_STEP = 1.1


class DressingCommands(CommandGroup):
    """Declares the commands of one main window's look."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        window = self._window
        names = (self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        return (
            *(self._theme(theme, name) for theme, name in zip(THEMES, names, strict=True)),
            Command(
                "larger",
                self.tr("Larger text"),
                self.tr("Make every text larger."),
                lambda: window.look.set_text_scale(window.look.text_scale * _TEXT_STEP),
                "Ctrl++; Ctrl+=",
            ),
            Command(
                "smaller",
                self.tr("Smaller text"),
                self.tr("Make every text smaller."),
                lambda: window.look.set_text_scale(window.look.text_scale / _TEXT_STEP),
                "Ctrl+-",
            ),
            Command(
                "normal_size",
                self.tr("Normal text"),
                self.tr("Give every text its normal size."),
                lambda: window.look.set_text_scale(1.0),
                "Ctrl+0",
            ),
        )

    def _theme(self, theme: Theme, name: str) -> Command:
        return Command(
            f"theme_{theme.name}",
            name,
            self.tr("Wear these colours: {name}.").format(name=name),
            lambda: self._window.look.set_theme(theme),
            checked=lambda: self._window.look.theme is theme,
        )
