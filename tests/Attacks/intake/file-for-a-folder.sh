#!/usr/bin/env bash
# Attack: a file in place of the folder
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
cd ..
rmdir lost-update
echo hello >lost-update
