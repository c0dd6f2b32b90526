# Every command does its own set-up (tools/setup.sh) and costs nothing extra where that is done.

python := .venv/bin/python
setup := sh tools/setup.sh
on_screen := sh tools/on_screen.sh
# A worker for each core, on a screen of its own; one that has run out of tests takes some of another's.
in_parallel := -p tests.own_screen -n auto --maxprocesses 8 --dist worksteal

.PHONY: help run test test-map test-core check format bench translations clean

help:
	@echo "make run           open the window"
	@echo "make test          run every test"
	@echo "make test-map      run the journeys on a screen without OpenGL, where the map takes the mountain's place"
	@echo "make test-core     run the tests of the core as if Qt were not installed"
	@echo "make check         lint, formatting, types, translations"
	@echo "make format        format the code as make check wants it"
	@echo "make bench         measure speed on this computer"
	@echo "make translations  gather the texts for the translators, and compile what they wrote"
	@echo "make clean         remove everything that was made here"

run:
	@$(setup) run
	@sh tools/run.sh

test:
	@$(setup) test
	@$(on_screen) $(python) -m pytest $(in_parallel)

test-map:
	@$(setup) test
	@QT_XCB_GL_INTEGRATION=none $(on_screen) $(python) -m pytest $(in_parallel) -o "qt_log_ignore=OpenGL" tests/journeys

test-core:
	@$(setup) test
	@$(python) -m pytest -p no:pytest-qt -p tests.without_qt tests/terrain tests/learning tests/optimizers tests/walk

check:
	@$(setup) check
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy
	@$(python) tools/translations.py check

format:
	@$(setup) check
	@$(python) -m ruff check --fix
	@$(python) -m ruff format

bench:
	@$(setup) run
	@$(if $(DISPLAY)$(WAYLAND_DISPLAY),,$(on_screen)) $(python) main.py bench
	@$(python) -m tests.benchmarks.steps
	@$(python) -m tests.benchmarks.models
	@$(python) -m tests.benchmarks.sampling
	@$(python) -m tests.benchmarks.reading

translations:
	@$(setup) check
	@$(python) tools/translations.py update

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
