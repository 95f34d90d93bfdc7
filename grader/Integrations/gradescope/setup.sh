#!/usr/bin/env bash
# Gradescope runs this once, when the autograder's image is built. The bundle brings its own runtime; ICU is not needed.
set -euo pipefail

source=${AUTOGRADER:-/autograder}/source
[[ -f $source/grader/grader ]] || { echo 'grader/ is missing in the archive: put there what `grader pack` wrote' >&2; exit 1; }
[[ -f $source/suite.key ]] || { echo 'suite.key is missing in the archive: put there the key that the bundle was packed under' >&2; exit 1; }
chmod +x "$source/grader/grader"
# Submissions run as somebody else.
chmod 600 "$source/suite.key"
