#!/usr/bin/env bash
# Unpacks the bundle that BUNDLE names into $RUNNER_TEMP/grader; a bundle that is not SHA256 is refused.
set -euo pipefail

folder=$RUNNER_TEMP/grader archive=$RUNNER_TEMP/grader.tar.gz
case ${BUNDLE:-} in
  '') echo '::error::No bundle was named: set the variable GRADER_BUNDLE to the address of the grader.' && exit 2 ;;
  https://*) curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$archive" "$BUNDLE" ;;
  *) cp -- "$BUNDLE" "$archive" ;;
esac

if [[ -n ${SHA256:-} ]] && ! sha256sum --check --status <<<"${SHA256,,}  $archive"; then
  echo '::error::The bundle is not the one that was expected: its SHA-256 differs from GRADER_BUNDLE_SHA256.'
  exit 2
fi

rm -rf "$folder" && mkdir -p "$folder"
tar --extract --gzip --no-same-owner --file "$archive" --directory "$folder"
