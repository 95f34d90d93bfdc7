#!/usr/bin/env bash
# Attack: a pipe in place of the file: whoever opens it waits for its other end
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
mkfifo LostUpdate.cs
