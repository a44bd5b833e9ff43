#!/bin/sh
# The shared library imports nothing that loads libraries, looks up symbols or runs programs.
# usage: imports.sh LIBRARY
set -u
imported=$("${NM:-nm}" -D --undefined-only "$1" | awk '{ sub(/@.*/, "", $NF); print $NF }')
refused=$(printf '%s\n' "$imported" | grep -xE 'dl.*|_dl.*|system|popen|fork|vfork|exec.*|posix_spawn.*')
if [ -z "$refused" ] && printf '%s\n' "$imported" | grep -qx ffi_call; then
  echo "1 passed, 0 failed"
else
  echo "FAILED: the library imports: $refused"
  echo "0 passed, 1 failed"
  exit 1
fi
