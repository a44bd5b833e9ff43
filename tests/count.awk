# Counts the tests in what ctest -V printed; `status` is how it ended. cmocka counts the tests in each program, and the
# scripts say "N passed, N failed" themselves.
/\[  PASSED  \] [0-9]+ test/ { sub(/.*\[  PASSED  \] /, ""); passed += $1 }
/\[  FAILED  \] [0-9]+ test/ { sub(/.*\[  FAILED  \] /, ""); failed += $1 }
/^[0-9]+: [0-9]+ passed, [0-9]+ failed\r?$/ { passed += $2; failed += $4 }
END {
  if (status && !failed) failed = 1
  printf "%d passed, %d failed\n", passed, failed
  exit failed > 0
}
