#!/bin/sh
# Builds and runs the benchmark: libvp beside bare cJSON in one run, for plans of 1 000 to 1 000 000 elements.
set -eu
cd "$(dirname "$0")/../.."
packaging/install-dependencies tests
cmake --preset release >/dev/null
cmake --build --preset release --target bench | tail -n 1
exec build/release/tests/bench "$@"
