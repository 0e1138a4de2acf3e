# Two commands are enough to begin with: `make run` and `make test`. Both work on an
# empty machine with Python 3.11 or newer, and both can be repeated.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
# `site/` is a plain folder on the import path, never a package (docs/architecture.md).
export PYTHONPATH := .:site
# Further words for pytest: make test ARGS="tests/markets -k money"
ARGS ?=
TEST_ARGS = $(if $(ARGS),$(ARGS),-n auto --maxprocesses=4 --dist worksteal)

.PHONY: help
help: ## List these commands
	@echo "Vitrina, the storefront for direct-selling companies."
	@echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'
	@echo
	@echo "  make run PORT=9000             serve on another port"
	@echo "  make demo SCALE=10000          with that many products, for measuring"
	@echo "  make test ARGS=\"-k money\"      hand words on to pytest"

.PHONY: run
run: ## Set everything up and serve the shop on http://localhost:8000
	@$(PYTHON) scripts/environment.py requirements.txt
	@PORT=$(PORT) exec $(BIN)/python scripts/run.py

.PHONY: test
test: ## Run the tests (the first time builds a database, later it is kept)
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/python -m pytest $(TEST_ARGS)

.PHONY: lint
lint: ## Check style and the order of imports
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache

.PHONY: format
format: ## Rewrite the code in the house style
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: messages
messages: ## Collect the words to translate into locale/, and compile them
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/python scripts/messages.py extract
	@$(BIN)/python manage.py compilemessages

.PHONY: demo
demo: ## Set up the demo company only (safe to repeat)
	@$(PYTHON) scripts/environment.py requirements.txt
	@$(BIN)/python manage.py prepare $(if $(SCALE),--scale $(SCALE))

.PHONY: bench
bench: ## Measure the pages against a static view and the budgets
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/python scripts/bench $(ARGS)

.PHONY: checkouts
checkouts: ## Let scripted shoppers buy while everything is killed, and compare the books
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/python scripts/checkouts $(ARGS)

.PHONY: hostile
hostile: ## Ask a copy of the shop thousands of things that nobody honest asks
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/python scripts/hostile $(ARGS)

.PHONY: lock
lock: ## Write requirements*.txt anew from requirements*.in
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@$(BIN)/python scripts/lock.py $(ARGS)
