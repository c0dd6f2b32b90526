"""What concerns the whole suite: nobody's settings are touched, and in CI no test is let off for want of OpenGL."""

import gc
import os

import pytest
from hypothesis import settings

import trekker  # noqa: F401 - before NumPy, which then computes with one thread, as it does in the program

try:
    from PySide6.QtCore import QCoreApplication, QSettings, Qt
except ImportError:  # the core is tested where Qt is not installed, too
    QSettings = None
else:
    # Shaders are cached for the whole process: without this, the second OpenGL view of a run stays blank.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def in_ci():
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


# Speed belongs to the benchmarks, so no deadline; and what CI finds, everybody must find again.
settings.register_profile("trekker", deadline=None, derandomize=in_ci())
settings.load_profile("trekker")


def pytest_collection_finish(session):
    """Collect garbage quickly after each window: the thousands of tests and what they import are none, ever."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def settings_of_this_test(tmp_path_factory, monkeypatch):
    """Every test starts with settings that nobody has touched, and leaves the user's own alone."""
    folder = str(tmp_path_factory.mktemp("settings"))
    monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    if QSettings is not None:
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, folder)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)  # on Windows and macOS the native ones have no path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if lets_off_opengl(report, marked=item.get_closest_marker("opengl") is not None) and in_ci():
        report.outcome = "failed"
        report.longrepr = f"In CI no test may be skipped for want of OpenGL: {reason_of(report)}"
    return report


def lets_off_opengl(report, marked):
    skipped = report.skipped and not hasattr(report, "wasxfail")
    return skipped and (marked or "opengl" in reason_of(report).lower())


def reason_of(report):
    return str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
