# `make run` and `make test` are all that a newcomer needs.
SHELL := /bin/bash
PREFIX ?= /usr/local
RELEASE := .build/release/copytaster
# A crash in a test is shown by the test; the backtracer would take seconds over each.
export SWIFT_BACKTRACE ?= enable=no

.PHONY: run test check bench long install build clean packages help

help:
	@grep -hE '^##' $(MAKEFILE_LIST) | sed 's/^## //'

## make run      install what is missing, build, run the daemon on the sample stories
run: build
	@scripts/demo

## make test     all tests but the long tier; TIER=short for the quick ones only
test: packages
	COPYTASTER_TIER=$(TIER) swift test

## make check    formatting, warnings, sizes of files, links, the unit's exposure
check: packages
	@scripts/check

## make bench    kernels, and the road from text to groups; CORPUS=file.jsonl for your own
bench: packages
	@scripts/bench $(CORPUS)

## make long     sanitizers, a booted container, and what else takes its time
long: build
	@scripts/long

## make install  binary, models, unit, configuration, completions, under PREFIX (needs root)
install: packages
	@PREFIX=$(PREFIX) scripts/install

## make build    the release binary
build: packages
	swift build -c release --product copytaster

packages:
	@scripts/packages

clean:
	rm -rf .build var
