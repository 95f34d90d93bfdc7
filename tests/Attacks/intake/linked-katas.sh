#!/usr/bin/env bash
# Attack: a folder katas that is a link to another student's folder
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
cd ..
rmdir lost-update
ln -s ../honest katas
