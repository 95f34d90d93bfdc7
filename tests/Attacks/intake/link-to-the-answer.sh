#!/usr/bin/env bash
# Attack: a link to the reference solution
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
ln -s ../../../solutions/lost-update/LostUpdate.cs LostUpdate.cs
