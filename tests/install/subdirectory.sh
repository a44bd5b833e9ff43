#!/bin/sh
# libvp inside another project, by add_subdirectory: its targets work, and it brings no other names, tests or files.
# usage: subdirectory.sh SOURCE_DIRECTORY
set -eu
source=$(cd "$1" && pwd)
tests=$source/tests/install
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

{
  cmake -G 'Unix Makefiles' -S "$tests/cmake" -B "$build" -DSOURCE="$source" -DTARGET=vp::vp_static
  cmake --build "$build" --parallel 2 --target check_c check_cpp
} >"$build/log" 2>&1 || { cat "$build/log"; exit 1; }

fail() {
  echo "FAILED: $*"
  exit 1
}

for program in check_c check_cpp; do
  "$build/$program" "$tests/plan.json" >"$build/found"
  diff "$tests/expected.txt" "$build/found"
done
cmake --install "$build" --prefix "$build/prefix" >"$build/log"
[ ! -d "$build/prefix" ] || fail "installs" $(find "$build/prefix" -type f)
(cd "$build" && ctest -N) | grep -q '^Total Tests: 0$' || fail "brings tests"
targets=$(cmake --build "$build" --target help | sed -n 's/^\.\.\. \([a-z_]*\)$/\1/p' |
  grep -v -E '^(vp(_[a-z]+)?|check_c|check_cpp|clean|depend|edit_cache|rebuild_cache)$' || true)
[ -z "$targets" ] || fail "brings the targets" $targets
cached=$(sed -n '/:INTERNAL=/d;s/^\([A-Za-z_]*\):[A-Z]*=.*/\1/p' "$build/CMakeCache.txt" |
  grep -v -E '^(VP|CMAKE|libvp|PKG_CONFIG|pkgcfg_lib_LIBVP|SOURCE$|TARGET$)' || true)
[ -z "$cached" ] || fail "brings the settings" $cached
grep -q '^CMAKE_BUILD_TYPE:STRING=$' "$build/CMakeCache.txt" || fail "chooses the kind of build"
echo "1 passed, 0 failed"
