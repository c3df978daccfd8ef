#!/bin/bash
# GNU parallel: parts of the files, here or over machines that share the file system. What fails is tried three times.
#   parallel.sh IN OUT 100 --jobs 1 --sshloginfile nodes
in=$(realpath "$1") out=$(realpath "$2") parts=$3
shift 3
mkdir -p "$out"
parallel --retries 3 "$@" textrepair corpus run --input "$in" --output "$out" --shard "{}/$parts" ${TEXTREPAIR_OPTIONS:-} ::: $(seq "$parts") || exit
# The parts wrote their files; this finds them done, and writes the summary of all.
exec textrepair corpus run --input "$in" --output "$out" ${TEXTREPAIR_OPTIONS:-}
