"""Double-click entry: the same program as the installed ``trekker``."""

import sys

from trekker.app import main

if __name__ == "__main__":
    sys.exit(main())
