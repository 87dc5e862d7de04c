#!/usr/bin/env python3
"""Counts what a ctest run found: the cases of each doctest program, and every other test as one.

count_tests.py BUILD_FOLDER JUNIT_REPORT; the last line is `N passed, N failed`; exit code 1 when something failed.
A program that dies, prints no summary or was never run counts as one failed.
"""
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

SUMMARY = re.compile(r"^\[doctest\] test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed", re.M)


def doctest_programs(build):
    """Names of the tests whose program is made with doctest: those owe a summary, even when they exit with 0."""
    listing = subprocess.run(
        ["ctest", "--test-dir", build, "--show-only=json-v1"], check=True, capture_output=True, text=True
    ).stdout
    names = set()
    for test in json.loads(listing)["tests"]:
        try:
            with open(test["command"][0], "rb") as program:
                if b"[doctest] " in program.read():
                    names.add(test["name"])
        except (OSError, KeyError):
            pass  # not built: ctest says so itself
    return names


def count(status, message, output, is_doctest):
    """(passed, failed, remark) of one ctest entry."""
    if status == "disabled" or message.startswith("SKIP_"):
        return 0, 0, "skipped"
    if status == "notrun":
        return 0, 1, "was not run: " + message
    if not is_doctest:
        return (1, 0, "") if status == "run" else (0, 1, "failed")
    summaries = SUMMARY.findall(output)
    if not summaries:
        return 0, 1, "ended without a summary"
    passed, failed = int(summaries[-1][1]), int(summaries[-1][2])
    if status != "run" and failed == 0:
        return passed, 1, "failed outside its test cases"
    return passed, failed, f"{failed} failed" if failed else ""


def main(build, report):
    passed = failed = 0
    try:
        entries = list(tree.parse(report).getroot().iter("testcase"))
        programs = doctest_programs(build)
    except (OSError, tree.ParseError, subprocess.CalledProcessError) as error:
        print(f"what ctest found cannot be read: {error}")
        entries, programs, failed = [], set(), 1
    for entry in entries:
        skipped = entry.find("skipped")
        message = skipped.get("message", "") if skipped is not None else ""
        good, bad, remark = count(
            entry.get("status"), message, entry.findtext("system-out") or "", entry.get("name") in programs
        )
        passed, failed = passed + good, failed + bad
        if remark:
            print(f"{entry.get('name')}: {remark}")
    if passed + failed == 0:
        print("no test was run")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
