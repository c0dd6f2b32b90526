"""The rules of the house (CONTRIBUTING.md, "The house"), held against the source of every module."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOUNDATION = frozenset({"breath", "cost", "ground", "plane", "knobs", "messages", "assets"})
CORE = FOUNDATION | {"terrain", "learning", "optimizers", "walk"}
QT = frozenset({"PySide6", "shiboken6", "pyqtgraph", "OpenGL", "qtawesome", "qtpy"})
MAY_IMPORT = MappingProxyType(
    {
        **dict.fromkeys(FOUNDATION, FOUNDATION),
        "terrain": FOUNDATION | {"terrain"},
        "learning": FOUNDATION | {"learning"},
        "optimizers": FOUNDATION | {"optimizers"},
        "walk": CORE,
        "gui": CORE | {"gui"},
        "command_line": CORE | {"command_line"},
        "app": CORE | {"gui", "command_line", "app"},
        "__main__": frozenset({"app"}),
        "": CORE,  # trekker/__init__.py
    }
)
CORE_LIBRARIES = frozenset({"numpy"})  # at import; heavier ones come when they are first needed, inside functions
MUTABLE_MAKERS = frozenset({"list", "dict", "set", "bytearray", "deque", "defaultdict", "OrderedDict", "Counter"})
MUTABLE_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


class Import(NamedTuple):
    """One imported module: where it is imported, what, and whether that happens as soon as the file is loaded."""

    file: str
    line: int
    module: str
    at_load: bool

    @property
    def library(self) -> str:
        return self.module.partition(".")[0]

    @property
    def part(self) -> str:
        return part_of(self.module)

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"


def part_of(module):
    """The part of the house that a module belongs to: ``walk`` for ``trekker.walk.trail``; "" for ``trekker``."""
    return [*module.split("."), ""][1]


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = MappingProxyType({name_of(path): path for path in sorted((ROOT / "trekker").rglob("*.py"))})
TREES = MappingProxyType({name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()})


def imports_of(module) -> Iterator[Import]:
    file = str(MODULES[module].relative_to(ROOT))
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]

    def visit(node, at_load):
        for child in ast.iter_child_nodes(node):
            for name in modules_named(child, package):
                yield Import(file, child.lineno, name, at_load)
            later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or is_for_types_only(child)
            yield from visit(child, at_load and not later)

    yield from visit(TREES[module], at_load=True)


def is_for_types_only(node):
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def modules_named(node, package):
    """The modules that an import statement brings in, by their full names; none for any other node."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
        base = ".".join(filter(None, (above, node.module)))
        for alias in node.names:
            submodule = f"{base}.{alias.name}"
            yield submodule if submodule in MODULES else base


IMPORTS = MappingProxyType({module: tuple(imports_of(module)) for module in MODULES})


def offences(breaks_the_rule):
    """Every import for which ``breaks_the_rule(part of the importing module, import)``, as text."""
    found = (each for module, imports in IMPORTS.items() for each in imports if breaks_the_rule(part_of(module), each))
    return [str(each) for each in found]


def test_every_module_has_its_place_in_the_house():
    assert {part_of(module) for module in MODULES} - MAY_IMPORT.keys() == set()


def test_each_part_imports_only_the_parts_that_it_stands_on():
    assert offences(lambda part, each: each.library == "trekker" and each.part not in MAY_IMPORT[part]) == []


def test_nothing_outside_gui_and_app_imports_qt_even_when_it_is_called():
    assert offences(lambda part, each: each.library in QT and part not in ("gui", "app")) == []


def test_the_core_loads_no_library_but_numpy_until_another_is_needed():
    expected = sys.stdlib_module_names | CORE_LIBRARIES | {"trekker"}
    core = CORE | {"", "command_line"}
    assert offences(lambda part, each: part in core and each.at_load and each.library not in expected) == []


def test_the_command_line_loads_no_qt_until_a_window_is_wanted():
    windows = QT | {"trekker.gui"}
    assert offences(lambda part, each: part == "app" and each.at_load and uses_any(each, windows)) == []


def uses_any(each, modules):
    return each.library in modules or ".".join(each.module.split(".")[:2]) in modules


def test_panels_and_scene_never_import_one_another():
    views = {module: view_of(module) for module in MODULES if view_of(module)}
    found = [
        str(each)
        for module, view in views.items()
        for each in IMPORTS[module]
        if view_of(each.module) not in (None, view)
    ]
    assert found == []


def view_of(module):
    """The view that a module of the window belongs to; None for what views are built of."""
    parts = module.split(".")
    if parts[:3] == ["trekker", "gui", "scene"] or parts[-1] == "mountain_panel":  # the panel that frames the scene
        return "scene"
    return parts[-1] if parts[:3] == ["trekker", "gui", "panels"] and parts[-1].endswith("_panel") else None


def test_no_module_keeps_mutable_state():
    found = [
        f"{MODULES[module].relative_to(ROOT)}:{line.lineno} {ast.unparse(line).splitlines()[0]}"
        for module, tree in TREES.items()
        for line in tree.body
        if isinstance(line, ast.Assign | ast.AnnAssign) and is_mutable(line.value) and not is_all(line)
    ]
    found += [
        f"{MODULES[module].relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ]
    assert found == [], "make it a tuple, a frozenset, a MappingProxyType, or a field of an object"


def is_mutable(value):
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in MUTABLE_MAKERS
    return isinstance(value, MUTABLE_DISPLAYS)


def is_all(line):
    return isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "__all__"


def test_every_text_for_people_keeps_its_values_out_of_the_sentence():
    # An f-string is never found in the translations: the values go in afterwards, at named places.
    found = [
        f"{MODULES[module].relative_to(ROOT)}:{node.lineno} {ast.unparse(node)[:80]}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in ("tr", "translate", "message")
        and any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]
    assert found == []


def run_python(*arguments):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_the_core_is_imported_where_qt_is_not_installed():
    core = [module for module in MODULES if part_of(module) in CORE]
    done = run_python("-W", "error", "-c", f"import tests.without_qt, {', '.join(core)}")
    assert done.returncode == 0, done.stderr


def test_the_core_passes_its_tests_where_qt_is_not_installed():
    """One case of each test is enough here: every case runs beside this one, and ``make test-core`` runs them all."""
    core = ("tests/terrain", "tests/learning", "tests/optimizers", "tests/walk")
    hidden = ("-p", "no:pytest-qt", "-p", "tests.without_qt", "-p", "no:cacheprovider")
    done = run_python("-m", "pytest", "-q", "-x", "-m", "not slow", "--first-of-each", *hidden, *core)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr


def test_a_walk_needs_no_qt():
    walk = "import tests.without_qt, trekker.app, sys; sys.exit(trekker.app.main(['walk', '--steps', '5']))"
    done = run_python("-c", walk)
    assert done.returncode == 0, done.stderr
    assert '"verdict"' in done.stdout
