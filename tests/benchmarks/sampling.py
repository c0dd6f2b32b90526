"""How long the surface of each named mountain takes to sample at the resolution that the window draws; slowest first.

python -m tests.benchmarks.sampling
"""

import time

from trekker.gui.scene.landscape import sample
from trekker.terrain.gallery import Mountain, gallery

_ROUNDS = 7


def milliseconds(mountain: Mountain) -> float:
    """Return the best of several samplings."""
    ground = mountain.ground()
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        sample(ground)
        times.append(time.perf_counter() - begun)
    return 1000 * min(times)


def main() -> None:
    times = {name: milliseconds(mountain) for name, mountain in gallery().items()}
    for name, taken in sorted(times.items(), key=lambda each: -each[1]):
        print(f"{name:22}{taken:8.2f} ms")


if __name__ == "__main__":
    main()
