#!/bin/sh
# Installs a build into an empty folder and uses it from there; and the examples, with its CMake package.
# usage: install.sh BUILD_DIRECTORY SOURCE_DIRECTORY
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

prints() { # program, its last line
  if [ "$("$scratch/examples/$1" | tail -n 1)" = "$2" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
  fi
}

cmake --install "$build" --prefix "$scratch/prefix" >"$scratch/log"
status=0
sh "$source/tests/install/run.sh" --prefix "$scratch/prefix" \
  pkg-config pkg-config-static cmake cmake-static headers command || status=1

cmake -S "$source/examples/c" -B "$scratch/examples" -DCMAKE_PREFIX_PATH="$scratch/prefix" >"$scratch/log"
cmake --build "$scratch/examples" >"$scratch/log"
for form in '' _static; do
  prints own_rule$form '/risks/0/title: sju/risk-owner: the risk "Bruten kylkedja" has no owner'
  prints own_score$form '/risks/0/value: the risk "Bruten kylkedja" has the value 6 but consequence 3 and likelihood 2 give 18'
  prints own_table$form 'staff in Q3 is wrong: stated is 1,248, it should probably be 1,284: two digits swapped'
done
echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ]
