#!/bin/sh
# Builds and runs a benchmark. Without a name: libvp beside bare cJSON in one run, for plans of 1 000 to 1 000 000
# elements. localize: naming a wrong figure beside judging the network it stands in, for networks of 100 000 figures.
# slips: how often the wrong figure is named, for every kind of slip.
# usage: run.sh [ELEMENTS...]
#        run.sh localize [FIGURES]
#        run.sh slips [TRIALS [SEED]]
set -eu
cd "$(dirname "$0")/../.."
program=bench
case "${1-}" in
  localize) program=bench_localize ;;
  slips) program=localize_generate ;;
esac
[ "$program" = bench ] || shift
packaging/install-dependencies tests
cmake --preset release >/dev/null
cmake --build --preset release --target "$program" | tail -n 1
exec "build/release/tests/$program" "$@"
