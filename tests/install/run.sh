#!/bin/sh
# Uses an installed libvp as its users do. Needs nothing of the source tree but this folder.
# usage: run.sh [--prefix PREFIX] [--python PYTHON] PART...
# A part is a script in parts/; without --prefix the system's libvp is used.
set -u
tests=$(cd "$(dirname "$0")" && pwd)
prefix='' python=python3

usage() {
  echo "usage: run.sh [--prefix PREFIX] [--python PYTHON] PART..." >&2
  echo "parts:" $(ls "$tests/parts") >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --prefix) prefix=$(cd "${2:?}" && pwd) || exit 2 ;;
    --python) python=${2:?} ;;
    *) break ;;
  esac
  shift 2
done
[ $# -gt 0 ] || usage
for part in "$@"; do
  [ -f "$tests/parts/$part" ] || usage
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
folder_of() { # a file of the prefix
  find "$prefix" -path "*/$1" | sed -n '1s,/[^/]*$,,p'
}
if [ -n "$prefix" ]; then
  export PATH="$prefix/bin:$PATH" CMAKE_PREFIX_PATH="$prefix"
  export PKG_CONFIG_PATH="$(folder_of libvp.pc)" LD_LIBRARY_PATH="$(folder_of 'libvp.so*')"
  package=$(folder_of libvp/__init__.py)
  [ -z "$package" ] || export PYTHONPATH="${package%/libvp}"
fi
export tests prefix python CC="${CC:-cc}" CXX="${CXX:-c++}" PKG_CONFIG="${PKG_CONFIG:-pkg-config}"

passed=0 failed=0
for part in "$@"; do
  mkdir "$scratch/$part"
  if (cd "$scratch/$part" && sh -eux "$tests/parts/$part") >"$scratch/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $part"
    sed 's/^/  /' "$scratch/log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
