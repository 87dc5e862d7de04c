#!/usr/bin/env python3
"""Counts what a ctest run found: the cases of each doctest program, and every other test as one.

Reads ctest's JUnit report; the last line is `N passed, N failed`; exit code 1 when something failed.
A program that dies, prints no summary or was never run counts as one failed.
"""
import re
import sys
import xml.etree.ElementTree as tree

SUMMARY = re.compile(r"^\[doctest\] test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed", re.M)


def count(status, message, output):
    """(passed, failed, remark) of one ctest entry."""
    if status in ("notrun", "disabled"):
        if status == "disabled" or message.startswith("SKIP_"):
            return 0, 0, "skipped"
        return 0, 1, "was not run: " + message
    summary = None
    for summary in SUMMARY.finditer(output):
        pass  # the last one counts
    if summary is None:
        if status == "run" and "[doctest]" in output:
            return 0, 1, "is a doctest program without a summary"
        return (1, 0, "") if status == "run" else (0, 1, "failed")
    passed, failed = int(summary[2]), int(summary[3])
    if status != "run" and failed == 0:
        return passed, 1, "failed outside its test cases"
    return passed, failed, f"{failed} failed" if failed else ""


def main(path):
    passed = failed = 0
    try:
        entries = tree.parse(path).getroot().iter("testcase")
    except (OSError, tree.ParseError) as error:
        print(f"the report of ctest cannot be read: {error}")
        entries, failed = [], 1
    for entry in entries:
        skipped = entry.find("skipped")
        message = skipped.get("message", "") if skipped is not None else ""
        good, bad, remark = count(entry.get("status"), message, entry.findtext("system-out") or "")
        passed, failed = passed + good, failed + bad
        if remark:
            print(f"{entry.get('name')}: {remark}")
    if passed + failed == 0:
        print("no test was run")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
