#!/bin/sh
# Makes this checkout ready:  sh tools/setup.sh run|test|check
#
#   run     what the program needs            (make run, make bench)
#   test    that, pytest and a virtual screen (make test)
#   check   that, ruff and mypy               (make check, make translations)
#
# Where everything is there already, it does nothing and says nothing. Run by root on a Debian-like machine it
# installs the system's libraries that are missing; run by anybody else it names the one command that would.
set -eu

goal=${1:?say what for: run, test or check}
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin:/sbin
venv=.venv
stamp=$venv/.ready
oldest=11 # of Python 3: what pyproject.toml asks for
newest=14 # the newest for which the pinned libraries have wheels

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- Python: the newest suitable one ----------------------------------------------------------------------------

# Not every python3.x that the PATH shows really runs (pyenv leaves shims), and Debian's may come without ensurepip.
is_suitable() {
    "$1" -c "import sys, venv, ensurepip; sys.exit(not (3, $oldest) <= sys.version_info[:2] <= (3, $newest))" 2>/dev/null
}

find_python() {
    minor=$newest
    while [ "$minor" -ge "$oldest" ]; do
        if is_suitable "python3.$minor"; then
            command -v "python3.$minor"
            return
        fi
        minor=$((minor - 1))
    done
    is_suitable python3 && command -v python3
}

has_venv() { $venv/bin/python -c 'import pip' 2>/dev/null; }

make_venv() {
    has_venv && return
    python=$(find_python) || fail "Please install Python 3.$oldest to 3.$newest, with its venv and pip, and try again."
    say "Making .venv with $("$python" -V) ($python)"
    "$python" -m venv --clear $venv
}

# --- The system: shared libraries of Qt and OpenGL, a font, a virtual screen -----------------------------------

# Each line: the file that the dynamic linker must know, and the Debian package that brings it.
libraries='libEGL.so.1 libegl1
libGL.so.1 libgl1
libglib-2.0.so.0 libglib2.0-0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xinerama.so.0 libxcb-xinerama0'

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

is_there() { ls -d $1 >/dev/null 2>&1; } # $1 is a pattern

missing_packages() {
    has_venv || find_python >/dev/null || echo python3 python3-venv
    known=$(ldconfig -p 2>/dev/null || true)
    printf '%s\n' "$libraries" | while read -r library package; do
        case $known in *"$library "*) ;; *) echo "$package" ;; esac
    done
    is_there '/usr/lib*/dri/*_dri.so' || is_there '/usr/lib/*/dri/*_dri.so' || echo libgl1-mesa-dri
    find -L /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
        -name '*.[ot]t[fc]' 2>/dev/null | grep -q . || echo fonts-dejavu-core
    if [ "$goal" != run ] || ! has_display; then
        command -v xvfb-run >/dev/null || echo xvfb
        command -v xauth >/dev/null || echo xauth
    fi
}

apt_install() {
    say "Installing with apt: $*"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    { apt-get install -y --no-install-recommends "$@" ||
        { apt-get update && apt-get install -y --no-install-recommends "$@"; }; } >"$log" 2>&1 </dev/null ||
        { cat "$log" >&2; fail "apt could not install these packages: $*"; }
    rm -f "$log"
}

prepare_system() {
    [ "$(uname)" = Linux ] || return 0
    packages=$(missing_packages | paste -s -d ' ' -)
    [ -n "$packages" ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "Some of the system's libraries seem to be missing; in Debian their packages are: $packages"
    elif [ "$(id -u)" = 0 ]; then
        # shellcheck disable=SC2086 # one word for each package is meant
        apt_install $packages
    else
        fail "The system lacks something; please type this once, and try again:  sudo apt-get install $packages"
    fi
}

# --- The libraries, in the versions that constraints.txt names --------------------------------------------------

fingerprint() { cat pyproject.toml constraints.txt tools/setup.sh | cksum; }

# The stamp names the goals for which the libraries are there, each beside the fingerprint of what asked for them.
install_libraries() {
    case $goal in
        run) extras='' goals=run ;;
        test) extras='[test]' goals='run test' ;;
        check) extras='[dev]' goals='run test check' ;;
    esac
    fingerprint=$(fingerprint)
    if grep -qxF "$fingerprint $goal" $stamp 2>/dev/null; then return; fi
    say "Installing the libraries into .venv (this happens once, and again only when their list changes)"
    rm -f $stamp
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --constraint constraints.txt --editable ".$extras" || fail "pip could not install the libraries; see above why."
    for each in $goals; do echo "$fingerprint $each"; done >$stamp
}

case $goal in run | test | check) ;; *) fail "Say what for: run, test or check, not $goal." ;; esac
prepare_system
make_venv
install_libraries
