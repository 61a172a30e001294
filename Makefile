# Attaché. `make help` lists the targets.

SHELL   := /bin/bash
GO      ?= go
BIN     := build/attache
VERSION := $(shell .ci/version)
FLAGS   := -ldflags "-s -w -X main.version=$(VERSION)"
FUZZ    ?= 60s
COSTS   ?= 1000,10000,100000
EVAL    ?= ../shared/eval/evaluate

# One flag for every build, so that nothing is compiled twice: the tests use
# the toolkit that the program was built with.
export GOFLAGS := -trimpath $(GOFLAGS)

.PHONY: guide-pictures sizes help run build cli test check race fuzz bench calibrate ablate eval cover demo packages package package-windows clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

run: packages build ## Install what is missing, build, and open the window with the sample
	@.ci/run-demo $(BIN)

build: ## Build the program (the first time takes minutes: the window's toolkit is compiled)
	@mkdir -p build
	@.ci/progress "Building $(BIN)" $(GO) build $(FLAGS) -o $(BIN) .

cli: ## Build the command line alone, in pure Go, without a window
	@mkdir -p build
	@CGO_ENABLED=0 $(GO) build -tags nogui $(FLAGS) -o build/attache-cli .

test: packages ## Run the tests; those that are skipped are named at the end
	@.ci/progress "Compiling what is tested" $(GO) build ./...
	@.ci/test -timeout 20m ./...

check: packages ## What CI runs first: format, vet, staticcheck, layers, licences
	@.ci/progress "Compiling what is checked" $(GO) build ./...
	@.ci/check

race: packages ## Run the tests with the race detector
	@.ci/progress "Compiling what is tested" $(GO) build -race ./...
	@.ci/test -race -timeout 40m ./...

fuzz: ## Run every fuzz target for FUZZ=60s
	@.ci/fuzz $(FUZZ)

bench: ## Run the benchmarks, then print what work costs in libraries of COSTS=1000,10000,100000 articles (an hour, with peers)
	@CGO_ENABLED=0 $(GO) test -run '^$$' -bench . -benchmem ./briefing/... ./store ./app
	@CGO_ENABLED=0 GOMAXPROCS=1 $(GO) test ./app -run TestCost -v -costs $(COSTS) -timeout 3h

calibrate: ## Measure the weights of clues and how often each rule is right, on testdata and the annotated articles in GOLD=folder
	@CGO_ENABLED=0 $(GO) test ./briefing/extract -run '^TestCalibrate' -v -args -gold "$(GOLD)" -write-clues

ablate: ## Print what each stage, family of rules and kind of clue adds, on testdata and the annotated articles in GOLD=folder
	@CGO_ENABLED=0 $(GO) test ./briefing/extract -run '^TestAblation$$' -v -timeout 1h -args -gold "$(GOLD)" -ablate

eval: cli ## Score extraction on annotated articles, where they are present
	@if [ -x $(EVAL) ]; then $(EVAL) --bin build/attache-cli; else echo "No annotated articles at $(EVAL); nothing to score."; fi

cover: ## Test coverage, as build/cover.html
	@mkdir -p build
	@CGO_ENABLED=0 $(GO) test -coverprofile=build/cover.out ./briefing/... ./store ./app ./app/cli
	@$(GO) tool cover -html=build/cover.out -o build/cover.html && echo build/cover.html

demo: cli ## Draft the sample's briefing from the command line, into build/demo
	@.ci/run-demo --no-window build/attache-cli

packages: ## Install the system packages that are missing
	@.ci/packages

package: build cli ## Pack the program as build/attache.tar.gz and .deb, with licences, man pages, the guide and the list of what is built in
	@.ci/package $(BIN) build/attache-cli

package-windows: ## Build and pack the program for Windows, on Debian: a zip and an installer for one user
	@.ci/packages windows
	@.ci/package-windows

guide-pictures: build ## Picture the window for the user guide, in each of its languages
	@.ci/guide-pictures $(BIN)

sizes: ## Measure what each megabyte of the program is for, into .github/sizes.md
	@mkdir -p build
	@.ci/sizes >build/sizes.md && mv build/sizes.md .github/sizes.md && cat .github/sizes.md

clean: ## Remove what was built
	@rm -rf build
