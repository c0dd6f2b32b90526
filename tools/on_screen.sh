#!/bin/sh
# Runs a command on a virtual screen with real OpenGL (Mesa), the same on every Linux machine:
#
#   sh tools/on_screen.sh .venv/bin/python main.py
#
# Elsewhere it just runs the command. Its output and exit status are the command's own.
set -eu

[ "$(uname)" = Linux ] || exec "$@"

# The screen is an X screen, whatever desktop this is typed on; Qt and PyOpenGL would follow the desktop's variables.
unset WAYLAND_DISPLAY XDG_SESSION_TYPE XDG_SESSION_DESKTOP XDG_CURRENT_DESKTOP QT_QPA_PLATFORMTHEME QT_SCALE_FACTOR
export QT_QPA_PLATFORM=xcb
# Qt wants UTF-8, and warns where the locale is anything else; tests take warnings for errors.
export LC_ALL=C.UTF-8

exec xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" "$@"
