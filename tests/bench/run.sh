#!/bin/sh
# Builds and runs a benchmark. Without a name: libvp beside bare cJSON in one run, for plans of 1 000 to 1 000 000
# elements. localize: naming a wrong figure beside judging the network it stands in, for networks of 100 000 figures.
# usage: run.sh [ELEMENTS...]
#        run.sh localize [FIGURES]
set -eu
cd "$(dirname "$0")/../.."
program=bench
if [ "${1-}" = localize ]; then
  program=bench_localize
  shift
fi
packaging/install-dependencies tests
cmake --preset release >/dev/null
cmake --build --preset release --target "$program" | tail -n 1
exec "build/release/tests/$program" "$@"
