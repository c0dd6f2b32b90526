"""``python -m trekker``: the same program as ``main.py``."""

import sys

from trekker.app import main

if __name__ == "__main__":
    sys.exit(main())
