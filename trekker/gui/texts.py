"""Translation of texts that the Qt-free core holds: titles, hints, stories, sentences with numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trekker.messages import Message


def core_text(text: str) -> str:
    """Return the translation of a text of the core; the text itself where there is none."""
    return QCoreApplication.translate("Core", text) if text else ""


def core_message(message: Message) -> str:
    """Return a sentence of the core, translated, with its numbers in place."""
    return core_text(message.text).format(**dict(message.values))
