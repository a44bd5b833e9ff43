#!/bin/sh
# run.sh [MINUTES] [TARGET...]: builds the fuzzers with clang and runs one after the other, each for so
# long (15). What a target finds new stays in the build folder; what makes it fail is named at the end.
set -eu
cd "$(dirname "$0")/../.."
minutes=${1:-15}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- baseline check profile read decimal period scan signature

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
cd build/fuzz
status=0
for target; do
  mkdir -p "corpus/$target" failures
  nice "tests/fuzz/fuzz_$target" -max_total_time=$((minutes * 60)) -max_len=12000 -timeout=20 \
    -dict=../../tests/fuzz/plan.dict -artifact_prefix="failures/$target-" -print_final_stats=1 \
    "corpus/$target" "../../tests/fuzz/corpus/$target" 2>"corpus/$target.log" || status=1
  grep -E 'DONE|SUMMARY|number_of_executed_units' "corpus/$target.log"
done
ls failures
exit $status
