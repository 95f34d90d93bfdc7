#!/usr/bin/env bash
# Attack: an archive and no file
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
echo PK >../lost-update.zip
