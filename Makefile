# What one does here, each in one word. `make help` lists it.
# Everything is built with --workspace, so that each library is compiled once and not once per command.
.PHONY: run test check bench tidy help
BUILT := $(or $(CARGO_TARGET_DIR),target)/debug
# The demonstration's database: made when it is not there, and anew when it is more than a week old.
DEMO := $(or $(CARGO_TARGET_DIR),target)/demo

run: ## start Kotopolku with its demonstration world on http://127.0.0.1:8080
	@scripts/install build
	@cargo build --workspace --bin kotopolku
	@mkdir -p $(DEMO)
	@$(BUILT)/kotopolku demo make --keep --database sqlite:$(DEMO)/demo.db
	@$(BUILT)/kotopolku serve --listen 127.0.0.1:8080 --database sqlite:$(DEMO)/demo.db

test: ## everything that CI checks: format, lint, tidy, the register, tests, browser
	@scripts/install build browser postgres s3 oidc
	@scripts/test

check: ## prove the register: no gaps, no overlaps, every reference and language there
	@scripts/install build
	@cargo build --quiet --workspace --bin kotopolku
	@$(BUILT)/kotopolku check

tidy: ## write generated pages anew and check the source tree
	@cargo build --quiet --workspace --bin xtask
	@$(BUILT)/xtask generate
	@$(BUILT)/xtask tidy

bench: ## measure, each figure beside a control from the same run
	@scripts/install build
	@cargo run --quiet --release -p benches

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile
