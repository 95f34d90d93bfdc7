#!/usr/bin/env bash
# Attack: bytes that are no UTF-8
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
printf '\377\376\000\001' >LostUpdate.cs
