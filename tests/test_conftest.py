import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import pytest

@pytest.mark.opengl
@pytest.mark.skipif(True, reason="no screen here")
def test_marked(): ...

def test_says_so():
    pytest.skip("OpenGL is missing")

def test_of_something_else():
    pytest.skip("no ffmpeg here")
"""


@pytest.fixture
def outcome_of_a_suite_with_skips(tmp_path):
    def run(ci):
        shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
        (tmp_path / "test_skips.py").write_text(SUITE, encoding="utf-8")
        (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = opengl: x\n", encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:pytest-qt",
            str(tmp_path),
        ]
        done = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "CI": ci}, capture_output=True, text=True, check=False
        )
        return done.stdout.splitlines()[-1]

    return run


def test_in_ci_a_test_skipped_for_want_of_opengl_fails(outcome_of_a_suite_with_skips):
    assert outcome_of_a_suite_with_skips(ci="true").startswith("1 failed, 1 skipped, 1 error")


def test_at_home_a_test_skipped_for_want_of_opengl_is_skipped(outcome_of_a_suite_with_skips):
    assert outcome_of_a_suite_with_skips(ci="").startswith("3 skipped")
