"""Runs the Python tests. The last line counts them, in the form that tests/run.sh reads."""

import sys

import pytest


class Count:
    passed = failed = 0

    def pytest_runtest_logreport(self, report):
        self.passed += report.when == "call" and report.passed
        self.failed += report.failed

    def pytest_collectreport(self, report):
        self.failed += report.failed


count = Count()
status = pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[1:]], plugins=[count])
print(f"{count.passed} passed, {max(count.failed, int(status != 0))} failed")
sys.exit(status)
