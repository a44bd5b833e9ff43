"""The same as check.c, in Python."""

import sys

import libvp

for finding in libvp.load(sys.argv[1]).check(lang="en"):
    print(finding.message)
