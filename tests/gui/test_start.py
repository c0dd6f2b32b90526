"""Starting: no time goes into looking for garbage among what stays until the end."""

import subprocess
import sys

SCRIPT = """
import gc
passes = []
gc.callbacks.append(lambda phase, told: passes.append(told["generation"]))
from trekker.gui.start import make_window, show

application, window = make_window()
assert not gc.isenabled()
show(window)
assert gc.isenabled()
assert gc.get_freeze_count() > 50_000
assert 2 not in passes, passes
print("shown")
"""


def test_what_is_made_for_the_window_is_never_searched_for_garbage():
    done = subprocess.run([sys.executable, "-c", SCRIPT], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "shown"), done.stderr[-2000:]
