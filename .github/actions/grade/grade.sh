#!/usr/bin/env bash
# Grades SUBMISSION with the unpacked bundle; writes the run's summary, annotations and outputs. Fails only when nothing
# could be graded: bad work is a result.
set -uo pipefail

report=$RUNNER_TEMP/report
rm -rf "$report"
# The bundle's own grading.json and nothing of the student's: it is looked for from the current folder upward.
submission=$(realpath -- "$SUBMISSION")
cd "$RUNNER_TEMP/grader" || exit 2

./grader grade "$submission" --out "$report" \
  --format html --format csv --format markdown --format annotations --format classroom --format junit --format ctrf --format sarif
status=$?

echo "report=$report" >>"$GITHUB_OUTPUT"
[[ ! -f $report/summary.md ]] || cat "$report/summary.md" >>"$GITHUB_STEP_SUMMARY"
[[ ! -f $report/annotations.txt ]] || cat "$report/annotations.txt"
for result in "$report"/classroom/*.txt; do
  [[ ! -f $result ]] || sed "s/^result=/$(basename "$result" .txt)=/" "$result" >>"$GITHUB_OUTPUT"
done
exit "$status"
