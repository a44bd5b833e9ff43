#!/bin/sh
# Builds libvp with warnings as errors and runs all tests: with gcc under ASan and UBSan, with clang, and on the release
# build, as it is installed; then compares the ABI with that of the last tag, and as root on Debian builds Debian's
# packages of the last commit and tries them in a minimal Debian. The last line counts the tests.
set -u
cd "$(dirname "$0")/.."

packaging/install-dependencies tests || exit 1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
for preset in asan clang release; do
  echo "== $preset"
  python=ON
  [ "$preset" != clang ] || python=OFF
  docs=OFF
  [ "$preset" != release ] || docs=ON
  if ! { cmake --preset "$preset" -DVP_WARNINGS_AS_ERRORS=ON -DVP_PYTHON=$python \
    -DVP_DOCS=$docs -DPython_EXECUTABLE=/usr/bin/python3 -DPython3_EXECUTABLE=/usr/bin/python3 &&
    cmake --build --preset "$preset"; } >"$log.build" 2>&1; then
    tail -n 60 "$log.build"
    rm -f "$log.build"
    echo "0 passed, 1 failed"
    exit 1
  fi
  rm -f "$log.build"
  ctest --test-dir "build/$preset" -V -j "$(nproc)" >"$log.run" 2>&1 || status=1
  grep -E '^[0-9]+% tests passed|\*\*\*(Failed|Exception|Timeout|Not Run)|\[  FAILED  \]|^[0-9]+: FAILED' "$log.run"
  cat "$log.run" >>"$log"
  rm -f "$log.run"
done

# A script that says itself how many passed and failed.
run() { # what, command...
  echo "== $1"
  shift
  "$@" >"$log.run" 2>&1 || status=1
  grep -v '^$' "$log.run" | tail -n 60
  grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log.run" | tail -n 1 | sed 's/^/0: /' >>"$log"
  rm -f "$log.run"
}

run "ABI" packaging/abi/check
if [ "$(id -u)" -eq 0 ] && grep -qx 'ID=debian' /etc/os-release; then
  run "packages" packaging/build --quick
else
  echo "the packages are not built: packaging/build takes root, and Debian"
fi

awk -v status="$status" -f tests/count.awk "$log"
