# Dossier. `make help` says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The first Swift toolchain there is; `make SWIFT=/path/to/swift …` names another.
SWIFT ?= $(or $(firstword $(shell command -v swift 2>/dev/null) $(wildcard \
  $(HOME)/.local/share/swiftly/bin/swift /opt/swift/usr/bin/swift /usr/local/swift/usr/bin/swift)),swift)

# One set of flags on every release build: with another set everything would be built twice.
RELEASE := $(SWIFT) build --configuration release --static-swift-stdlib --product dossier
BINARY := .build/release/dossier

PREFIX ?= /usr/local
DESTDIR ?=
STORE ?= $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/dossier/demo.dossier
ARGS ?=
TESTS ?=

.PHONY: help run test lint build release install clean deps

help:
	@echo 'make run       open the desk on a demonstration store (STORE=DIR, ARGS="queue --json")'
	@echo 'make test      run every test (TESTS="--filter NAME" runs some)'
	@echo 'make lint      check the style and the promises of the code'
	@echo 'make build     build for work on the code'
	@echo 'make release   build $(BINARY)'
	@echo 'make install   install under PREFIX=$(PREFIX) (DESTDIR for packagers)'
	@echo 'make deps      install what the build needs and is missing, by apt'
	@echo 'make clean     remove what was built'

deps:
	@.scripts/dependencies '$(SWIFT)'

run: deps
	@$(RELEASE) >&2
	@.scripts/run $(BINARY) '$(STORE)' $(ARGS)

test: deps
	$(SWIFT) test $(TESTS)

lint:
	@.scripts/lint '$(SWIFT)'

build: deps
	$(SWIFT) build

release: deps
	$(RELEASE)

install: release
	@.scripts/install $(BINARY) '$(PREFIX)' '$(DESTDIR)'

clean:
	rm -rf .build
