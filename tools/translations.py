"""Keeps the translations: ``update`` gathers the texts and compiles them, ``check`` tells what is stale.

The window's own texts stand in ``tr()`` and ``translate()`` calls, where Qt's lupdate finds them. The core knows no
Qt, so its texts are gathered here, under the context "Core", by five rules: what is handed to ``message()`` or to a
refusal, see ``TELLING_CALLS``; what a keyword or a class attribute named in ``TELLING_NAMES`` says; labels, hints,
units and choices of knobs; the words of an enumeration; and titles and stories of the bundled tables.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("ja",)
CORE_PACKAGES = ("terrain", "learning", "optimizers", "walk")
TELLING_CALLS = frozenset(
    {
        "message",
        "Refusal",
        "FormulaError",
        "HeightmapError",
        "ColumnError",
        "TableError",
        "MisreadError",
        "NotTextError",
    }
)
TELLING_NAMES = frozenset({"title", "idea", "story", "note", "group", "lesson", "caveat", "label", "hint"})


def main(arguments: list[str]) -> int:
    """Update or check; return the exit status."""
    if arguments not in (["update"], ["check"]):
        print("Say what to do: update or check.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        fresh = [each for language in LANGUAGES for each in refreshed(language, Path(folder))]
        if arguments == ["check"]:
            return check(fresh)
        TRANSLATIONS.mkdir(parents=True, exist_ok=True)
        for file in fresh:
            put_in_place(file)
    return 0


def put_in_place(file: Path) -> None:
    """Bring a file into the checkout at one stroke: Qt keeps the old one mapped where a window is open."""
    beside = TRANSLATIONS / f"{file.name}.new"
    shutil.copyfile(file, beside)
    beside.replace(TRANSLATIONS / file.name)


def check(fresh: list[Path]) -> int:
    """Compare the files in the checkout with fresh ones; return the exit status."""
    stale = [file.name for file in fresh if not same(file, TRANSLATIONS / file.name)]
    if stale:
        print(f"Stale: {', '.join(stale)}. Please run: make translations", file=sys.stderr)
        return 1
    for file in fresh:
        unfinished = file.read_bytes().count(b'type="unfinished"') if file.suffix == ".ts" else 0
        if unfinished:
            print(f"{file.name}: {unfinished} texts wait for a translator.")
    return 0


def same(one: Path, other: Path) -> bool:
    """Tell whether both files are there and hold the same bytes."""
    return other.is_file() and one.read_bytes() == other.read_bytes()


def refreshed(language: str, folder: Path) -> tuple[Path, Path]:
    """Make the .ts and the .qm of a language in ``folder``, as they would be after an update; return both."""
    texts = folder / f"trekker_{language}.ts"
    binary = texts.with_suffix(".qm")
    committed = TRANSLATIONS / texts.name
    if committed.is_file():
        shutil.copyfile(committed, texts)
    core = folder / "core_texts.py"
    core.write_text(as_calls(core_texts()), encoding="utf-8")
    sources = [*sorted((ROOT / "trekker" / "gui").rglob("*.py")), ROOT / "trekker" / "app.py", core]
    linguist(
        "lupdate",
        *(str(source) for source in sources if source.is_file()),
        *("-ts", str(texts), "-target-language", language),
        *("-locations", "none", "-no-obsolete", "-sort-messages", "-silent"),
    )
    linguist("lrelease", "-silent", str(texts), "-qm", str(binary))
    return texts, binary


def linguist(tool: str, *arguments: str) -> None:
    """Run one of Qt's translation tools, as PySide6 brings it along."""
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode or "rror:" in done.stderr:
        sys.exit(f"{program.name} failed: {done.stderr or done.stdout}")


def as_calls(texts: set[str]) -> str:
    """Write texts as the calls that lupdate finds."""
    return "\n".join(f'QCoreApplication.translate("Core", {text!r})' for text in sorted(texts))


def core_texts() -> set[str]:
    """Gather every text for people outside the window."""
    files = [path for package in CORE_PACKAGES for path in (ROOT / "trekker" / package).rglob("*.py")]
    texts = {*texts_of_knobs(), *texts_of_samples()}
    for path in [*files, *(ROOT / "trekker").glob("*.py")]:
        texts |= set(texts_in(ast.parse(path.read_text(encoding="utf-8"))))
    return {text for text in texts if any(letter.isalpha() for letter in text)}


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Find the texts of one module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in TELLING_CALLS and node.args:
                yield from literals(node.args[0])
            for keyword in node.keywords:
                if keyword.arg in TELLING_NAMES:
                    yield from literals(keyword.value)
        elif isinstance(node, ast.ClassDef):
            yield from texts_in_class(node)


def texts_in_class(node: ast.ClassDef) -> Iterator[str]:
    """Find the telling attributes of a class, or the words of an enumeration."""
    is_enum = any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases)
    for line in node.body:
        if isinstance(line, ast.Assign | ast.AnnAssign) and line.value is not None:
            target = line.targets[0] if isinstance(line, ast.Assign) else line.target
            if is_enum or (isinstance(target, ast.Name) and target.id in TELLING_NAMES):
                yield from literals(line.value)


def literals(node: ast.expr) -> Iterator[str]:
    """Return the text that an expression is, or the two that it chooses from."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def texts_of_knobs() -> Iterator[str]:
    """Find label, hint, unit and choices of every knob: helpers make some of them, so the classes are asked."""
    sys.path.insert(0, str(ROOT))
    from trekker.knobs import knobs_of

    for package in CORE_PACKAGES:
        home = importlib.import_module(f"trekker.{package}")
        for found in pkgutil.walk_packages(home.__path__, f"{home.__name__}."):
            for _, owner in inspect.getmembers(importlib.import_module(found.name), inspect.isclass):
                if is_dataclass(owner) and owner.__module__ == found.name:
                    for each in knobs_of(owner).values():
                        yield from (each.label, each.hint, each.unit, *(title for _, title in each.titled_choices))


def texts_of_samples() -> Iterator[str]:
    """Find title and story of every bundled table: they stand beside its numbers, not in Python."""
    sys.path.insert(0, str(ROOT))
    from trekker.learning.samples import samples

    for sample in samples().values():
        yield from (sample.title, sample.story)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
