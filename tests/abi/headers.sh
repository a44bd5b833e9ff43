#!/bin/sh
# Every public header compiles alone, as C11 and as C++.
# usage: headers.sh INCLUDE_DIRECTORY C_COMPILER [CXX_COMPILER]
set -u
include=$1 passed=0 failed=0

try() { # header, command...
  header=$1
  shift
  if printf '#include <vp/%s>\nextern int unit;\n' "$header" | "$@" -I"$include" -Wall -Wextra -Wpedantic -Werror -fsyntax-only -; then
    passed=$((passed + 1))
  else
    echo "FAILED: $header with $*"
    failed=$((failed + 1))
  fi
}

for path in "$include"/vp/*.h; do
  header=${path##*/}
  try "$header" "$2" -std=c11 -x c
  [ -z "${3:-}" ] || try "$header" "$3" -std=c++11 -x c++
done
echo "$passed passed, $failed failed"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
