#!/bin/sh
# The shared library exports what the headers declare, and nothing else; the version script and Debian's
# symbols file list the same names.
# usage: exports.sh LIBRARY INCLUDE_DIRECTORY VERSION_SCRIPT DEBIAN_SYMBOLS
set -u
passed=0 failed=0

declared=$(cat "$2"/vp/*.h | tr '\n' ' ' | grep -oE 'VP_API [a-z][^;(]*\(' |
  sed -nE 's/.*[ *](vp_[a-z0-9_]+)\($/\1/p' | sort -u)
exported=$("${NM:-nm}" -D --defined-only "$1" | awk '$2 == "T" || $2 == "D" || $2 == "R" || $2 == "B" { sub(/@.*/, "", $3); print $3 }' | sort -u)
listed=$(grep -oE '^    vp_[a-z0-9_]+' "$3" | tr -d ' ' | sort -u)
packaged=$(sed -n 's/^ \(vp_[a-z0-9_]*\)@.*/\1/p' "$4" | sort -u)

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
compare "Debian's symbols file lists other names than the headers declare" "$declared" "$packaged"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
