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

check_example() { # name, last line
  try "compile $1 by pkg-config" sh -c "${CC:-cc} -o '$prefix/a' '$source/examples/c/$1.c' $flags"
  try "$1 by pkg-config" prints "$2" "$prefix/a"
  try "$1, shared" prints "$2" "$prefix/example/$1"
  try "$1, static" prints "$2" env LD_LIBRARY_PATH= "$prefix/example/$1_static"
}

try "cmake --install" cmake --install "$build" --prefix "$prefix"
library=$(dirname "$(find "$prefix" -name libvp.so)")
export PKG_CONFIG_PATH="$library/pkgconfig" LD_LIBRARY_PATH="$library" CMAKE_PREFIX_PATH="$prefix"
flags=$(pkg-config --define-variable=prefix="$prefix" --cflags --libs libvp)

try "configure by CMake" cmake -S "$source/examples/c" -B "$prefix/example"
try "compile by CMake" cmake --build "$prefix/example"
check_example own_rule '/risks/0/title: sju/risk-owner: the risk "Bruten kylkedja" has no owner'
check_example own_score '/risks/0/value: the risk "Bruten kylkedja" has the value 6 but consequence 3 and likelihood 2 give 18'
check_example own_table 'staff in Q3 is wrong: stated is 1,248, it should probably be 1,284: two digits swapped'
printf '#include <vp/vp.h>\nint main() { return vp_version()[0] == 0; }\n' >"$prefix/b.cpp"
try "compile from C++" sh -c "${CXX:-c++} -o '$prefix/b' '$prefix/b.cpp' $flags"
try "run from C++" "$prefix/b"
try "the command on the sample plan" "$prefix/bin/vp" check "$source/examples/plans/bollebygd-socialnamnden-2026.json"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
