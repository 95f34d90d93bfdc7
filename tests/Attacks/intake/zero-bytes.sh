#!/usr/bin/env bash
# Attack: a megabyte of zero bytes
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
head -c 1048576 /dev/zero >LostUpdate.cs
