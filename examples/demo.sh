#!/bin/sh
# Builds vp and runs it on the real plan: its budget, risks and indicators, and then what does not hold together.
set -eu
cd "$(dirname "$0")/.."

packaging/install-dependencies
cmake --preset release -DVP_TESTS=OFF >/dev/null
cmake --build --preset release | tail -n 1

vp=build/release/libvp/cli/vp
plan=examples/plans/bollebygd-socialnamnden-2026.json
scan=examples/plans/bollebygd-socialnamnden-2026-scan.json

show() {
  printf '\n$ vp %s\n' "$*"
  status=0
  "$vp" "$@" || status=$?
  [ "$status" -le 1 ] || exit "$status"
}

show budget "$plan"
show risks "$plan"
show indicators "$plan"
show check "$scan"
show check "$plan"
