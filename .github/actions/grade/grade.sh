#!/usr/bin/env bash
# Grades SUBMISSION with the unpacked bundle; writes the run's summary, annotations and outputs. Fails only when nothing
# could be graded, and says so above the log: bad work is a result.
set -uo pipefail

report=$RUNNER_TEMP/report
rm -rf "$report"
# The bundle's own grading.json and nothing of the student's: it is looked for from the current folder upward.
submission=$(realpath -- "$SUBMISSION") student=${GITHUB_REPOSITORY:-submission}
cd "$RUNNER_TEMP/grader" || exit 2

# Standard error is kept, to be shown where it is seen.
./grader grade "$submission" --student "${student##*/}" --out "$report" \
  --format html --format csv --format markdown --format annotations --format classroom --format junit --format ctrf --format sarif \
  2>"$RUNNER_TEMP/grader.err"
status=$?
cat "$RUNNER_TEMP/grader.err" >&2

echo "report=$report" >>"$GITHUB_OUTPUT"
[[ ! -f $report/summary.md ]] || cat "$report/summary.md" >>"$GITHUB_STEP_SUMMARY"
[[ ! -f $report/annotations.txt ]] || cat "$report/annotations.txt"
for result in "$report"/classroom/*.txt; do
  [[ ! -f $result ]] || sed "s/^result=/$(basename "$result" .txt)=/" "$result" >>"$GITHUB_OUTPUT"
done

if [[ -f $report/report.json ]]; then
  ((status == 0)) || echo '::warning title=Not all could be judged::A fault of the grader, which costs no points; please report it.'
  exit 0
fi
# One line, as a workflow command is one.
why=$(sed -e 's/^grader: //' -e 's/%/%25/g' "$RUNNER_TEMP/grader.err" | head -c 4000 | awk 'NR > 1 { printf "%%0A" } { printf "%s", $0 }')
echo "::error title=Nothing was graded::${why:-the grader ended with status $status}"
exit "$((status == 0 ? 2 : status))"
