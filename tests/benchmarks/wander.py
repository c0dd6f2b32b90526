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

_AT_ONCE = 250  # actions between two signs of life
_HANGS_S = 150  # without an action: then it tells where it hangs, and ends


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--go-on", action="store_true", help="tell every fault, and end at none")
    read = parser.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        wander(read.actions, read.seed, Path(folder), go_on=read.go_on)


def wander(actions: int, seed: int, folder: Path, *, go_on: bool = False) -> None:
    from trekker.gui.start import make_application
    from trekker.walk.scenario import Scenario

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    application = make_application()
    from tests.journeys.wanderer import Wanderer
    from trekker.gui.main_window import MainWindow

    warnings.simplefilter("error")
    (folder / "things").mkdir()
    window = MainWindow()
    window.resize(1366, 768)
    window.open(Scenario(), suit=True)
    window.show()
    window.activateWindow()
    while not window.session.ready:
        application.processEvents()
    begun = time.perf_counter()
    wanderer = Wanderer(window, seed, folder / "things", tell if go_on else None)
    while wanderer.done < actions:
        faulthandler.dump_traceback_later(_HANGS_S, exit=True)
        wanderer.wander(min(_AT_ONCE, actions - wanderer.done))
    window.close()
    seconds = time.perf_counter() - begun
    print(f"seed {seed}: {wanderer.done} actions in {seconds:.1f} s, {1000 * seconds / actions:.1f} ms each")


def tell(report: str) -> None:
    print(report, end="\n\n", flush=True)


if __name__ == "__main__":
    main()
