#!/usr/bin/env bash
# Attack: folders 200 deep, with a loop at the end
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
mkdir -p "$(printf 'd/%.0s' {1..200})"
ln -s .. d/up
ln -s d LostUpdate.cs
