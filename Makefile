# Alongside. `make` alone lists what can be said.
# Needs Python 3.11 or newer; everything else is fetched into .venv.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))

.DEFAULT_GOAL := help
.PHONY: help run test screens lock format

help: ## List what make can do
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

run: $(VENV)/.run ## Open the demo company on http://127.0.0.1:8000 (PORT=8080 changes the port)
	@$(BIN)/python build_pwa.py
	@exec $(BIN)/alongside demo --port $(PORT)

test: $(VENV)/.test ## Everything a change must pass
	@$(BIN)/python -m tests

screens: $(VENV)/.test ## Photograph every screen: var/screens/, contact sheets in docs/screens/
	@$(BIN)/python build_pwa.py
	@$(BIN)/python -m tests.screens

format: $(VENV)/.test ## Put Python and TypeScript into the house's form
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix
	@$(BIN)/python build_pwa.py run format

lock: $(BIN)/uv ## Choose the newest versions again and write requirements/*.txt
	@echo uv | $(COMPILE) - -o requirements/uv.txt
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) pyproject.toml --group build -o requirements/build.txt
	@$(COMPILE) pyproject.toml --group build --group dev -o requirements/dev.txt

# No address of a package index is written down: everybody uses the one their machine is set to.
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# uv is quick; pip follows when uv cannot reach what pip is set up to reach.
define install
	@echo "Installing what $(1) lists."
	@index="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(BIN)/pip config get global.index-url 2>/dev/null)}}"; \
	$(BIN)/uv pip install --quiet --python $(BIN)/python $${index:+--default-index "$$index"} \
		--require-hashes -r $(1) \
	|| $(BIN)/pip install --require-hashes -r $(1)
	@ALONGSIDE_SKIP_PWA=1 $(BIN)/uv pip install --quiet --python $(BIN)/python --offline \
		--no-deps --no-build-isolation -e .
	@touch $@
endef

$(VENV)/.run: $(BIN)/uv requirements/build.txt pyproject.toml
	$(call install,requirements/build.txt)

$(VENV)/.test: $(BIN)/uv requirements/dev.txt pyproject.toml
	$(call install,requirements/dev.txt)
	@touch $(VENV)/.run

$(BIN)/uv: requirements/uv.txt
	@test -n "$(PYTHON)" || { echo "Alongside needs Python 3.11 or newer. On Debian or Ubuntu: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null || { rm -rf $(VENV); echo "Python's venv is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@
