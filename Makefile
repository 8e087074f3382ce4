# make        sets up, and builds all of examples/ into out/
# make test   sets up, and passes every check
# make help   tells the rest

VENV := .venv
PY := $(VENV)/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
MAKEFLAGS += --no-builtin-rules

.PHONY: examples setup test lint types layers tests lock catalogue docs gallery bench clean help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# The examples are built again only when something they are made of has changed.
examples: setup
	@if [ ! -d out ] || [ ! -f $(VENV)/examples ] || \
	    [ -n "$$(find src layouts fonts examples -newer $(VENV)/examples ! -name '*.pyc' ! -name __pycache__ -print | head -n 1)" ]; then \
	    rm -f $(VENV)/examples && \
	    $(VENV)/bin/bulletin build examples -l news -l newsletter -l poster -o out && \
	    $(VENV)/bin/bulletin build $$(grep -l '^văn bản:' examples/*.yaml) -l official -e standard -o out && \
	    $(VENV)/bin/bulletin build $$(grep -l '^phạm vi: công khai' examples/*.yaml) -e standard -f html -o out && \
	    $(VENV)/bin/bulletin issue examples -n 1 -e standard -o out/tap-1.pdf && \
	    touch $(VENV)/examples; \
	else echo "out/ is up to date"; fi

setup: $(VENV)/project

# With tests, what only the tests need is asked for in the same breath.
test tests: WITH := tests

$(VENV)/python: tools/setup
	sh tools/setup $(VENV) $(WITH)
	touch $@

$(VENV)/tools: $(VENV)/python
	sh tools/setup $(VENV) tests
	touch $@

$(VENV)/packages: requirements.lock $(VENV)/python
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

# The project itself stays in the checkout. Compiled once here, its first start is three times faster.
$(VENV)/project: pyproject.toml $(VENV)/packages
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	$(PY) -m compileall -q src
	touch $@

test: lint types layers tests

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: setup
	$(VENV)/bin/mypy

layers: setup
	$(VENV)/bin/lint-imports

tests: setup $(VENV)/tools
	$(PY) -m pytest -n auto --dist loadgroup

# Takes the newest versions that pyproject.toml allows; uv is needed for this alone.
lock: setup
	$(PY) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" --group dev pyproject.toml -o requirements.lock

catalogue: setup
	$(PY) tools/catalogue.py

# What docs/layouts.md tells of templates is read off the program.
docs: setup
	$(PY) tools/layout_tables.py

gallery: setup
	$(PY) tools/gallery.py

bench: setup
	$(PY) bench/cold.py

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@echo "make             set up, and build all of examples/ into out/"
	@echo "make test        set up, and pass every check"
	@echo "make setup       set up alone"
	@echo "make lint        ruff: rules and format      make types   mypy, strict"
	@echo "make layers      who may import whom         make tests   pytest"
	@echo "make lock        pin the newest versions that pyproject.toml allows"
	@echo "make catalogue   collect the program's sentences, compile their translations"
	@echo "make docs        write the tables of docs/layouts.md anew"
	@echo "make gallery     draw the gallery of docs/layouts.md"
	@echo "make bench       what the program costs beside its engine"
	@echo "make clean       remove all that make made"
	@echo "make PYTHON=python3.12   the same with that Python"
