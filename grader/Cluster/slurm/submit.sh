#!/usr/bin/env bash
# Grades a class as a Slurm job array, a part of the students a task, and joins the parts when all have ended (one that failed is named):
#   submit.sh <class folder> <out folder> <parts> [options of grader grade…]
# The folders are on storage that all nodes share. GRADER is the command that starts the grader: `grader` unless set, or the one of a
# packed bundle. Resources are those of sbatch: SBATCH_PARTITION, SBATCH_CPUS_PER_TASK and so on. Prints the id of the array and of the join.
set -euo pipefail
if (($# < 3)) || [[ ! -d $1 || ! $3 =~ ^[1-9][0-9]*$ ]]; then
  echo "usage: $0 <class folder> <out folder> <parts> [options of grader grade…]" >&2
  exit 2
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
class=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
parts=$3
export GRADER=${GRADER:-grader}

array=$(sbatch --parsable --array="1-$parts" --requeue --open-mode=append --output="$out/part-%a.log" \
  "$here/part.sbatch" "$class" "$out" "$parts" "${@:4}")
join=$(sbatch --parsable --dependency="afterany:$array" --output="$out/join.log" "$here/join.sbatch" "$out" "$parts")
echo "$array $join"
