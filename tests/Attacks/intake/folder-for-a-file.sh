#!/usr/bin/env bash
# Attack: a folder in place of the file
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
mkdir -p LostUpdate.cs/inside
