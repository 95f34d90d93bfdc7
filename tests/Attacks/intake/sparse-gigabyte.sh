#!/usr/bin/env bash
# Attack: a gigabyte that takes no room on the disk
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
truncate -s 1G LostUpdate.cs
