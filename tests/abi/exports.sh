#!/bin/sh
# The shared library exports what the headers declare, and nothing else; the version script lists the same names.
# usage: exports.sh LIBRARY INCLUDE_DIRECTORY VERSION_SCRIPT
set -u
passed=0 failed=0

declared=$(cat "$2"/vp/*.h | tr '\n' ' ' | grep -oE 'VP_API [a-z][^;(]*\(' |
  sed -nE 's/.*[ *](vp_[a-z0-9_]+)\($/\1/p' | sort -u)
exported=$("${NM:-nm}" -D --defined-only "$1" | awk '$2 == "T" || $2 == "D" || $2 == "R" || $2 == "B" { sub(/@.*/, "", $3); print $3 }' | sort -u)
listed=$(grep -oE '^    vp_[a-z0-9_]+' "$3" | tr -d ' ' | sort -u)

compare() { # what, expected, found
  if [ -n "$2" ] && [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
    printf '%s\n' "$2" >expected.$$
    printf '%s\n' "$3" | diff expected.$$ - | sed -n 's/^[<>]/  &/p'
    rm -f expected.$$
  fi
}

compare "the version script lists other names than the headers declare" "$declared" "$listed"
compare "the library exports other names than the headers declare" "$declared" "$exported"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
