#!/usr/bin/env bash
# Attack: a thousand files beside a pipe
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
for i in {1..1000}; do : >"file-$i.cs"; done
mkfifo LostUpdate.cs
