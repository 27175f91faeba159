# Two commands to remember: `make demo` and `make test`. The rest: `make help`.
# They need Python 3.11 or newer, make and, where a package has no wheel for this machine, a C compiler.

VENV := .venv
RELEASE := .venv-release
PY := $(VENV)/bin/python
LOG := $(VENV)/install.log
DEMO := dateline-demo
DATASET := dateline-dataset
PIP_INSTALL := $(PY) -m pip install --disable-pip-version-check --no-input
ARGS ?=

# The first of these that is new enough and can make an environment; `make PYTHON=/path/to/python demo` overrides it.
PYTHON ?=
FIND_PYTHON := for p in python3.11 python3.12 python3.13 python3 python; do \
	"$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done

.DEFAULT_GOAL := help
.PHONY: help demo dataset test install install-dev install-scale format lint types imports licences data docs evaluate bench soak wheel release sbom audit citation lock ci clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run-time ## Read the sample newsroom and write its briefing
	@$(VENV)/bin/dateline demo --out $(DEMO)

test: $(VENV)/.dev ## Run the tests (ARGS="-k quotation" for some of them)
	@$(PY) -m pytest $(ARGS)

install: $(VENV)/.run-time ## Make .venv with what Dateline needs to run

install-dev: $(VENV)/.dev ## The same, with what the tests and checks need

format: $(VENV)/.dev ## Format the code in place
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix-only --quiet .

install-scale: $(VENV)/.dev ## The same, with Ray and a server of S3 for the tests of `dateline run`
	@$(PIP_INSTALL) -r requirements-scale.txt > $(LOG) 2>&1 || { tail -n 40 $(LOG) >&2; exit 1; }

lint: $(VENV)/.dev ## Check format and code rules, changing nothing
	@$(PY) -m ruff format --check --output-format concise .
	@$(PY) -m ruff check --output-format concise .

types: $(VENV)/.dev ## Check types
	@$(PY) -m mypy

imports: $(VENV)/.dev ## Check that dependencies between packages point one way
	@$(VENV)/bin/lint-imports

licences: $(VENV)/.dev ## Check that what ships with Dateline is permissive or MPL
	@$(PY) tools/check_licences.py

data: $(VENV)/.dev ## Check the tables
	@$(PY) tools/check_data.py

docs: $(VENV)/.dev ## Build the documentation as a site that needs no network, into site/
	@$(PY) -m tools.build_docs

evaluate: $(VENV)/.dev ## Score every capability into docs/evaluation.md (ARGS="--only plv acts")
	@$(PY) -m evaluation $(ARGS)

bench: $(VENV)/.dev ## Measure speed and memory into docs/performance.md (ARGS="--only names runs")
	@$(PY) -m benchmarks $(ARGS)

soak: $(VENV)/.dev ## Collections under kills, full disks and jumping clocks (ARGS="--minutes 8 --seed 7")
	@$(PY) -m tools.soak $(ARGS)

wheel: $(VENV)/.run-time ## Build the wheel into dist/
	@rm -rf dist
	@$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist . > $(LOG) 2>&1 || { cat $(LOG) >&2; exit 1; }
	@ls dist/*.whl

release: $(VENV)/.run-time ## Build wheel and sdist of this commit twice, compare them, leave them in dist/
	@$(PY) tools/build_release.py

sbom: $(RELEASE)/.done ## Write what is in requirements.lock as CycloneDX, checked, into dist/
	@mkdir -p dist
	@$(RELEASE)/bin/python -W ignore -m cyclonedx_py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		--validate --output-file dist/dateline-news.cdx.json
	@ls dist/dateline-news.cdx.json

audit: $(RELEASE)/.done ## Ask whether faults are known of what is in requirements.lock
	@$(RELEASE)/bin/python tools/audit.py

citation: $(RELEASE)/.done ## Check CITATION.cff
	@$(RELEASE)/bin/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff

dataset: $(VENV)/.dev ## Write the sample newsroom as tables with checked descriptors into dateline-dataset/
	@rm -rf $(DATASET)
	@$(VENV)/bin/dateline add examples/newsroom --collection $(DATASET)/collection > $(LOG)
	@$(VENV)/bin/dateline export --collection $(DATASET)/collection --to csv --output $(DATASET)/csv
	@$(VENV)/bin/dateline export --collection $(DATASET)/collection --to parquet --output $(DATASET)/parquet
	@$(PY) tools/check_dataset.py $(DATASET)/csv $(DATASET)/parquet

ci: ## All checks, as continuous integration runs them (ARGS=--all for the slow ones too)
	@.ci/run $(ARGS)

# Exact versions with hashes. No address of a registry gets into a lock: pip asks the one that it is set up for.
PIP_COMPILE = .venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links --no-emit-options $(ARGS)
lock: $(PY) ## Resolve the locks anew (ARGS=--upgrade for newer versions)
	@$(PY) -m venv .venv-lock
	@.venv-lock/bin/python -m pip install --quiet pip-tools==7.6.2
	$(PIP_COMPILE) --output-file requirements.lock pyproject.toml requirements.in
	$(PIP_COMPILE) --output-file requirements-dev.lock requirements-dev.in

clean: ## Remove environments, caches and what the demo wrote
	rm -rf $(VENV) .venv-lock $(RELEASE) dist build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .cache site $(DEMO) $(DATASET)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@python="$(PYTHON)"; [ -n "$$python" ] || python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then \
		echo "Dateline needs Python 3.11 or newer with its venv module; none of python3.11, python3.12, python3.13, python3 is that." >&2; \
		echo "Install one (on Debian and Ubuntu the venv module is the package python3-venv), or: make PYTHON=/path/to/python demo" >&2; \
		exit 1; \
	fi; \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$python cannot be run or is older than Python 3.11." >&2; exit 1; }; \
	"$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.run-time: requirements.lock pyproject.toml src/dateline/version.py | $(PY)
	@echo "Installing into $(VENV) from requirements.lock; the first time takes a minute or two."
	@$(PIP_INSTALL) --require-hashes -r requirements.lock > $(LOG) 2>&1 || { tail -n 40 $(LOG) >&2; exit 1; }
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable . > $(LOG) 2>&1 || { tail -n 40 $(LOG) >&2; exit 1; }
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run-time
	@echo "Installing what the tests need from requirements-dev.lock."
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.lock > $(LOG) 2>&1 || { tail -n 40 $(LOG) >&2; exit 1; }
	@touch $@

$(RELEASE)/.done: requirements-release.txt | $(PY)
	@$(PY) -m venv $(RELEASE)
	@$(RELEASE)/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements-release.txt
	@touch $@
