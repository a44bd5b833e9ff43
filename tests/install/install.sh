#!/bin/sh
# Installs a build into an empty folder and uses it from there: by pkg-config, by CMake, from C++, and the command.
# usage: install.sh BUILD_DIRECTORY SOURCE_DIRECTORY
set -u
build=$1 source=$2
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
passed=0 failed=0

try() { # what, command...
  what=$1
  shift
  if "$@" >"$prefix/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    sed 's/^/  /' "$prefix/log"
  fi
}

prints() { # expected, command...
  expected=$1
  shift
  [ "$("$@" | tail -n 1)" = "$expected" ]
}

expected='/risks/0/title: sju/risk-owner: the risk "Bruten kylkedja" has no owner'

try "cmake --install" cmake --install "$build" --prefix "$prefix"
library=$(dirname "$(find "$prefix" -name libvp.so)")
export PKG_CONFIG_PATH="$library/pkgconfig" LD_LIBRARY_PATH="$library" CMAKE_PREFIX_PATH="$prefix"

try "compile by pkg-config" sh -c "${CC:-cc} -o '$prefix/a' '$source/examples/c/own_rule.c' $(pkg-config --define-variable=prefix="$prefix" --cflags --libs libvp)"
try "the example by pkg-config" prints "$expected" "$prefix/a"
try "configure by CMake" cmake -S "$source/examples/c" -B "$prefix/example"
try "compile by CMake" cmake --build "$prefix/example"
try "the example, shared" prints "$expected" "$prefix/example/own_rule"
try "the example, static" prints "$expected" env LD_LIBRARY_PATH= "$prefix/example/own_rule_static"
printf '#include <vp/vp.h>\nint main() { return vp_version()[0] == 0; }\n' >"$prefix/b.cpp"
try "compile from C++" sh -c "${CXX:-c++} -o '$prefix/b' '$prefix/b.cpp' $(pkg-config --define-variable=prefix="$prefix" --cflags --libs libvp)"
try "run from C++" "$prefix/b"
try "the command on the sample plan" "$prefix/bin/vp" check "$source/examples/plans/bollebygd-socialnamnden-2026.json"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
