"""Translation of texts that the Qt-free core holds: titles, hints, stories, sentences with numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trekker.messages import Message, Refusal


def core_text(text: str) -> str:
    """Return the translation of a text of the core; the text itself where there is none."""
    if isinstance(text, Message):
        return core_message(text)
    return QCoreApplication.translate("Core", text) if text else ""


def core_message(message: Message) -> str:
    """Return a text of the core, translated, with what stands in it translated and in place."""
    translated = core_text(message.text)
    if message.values:
        return translated.format(**{name: told(each) for name, each in message.values})
    return str(message) if translated == message.text else translated


def told(name: str) -> str:
    """Return the name of a column or parameter: translated where the core made it up, else as people wrote it."""
    return core_message(name) if isinstance(name, Message) else name


def core_problem(problem: BaseException) -> str:
    """Return what is wrong, translated where the core says it."""
    return core_message(problem.message) if isinstance(problem, Refusal) else str(problem)


def sorry(fault: BaseException) -> str:
    """Return a sentence on a fault of the program itself."""
    sentence = QCoreApplication.translate("Jobs", "This failed through a fault of the program ({kind}): {what}")
    return sentence.format(kind=type(fault).__name__, what=fault)
