#!/bin/sh
# Builds libvp with gcov's counters, runs the tests, and prints how much of libvp/src they reach. Fails when a test
# fails, and below 95 % of the lines or 85 % of the branches. Arguments go to gcovr: --branches lists those that are
# left, --html-details FILE shows them.
set -eu
cd "$(dirname "$0")/.."

packaging/install-dependencies coverage
cmake --preset coverage
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete # the counts of earlier runs
ctest --preset coverage -j "$(nproc)"
gcovr --root . --filter libvp/src/ --sort-percentage --print-summary \
  --fail-under-line 95 --fail-under-branch 85 "$@" build/coverage
