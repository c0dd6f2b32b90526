#!/bin/sh
# Opens the window; where there is no display, films the window on a virtual screen instead.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python main.py
fi
echo "There is no display here, so the window opens on a virtual one, and a film and a picture of the walk go to build/."
mkdir -p build
exec sh tools/on_screen.sh .venv/bin/python main.py --record build/
