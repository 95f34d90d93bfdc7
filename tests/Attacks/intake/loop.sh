#!/usr/bin/env bash
# Attack: two links that point at each other
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
ln -s other.cs LostUpdate.cs
ln -s LostUpdate.cs other.cs
