"""A pytest plugin that makes this Python one in which Qt is not installed: ``pytest -p tests.without_qt tests/walk``.

It stands in the place of pytest-qt, which must not load: it knows that plugin's settings, and heeds none.
"""

import sys
from importlib.abc import MetaPathFinder

QT_AND_WHAT_NEEDS_IT = frozenset({"PySide6", "shiboken6", "pyqtgraph", "OpenGL", "qtawesome", "qtpy", "pytestqt"})


class NotInstalled(MetaPathFinder):
    """Answers for every module of Qt as Python does for a module that is not there."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in QT_AND_WHAT_NEEDS_IT:
            raise ModuleNotFoundError(f"No module named {fullname!r} (hidden by tests.without_qt)", name=fullname)


sys.meta_path.insert(0, NotInstalled())


def pytest_addoption(parser):
    for setting in ("qt_api", "qt_log_level_fail"):
        parser.addini(setting, "for pytest-qt", default="")
    parser.addoption("--first-of-each", action="store_true", help="of a parametrised test run the first case only")


def pytest_collection_modifyitems(config, items):
    if config.getoption("first_of_each"):
        firsts = {item.nodeid.partition("[")[0]: item for item in reversed(items)}
        items[:] = reversed(firsts.values())
