#!/usr/bin/env bash
# Attack: a project, properties and settings that would run a command while building
# Verdict: CompileError
# Layer: intake
# Makes the student's folder $1.
set -eu
mkdir -p "$1/lost-update"
cd "$1/lost-update"
for file in LostUpdate.csproj Directory.Build.props Directory.Build.targets; do
  echo '<Project><Target Name="Own" BeforeTargets="BeforeBuild"><Exec Command="touch owned" /></Target></Project>' >"$file"
done
echo '{ "sdk": { "version": "0.0.1" } }' >global.json
echo '* = broken' >.editorconfig
echo 'class C {' >LostUpdate.cs
