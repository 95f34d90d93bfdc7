#!/usr/bin/env bash
# Grades the class on the claim `grade-class` as an Indexed Job, a part of the students a pod, and joins the parts when all have ended
# (one that failed is named):
#   submit.sh <image> <parts>
# In the namespace that kubectl is set to, which has the claim and the secret (../README.md). Called again, it goes on with what is
# there already. Ends with status 1 when there is no joined report.
set -euo pipefail
readonly name='^[A-Za-z0-9][A-Za-z0-9./:@_-]*$'
if (($# != 2)) || [[ ! $1 =~ $name || ! $2 =~ ^[1-9][0-9]*$ ]]; then
  echo "usage: $0 <image> <parts>" >&2
  exit 2
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here image=$1 parts=$2

# start <manifest>
start() {
  sed -E -e "s#^( *image:) .*#\1 $image#" -e "s#^( *(completions|parallelism):) .*#\1 $parts#" \
    -e "/name: PARTS\$/{n;s#value: .*#value: \"$parts\"#;}" "$here/$1.yaml" | kubectl apply -f -
}

# await <job>   leaves in $ended whether it is Complete or has Failed
await() {
  local types=' '
  until [[ $types == *' Complete '* || $types == *' Failed '* ]]; do
    [[ $types == ' ' ]] || sleep 5
    types=" $(kubectl get job "$1" -o 'jsonpath={.status.conditions[?(@.status=="True")].type}') "
  done
  if [[ $types == *' Complete '* ]]; then ended=Complete; else ended=Failed; fi
}

# What a job does cannot be changed after it was made.
kubectl delete job grade-class grade-class-join --ignore-not-found --cascade=foreground
start grade
await grade-class
echo "the parts: $ended"
start join
await grade-class-join
kubectl logs job/grade-class-join
[[ $ended == Complete ]]
