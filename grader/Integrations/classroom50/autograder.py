#!/usr/bin/env python3
"""Grades concurrency katas for Classroom 50: CLASSROOM/autograders/ASSIGNMENT/autograder.py

The runner calls this in the student's checkout and reads result.json and release-body.md afterwards. Its bundle is public
and small, so the grader is fetched from grader.json beside this file: {"bundle": "https://…/grader.tar.gz", "sha256": "…"}
(what `grader pack` wrote, with its hidden suites encrypted). GRADER_SUITE_KEY opens them; GRADER_BUNDLE and
GRADER_BUNDLE_SHA256 go before the file, and GRADER_HOME names a grader that is there already.

Exit status: 0 when results were written, however bad the work; 1 when the grader could not run, which the runner reports.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.request

HERE = pathlib.Path(os.environ.get("CLASSROOM50_BUNDLE_DIR") or pathlib.Path(__file__).parent)
RESULTS = ("result.json", "release-body.md")


def find_grader(scratch: pathlib.Path) -> pathlib.Path:
    """The folder of the grader: one that is there, or one that is fetched."""
    for home in (os.environ.get("GRADER_HOME"), HERE / "grader"):
        if home and (pathlib.Path(home) / "grader").is_file():
            return pathlib.Path(home)
    settings = HERE / "grader.json"
    told = json.loads(settings.read_text(encoding="utf-8")) if settings.is_file() else {}
    address = os.environ.get("GRADER_BUNDLE") or told.get("bundle")
    digest = os.environ.get("GRADER_BUNDLE_SHA256") or told.get("sha256")
    if not address or not digest:
        sys.exit(f"autograder: no grader: put its address and SHA-256 into {settings} as \"bundle\" and \"sha256\"")
    archive = scratch / "grader.tar.gz"
    with urllib.request.urlopen(address, timeout=120) as answer, archive.open("wb") as file:
        shutil.copyfileobj(answer, file)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != digest.lower():
        sys.exit(f"autograder: the bundle at {address} has SHA-256 {found}, not {digest}; publish it again, or mend grader.json")
    with tarfile.open(archive) as tar:
        tar.extractall(scratch / "grader", filter="data")
    return scratch / "grader"


def submitted_at(checkout: pathlib.Path) -> str:
    """The date of the graded commit, by which Classroom 50 tells what is late."""
    shown = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(checkout), "log", "-1", "--format=%cI", os.environ.get("GITHUB_SHA") or "HEAD"],
        capture_output=True, text=True, check=False)
    if shown.returncode != 0:
        sys.exit(f"autograder: git cannot tell when the commit was made: {shown.stderr.strip()}")
    return shown.stdout.strip()


def main() -> int:
    checkout = pathlib.Path.cwd()
    environment = os.environ | {"SUBMITTED_AT": os.environ.get("SUBMITTED_AT") or submitted_at(checkout)}
    with tempfile.TemporaryDirectory(prefix="grader-", dir=os.environ.get("RUNNER_TEMP") or None) as scratch:
        home, report = find_grader(pathlib.Path(scratch)), pathlib.Path(scratch) / "report"
        # From its own folder, so that no grading.json of the student's is found.
        done = subprocess.run(
            [str(home / "grader"), "grade", str(checkout), "--student", os.environ.get("USERNAME") or "student", "--format", "classroom50", "--out", str(report)],
            cwd=home, env=environment, check=False)
        # A status other than 0 is a fault of the grader; what it could grade all the same counts.
        if not all((report / name).is_file() for name in RESULTS):
            print(f"autograder: the grader could not grade (status {done.returncode}); see its message above", file=sys.stderr)
            if not environment.get("GRADER_SUITE_KEY"):
                print("autograder: GRADER_SUITE_KEY is not set here, and Classroom 50 passes no secret on by itself; "
                      "the grader's README says how the key gets here, under Classroom 50", file=sys.stderr)
            return 1
        for name in RESULTS:
            shutil.copyfile(report / name, checkout / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
