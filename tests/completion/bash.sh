#!/bin/bash
# What bash offers after a started command line of vp.
# usage: bash.sh COMPLETION VP
set -u
source "$1"
vp=$2 passed=0 failed=0

offered() { # started words, the last one perhaps empty
  COMP_WORDS=("$vp" "$@") COMP_CWORD=$#
  _vp "$vp" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
  echo "${COMPREPLY[*]-}"
}

offers() { # expected, started words...
  local expected=$1 found
  shift
  found=$(offered "$@")
  if [[ $found == "$expected" ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: vp %s\n  expected: %s\n  offered:  %s\n' "$*" "$expected" "$found"
  fi
}

commands=$("$vp" --help | sed -n '/^commands:/,/^  help/s/^  \([a-z]*\) .*/\1/p' | tr '\n' ' ')
offers "$commands--help --version" ''
offers 'risks rules' r
offers 'budget' help b
offers '' help budget ''
for command in ${commands/help/}; do
  offers "$("$vp" "$command" --help | sed -n 's/^  \(-., \)*\(--[a-z-]*\).*/\2/p' | paste -s -d ' ')" "$command" --
done
offers 'text json sarif junit github' check --format ''
offers 'error' check --fail-on e
offers 'error warning note' check --fail-on = ''
offers 'sv' budget --lang = s
offers 'sv en' budget --lang =
offers 'risk/unscored' check --select risk/unsc
offers 'budget,risk/unscored' check plan.json --select budget,risk/unsc
offers 'budget/sum-doubtful' explain budget/sum-d
offers '' budget pl
offers '' check --output ''
offers '' nothing ''

echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
