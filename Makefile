# The KAM Field Guide. Needed: make, and a Python 3 with venv or pip. `make serve` and `make test`
# do the rest. PYTHON names another Python to start from; without it, the first that answers:
# a pyenv without 3.13 refuses `python3` in this folder.
PYTHON ?= $(or $(shell for p in python3.13 python3 /usr/bin/python3; do \
	$$p -c '' 2>/dev/null && echo $$p && break; done),python3)
RUN := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHONPATH := $(CURDIR)
export NO_MKDOCS_2_WARNING := 1
# Byte code is kept, whatever the surroundings say: without it every process compiles all libraries anew
export PYTHONDONTWRITEBYTECODE :=
# Where the site is built: here, or in a copy in which an organisation's overlay/ lies over our files
PLACE = $(if $(wildcard overlay),.cache/overlay,.)
IN_PLACE = cd $(PLACE) && PYTHONPATH="$$PWD" $(RUN)

.PHONY: help setup setup-test model overlaid overlay-freeze site single-file release serve check calibrate format test test-quick test-all pictures fuzz bench lighthouse next-python zensical lock clean

help:
	@echo "make serve   set up, build and serve the site on loopback"
	@echo "make test    set up and run every test, in real browsers too"
	@echo "make test-quick  the tests that need no browser"
	@echo "make test-all    before a release: every page, every pair of hand and width, Python in each"
	@echo "make pictures    every kind of page and state of a tool as a reader sees it, on one sheet"
	@echo "make check   format, lint, types, model, pages, imports"
	@echo "make site    build site/ [URL=https://host/path/ for canonical addresses]"
	@echo "make single-file  the tools and Python in one HTML file, dist/kam-field-guide.html [URL=…]"
	@echo "make overlay-freeze  keep what your overlay/ asks in its version, for links and files"
	@echo "make release  the site as a zip with checksums, licences and recipes, in dist/ [URL=…]"
	@echo "make fuzz    try 300,000 mutated links and files, for a minute or two"
	@echo "make bench   measure the budgets; writes docs/method/speed.md [PARTS=starts,answers]"
	@echo "make lighthouse  what Lighthouse says of five pages, for the speed page; fetches 176 MB the first time"
	@echo "make next-python  try the newest Pyodide of Python 3.14 and compare it with ours"
	@echo "make zensical  see what Zensical, the successor of the theme, makes of the pages"
	@echo "make calibrate  count the readings again; writes docs/method/how-well-does-it-measure.md"
	@echo "make format  put the code in its form"
	@echo "make lock    lock the dependencies anew"
	@echo "make clean   remove all that was made"

setup:
	@$(PYTHON) build_tools/setup.py build

setup-test:
	@$(PYTHON) build_tools/setup.py test

model: setup
	@$(RUN) -m build_tools model

overlaid: setup
	@$(if $(wildcard overlay),$(RUN) -m build_tools overlay)

site: overlaid
	@export SITE_URL="$(URL)" && $(IN_PLACE) -m mkdocs build --strict --quiet --site-dir "$(CURDIR)/site"
	@echo "built site/"

overlay-freeze: setup
	@$(RUN) -m build_tools overlay-freeze

single-file: site
	@$(IN_PLACE) -m build_tools single-file --site "$(CURDIR)/site" --url "$(URL)"

release: site
	@$(RUN) -m build_tools release

serve: overlaid
	@$(IN_PLACE) -m build_tools serve

check: setup-test
	@$(RUN) -m build_tools check

calibrate: setup-test
	@$(RUN) -m build_tools calibrate

format: setup-test
	@$(RUN) -m ruff format . && $(RUN) -m ruff check --fix .

# Three processes for two cores: while one waits for its browser or for a build, the others go on
test: setup-test
	@$(RUN) -m pytest -n 3 --dist worksteal

test-quick: setup-test
	@$(RUN) -m pytest -n 2 --dist worksteal --hypothesis-profile=quick -m "not sweep and not slow" tests/core tests/build tests/docs tests/reference tests/support tests/widgets

test-all: setup-test
	@$(RUN) -m pytest -n 3 --dist worksteal -m "" --whole --pictures

pictures: setup-test
	@$(RUN) -m pytest -n 2 --pictures tests/browser/access/test_kinds.py tests/browser/access/test_states.py
	@echo "look at test-results/states/index.html"

fuzz: setup-test
	@$(RUN) -m build_tools model 2>/dev/null && $(RUN) -m tests.fuzz

bench: setup-test
	@$(RUN) -m tests.bench $(PARTS)

lighthouse: setup-test
	@$(RUN) -m tests.bench lighthouse

next-python: setup-test
	@$(RUN) -m build_tools model 2>/dev/null && $(RUN) -m tests.next_python

zensical: setup
	@$(RUN) -m build_tools zensical

lock:
	@$(PYTHON) build_tools/setup.py lock

clean:
	rm -rf .venv .tools .cache node_modules site dist widgets/model.json widgets/core/structures/structures.json test-results .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
