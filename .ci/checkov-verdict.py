"""Compares what Checkov found in a stack with the exceptions that are committed."""

import csv
import json
import pathlib
import sys

EXCEPTIONS = pathlib.Path(__file__).with_name("checkov-exceptions.csv")

# Fewer than any stack of ours has: a plan that Checkov could not read has none.
FEWEST_PASSED = 100


def main(stack, report):
    found = json.loads(pathlib.Path(report).read_text())
    passed = found["summary"]["passed"]
    failed = {
        (check["check_id"], check["resource"]): check["check_name"]
        for check in found.get("results", {}).get("failed_checks", [])
    }
    with EXCEPTIONS.open() as rows:
        excepted = {
            (row["check"], row["resource"]): row["reason"]
            for row in csv.DictReader(rows)
            if row["stack"] == stack
        }

    problems = [
        f"{check} fails: {resource}: {failed[check, resource]}"
        for check, resource in sorted(failed.keys() - excepted.keys())
    ]
    problems += [
        f"{check} {resource} is excepted, but does not fail: remove it from {EXCEPTIONS.name}"
        for check, resource in sorted(excepted.keys() - failed.keys())
    ]
    problems += [
        f"{check} {resource} is excepted without a reason"
        for (check, resource), reason in sorted(excepted.items())
        if not reason.strip()
    ]
    if passed < FEWEST_PASSED or found["summary"]["parsing_errors"]:
        problems.append(f"Checkov passed only {passed} checks: is the plan whole?")

    share = 100 * passed / max(1, passed + len(failed))
    print(f"{stack}: {passed} checks passed ({share:.1f} %), {len(excepted)} exceptions")
    for problem in problems:
        print(f"  {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
