"""A random walk of user actions in the real window, of any length and from any seed.

    sh tools/on_screen.sh .venv/bin/python -m tests.benchmarks.wander --actions 5000 --seed 3

It ends with the number of actions done and how long they took; or with what is wrong, and the last twenty actions.
"""

import argparse
import faulthandler
import tempfile
import time
import warnings
from pathlib import Path

from PySide6.QtCore import QSettings

from tests.journeys.wanderer import Wanderer

_HANGS_S = 75  # in one action: then it tells where it hangs, and ends


class Watched(Wanderer):
    """A wanderer of whom one hears where it hangs, and on request each action."""

    aloud = False

    def act(self) -> None:
        faulthandler.dump_traceback_later(_HANGS_S, exit=True)
        super().act()
        if self.aloud:
            print(self.done_last[-1], flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--go-on", action="store_true", help="tell every fault, and end at none")
    parser.add_argument("--aloud", action="store_true", help="tell every action")
    read = parser.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        wander(read, Path(folder))


def wander(read: argparse.Namespace, folder: Path) -> None:
    window = open_window(folder)
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", "path is deprecated", DeprecationWarning)  # of ziamath, as in pyproject.toml
    (folder / "things").mkdir()
    begun = time.perf_counter()
    wanderer = Watched(window, read.seed, folder / "things", tell if read.go_on else None)
    wanderer.aloud = read.aloud
    wanderer.wander(read.actions)
    window.close()
    seconds = time.perf_counter() - begun
    each = 1000 * seconds / read.actions
    print(f"seed {read.seed}: {wanderer.done} actions in {seconds:.1f} s, {each:.1f} ms each")


def open_window(folder: Path):
    """Open the window of a first start, with settings of its own, and wait until somebody can walk."""
    from trekker.gui.start import make_application
    from trekker.walk.scenario import Scenario

    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / "settings"))
    application = make_application()
    from trekker.gui.main_window import MainWindow

    window = MainWindow()
    window.resize(1366, 768)
    window.open(Scenario(), suit=True)
    window.show()
    window.activateWindow()
    while not window.session.ready:
        application.processEvents()
    return window


def tell(report: str) -> None:
    print(report, end="\n\n", flush=True)


if __name__ == "__main__":
    main()
